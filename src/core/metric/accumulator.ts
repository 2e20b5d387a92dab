/**
 * One population of one metric over one window: sorts every row into used, not due, outside or invalid, and feeds the
 * aggregates with the used ones. One pass; memory grows with groups, keys and questionnaires, never with rows.
 */
import type { Block } from '../model/block';
import type { RowCounts } from '../model/metric-result';
import { always, multiply, number, type Num } from './algebra';
import { keyText, RunningAggregate, shownKey, type Taken } from './aggregate';
import { columnsOf } from './columns-of';
import type { Aggregate, MetricDef } from './metric-def';
import { RowsByMonth } from './rows-by-month';
import { RunningSum } from './running';
import { COUNTS, EMPTY, INVALID, OUT_OF_SCOPE, type NumVector, type RowProgram, type Vector } from './vector';
import type { Bounds } from './windows';

type Parts = ReadonlyMap<string, RunningAggregate>;

export interface Group {
  readonly shown: string;
  /** Weight of its rows in the clusters. */
  readonly weight: number;
  readonly parts: Parts;
}

/** Sums per unit of sampling (a questionnaire), for the spread of a mean. */
export interface Cluster {
  readonly weighted: RunningSum;
  readonly weight: RunningSum;
}

export interface Demand {
  readonly def: MetricDef;
  /** Index of the population. */
  readonly index: number;
  readonly bounds: Bounds;
  readonly parts: Readonly<Record<string, Aggregate>>;
  /** Parts per group, where the metric groups by a column. */
  readonly groupParts: Readonly<Record<string, Aggregate>>;
  /** Last days of consecutive months; the parts are also kept per month of the due date. */
  readonly months: readonly { readonly low: number; readonly high: number }[];
  /** Weight of a group for the clusters; null when none are wanted. */
  readonly clusterWeight: ((groupKey: string) => number) | null;
}

export class Accumulator {
  readonly #demand: Demand;
  readonly #program: RowProgram;
  readonly #standing: Vector<Uint8Array>;
  readonly #due: NumVector;
  /** The window: from `low` to before `end`, not due from `later` on. */
  readonly #window: { readonly low: number; readonly end: number; readonly later: number };
  readonly #parts: Parts;
  readonly #monthly: readonly Parts[];
  readonly #byMonth: RowsByMonth;
  readonly #groupColumn: string | null;
  readonly groups = new Map<string, Group>();
  /** The groups again, by the cell that names them: a short cut. */
  readonly #groupOf = new Map<string, Group>();
  readonly clusters = new Map<string, Cluster>();
  /** Sums of squares and products of denominator and numerator, for the spread of a quotient of totals. */
  readonly #squares: { readonly xx: RunningAggregate; readonly xy: RunningAggregate; readonly yy: RunningAggregate } | null;
  /** Numbers of the used rows of the block. */
  #used = new Int32Array(0);
  readonly #counts = { used: 0, notDue: 0, outside: 0, invalid: 0 };

  constructor(program: RowProgram, demand: Demand) {
    this.#demand = demand;
    this.#program = program;
    const { def, index, bounds, months } = demand;
    const population = def.populations[index];
    if (population === undefined) throw new RangeError(`${def.key} has no population ${index}`);
    this.#standing = program.standing(program.anyFilled(columnsOf(def, index)), program.bool(population.scope ?? always, bounds), program.bool(population.valid, bounds));
    this.#due = program.num(population.due ?? number(0), bounds);
    this.#window = population.window === 'all'
      ? { low: -Infinity, end: Infinity, later: Infinity }
      : { low: bounds.low, end: bounds.high + 1, later: bounds.asOf + 1 };
    this.#parts = this.#open(demand.parts);
    this.#monthly = months.map(() => this.#open(demand.parts));
    this.#byMonth = new RowsByMonth(months);
    this.#squares = def.family === 'ratioOfTotals' ? this.#openSquares(def.parts['denominator']?.of, def.parts['numerator']?.of) : null;
    const by = def.grouping?.by;
    this.#groupColumn = index === 0 && by !== undefined && by.kind !== 'months' ? by.column : null;
    if (this.#groupColumn !== null) this.#open(demand.groupParts); // the program must know the vectors before it runs
  }

  /** After the program has run over the block. */
  take(block: Block): void {
    if (this.#groupColumn !== null) this.#meetGroups(block, this.#groupColumn);
    const count = this.#sort(block);
    const taken = { block, dues: this.#due.values, rows: this.#used };
    for (const part of this.#parts.values()) part.take(taken, 0, count);
    if (this.#monthly.length > 0) this.#takeMonths(taken, count);
    if (this.#squares !== null) for (const each of Object.values(this.#squares)) each.take(taken, 0, count);
    if (this.#groupColumn !== null) this.#takeGroups(taken, count, this.#groupColumn);
  }

  get counts(): RowCounts {
    return this.#counts;
  }

  get squares(): { readonly xx: number; readonly xy: number; readonly yy: number } {
    return { xx: this.#squares?.xx.value ?? 0, xy: this.#squares?.xy.value ?? 0, yy: this.#squares?.yy.value ?? 0 };
  }

  parts(): ReadonlyMap<string, number> {
    return totals(this.#parts);
  }

  monthParts(): readonly ReadonlyMap<string, number>[] {
    return this.#monthly.map(totals);
  }

  groupParts(group: Group): ReadonlyMap<string, number> {
    return totals(group.parts);
  }

  /** Counts the rows of the block, lists the used ones and returns how many those are. */
  #sort({ length }: Block): number {
    if (this.#used.length < length) this.#used = new Int32Array(length);
    const [standing, dues, rows] = [this.#standing.values, this.#due.values, this.#used];
    const { low, end, later } = this.#window;
    let [used, notDue, outside, invalid] = [0, 0, 0, 0];
    for (let i = 0; i < length; i++) {
      const row = standing[i];
      const due = dues[i] ?? 0;
      if (row === EMPTY) continue;
      if (row === INVALID) invalid++;
      else if (row === OUT_OF_SCOPE || due < low || due >= end) outside++;
      else if (due >= later) notDue++;
      else rows[used++] = i;
    }
    this.#counts.used += used;
    this.#counts.notDue += notDue;
    this.#counts.outside += outside;
    this.#counts.invalid += invalid;
    return used;
  }

  #takeMonths({ block, dues, rows }: Taken, count: number): void {
    const byMonth = this.#byMonth;
    byMonth.sort(rows, count, dues);
    const taken = { block, dues, rows: byMonth.rows };
    this.#monthly.forEach((parts, month) => {
      for (const part of parts.values()) part.take(taken, byMonth.start(month), byMonth.end(month));
    });
  }

  /** A row that counts in any period makes its group known, in the order of the rows. */
  #meetGroups(block: Block, column: string): void {
    const standing = this.#standing.values;
    for (let i = 0; i < block.length; i++) if (standing[i] === COUNTS) this.#group(block, column, i);
  }

  #takeGroups(taken: Taken, count: number, column: string): void {
    const { def, clusterWeight } = this.#demand;
    const cluster = clusterWeight === null ? undefined : def.grouping?.cluster;
    for (let k = 0; k < count; k++) {
      const row = taken.rows[k] ?? 0;
      const group = this.#group(taken.block, column, row);
      for (const part of group.parts.values()) part.take(taken, k, k + 1);
      const of = cluster === undefined ? undefined : group.parts.get(cluster.of)?.of;
      if (cluster !== undefined && of !== undefined) this.#cluster(keyText(taken.block, cluster.column, row), group.weight, of.values[row] ?? 0);
    }
  }

  #cluster(key: string, weight: number, value: number): void {
    const cluster = this.clusters.get(key) ?? { weighted: new RunningSum(), weight: new RunningSum() };
    this.clusters.set(key, cluster);
    cluster.weighted.add(weight * value);
    cluster.weight.add(weight);
  }

  #group(block: Block, column: string, row: number): Group {
    const shown = shownKey(block, column, row);
    const known = this.#groupOf.get(shown);
    if (known !== undefined) return known;
    const key = keyText(block, column, row);
    const group = this.groups.get(key) ?? { shown, weight: this.#demand.clusterWeight?.(key) ?? 1, parts: this.#open(this.#demand.groupParts) };
    this.groups.set(key, group);
    this.#groupOf.set(shown, group);
    return group;
  }

  #open(parts: Readonly<Record<string, Aggregate>>): Parts {
    return new Map(Object.entries(parts).map(([name, aggregate]) => [name, new RunningAggregate(this.#program, aggregate, this.#demand.bounds)]));
  }

  #openSquares(x: Num = number(0), y: Num = number(0)): { readonly xx: RunningAggregate; readonly xy: RunningAggregate; readonly yy: RunningAggregate } {
    const sum = (of: Num): RunningAggregate => new RunningAggregate(this.#program, { kind: 'sum', of }, this.#demand.bounds);
    return { xx: sum(multiply(x, x)), xy: sum(multiply(x, y)), yy: sum(multiply(y, y)) };
  }
}

function totals(parts: Parts): ReadonlyMap<string, number> {
  return new Map([...parts].map(([name, part]) => [name, part.value]));
}
