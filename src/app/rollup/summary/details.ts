/** 指标明细: one row per enterprise and kind of 7.6, which the formulas of 指标汇总 are over; and the names of its columns. */
import { absolute } from '../../../core/model/address';
import type { CellValue } from '../../../core/model/cell';
import type { NameSpec, SheetSpec } from '../../../core/model/sheet-spec';
import { definitionOf } from '../../../core/rollup/definition';
import { KINDS } from '../../../core/rollup/kinds';
import { addsUp } from '../../../core/rollup/spread';
import type { Book } from '../../../core/rollup/tables';
import { verdictLabel } from '../../../core/text/labels';
import { SUMMARY_ABOUT, SUMMARY_SHEETS, SUMMARY_TITLES, versionWord } from '../../../core/text/rollup-sheet-text';
import { lastListRow, RAW_HEADER_ROW, rawListSheet, type RawListColumn } from './raw-list';
import { basisWord, divisionName, metricOf } from './summary-input';

export const DETAIL_COLUMNS = [
  { key: 'uscc', header: '统一社会信用代码', width: 21 },
  { key: 'enterprise', header: '企业名称', width: 26 },
  { key: 'division', header: '行业大类', width: 20 },
  { key: 'city', header: '设区市', width: 9, centred: true },
  { key: 'size', header: '规模', width: 7, centred: true },
  { key: 'agency', header: '帮扶机构', width: 22 },
  { key: 'item', header: '条款', width: 7, centred: true },
  { key: 'metric', header: '指标', width: 18 },
  { key: 'version', header: '定义版本', width: 10, centred: true },
  { key: 'basis', header: '依据', width: 10, centred: true },
  { key: 'beforeOver', header: '提升前分子', width: 12, format: 'General' },
  { key: 'beforeUnder', header: '提升前分母', width: 12, format: 'General' },
  { key: 'before', header: '提升前', width: 10, format: '0.0000' },
  { key: 'afterOver', header: '提升后分子', width: 12, format: 'General' },
  { key: 'afterUnder', header: '提升后分母', width: 12, format: 'General' },
  { key: 'after', header: '提升后', width: 10, format: '0.0000' },
  { key: 'difference', header: '变化', width: 10, format: '+0.0000;-0.0000;0.0000' },
  { key: 'verdict', header: '结论', width: 14, centred: true },
  { key: 'file', header: '文件', width: 30 },
] as const satisfies readonly RawListColumn[];

export type DetailKey = (typeof DETAIL_COLUMNS)[number]['key'];

export function detailsSheet(books: readonly Book[]): { readonly sheet: SheetSpec; readonly names: readonly NameSpec[] } {
  const rows = books.filter(({ counted }) => counted).flatMap(rowsOf);
  const last = lastListRow(rows.length);
  return {
    sheet: rawListSheet({ name: SUMMARY_SHEETS.details, title: SUMMARY_TITLES.details, about: SUMMARY_ABOUT.details, table: '表_指标明细', columns: DETAIL_COLUMNS, rows, keep: 2 }),
    names: DETAIL_COLUMNS.map(({ key }, c) => ({ name: detailName(key), refersTo: `${SUMMARY_SHEETS.details}!${absolute(RAW_HEADER_ROW + 1, c + 1)}:${absolute(last, c + 1)}` })),
  };
}

/** Defined name of a column, e.g. `明细_结论`. */
export function detailName(key: DetailKey): string {
  return `明细_${DETAIL_COLUMNS.find((column) => column.key === key)?.header ?? key}`;
}

function rowsOf(book: Book): readonly (readonly CellValue[])[] {
  return KINDS.flatMap((key): readonly (readonly CellValue[])[] => {
    const fact = book.kinds[key];
    if (fact === undefined) return [];
    const def = metricOf(key);
    const { version, written, basis } = definitionOf(fact);
    const { baseline, current, difference, verdict } = fact;
    const over = (figure: typeof current | null): readonly CellValue[] => (figure === null || !addsUp(fact) ? [null, null] : [figure.numerator, figure.denominator]);
    return [[
      book.uscc, book.enterprise, divisionName(book.division), book.city, book.size, book.agency, def.item, def.name, versionWord(version, written), basisWord(basis),
      ...over(baseline), baseline?.value ?? null, ...over(current), current.value, verdict === 'not-comparable' ? null : difference, verdictLabel(verdict, 'zh'), book.file,
    ]];
  });
}
