/**
 * A workbook with nothing but raw rows, the cells that the metrics refer to, the metric sheets and what the charts show: the ground on which
 * LibreOffice proves the formulas, without the forms. `disagreements` compares every cached value with what came out.
 */
import { rawTemplates } from '../../templates/index';
import { measure } from '../../src/app/measure';
import { AS_OF_BASELINE } from '../../src/core/form/computed/as-of';
import { lastRow, lastRowFormula } from '../../src/core/form/last-row';
import { lastRowName, rawNames, sideFirstColumn, summaryName } from '../../src/core/form/names';
import { METRICS, metricId, VARIANTS } from '../../src/core/metric/metrics';
import { CHANGE_COLUMNS, KEY_COLUMN, periodColumn } from '../../src/core/metric/sheet/metric-columns';
import { METRIC_SHEET, metricSheets, type MetricSheets } from '../../src/core/metric/sheet/metric-sheets';
import { SIGNAL_RULES } from '../../src/core/stats/signals';
import { elapsedEnd } from '../../src/core/metric/windows';
import { absolute, address } from '../../src/core/model/address';
import { isCellError, type CellValue } from '../../src/core/model/cell';
import type { WorkbookContent } from '../../src/core/model/content';
import { FIRST_DATA_ROW, HEADER_ROW, headerText, type RawSheetDef } from '../../src/core/model/raw-sheet';
import type { CellSpec, NameSpec, SheetSpec, WorkbookSpec } from '../../src/core/model/sheet-spec';
import { readRawSheetDefs } from '../../src/core/template/raw-sheet';
import { sheetWords } from '../../src/app/sheet-words';
import { resultSheets } from '../../src/app/results-charts';
import { loadStandard } from '../../src/app/standard';
import type { Grid } from './plain-xlsx';

export const RAW_SHEETS = readRawSheetDefs(rawTemplates);

/** All rules for signals are asked for where a content does not say which. */
const EVERY_RULE: Readonly<Record<string, CellValue>> = Object.fromEntries(SIGNAL_RULES.map((rule) => [`rules.${rule}.use`, '是']));

function plain(name: string, cells: readonly CellSpec[], more: Partial<SheetSpec> = {}): SheetSpec {
  return { name, columns: [], cells, protect: false, print: { orientation: 'portrait' }, activeCell: 'A1', ...more };
}

/** `sheets` are the raw-data sheets that the workbook has. `charts`: what the charts show, too. */
export function metricWorkbook(content: WorkbookContent, sheets: readonly RawSheetDef[] = RAW_SHEETS, charts = false): WorkbookSpec {
  const { periods } = content;
  const names: NameSpec[] = [...rawNames(sheets)];
  const home: CellSpec[] = [];
  const put = (name: string, cell: Pick<CellSpec, 'value' | 'formula'>): void => {
    const row = home.length + 1;
    home.push({ row, column: 1, style: 'input', ...cell });
    names.push({ name, refersTo: `首页!${absolute(row, 1)}` });
  };
  put('提升前_开始', { value: periods?.baseline.start ?? null });
  put('提升前_结束', { value: periods?.baseline.end ?? null });
  put('提升后_开始', { value: periods?.current.start ?? null });
  put('提升后_结束', { value: periods?.current.end ?? null });
  put('数据截止日', { value: periods?.asOf ?? null });
  put('同期截止日', { formula: AS_OF_BASELINE, value: periods === null ? 0 : elapsedEnd('baseline', periods) });
  put('本期截止日', { formula: 'MIN(提升后_结束,数据截止日)', value: periods === null ? 0 : elapsedEnd('current', periods) });
  for (const def of sheets) put(lastRowName(def), { formula: lastRowFormula(def), value: lastRow(content.rows[def.key] ?? []) });
  for (const def of METRICS) {
    for (const period of ['baseline', 'current'] as const) {
      for (const part of ['numerator', 'denominator'] as const) put(summaryName(def.item, period, part), { value: content.summaries[def.key]?.[period]?.[part] ?? null });
    }
  }
  const raw = sheets.map((def) => {
    const headers = def.columns.map((column, c): CellSpec => ({ row: HEADER_ROW, column: c + 1, value: headerText(column), style: 'header' }));
    const side = (content.side[def.key] ?? []).flatMap((row, i) => (def.side?.columns ?? []).map((column, c): CellSpec =>
      ({ row: FIRST_DATA_ROW + i, column: sideFirstColumn(def) + c, value: row[column.key] ?? null, style: 'input' })));
    const blocks = content.rows[def.key] ?? [];
    return plain(def.sheet, [...headers, ...side], {
      columns: def.columns.map(() => ({ width: 12, style: 'input' })),
      rawRows: { firstRow: FIRST_DATA_ROW, keys: def.columns.map(({ key }) => key), blocks },
    });
  });
  const { metrics, more } = charts ? chartedSheets(content, sheets) : { metrics: metricSheets({ measured: measure(content).measured, periods, sheets, withSummary: true, words: sheetWords }), more: [] };
  return {
    sheets: [plain('首页', home), ...metrics.sheets, ...more, ...raw],
    names: [...names, ...metrics.names],
    title: '指标', active: '首页', enterpriseName: '',
  };
}

/** With 图表数据, and the cells of 成效总结 that it looks at. */
function chartedSheets(content: WorkbookContent, sheets: readonly RawSheetDef[]): { readonly metrics: MetricSheets; readonly more: readonly SheetSpec[] } {
  const standard = { ...loadStandard(), rawSheets: sheets };
  const results = content.entries['results'] ?? EVERY_RULE;
  const { metrics, data } = resultSheets({ ...content, chosen: [...sheets.map(({ key }) => key), 'summary', 'results'], entries: { ...content.entries, results } }, standard, measure(content));
  const typed = (standard.fields['results'] ?? []).map(({ key, row, column }): CellSpec => ({ row, column, value: results[key] ?? null, style: 'input' }));
  return { metrics, more: [plain('成效总结', typed), data] };
}

/** Agreement asked of numbers, relative to the larger of the two. Tests on tails (p) come from other algorithms. */
export const TOLERANCE = 1e-12;
export const TAIL_TOLERANCE = 1e-7;
/** Spreads of quotients of totals: the calculator sums squares in one pass, the sheet squares residuals; where rows hardly differ either loses digits. */
const SPREAD_TOLERANCE = 1e-9;
/** Differences of nearly equal numbers carry the operands' rounding, hence an absolute floor too. */
const FLOOR = 1e-13;

/** A formula cell whose recalculated value differs from the cached one. */
export interface Disagreement {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly said: string;
}

/** Formula cells whose recalculated value differs from the calculator's. */
export function disagreements(spec: WorkbookSpec, recalculated: ReadonlyMap<string, Grid>): readonly Disagreement[] {
  const spread = spreadRows(spec);
  const toleranceOf = (sheet: string, { row, column }: CellSpec): number => {
    if (sheet !== METRIC_SHEET) return TOLERANCE;
    if (column === CHANGE_COLUMNS.p) return TAIL_TOLERANCE;
    return spread.has(row) && SPREAD_COLUMNS.has(column) ? SPREAD_TOLERANCE : TOLERANCE;
  };
  return spec.sheets.flatMap((sheet) => {
    const grid = recalculated.get(sheet.name);
    if (grid === undefined) return [{ sheet: sheet.name, row: 0, column: 0, said: `${sheet.name} is missing` }];
    return sheet.cells.flatMap((cell) => {
      if (cell.formula === undefined) return [];
      const found = grid[cell.row - 1]?.[cell.column - 1] ?? null;
      if (same(cell.value ?? null, found, toleranceOf(sheet.name, cell))) return [];
      const said = `${sheet.name}!${address(cell.row, cell.column)} calculator ${shown(cell.value ?? null)}, sheet ${shown(found)}: ${cell.formula.slice(0, 300)}`;
      return [{ sheet: sheet.name, row: cell.row, column: cell.column, said }];
    });
  });
}

const SPREAD_COLUMNS: ReadonlySet<number> = new Set([
  CHANGE_COLUMNS.low, CHANGE_COLUMNS.high,
  ...(['baseline', 'current'] as const).flatMap((period) => (['low', 'high', 'error'] as const).map((column) => periodColumn(period, column))),
]);

/** Rows of metrics whose spread is that of a quotient of totals. */
function spreadRows(spec: WorkbookSpec): ReadonlySet<number> {
  const ids = new Set<CellValue>([...METRICS, ...VARIANTS].filter(({ family }) => family === 'ratioOfTotals').map(metricId));
  const cells = spec.sheets.find(({ name }) => name === METRIC_SHEET)?.cells ?? [];
  return new Set(cells.filter(({ column, value }) => column === KEY_COLUMN && ids.has(value ?? null)).map(({ row }) => row));
}

function same(expected: CellValue, found: CellValue, tolerance: number): boolean {
  if (typeof expected === 'number' && typeof found === 'number') {
    return Math.abs(expected - found) <= Math.max(tolerance * Math.max(Math.abs(expected), Math.abs(found)), FLOOR);
  }
  if (isCellError(expected) && isCellError(found)) return expected.error === found.error;
  const blank = (value: CellValue): boolean => value === null || value === '';
  return (blank(expected) && blank(found)) || expected === found;
}

function shown(value: CellValue): string {
  return isCellError(value) ? value.error : JSON.stringify(value);
}
