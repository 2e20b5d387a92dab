/**
 * What the program drafts for the plan (附录E), in the words of the forms: Chinese, short, and nothing that the workbook does not
 * say. Figures are rounded for reading; differences are those of the figures as shown.
 */
import type { MetricLabel } from '../model/computed-cells';
import type { LineWords } from '../model/plan-line';
import { fixed, UNIT_TEXT } from './format';

interface Tool {
  readonly tool: string;
  readonly why: string;
}

/** More lines than this are listed without tools, owners and dates: a cell of a sheet does not grow for ever. */
const MOST_IN_FULL = 5;

/** `53.2`, `69`: the number of a figure as shown. */
function shown(value: number, { unit, unitText }: MetricLabel): string {
  if (unit === 'ratio' && unitText === undefined) return String(Number(fixed(value * 100, 1).replace('−', '-')));
  return String(Number(value.toFixed(unit === 'ratio' ? 3 : 2)));
}

function unitWord({ unit, unitText }: MetricLabel): string {
  if (unit === 'ratio') return unitText === undefined ? '%' : '';
  const word = unitText ?? UNIT_TEXT[unit].zh;
  return word === '' ? '' : ` ${word}`;
}

export function draftFigure(value: number, metric: MetricLabel): string {
  return shown(value, metric) + unitWord(metric);
}

/** `由 53.2% 提高到 69% 以上，提高 15.8 个百分点`. */
export function draftForecast(metric: MetricLabel, baseline: number, target: number): string {
  const difference = String(Number(Math.abs(Number(shown(target, metric)) - Number(shown(baseline, metric))).toFixed(3)));
  const points = unitWord(metric) === '%' ? ' 个百分点' : unitWord(metric);
  return metric.better === 'higher'
    ? `由 ${draftFigure(baseline, metric)} 提高到 ${draftFigure(target, metric)} 以上，提高 ${difference}${points}`
    : `由 ${draftFigure(baseline, metric)} 降到 ${draftFigure(target, metric)} 以下，降低 ${difference}${points}`;
}

/** Names the cause, then the direction of the diagnosis, what is done against the cause, and what opinions changed. */
export function draftMethod({ cause, opinion, measures, changes }: { readonly cause: string; readonly opinion: string; readonly measures: readonly string[]; readonly changes: readonly string[] }): string {
  const done = [opinion, ...measures].map(bare).filter((part) => part !== '').join('；');
  const changed = changes.length === 0 ? '' : `。按改进意见完善：${changes.map(bare).join('；')}`;
  return `${cause === '' ? '' : `针对“${bare(cause)}”：`}${done}${changed}`;
}

const FOUND_BY = { metric: '按关联指标识别', clause: '按条款识别', words: '按问题文字识别' } as const;

export function draftToolsReason(kind: { readonly name: string; readonly by: keyof typeof FOUND_BY } | null, tools: readonly Tool[]): string {
  const head = kind === null ? '问题种类不明，用通用工具' : `问题种类：${kind.name}（${FOUND_BY[kind.by]}）`;
  return `${head}。${tools.map(({ tool, why }) => `${tool}：${why}`).join('；')}。方法由诊断意见和原因起草。`;
}

const TARGET_RULES = {
  gap: '距 100% 的差距缩小三分之一',
  score: '距满分的差距缩小三分之一',
  reduce: '降低三分之一',
  raise: '提高一成',
} as const;

export function draftTargetReason(rule: keyof typeof TARGET_RULES | 'typed', metric: MetricLabel, baseline: number): string {
  return rule === 'typed' ? '目标取自成效总结。' : `目标：由提升前 ${draftFigure(baseline, metric)} 起，${TARGET_RULES[rule]}，取整到便于考核的数。`;
}

export const DRAFT_METRIC_REASON = '诊断表没有关联指标，按问题种类建议。';

export function draftPeople(departments: readonly string[]): string {
  return `${departments.length === 0 ? '' : `${departments.slice(0, 2).join('、')}部门，`}工作小组成员；帮扶人员指导`;
}

export function draftResourcesReason(kind: string): string {
  return `“${kind}”类问题通常需要的资源，按企业实际改。`;
}

export function draftOwnerReason(by: 'department' | 'step'): string {
  return by === 'department' ? '责任人：工作计划、工作小组里职务与问题对应的唯一一人。' : '责任人：工作计划中“方案实施”的负责人，可再指定到人。';
}

const PARTS = ['', '前一半', '前四分之三', '全部'] as const;

export function draftDatesReason(start: string, end: string, effort: number): string {
  return `时间：在工作计划的实施期 ${start} 至 ${end} 内，按难易占${PARTS[effort] ?? '全部'}时间。`;
}

export function draftEvidence(metric: string): string {
  return metric === '' ? '方案实施进度记录' : `方案实施进度记录；“${metric}”提升前后对比`;
}

export function draftIdea({ lines, areas, metrics, tools }: { readonly lines: readonly LineWords[]; readonly areas: readonly string[]; readonly metrics: readonly string[]; readonly tools: readonly string[] }): string {
  const where = areas.length === 0 ? '' : `，集中在${areas.join('、')}`;
  const order = lines.length > 1 ? `按 ${lines.map(({ number }) => number).join('、')} 的次序解决；` : '';
  const how = tools.length === 0 ? '' : `运用${tools.join('、')}等工具`;
  const proof = metrics.length === 0 ? '' : `以${metrics.join('、')}的提升前后对比检验成效，`;
  return `依据座谈、体检和诊断，归纳出 ${lines.length} 个问题${where}。${order}${how}查清并消除原因，措施落实到责任人和日期。${proof}数据证实有效后关闭问题，并把有效做法写入体系文件。`;
}

function listed(lines: readonly LineWords[], text: (line: LineWords) => string): string {
  return lines.map((line, i) => `${i + 1}. ${line.number} ${bare(text(line))}。`).join('\n');
}

export function draftProblems(lines: readonly LineWords[]): string {
  return listed(lines, ({ problem, metric, baseline }) => `${bare(problem)}${baseline === '' ? '' : `（提升前${metric} ${baseline}）`}`);
}

export function draftMethods(lines: readonly LineWords[]): string {
  const full = lines.length <= MOST_IN_FULL;
  return listed(lines, ({ method, tools, owner, start, end }) => {
    const time = start === '' || end === '' ? '' : `${start} 至 ${end}`;
    const who = [owner === '' ? '' : `责任人${owner}`, time].filter((part) => part !== '').join('，');
    return [bare(method), ...(full ? [tools === '' ? '' : `工具：${tools}`, who] : [])].filter((part) => part !== '').join('。');
  });
}

export function draftEffects(lines: readonly LineWords[]): string {
  return listed(lines, ({ metric, forecast }) => (metric === '' ? '指标待定' : `${metric}：${forecast === '' ? '目标待定' : forecast}`));
}

export function draftSuitability({ employees, lines, withoutNew, start, end }: { readonly employees: number | null; readonly lines: number; readonly withoutNew: number; readonly start: string; readonly end: string }): string {
  const size = employees === null ? '' : `企业从业人员 ${employees} 人。`;
  const equipment = withoutNew === 0 ? '' : `，其中 ${withoutNew} 项不需新增设备`;
  const time = start === '' ? '' : `，在 ${start} 至 ${end} 内分批完成`;
  return `${size}方案共 ${lines} 项措施${equipment}，由企业人员实施、帮扶人员指导${time}，每项有责任人、日期和可核实的指标。`;
}

const PAGE_REASONS = {
  personnel: '取自问题诊断表，没有时取自首页。',
  idea: '由诊断表的问题和方案明细汇编。新问题按效果大的在前、效果相当的先易后难排列；已有各块的次序不动。',
  problems: '由方案明细各块的问题和提升前数值汇编。',
  methods: '由方案明细各块的方法、工具、责任人和时间汇编。',
  effects: '由方案明细各块的指标和结果预测汇编。',
  suitability: '由企业规模、措施项数和实施期起草。',
  summary: '由指标计算的结论、提升方案的目标起草；数据变了，再次运行 plan 更新。请补写数据以外的事实。',
} as const;

export function draftPageReason(part: keyof typeof PAGE_REASONS): string {
  return PAGE_REASONS[part];
}

export function draftOffer(metric: MetricLabel, because: 'worsened' | 'missed', before: string, now: string): string {
  return because === 'worsened' ? `${metric.name}由 ${before} 变为 ${now}，有充分证据变差` : `${metric.name} ${now}，未达目标 ${before}`;
}

export function draftRecordReason(sheet: string): string {
  return `由“${sheet}”的填写情况得出；归档后由人改为“已归档”。`;
}

export function draftRootReason(answers: number): string {
  return `取自 5Why 的第 ${answers} 个回答；不是根本原因的，继续追问或改写。`;
}

export function draftCauseReason(sheet: string): string {
  return `取自“${sheet}”的根本原因。`;
}

/** Without the stop at its end, which the sentence around it gives. */
function bare(text: string): string {
  return text.trim().replace(/[。；;，,\s]+$/u, '');
}
