/** Words and sentences of the summary workbook. Sheets are in Chinese, as the standard is. */
import { percent } from './format';

export const SUMMARY_SHEETS = {
  overview: '总览', metrics: '指标汇总', division: '按行业', city: '按城市', agency: '按机构', size: '按规模',
  list: '名单', ledger: '台账', details: '指标明细', findings: '核对', aside: '搁置的文件',
} as const;

export const SUMMARY_TITLES = {
  overview: '小微企业质量管理体系认证提升汇总', metrics: '7.6 成效指标汇总', division: '按行业大类（GB/T 4754—2017）', city: '按设区市', agency: '按帮扶机构', size: '按企业规模（2017 划型办法）',
  list: '帮扶小微企业名单', ledger: '帮扶台账', details: '五类指标明细', findings: '需要核对的事项', aside: '搁置的文件',
} as const;

export const SUMMARY_ABOUT = {
  metrics: '五类指标的数字是活公式，由“指标明细”得出。合计比率是各企业分子之和除以分母之和，不是比率的平均。定义版本不同的、汇总填报的各列一行，不合并。',
  others: '其余指标（由程序汇总，逐家数据见 Parquet 或 NDJSON 文件）',
  cut: '只计现行版本的定义；逐行数据与汇总填报分行。变化为提升后减提升前，合格率一类的单位是百分点。数字由程序汇总，可用“指标明细”筛选核对。',
  list: '计入汇总的工作簿，每行一本。统一社会信用代码和期间都相同的，只有一本在内，其余见“核对”。',
  ledger: '每行一个能读的文件：第 6 章各环节做到哪里，7.8 的记录，审核签字和封存。应填格数在环节状态后的括号里。',
  details: '每行一家企业的一类指标，可以筛选或做数据透视表。“汇总填报”不是由逐行数据算出的。',
  findings: '上报前核对：重复、离群、雷同、签字后改动等。没有核实之前不等于有错。',
  aside: '读不出或不是本程序工作簿的文件，没有计入任何数字。改好后再汇总一次，只会重读改过的文件。',
  none: '没有。',
} as const;

export function overviewLine(at: string, found: number, passed: number): string {
  return `DB32/T 4918—2024 7.6 · ${at.slice(0, 10)} 汇总 · 查看文件 ${found} 个${passed > 0 ? `，另有 ${passed} 个不是 .xlsx 的文件没有看` : ''} · 只有合计和企业一级的数字，不含人员、客户和逐行数据`;
}

export interface ShareOf {
  readonly name: string;
  readonly share: number | null;
}

export function shareTitle(kinds: readonly ShareOf[]): string {
  const [best] = kinds.filter(({ share }) => share !== null).sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  return best === undefined ? '还没有可比的企业' : `${best.name}改善的企业占比最高，为 ${percent(best.share ?? 0, 0)}`;
}

export function stageTitle(stages: readonly { readonly name: string; readonly done: number }[], books: number): string {
  const last = stages.at(-1);
  const [least] = [...stages].sort((a, b) => a.done - b.done);
  return least === undefined || last === undefined || books === 0 ? '还没有工作簿' : least.done === books ? `${books} 本工作簿各环节全部完成` : `${least.name}完成得最少：${books} 本中 ${least.done} 本`;
}

export function spreadTitle(kinds: readonly { readonly name: string; readonly median: number | null }[]): string {
  const [best] = kinds.filter(({ median }) => median !== null).sort((a, b) => (b.median ?? 0) - (a.median ?? 0));
  return best === undefined ? '还没有可比的企业' : `${best.name}变化的中位数最大，为 ${percent(best.median ?? 0, 1)}`;
}

export function groupTitle(groups: readonly { readonly name: string; readonly books: number }[]): string {
  const [most] = groups;
  const total = groups.reduce((sum, { books }) => sum + books, 0);
  return most === undefined ? '还没有工作簿' : `${most.name}的工作簿最多：${most.books} 本，占 ${percent(most.books / total, 0)}`;
}

export const NO_GROUP = '（未填）';

type SealState = 'none' | 'holds' | 'changed' | 'broken';

const SEALS: Readonly<Record<SealState, string>> = { none: '未封存', holds: '一致', changed: '封存后有改动', broken: '封存记录异常' };
export const sealWord = (state: SealState): string => SEALS[state];

export const versionWord = (version: number, written: number | null): string => (written === null ? `第 ${version} 版` : `第 ${version} 版（工作簿为第 ${written} 版）`);
export const MIXED_BASIS = '两期依据不同';
const PARTS: Readonly<Record<string, string>> = { intro: '企业简介', problems: '提升前问题', results: '成效', highlights: '亮点', lessons: '启示' };
export const partWords = (keys: string): string => keys.split(' ').map((key) => PARTS[key] ?? key).join('、');
