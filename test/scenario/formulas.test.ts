/**
 * The formulas of the metric sheets against the calculator, in a spreadsheet that really recalculates: every hand-made
 * case, a few random workbooks, and workbooks broken on purpose, which must be found out. All go through one start.
 */
import { beforeAll, expect, it } from '@jest/globals';
import { sample } from 'fast-check';
import { METRICS, metricId, VARIANTS } from '../../src/core/metric/metrics';
import { CHANGE_COLUMNS, KEY_COLUMN, periodColumn } from '../../src/core/metric/sheet/metric-columns';
import { METRIC_SHEET } from '../../src/core/metric/sheet/metric-sheets';
import { MONTH_SHEET } from '../../src/core/metric/sheet/month-sheet';
import type { CellSpec, WorkbookSpec } from '../../src/core/model/sheet-spec';
import { writeWorkbook } from '../../src/host/xlsx/write/workbook';
import { CASES } from '../core/metric/cases';
import { describeWithLibreOffice, recalculateAll } from '../support/libreoffice';
import { packCases } from '../support/metric-case';
import { disagreements, metricWorkbook, RAW_SHEETS } from '../support/metric-workbook';
import type { Grid } from '../support/plain-xlsx';
import { randomContent } from '../support/random-content';

const RANDOM_WORKBOOKS = 3;
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const ON_TIME = 'on-time-delivery-rate';
const NUMERATOR = periodColumn('current', 'numerator');

/** One formula changed as a slip of the pen would change it: case whose rows show it, metric, column, what stood there, what stands there now. */
interface Slip {
  readonly says: string;
  readonly of: string;
  readonly id: string;
  readonly column: number;
  readonly from: string;
  readonly to: string;
}

const DELIVERIES = 'on-time-delivery-rate, on-time-delivery-rate/date-only';
const MEASURING = 'calibration-on-time-rate, calibration-on-time-rate/coverage';
const LOTS = 'purchase-acceptance-rate, purchase-acceptance-rate/with-concession';
const ORDERS = 'schedule-attainment-rate, plan-completion-rate, plan-completion-rate/offsetting';
const FINALS = 'first-submission-yield, product-pass-rate';
const WARRANTY = 'mean-time-to-first-failure, mean-time-between-failures';

const SLIPS: readonly Slip[] = [
  { says: 'in full', of: DELIVERIES, id: ON_TIME, column: NUMERATOR, from: '销售交付_订货数量<=', to: '销售交付_订货数量<' },
  { says: 'the day itself', of: MEASURING, id: 'calibration-on-time-rate', column: NUMERATOR, from: '<(测量设备_应检日期+1)', to: '<(测量设备_应检日期+0)' },
  { says: 'the customer is excluded', of: DELIVERIES, id: ON_TIME, column: periodColumn('current', 'denominator'), from: '(销售交付_延期责任="客户")', to: '0' },
  { says: 'the last day of the period', of: LOTS, id: 'purchase-acceptance-rate', column: NUMERATOR, from: '<提升后_结束+1', to: '<提升后_结束' },
  { says: 'the first day of the period', of: LOTS, id: 'purchase-acceptance-rate', column: periodColumn('current', 'used'), from: '>=提升后_开始', to: '>提升后_开始' },
  { says: 'rows that cannot be used', of: 'labor-efficiency', id: 'labor-efficiency', column: periodColumn('current', 'invalid'), from: ',0,1),0', to: ',0,0),0' },
  { says: 'retirement is no leaving', of: 'employee-turnover-rate', id: 'employee-turnover-rate', column: NUMERATOR, from: '(员工_离职类型="退休")', to: '0' },
  { says: 'the quantile of the interval', of: FINALS, id: 'first-submission-yield', column: periodColumn('current', 'low'), from: '1.95996398454005', to: '1.96' },
  { says: 'degrees of freedom', of: WARRANTY, id: 'mean-time-to-first-failure', column: periodColumn('current', 'low'), from: '+2)', to: '+1)' },
  { says: 'zero is a number', of: 'rd-spending-ratio', id: 'rd-spending-ratio', column: NUMERATOR, from: 'ISNUMBER(财务_研发费用)', to: '1' },
  { says: 'each order up to its plan', of: ORDERS, id: 'plan-completion-rate', column: NUMERATOR, from: 'IF(IF(ISNUMBER(生产工单_完成数量),生产工单_完成数量,0)<生产工单_计划数量,', to: 'IF(TRUE,' },
  { says: 'the standard error', of: 'plan-completion-rate: orders enough for an interval', id: 'plan-completion-rate', column: periodColumn('current', 'error'), from: '-1))/ABS(', to: '))/ABS(' },
  // Where the as-of date cuts the period.
  { says: 'not due is not counted', of: 'deliveries as of a day inside the period', id: ON_TIME, column: periodColumn('current', 'denominator'), from: '<数据截止日+1', to: '<数据截止日+2' },
  { says: 'what is not due is counted as such', of: 'warranty as of a day inside the period', id: 'warranty-failure-rate', column: periodColumn('current', 'notDue'), from: '<数据截止日+1,0,1)', to: '<数据截止日+9,0,1)' },
  { says: 'like for like', of: 'major-complaint-count: like for like', id: 'major-complaint-count', column: periodColumn('baseline', 'numerator'), from: '<同期截止日+1', to: '<提升前_结束+1' },
];

const rowsById = (spec: WorkbookSpec): ReadonlyMap<string, number> =>
  new Map((spec.sheets.find(({ name }) => name === METRIC_SHEET)?.cells ?? []).filter(({ column, row }) => column === KEY_COLUMN && row > 4).map(({ row, value }) => [typeof value === 'string' ? value : '', row]));

function edit(spec: WorkbookSpec, change: (cell: CellSpec, sheet: string) => CellSpec): WorkbookSpec {
  return { ...spec, sheets: spec.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => (cell.formula === undefined ? cell : change(cell, sheet.name))) })) };
}

function slipped(spec: WorkbookSpec, slips: readonly Slip[]): WorkbookSpec {
  const rows = rowsById(spec);
  let done = 0;
  const broken = edit(spec, (cell, sheet) => {
    const slip = slips.find(({ id, column }) => sheet === METRIC_SHEET && rows.get(id) === cell.row && column === cell.column);
    if (slip === undefined || cell.formula?.includes(slip.from) !== true) return cell;
    done++;
    return { ...cell, formula: cell.formula.replaceAll(slip.from, slip.to) };
  });
  if (done !== slips.length) throw new Error(`${done} of ${slips.length} slips found their place`);
  return broken;
}

/** Wrong cached values throughout: what a reader sees that does not recalculate. */
const stale = (spec: WorkbookSpec): WorkbookSpec => edit(spec, (cell) => ({ ...cell, value: typeof cell.value === 'number' ? cell.value + 1000 : '陈旧' }));

describeWithLibreOffice('formulas and calculator', () => {
  const packs = packCases(CASES);
  // A few cases need a few sheets: fewer formulas to recalculate, and metrics of missing sheets left out as they must be.
  const specs = packs.map(({ content, names }): WorkbookSpec => {
    const few = names.length < 5;
    const spec = metricWorkbook(content, few ? RAW_SHEETS.filter(({ key }) => Object.hasOwn(content.rows, key)) : RAW_SHEETS);
    return few ? { ...spec, sheets: spec.sheets.filter(({ name }) => name !== MONTH_SHEET) } : spec;
  });
  const random = sample(randomContent(), { numRuns: RANDOM_WORKBOOKS, seed: SEED }).map((content) => metricWorkbook(content));
  const packOf = (name: string): number => {
    const pack = packs.findIndex(({ names }) => names.includes(name));
    if (pack < 0) throw new Error(`no case ${name}`);
    return pack;
  };
  const whole = specs[0];
  if (whole === undefined) throw new Error('no cases');
  const brokenPacks = [...new Set(SLIPS.map(({ of }) => packOf(of)))];
  const broken = brokenPacks.map((pack) => slipped(specs[pack] ?? whole, SLIPS.filter(({ of }) => packOf(of) === pack)));
  let grids: readonly ReadonlyMap<string, Grid>[] = [];
  const gridOf = (index: number): ReadonlyMap<string, Grid> => grids[index] ?? new Map();
  const said = (spec: WorkbookSpec, index: number): readonly string[] => disagreements(spec, gridOf(index)).map((each) => each.said);

  beforeAll(async () => {
    const files: Uint8Array[] = [];
    for (const spec of [...specs, ...random, ...broken, stale(whole)]) files.push(await writeWorkbook(spec));
    grids = await recalculateAll(files);
  }, 300_000);

  it('agree on every hand-made case', () => {
    const found = specs.map((spec, i) => ({ cases: packs[i]?.names, said: said(spec, i) }));
    expect(found.filter((each) => each.said.length > 0)).toEqual([]);
  });

  it('give a figure for every metric and variant somewhere among the cases', () => {
    const withFigure = new Set(specs.flatMap((spec, i) => [...rowsById(spec)].filter(([, row]) => typeof gridOf(i).get(METRIC_SHEET)?.[row - 1]?.[CHANGE_COLUMNS.current - 1] === 'number').map(([id]) => id)));
    expect([...METRICS, ...VARIANTS].map(metricId).filter((id) => !withFigure.has(id))).toEqual([]);
  });

  it(`agree on random workbooks (SEED=${SEED})`, () => {
    expect(random.flatMap((spec, i) => said(spec, specs.length + i))).toEqual([]);
  });

  it.each(SLIPS.map((slip) => [slip.says, slip] as const))('find out a formula that is wrong about: %s', (_, slip) => {
    const which = brokenPacks.indexOf(packOf(slip.of));
    const spec = broken[which] ?? whole;
    const found = disagreements(spec, gridOf(specs.length + random.length + which));
    expect(found.filter(({ sheet, row, column }) => sheet === METRIC_SHEET && row === rowsById(spec).get(slip.id) && column === slip.column)).toHaveLength(1);
  });

  it('do not pass because old values were kept: all cached values were wrong, all came out right', () => {
    const index = specs.length + random.length + broken.length;
    expect(said(whole, index)).toEqual([]);
    const formulas = whole.sheets.reduce((sum, { cells }) => sum + cells.filter(({ formula }) => formula !== undefined).length, 0);
    expect(formulas).toBeGreaterThan(5000);
    expect(disagreements(stale(whole), gridOf(index))).toHaveLength(formulas);
  });
});
