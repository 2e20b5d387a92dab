/**
 * The formulas behind the charts, recalculated by LibreOffice from rows, all their cached values being wrong before: control
 * limits are the published ones, each rule for signals finds its months and no others, and every cell is what the program says.
 */
import { beforeAll, expect, it } from '@jest/globals';
import { CHART_DATA_SHEET } from '../../src/core/chart/chart-sheets';
import { monthSeries } from '../../src/core/chart/month-series';
import { RUN_BLOCK, RUN_COLUMNS, RUN_HEAD, runCells } from '../../src/core/chart/run-cells';
import { constant } from '../../src/core/chart/sentence';
import { measure } from '../../src/app/measure';
import { serialOf } from '../../src/core/codec/date';
import { METRICS } from '../../src/core/metric/metrics';
import { FIRST_MONTH_ROW, MONTH_SHEET } from '../../src/core/metric/sheet/month-sheet';
import { isCellError, type CellValue } from '../../src/core/model/cell';
import type { WorkbookContent } from '../../src/core/model/content';
import type { Periods } from '../../src/core/model/period';
import type { CellSpec, WorkbookSpec } from '../../src/core/model/sheet-spec';
import { SIGNAL_RULES, type SignalRule } from '../../src/core/stats/signals';
import { writeWorkbook } from '../../src/host/xlsx/write/workbook';
import { within } from '../core/stats/near';
import { describeWithLibreOffice, recalculateAll } from '../support/libreoffice';
import { contentFrom, sheetDef } from '../support/metric-case';
import { disagreements, metricWorkbook } from '../support/metric-workbook';
import type { Grid } from '../support/plain-xlsx';

const PASSED = '7.6c 产品合格率';
const EFFICIENCY = '6.1 人员作业效率';

type Row = Readonly<Record<string, CellValue>>;
const dayOf = (year: number, month: number): number => serialOf(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 15);
const years = (count: number): Periods => ({
  baseline: { start: serialOf(2024 - count, 1, 1), end: serialOf(2023, 12, 31) }, current: { start: serialOf(2024, 1, 1), end: serialOf(2023 + count, 12, 31) }, asOf: serialOf(2023 + count, 12, 31),
});

/** A month of inspections: so many, and so many of them not passed. */
const inspected = (month: number, submitted: number, failed: number, i = 0): Row => ({ date: dayOf(2022, month), lot: `L${month}-${i}`, submission: 1, submitted, passed: submitted - failed });
/** A month whose efficiency is `earned` / `hours`. */
const worked = (year: number, month: number, earned: number, hours = 1): Row =>
  ({ orderNo: `W${year}-${month}`, planQuantity: 1, planDate: dayOf(year, month), actualDate: dayOf(year, month), doneQuantity: 1, standardHours: earned, actualHours: hours });

/** Nonconforming cans in 30 samples of 50 (Montgomery, chapter 6; data set `orangejuice` of the R package qcc). Two years have 24 months: the first twelve samples are two to a month, which leaves the centre and the limits of a sample as published. */
const D = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];
const JUICE = contentFrom({ finalInspection: D.map((failed, i) => inspected(i < 12 ? 1 + Math.floor(i / 2) : i - 5, 50, failed, i)) }, years(2));

/** Flow rates of the NIST/SEMATECH e-Handbook, 6.3.2.2. */
const RATES = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
const FLOW = contentFrom({ workOrders: RATES.map((rate, i) => worked(2023, i + 1, rate)) }, years(1));

/** The wafers of the e-Handbook, 6.3.3.1: 400 defects on 25, the last two in one month. */
const WAFERS = contentFrom({ workOrders: Array.from({ length: 24 }, (_, i) => worked(2022, i + 1, i === 23 ? 32 : 16, i === 23 ? 2 : 1)) }, years(2));

/** 80 of 100 before, 95 of 100 after, month by month. */
const CHANGED = contentFrom({ finalInspection: Array.from({ length: 24 }, (_, i): Row => ({ ...inspected(1, 100, i < 12 ? 20 : 5, i), date: dayOf(2023, i + 1) })) }, years(1));

/** Months before with the mean 10 and, by their ranges of 1.128, the standard deviation 1; then the months of the period after, and those of them that the rule is to tell. */
const STEADY = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 10.564 : 9.436));
const SIGNALS: readonly (readonly [rule: SignalRule, values: readonly number[], told: readonly number[]])[] = [
  ['1', [13.1, 12.9, 6.9, 7.1], [1, 3]],
  ['2', [12.1, 10, 12.1, 10, 10, 12.1, 7.9, 10.5, 7.9], [3, 9]],
  ['2', [12.1, 7.9, 12.1], [3]],
  ['3', [11.1, 11.1, 10.5, 11.1, 11.1, 10.5], [5]],
  ['3', [8.9, 8.9, 8.9, 8.9], [4]],
  ['4', [10.5, 10.5, 10.5, 10.5, 10.5, 10.5, 10.5, 10.5, 10.5], [8, 9]],
  ['4', [10.5, 10.5, 10.5, 10.5, 10.5, 9.5, 10.5, 10.5, 10.5], []],
  ['5', [9, 9.2, 9.4, 9.6, 9.8, 10.2, 10.4], [6, 7]],
  ['5', [10.5, 10.4, 10.3, 10.2, 10.1, 10.1, 10], []],
];
const only = (rule: SignalRule): WorkbookContent['entries'] => ({ results: Object.fromEntries(SIGNAL_RULES.map((one) => [`rules.${one}.use`, one === rule ? '是' : '否'])) });
const signalled = SIGNALS.map(([rule, values]): WorkbookContent =>
  ({ ...contentFrom({ workOrders: [...STEADY.map((value, i) => worked(2023, i + 1, value)), ...values.map((value, i) => worked(2024, i + 1, value))] }, years(1)), entries: only(rule) }));

const bookOf = (content: WorkbookContent): WorkbookSpec => metricWorkbook(content, content.chosen.map(sheetDef), true);

/** No metric with months counts events over an exposure yet: the block is made of one's months as if it did. */
function withEvents(spec: WorkbookSpec, content: WorkbookContent): WorkbookSpec {
  const def = METRICS.find(({ key }) => key === 'labor-efficiency');
  const [baseline, current] = measure(content).measured.filter((each) => each.def === def).map((each) => ({ ...each, def: { ...each.def, family: 'countRate' as const } }));
  const monthColumn = spec.sheets.find(({ name }) => name === MONTH_SHEET)?.cells.find(({ value }) => value === EFFICIENCY)?.column;
  if (baseline === undefined || current === undefined || monthColumn === undefined) throw new RangeError('no months');
  const series = monthSeries(baseline, current, 'no-evidence', new Set(SIGNAL_RULES));
  const rules = { 1: '1', 2: '1', 3: '1', 4: '1', 5: '1' };
  const cells = runCells('事件', series, { top: 1, format: '0.0', monthColumn, verdict: '""', changed: ['改善'], rules, more: '' }, constant('事件'));
  return { ...spec, sheets: [...spec.sheets, { name: '事件', columns: [], cells, protect: false, print: { orientation: 'portrait' }, activeCell: 'A1' }] };
}

/** Wrong cached values throughout: what agrees afterwards was recalculated. */
const stale = (spec: WorkbookSpec): WorkbookSpec => ({
  ...spec, sheets: spec.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell): CellSpec => (cell.formula === undefined ? cell : { ...cell, value: typeof cell.value === 'number' ? cell.value + 1000 : '陈旧' })) })),
});

describeWithLibreOffice('recalculated', () => {
  const specs: readonly WorkbookSpec[] = [bookOf(JUICE), bookOf(FLOW), withEvents(bookOf(WAFERS), WAFERS), bookOf(CHANGED), ...signalled.map(bookOf)];
  let grids: readonly ReadonlyMap<string, Grid>[] = [];
  beforeAll(async () => {
    grids = await recalculateAll(await Promise.all(specs.map(async (spec) => writeWorkbook(stale(spec)))));
  }, 180_000);

  /** The months of a run chart as the sheet has them, those with data; and what stands at the block's title. */
  function months(book: number, heading: string, sheet = CHART_DATA_SHEET): { readonly rows: readonly (readonly CellValue[])[]; readonly title: CellValue } {
    const grid = grids[book]?.get(sheet) ?? [];
    const top = grid.findIndex((row) => row[0] === heading);
    if (top < 0) throw new RangeError(`no ${heading}`);
    const known = Number(grid[top + 2]?.[4]) + Number(grid[top + 3]?.[4]);
    return { rows: grid.slice(top + RUN_HEAD, top + RUN_BLOCK).slice(0, known), title: grid[top + 4]?.[1] ?? null };
  }
  const of = (rows: readonly (readonly CellValue[])[], column: keyof typeof RUN_COLUMNS): readonly CellValue[] => rows.map((row) => row[RUN_COLUMNS[column] - 1] ?? null);
  const told = (rows: readonly (readonly CellValue[])[], rule: SignalRule): readonly number[] => of(rows, 'rules').flatMap((found, i) => (typeof found === 'string' && found.split('、').includes(rule) ? [i + 1] : []));

  it('every formula gives what the program says', () => {
    const said = specs.flatMap((spec, i) => disagreements(spec, grids[i] ?? new Map()).map((each) => `${i} ${each.said}`));
    expect(said).toEqual([]);
    const formulas = specs.flatMap(({ sheets }) => sheets.filter(({ name }) => name === CHART_DATA_SHEET)).reduce((sum, { cells }) => sum + cells.filter(({ formula }) => formula !== undefined).length, 0);
    expect(formulas).toBeGreaterThan(5000);
  });

  it('p chart: the limits of the orange juice and its two signals, as qcc prints them', () => {
    const { rows } = months(0, PASSED);
    expect(rows).toHaveLength(24);
    const samples = rows.slice(6);
    for (const row of samples) {
      const [center, sd, lower, upper] = (['center', 'sd', 'lower', 'upper'] as const).map((column) => row[RUN_COLUMNS[column] - 1]);
      // Shares that pass are one less shares that do not.
      expect([center, sd, upper, lower]).toEqual([within(1 - 0.2313333, 5e-8), within(0.05963526, 5e-9), within(1 - 0.05242755, 5e-9), within(1 - 0.4102391, 5e-8)]);
    }
    expect(told(samples, '1').map((i) => i + 12)).toEqual([15, 23]);
  });

  it('individuals: the limits of the flow rates, as the e-Handbook prints them', () => {
    const { rows, title } = months(1, EFFICIENCY);
    expect(of(rows, 'value')).toEqual(RATES);
    for (const row of rows) expect([row[RUN_COLUMNS.center - 1], row[RUN_COLUMNS.lower - 1], row[RUN_COLUMNS.upper - 1]]).toEqual([within(50.81, 5e-9), within(45.8159, 5e-5), within(55.8041, 5e-5)]);
    expect(title).toBe('人员作业效率各月没有异常信号');
  });

  it('u: limits 4 and 28 for one wafer, nearer for two', () => {
    const { rows } = months(2, '事件', '事件');
    expect(rows).toHaveLength(24);
    const limits = rows.map((row) => [row[RUN_COLUMNS.lower - 1], row[RUN_COLUMNS.upper - 1]]);
    expect(limits.slice(0, 23)).toEqual(Array.from({ length: 23 }, () => [within(4, 1e-12), within(28, 1e-12)]));
    expect(limits[23]).toEqual([within(16 - 3 * Math.sqrt(8), 1e-12), within(16 + 3 * Math.sqrt(8), 1e-12)]);
  });

  it('limits are frozen before and begin anew after a change that is shown', () => {
    const { rows, title } = months(3, PASSED);
    expect(of(rows, 'center')).toEqual([...Array.from({ length: 12 }, () => within(0.8, 1e-12)), ...Array.from({ length: 12 }, () => within(0.95, 1e-12))]);
    const half = 3 * Math.sqrt((0.95 * 0.05) / 100);
    expect([rows[12]?.[RUN_COLUMNS.lower - 1], rows[12]?.[RUN_COLUMNS.upper - 1]]).toEqual([within(0.95 - half, 1e-12), within(Math.min(1, 0.95 + half), 1e-12)]);
    expect(title).toBe('产品合格率各月没有异常信号；变化已成立，提升后另算控制限');
    // Without a change the months after stand against the limits of those before.
    expect(of(months(4, EFFICIENCY).rows, 'center')).toEqual(Array.from({ length: 16 }, () => within(10, 1e-9)));
  });

  it.each(SIGNALS.map(([rule, values, expected], i) => [rule, values, expected, i + 4] as const))('rule %s of %j: %j', (rule, values, expected, book) => {
    const { rows, title } = months(book, EFFICIENCY);
    expect(rows).toHaveLength(STEADY.length + values.length);
    expect(of(rows, 'sd')[0]).toEqual(within(1, 1e-9));
    expect(told(rows, rule).map((i) => i - STEADY.length)).toEqual(expected);
    expect(of(rows, 'rules').filter((found) => found !== null && found !== '' && found !== rule)).toEqual([]);
    const named = expected.map((i) => `2024-${String(i).padStart(2, '0')}`).join('、');
    expect(title).toBe(expected.length === 0 ? '人员作业效率各月没有异常信号' : `人员作业效率有 ${expected.length} 个月出现异常信号：${named}`);
  });

  it('rows behind the last month repeat it, without an error', () => {
    const grid = grids[1]?.get(CHART_DATA_SHEET) ?? [];
    const top = grid.findIndex((row) => row[0] === EFFICIENCY);
    const after = grid.slice(top + RUN_HEAD + RATES.length, top + RUN_BLOCK).map((row) => row.slice(RUN_COLUMNS.month - 1, RUN_COLUMNS.upper));
    expect(after).toHaveLength(36 - RATES.length);
    expect(after.flat().some((value) => isCellError(value ?? null))).toBe(false);
    expect(new Set(after.map((row) => row[1]))).toEqual(new Set([RATES.at(-1)]));
    expect(grids[1]?.get(MONTH_SHEET)?.[FIRST_MONTH_ROW - 1]?.[0]).toBe('提升前');
  });
});
