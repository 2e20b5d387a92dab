/**
 * One population of one metric over one window: sorts every row into used, not due, outside or invalid, and feeds the
 * aggregates with the used ones. One pass; memory grows with groups, keys and questionnaires, never with rows.
 */
import type { Block } from '../model/block';
import type { RowCounts } from '../model/metric-result';
import { always, number } from './algebra';
import { OncePerKey, keyText, runningOf, shownKey, slotsOf, type AggregateSlots } from './aggregate';
import { columnsOf } from './columns-of';
import type { Aggregate, MetricDef, Population } from './metric-def';
import { monthEndOf } from './months';
import { RunningSum } from './running';
import type { RowProgram } from './vector';
import type { Bounds } from './windows';

interface Fed extends AggregateSlots {
  readonly running: ReturnType<typeof runningOf>;
  readonly once: OncePerKey | null;
}

type FedParts = ReadonlyMap<string, Fed>;

export interface Group {
  readonly shown: string;
  readonly fed: FedParts;
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
  readonly #population: Population;
  readonly #program: RowProgram;
  readonly #slots: { readonly filled: number; readonly scope: number; readonly valid: number; readonly due: number; readonly x: number; readonly y: number };
  readonly #parts: FedParts;
  readonly #monthly: readonly FedParts[];
  readonly #groupColumn: string | null;
  readonly groups = new Map<string, Group>();
  readonly clusters = new Map<string, Cluster>();
  /** Sums of squares and products of denominator and numerator, for the spread of a quotient of totals. */
  readonly squares = { xx: new RunningSum(), xy: new RunningSum(), yy: new RunningSum() };
  #total = 0;
  #used = 0;
  #notDue = 0;
  #invalid = 0;

  constructor(program: RowProgram, demand: Demand) {
    this.#demand = demand;
    this.#program = program;
    const { def, index, bounds } = demand;
    const population = def.populations[index];
    if (population === undefined) throw new RangeError(`${def.key} has no population ${index}`);
    this.#population = population;
    const quotient = def.family === 'ratioOfTotals';
    this.#slots = {
      filled: program.anyFilled(columnsOf(def, index)),
      scope: program.bool(population.scope ?? always, bounds),
      valid: program.bool(population.valid, bounds),
      due: program.num(population.due ?? number(0), bounds),
      x: program.num((quotient ? def.parts['denominator']?.of : undefined) ?? number(0), bounds),
      y: program.num((quotient ? def.parts['numerator']?.of : undefined) ?? number(0), bounds),
    };
    this.#parts = this.#feed(demand.parts);
    this.#monthly = demand.months.map(() => this.#feed(demand.parts));
    const by = def.grouping?.by;
    this.#groupColumn = index === 0 && by !== undefined && by.kind !== 'months' ? by.column : null;
    if (this.#groupColumn !== null) this.#feed(demand.groupParts); // interns the slots before the first run
  }

  /** After the program has run over the block. */
  take(block: Block): void {
    const { filled, scope, valid, due } = this.#slots;
    const [isFilled, inScope, isValid, dues] = [filled, scope, valid, due].map((slot) => this.#program.value(slot));
    if (isFilled === undefined || inScope === undefined || isValid === undefined || dues === undefined) return;
    const { low, high, asOf } = this.#demand.bounds;
    const dated = this.#population.window !== 'all';
    for (let i = 0; i < block.length; i++) {
      if (isFilled[i] !== 1) continue;
      this.#total++;
      if (inScope[i] !== 1) continue;
      if (isValid[i] !== 1) {
        this.#invalid++;
        continue;
      }
      const group = this.#groupColumn === null ? null : this.#group(block, this.#groupColumn, i);
      const day = dues[i] ?? 0;
      if (dated) {
        if (day < low || day >= high + 1) continue;
        if (day >= asOf + 1) {
          this.#notDue++;
          continue;
        }
      }
      this.#used++;
      this.#use(block, i, day, group);
    }
  }

  get counts(): RowCounts {
    const outside = this.#total - this.#used - this.#notDue - this.#invalid;
    return { used: this.#used, notDue: this.#notDue, outside, invalid: this.#invalid };
  }

  parts(): ReadonlyMap<string, number> {
    return totals(this.#parts);
  }

  monthParts(): readonly ReadonlyMap<string, number>[] {
    return this.#monthly.map(totals);
  }

  groupParts(group: Group): ReadonlyMap<string, number> {
    return totals(group.fed);
  }

  #use(block: Block, row: number, due: number, group: Group | null): void {
    for (const fed of this.#parts.values()) this.#add(fed, block, row, due);
    if (group !== null) for (const fed of group.fed.values()) this.#add(fed, block, row, due);
    const { months, clusterWeight, def } = this.#demand;
    if (months.length > 0) {
      const month = this.#monthly[months.findIndex(({ low, high }) => due >= low && due < high + 1)];
      if (month !== undefined) for (const fed of month.values()) this.#add(fed, block, row, due);
    }
    if (def.family === 'ratioOfTotals') {
      const [x, y] = [this.#program.value(this.#slots.x)[row] ?? 0, this.#program.value(this.#slots.y)[row] ?? 0];
      this.squares.xx.add(x * x);
      this.squares.xy.add(x * y);
      this.squares.yy.add(y * y);
    }
    if (clusterWeight !== null && this.#groupColumn !== null) this.#cluster(block, row, clusterWeight(keyText(block, this.#groupColumn, row)), group);
  }

  #cluster(block: Block, row: number, weight: number, group: Group | null): void {
    const declared = this.#demand.def.grouping?.cluster;
    const of = declared === undefined ? undefined : group?.fed.get(declared.of)?.of;
    if (declared === undefined || of === undefined) return;
    const id = keyText(block, declared.column, row);
    const cluster = this.clusters.get(id) ?? { weighted: new RunningSum(), weight: new RunningSum() };
    this.clusters.set(id, cluster);
    cluster.weighted.add(weight * (this.#program.value(of)[row] ?? 0));
    cluster.weight.add(weight);
  }

  #add(fed: Fed, block: Block, row: number, due: number): void {
    const meets = this.#program.value(fed.where)[row] === 1;
    const value = this.#program.value(fed.of)[row] ?? 0;
    const { once } = fed.aggregate;
    if (once !== undefined && fed.once !== null) fed.once.add(keyText(block, once.text, row), monthEndOf(due), due, meets ? value : null);
    else if (meets) fed.running.add(value);
  }

  #group(block: Block, column: string, row: number): Group {
    const key = keyText(block, column, row);
    const known = this.groups.get(key);
    if (known !== undefined) return known;
    const group = { shown: shownKey(block, column, row), fed: this.#feed(this.#demand.groupParts) };
    this.groups.set(key, group);
    return group;
  }

  #feed(parts: Readonly<Record<string, Aggregate>>): FedParts {
    return new Map(Object.entries(parts).map(([name, aggregate]) => [name, {
      ...slotsOf(this.#program, aggregate, this.#demand.bounds),
      running: runningOf(aggregate.kind),
      once: aggregate.once === undefined ? null : new OncePerKey(aggregate.once.keep),
    }]));
  }
}

function totals(parts: FedParts): ReadonlyMap<string, number> {
  return new Map([...parts].map(([name, fed]) => [name, fed.once?.total() ?? fed.running.value]));
}
