/** 按行业、按设区市、按帮扶机构、按规模: how far the workbooks of a group are, and what became of the five kinds. */
import { textHeight } from '../../../core/form/text-size';
import { absolute, columnLetters } from '../../../core/model/address';
import type { CellValue } from '../../../core/model/cell';
import type { ChartSpec } from '../../../core/model/chart-spec';
import type { CellSpec, SheetSpec } from '../../../core/model/sheet-spec';
import { KINDS } from '../../../core/rollup/kinds';
import type { Cut, Group } from '../../../core/rollup/tables';
import { groupTitle, NO_GROUP, SUMMARY_ABOUT, SUMMARY_SHEETS, SUMMARY_TITLES } from '../../../core/text/rollup-sheet-text';
import { basisWord, divisionName, formatsOf, metricOf } from './summary-input';

const HEADS = ['分组', '工作簿', '全部完成', '三方签字', '依据'];
const SUB = ['可比', '改善占比', '变化中位数'];
const HEADER_ROW = 4;
const FIRST_ROW = 6;
const MOST_BARS = 15;
/** Rows that the chart takes, under the title. */
const CHART_ROWS = 18;
const ROW_HEIGHT = 19;
const ACCENT = '1F5E6B';

export function cutSheet(cut: Cut, groups: readonly Group[]): SheetSpec {
  const top = groups.length === 0 ? 0 : CHART_ROWS;
  const header = HEADER_ROW + top;
  const first = FIRST_ROW + top;
  const columns = HEADS.length + KINDS.length * SUB.length;
  const last = columnLetters(columns);
  // 汇总填报 stands below, so that the bars are of lines that follow each other.
  const lines = (['rows', 'summary'] as const).flatMap((basis) => groups.filter(({ kinds }) => basis === 'rows' || kinds.summary.size > 0).map((group) => ({ group, basis })));
  const cells: CellSpec[] = [
    { row: 1, column: 1, style: 'title', value: SUMMARY_TITLES[cut] },
    { row: 2, column: 1, style: 'howTo', value: SUMMARY_ABOUT.cut },
    ...HEADS.map((value, c): CellSpec => ({ row: header, column: c + 1, style: 'header', value })),
    ...HEADS.map((_, c): CellSpec => ({ row: header + 1, column: c + 1, style: 'header' })),
    ...KINDS.flatMap((key, k) => SUB.flatMap((sub, s): readonly CellSpec[] => {
      const column = HEADS.length + 1 + k * SUB.length + s;
      return [{ row: header, column, style: 'header', ...(s === 0 ? { value: `${metricOf(key).item} ${metricOf(key).name}` } : {}) }, { row: header + 1, column, style: 'header', value: sub }];
    })),
    ...lines.flatMap(({ group, basis }, i) => lineCells(first + i, cut, group, basis)),
    ...(lines.length === 0 ? [{ row: first, column: 1, style: 'text', value: SUMMARY_ABOUT.none } as const] : []),
  ];
  return {
    name: SUMMARY_SHEETS[cut],
    columns: [{ width: 28 }, ...HEADS.slice(1).map(() => ({ width: 9.5 })), ...KINDS.flatMap(() => [{ width: 7 }, { width: 9 }, { width: 10.5 }])],
    cells,
    rowHeights: { 1: 30, 2: textHeight(SUMMARY_ABOUT.cut, 190, 9), [header]: 24, [header + 1]: 22, ...Object.fromEntries(lines.map((_, i) => [first + i, ROW_HEIGHT])) },
    merges: [
      `A1:${last}1`, `A2:${last}2`,
      ...HEADS.map((_, c) => `${columnLetters(c + 1)}${header}:${columnLetters(c + 1)}${header + 1}`),
      ...KINDS.map((_, k) => `${columnLetters(HEADS.length + 1 + k * SUB.length)}${header}:${columnLetters(HEADS.length + (k + 1) * SUB.length)}${header}`),
    ],
    protect: true,
    print: { orientation: 'landscape', repeatRows: `${header}:${header + 1}` },
    activeCell: 'A1',
    ...(lines.length === 0 ? {} : { charts: [bars(cut, groups, first, header)] }),
  };
}

const shownGroup = (cut: Cut, name: string): string => (name === '' ? NO_GROUP : cut === 'division' ? divisionName(name) : name);

function lineCells(row: number, cut: Cut, group: Group, basis: 'rows' | 'summary'): readonly CellSpec[] {
  const cell = (column: number, value: CellValue, format: string): CellSpec => ({ row, column, style: 'computedNumber', format, value: value ?? '—' });
  const once = (value: CellValue): CellValue => (basis === 'rows' ? value : '');
  return [
    { row, column: 1, style: 'labelLeft', value: shownGroup(cut, group.name) },
    cell(2, once(group.books), '#,##0'), cell(3, once(group.done), '#,##0'), cell(4, once(group.signed), '#,##0'),
    { row, column: 5, style: 'computedCentre', value: basisWord(basis) },
    ...KINDS.flatMap((key, k): readonly CellSpec[] => {
      const figures = group.kinds[basis].get(key)?.figures();
      const column = HEADS.length + 1 + k * SUB.length;
      return [cell(column, figures?.compared ?? 0, '#,##0'), cell(column + 1, figures?.share ?? null, '0%'), cell(column + 2, figures?.quartiles?.median ?? null, formatsOf(metricOf(key)).difference)];
    }),
  ];
}

/** Workbooks of the largest groups. */
function bars(cut: Cut, groups: readonly Group[], first: number, header: number): ChartSpec {
  const most = groups.slice(0, MOST_BARS);
  const range = (column: number): string => `${SUMMARY_SHEETS[cut]}!${absolute(first, column)}:${absolute(first + most.length - 1, column)}`;
  return {
    name: `工作簿数 ${cut}`,
    title: groupTitle(groups.map(({ name, books }) => ({ name: shownGroup(cut, name), books }))),
    description: `${SUMMARY_TITLES[cut]}各组的工作簿数，数值见下表。`,
    ref: `A3:${columnLetters(17)}${header - 2}`,
    series: [{
      kind: 'bar', name: '工作簿', colour: ACCENT, labels: 'all', labelFormat: '#,##0',
      categories: { ref: range(1), values: most.map(({ name }) => shownGroup(cut, name)) },
      values: { ref: range(2), values: most.map(({ books }) => books) },
    }],
    valueAxis: { format: '#,##0', min: 0 },
  };
}
