/** Measures metrics over a workbook's rows: every sheet is passed once, whatever the number of metrics on it. */
import type { Block } from '../model/block';
import type { WorkbookContent } from '../model/content';
import type { RowCounts } from '../model/metric-result';
import type { PeriodKey, Periods } from '../model/period';
import { Accumulator } from './accumulator';
import { columnsOf } from './columns-of';
import { groupTable, weightsOf, type GroupTable } from './groups';
import type { Aggregate, MetricDef } from './metric-def';
import { monthsOf } from './months';
import { NOT_MEASURED, outcomeOf, type Outcome } from './outcome';
import { moments, type Moments } from '../stats/moments';
import { RowProgram } from './vector';
import { boundsOf, type Bounds } from './windows';

export interface MonthFigures {
  readonly low: number;
  readonly high: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** One metric in one period, with all that its sheets, intervals and charts need. */
export interface Measured {
  readonly def: MetricDef;
  readonly period: PeriodKey;
  readonly outcome: Outcome;
  readonly rows: RowCounts;
  readonly parts: ReadonlyMap<string, number>;
  readonly table: GroupTable | null;
  readonly tooManyGroups: boolean;
  /** Sums of squares of denominator and numerator over the used rows (`ratioOfTotals`). */
  readonly squares: { readonly xx: number; readonly xy: number; readonly yy: number };
  /** Means per questionnaire (`score`). */
  readonly sample: Moments | null;
  readonly months: readonly MonthFigures[];
  /** Days of the window, the exposure of counts. */
  readonly days: number;
}

/** Months that the monthly series and the headcount table have room for, per period. */
export const MOST_MONTHS = 24;

/** What must be known before the first row. */
type Typed = Pick<WorkbookContent, 'periods' | 'side' | 'summaries'>;

const NO_ROWS: RowCounts = { used: 0, notDue: 0, outside: 0, invalid: 0 };

interface Work {
  readonly def: MetricDef;
  readonly period: PeriodKey;
  /** By population and by the period that its parts are measured over. */
  readonly accumulators: readonly { readonly index: number; readonly of: PeriodKey; readonly accumulator: Accumulator }[];
  /** Months of the window, each with an accumulator of its own. */
  readonly months: readonly { readonly bounds: Bounds; readonly accumulator: Accumulator }[];
}

/** Metrics being measured while the rows pass by. A live resource. */
export interface MetricPass {
  /** Raw-data sheet key -> keys of the columns that the metrics look at: nothing else need be read. */
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
  /** The sheet's next rows, in the order of the sheet. */
  take(sheet: string, block: Block): void;
  /** In the order of the metrics. */
  finish(): readonly Measured[];
}

/** Nothing is wanted while the periods are missing. */
export function openMetricPass(defs: readonly MetricDef[], content: Typed): MetricPass {
  const { periods } = content;
  if (periods === null) {
    return { columns: new Map(), take: () => undefined, finish: () => defs.flatMap((def) => periodsOf(def).map((period) => unmeasured(def, period))) };
  }
  const passes = new Map<string, SheetPass>();
  const columns = new Map<string, Set<string>>();
  const pass = (sheet: string): SheetPass => {
    const known = passes.get(sheet) ?? { program: new RowProgram(), accumulators: [] };
    passes.set(sheet, known);
    return known;
  };
  for (const def of defs) {
    for (const [index, { sheet }] of def.populations.entries()) columns.set(sheet, new Set([...(columns.get(sheet) ?? []), ...columnsOf(def, index)]));
  }
  const works = defs.flatMap((def) => periodsOf(def).map((period) => prepare(def, period, content, periods, pass)));
  return {
    columns,
    take(sheet, block) {
      const found = passes.get(sheet);
      if (found !== undefined) takeBlock(found.program, found.accumulators, block);
    },
    finish: () => works.map((work) => finish(work, content, periods)),
  };
}

export function measureMetrics(defs: readonly MetricDef[], content: WorkbookContent): readonly Measured[] {
  const pass = openMetricPass(defs, content);
  for (const sheet of pass.columns.keys()) {
    for (const block of content.rows[sheet] ?? []) pass.take(sheet, block);
  }
  return pass.finish();
}

export function periodsOf(def: MetricDef): readonly PeriodKey[] {
  return def.scope === 'comparison' ? ['current'] : ['baseline', 'current'];
}

function takeBlock(program: RowProgram, accumulators: readonly Accumulator[], block: Block): void {
  program.run(block);
  for (const accumulator of accumulators) accumulator.take(block);
}

interface SheetPass {
  readonly program: RowProgram;
  readonly accumulators: Accumulator[];
}

type Pass = (sheet: string) => SheetPass;

function prepare(def: MetricDef, period: PeriodKey, content: Typed, periods: Periods, pass: Pass): Work {
  const main = def.populations[0];
  if (main === undefined) throw new RangeError(`${def.key} has no population`);
  const { grouping } = def;
  const byColumn = grouping !== undefined && grouping.by.kind !== 'months';
  const weights = grouping === undefined ? null : weightsOf(grouping, content.side[main.sheet] ?? []);
  const open = (index: number, of: PeriodKey, bounds: Bounds, parts: Readonly<Record<string, Aggregate>>, more: { months: boolean; groups: boolean }): Accumulator => {
    const population = def.populations[index];
    if (population === undefined) throw new RangeError(`${def.key} has no population ${index}`);
    const { program, accumulators } = pass(population.sheet);
    const accumulator = new Accumulator(program, {
      def, index, bounds,
      parts: pick(parts, index, of, period),
      groupParts: more.groups ? pick(grouping?.parts ?? {}, index, of, period) : {},
      months: more.months ? monthsOf(bounds.low, bounds.high).slice(0, MOST_MONTHS) : [],
      clusterWeight: more.groups && grouping?.cluster !== undefined && weights !== null ? weights.weightOf : null,
    });
    accumulators.push(accumulator);
    return accumulator;
  };
  const needed: { index: number; of: PeriodKey }[] = [{ index: 0, of: period }];
  for (const { from = 0, period: of = period } of [...Object.values(def.parts), ...Object.values(grouping?.parts ?? {})]) {
    if (!needed.some((each) => each.index === from && each.of === of)) needed.push({ index: from, of });
  }
  const accumulators = needed.map(({ index, of }) => {
    const window = def.populations[index]?.window ?? main.window;
    return { index, of, accumulator: open(index, of, boundsOf(window, of, periods), def.parts, { months: def.monthly && index === 0, groups: byColumn && index === 0 }) };
  });
  const bounds = boundsOf(main.window, period, periods);
  const months = grouping?.by.kind === 'months'
    ? monthsOf(bounds.low, bounds.high).map((month) => {
        const of = { ...month, asOf: bounds.asOf };
        return { bounds: of, accumulator: open(0, period, of, grouping.parts, { months: false, groups: false }) };
      })
    : [];
  return { def, period, accumulators, months };
}

function pick(parts: Readonly<Record<string, Aggregate>>, index: number, of: PeriodKey, period: PeriodKey): Readonly<Record<string, Aggregate>> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => (part.from ?? 0) === index && (part.period ?? period) === of));
}

function finish({ def, period, accumulators, months }: Work, content: Typed, periods: Periods): Measured {
  const main = accumulators[0]?.accumulator;
  if (main === undefined) return unmeasured(def, period);
  const parts = new Map(accumulators.flatMap(({ accumulator }) => [...accumulator.parts()]));
  const grouped = groupsOf(def, accumulators, months, content);
  const table = def.grouping === undefined || grouped === null ? null : groupTable(def.grouping, grouped.slice(0, def.grouping.limit));
  for (const [name, value] of table?.totals ?? []) parts.set(name, value);
  if (def.grouping?.weights !== undefined) {
    const weights = weightsOf(def.grouping, content.side[def.populations[0]?.sheet ?? ''] ?? []);
    parts.set('weightRows', weights.rows);
    parts.set('weightSum', weights.sum);
  }
  const tooManyGroups = def.grouping !== undefined && (grouped?.length ?? 0) > def.grouping.limit;
  const bounds = boundsOf(def.populations[0]?.window ?? 'period', period, periods);
  return {
    def, period, parts, table, tooManyGroups,
    rows: main.counts,
    outcome: outcomeOf(def, parts, main.counts, tooManyGroups, content.summaries[def.key]?.[period]),
    squares: main.squares,
    sample: def.grouping?.cluster === undefined ? null : sampleOf(main),
    months: def.monthly
      ? main.monthParts().map((of, i) => ({
          ...(monthsOf(bounds.low, bounds.high)[i] ?? { low: 0, high: 0 }),
          numerator: of.get('numerator') ?? 0,
          denominator: of.get('denominator') ?? 0,
        }))
      : [],
    days: bounds.high - bounds.low + 1,
  };
}

/** Groups with their parts of all periods, in the order in which the sheet lists them. */
function groupsOf(def: MetricDef, accumulators: Work['accumulators'], months: Work['months'], content: Typed): readonly { key: string | number; parts: Map<string, number> }[] | null {
  const { grouping } = def;
  if (grouping === undefined) return null;
  if (grouping.by.kind === 'months') {
    return months.map(({ bounds, accumulator }) => ({
      key: bounds.low,
      parts: new Map([...accumulator.parts(), ['days', bounds.high - bounds.low + 1]]),
    }));
  }
  const weights = weightsOf(grouping, content.side[def.populations[0]?.sheet ?? ''] ?? []);
  const main = accumulators[0]?.accumulator;
  const rows = [...(main?.groups ?? [])].map(([key, { shown }]) => ({
    key: grouping.by.kind === 'number' ? Number(key) : shown,
    parts: new Map<string, number>([
      ...accumulators.flatMap(({ accumulator }) => {
        const group = accumulator.groups.get(key);
        return group === undefined ? [] : [...accumulator.groupParts(group)];
      }),
      ['weight', weights.weightOf(key)],
    ]),
  }));
  return grouping.by.kind === 'number' ? [...rows].sort((a, b) => Number(a.key) - Number(b.key)) : rows;
}

function sampleOf(accumulator: Accumulator): Moments {
  const means = [...accumulator.clusters.values()]
    .filter(({ weight }) => weight.value > 0)
    .map(({ weighted, weight }) => weighted.value / weight.value);
  return moments(means);
}

function unmeasured(def: MetricDef, period: PeriodKey): Measured {
  return {
    def, period, outcome: NOT_MEASURED, rows: NO_ROWS, parts: new Map(), table: null, tooManyGroups: false,
    squares: { xx: 0, xy: 0, yy: 0 }, sample: null, months: [], days: 0,
  };
}
