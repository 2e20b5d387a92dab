/** 名单, 台账, 核对 and 搁置的文件: the workbooks one by one, without the names of people. */
import type { CellValue } from '../../../core/model/cell';
import type { SheetSpec } from '../../../core/model/sheet-spec';
import { STAGES } from '../../../core/model/stages';
import { isBlank } from '../../../core/rollup/duplicates';
import { SIGNERS, type Signer } from '../../../core/rollup/facts';
import type { Finding } from '../../../core/rollup/findings';
import type { Book } from '../../../core/rollup/tables';
import { isHostCode, hostErrorText } from '../../../core/text/issue-text';
import { figureStyle, differenceFigure } from '../../../core/text/figure-text';
import { findingKind, findingText } from '../../../core/text/rollup-texts';
import { partWords, sealWord, SUMMARY_ABOUT, SUMMARY_SHEETS, SUMMARY_TITLES } from '../../../core/text/rollup-sheet-text';
import { stageName } from '../../../core/text/stage-texts';
import { listSheet } from '../../list-sheet';
import { rawListSheet, type RawListColumn } from './raw-list';
import { divisionName, metricOf, type SummaryInput } from './summary-input';

const days = (period: readonly [string, string] | null): string => (period === null ? '' : `${period[0]} 至 ${period[1]}`);

const LIST_COLUMNS: readonly RawListColumn[] = [
  { key: 'no', header: '序号', width: 7, format: '0' },
  { key: 'enterprise', header: '企业名称', width: 30 }, { key: 'uscc', header: '统一社会信用代码', width: 21 }, { key: 'division', header: '行业大类', width: 22 },
  { key: 'city', header: '设区市', width: 10, centred: true }, { key: 'size', header: '规模', width: 8, centred: true }, { key: 'agency', header: '帮扶机构', width: 28 },
  { key: 'baseline', header: '提升前期间', width: 25, centred: true }, { key: 'current', header: '提升后期间', width: 25, centred: true }, { key: 'title', header: '认证提升案例', width: 14, centred: true },
];

/** 名单: the workbooks that count. */
export function nameList(books: readonly Book[]): SheetSpec {
  const rows = books.filter(({ counted }) => counted).map((book, i): readonly CellValue[] => [
    i + 1, book.enterprise, book.uscc, divisionName(book.division), book.city, book.size, book.agency, days(book.baseline), days(book.current), book.case.length > 0 ? `有（${book.case.length} 字）` : '无',
  ]);
  return rawListSheet({ name: SUMMARY_SHEETS.list, title: SUMMARY_TITLES.list, about: SUMMARY_ABOUT.list, table: '表_名单', columns: LIST_COLUMNS, rows, keep: 2 });
}

const SIGNER_NAMES: Readonly<Record<Signer, string>> = { agency: '帮扶人员', enterprise: '企业' };
const COUNTED = '计入';
const [DOUBLE, BLANK] = ['重复，未计入', '空白，未计入'];
export const LEDGER_COUNTED = { column: 4, word: COUNTED, double: DOUBLE } as const;
const FIRST_STAGE_COLUMN = 6;

const LEDGER_COLUMNS: readonly RawListColumn[] = [
  { key: 'no', header: '序号', width: 7, format: '0' },
  { key: 'enterprise', header: '企业名称', width: 26 }, { key: 'uscc', header: '统一社会信用代码', width: 21 }, { key: 'counted', header: '是否计入', width: 10, centred: true },
  { key: 'asOf', header: '数据截止日', width: 12, centred: true },
  ...STAGES.map(({ key }): RawListColumn => ({ key: `s${key}`, header: `${key} ${stageName(key, 'zh')}`, width: 12, centred: true })),
  { key: 'requirements', header: '5.1～5.3 符合', width: 10, format: '0' }, { key: 'named', header: '7.8.2 a)～e) 已形成', width: 11, format: '0' }, { key: 'records', header: '记录已形成', width: 9, format: '0' },
  { key: 'errors', header: '错误', width: 7, format: '0' }, { key: 'warnings', header: '警告', width: 7, format: '0' }, { key: 'open', header: '未关闭的审核意见', width: 10, format: '0' },
  ...SIGNERS.map((signer): RawListColumn => ({ key: signer, header: `${SIGNER_NAMES[signer]}签字`, width: 12, centred: true })),
  { key: 'seal', header: '封存', width: 14, centred: true }, { key: 'file', header: '文件', width: 36 },
];

/** Column of 台账 that holds a step. */
export function ledgerStageColumn(index: number): number {
  return FIRST_STAGE_COLUMN + index;
}

export const STAGE_DONE = '完成';

function stageWord(book: Book, key: string): string {
  const stage = book.stages.find((one) => one.key === key);
  if (stage === undefined || stage.state === 'absent') return '未选用';
  return stage.state === 'done' ? STAGE_DONE : `${stage.state === 'open' ? '未完' : '等待'}（${stage.done}/${stage.total}）`;
}

export function ledger(books: readonly Book[]): SheetSpec {
  const rows = books.map((book, i): readonly CellValue[] => [
    i + 1, book.enterprise, book.uscc, book.counted ? COUNTED : isBlank(book) ? BLANK : DOUBLE, book.asOf ?? '',
    ...STAGES.map(({ key }) => stageWord(book, key)),
    book.requirements.met, book.records.named, book.records.formed, book.errors, book.warnings, book.openFindings,
    ...SIGNERS.map((signer) => { const day = book.signed[signer]; return day === undefined ? '' : day === '' ? '已签' : day; }),
    sealWord(book.seal.state), book.file,
  ]);
  return rawListSheet({ name: SUMMARY_SHEETS.ledger, title: SUMMARY_TITLES.ledger, about: SUMMARY_ABOUT.ledger, table: '表_台账', columns: LEDGER_COLUMNS, rows, keep: 2 });
}

const params = ({ params: of }: Finding): Readonly<Record<string, string | number>> => {
  const { metric, value, median, low, high, parts } = of;
  const def = typeof metric === 'string' ? metricOf(metric) : null;
  const difference = (amount: number | string | undefined): string => (def === null || typeof amount !== 'number' ? '' : differenceFigure(amount, figureStyle(def.unit, [0.5], 'zh', def.unitText)));
  return {
    ...of,
    ...(def === null ? {} : { metric: def.name }),
    ...(value === undefined ? {} : { value: difference(value), median: difference(median), low: difference(low), high: difference(high) }),
    ...(typeof parts === 'string' ? { parts: partWords(parts) } : {}),
  };
};

export function findingSheet(findings: readonly Finding[]): SheetSpec {
  return listSheet({
    name: SUMMARY_SHEETS.findings, title: SUMMARY_TITLES.findings, about: findings.length === 0 ? SUMMARY_ABOUT.none : SUMMARY_ABOUT.findings,
    columns: [{ header: '事项', width: 16, centred: true }, { header: '企业名称', width: 28 }, { header: '说明', width: 62 }, { header: '文件', width: 34 }, { header: '另一个文件', width: 34 }, { header: '核对结果', width: 22, input: true }],
    rows: findings.map((finding) => [
      { value: findingKind(finding.code, 'zh') }, { value: finding.book.enterprise }, { value: findingText(finding.code, params(finding), 'zh') }, { value: finding.book.file }, { value: finding.other }, { value: null },
    ]),
  });
}

export function asideSheet(aside: SummaryInput['aside']): SheetSpec {
  return listSheet({
    name: SUMMARY_SHEETS.aside, title: SUMMARY_TITLES.aside, about: aside.length === 0 ? SUMMARY_ABOUT.none : SUMMARY_ABOUT.aside,
    columns: [{ header: '文件', width: 44 }, { header: '原因', width: 56 }, { header: '怎么办', width: 56 }],
    rows: aside.map(({ file, code, params: of }) => {
      const { message, repair } = isHostCode(code) ? hostErrorText(code, of, 'zh') : { message: code, repair: '' };
      return [{ value: file }, { value: message }, { value: repair }];
    }),
  });
}

