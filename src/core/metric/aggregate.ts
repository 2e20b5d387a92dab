/** One aggregate over the rows that a population lets through. */
import { NUMBER, type Block } from '../model/block';
import { always, number } from './algebra';
import type { Aggregate, Once } from './metric-def';
import { monthEndOf } from './months';
import { RunningCount, RunningExtreme, RunningSum, RunningVariance, type Running } from './running';
import type { BoolVector, NumVector, RowProgram } from './vector';
import type { Bounds } from './windows';

/** A cell as the text that groups rows: case does not matter, a number is its digits. */
export function keyText(block: Block, column: string, row: number): string {
  return shownKey(block, column, row).toLowerCase();
}

/** The key as it is shown: of the first row that had it. */
export function shownKey(block: Block, column: string, row: number): string {
  const cells = block.columns[column];
  if (cells === undefined) return '';
  return cells.kind[row] === NUMBER ? String(cells.number[row]) : (cells.text[row] ?? '');
}

/** The rows of a block that an aggregate takes: `rows[from]` to `rows[to - 1]`. */
export interface Taken {
  readonly block: Block;
  /** Due date by row of the block. */
  readonly dues: Float64Array;
  readonly rows: Int32Array;
}

/** An aggregate and what it comes to so far. A live resource. */
export class RunningAggregate {
  readonly of: NumVector;
  readonly #where: BoolVector;
  readonly #running: Running;
  readonly #once: OncePerKey | null;

  constructor(program: RowProgram, { kind, of, where, once }: Aggregate, bounds: Bounds) {
    this.#where = program.bool(where ?? always, bounds);
    this.of = program.num(kind === 'count' ? number(1) : (of ?? number(1)), bounds);
    this.#running = runningOf(kind);
    this.#once = once === undefined ? null : new OncePerKey(once);
  }

  take(taken: Taken, from: number, to: number): void {
    if (this.#once !== null) this.#once.take(this.of.values, this.#where.values, taken, from, to);
    else this.#running.take(this.of.values, this.#where.values, taken.rows, from, to);
  }

  get value(): number {
    return this.#once?.total() ?? this.#running.value;
  }
}

function runningOf(kind: Aggregate['kind']): Running {
  switch (kind) {
    case 'count': return new RunningCount();
    case 'sum': return new RunningSum();
    case 'variance': return new RunningVariance();
    default: return new RunningExtreme(kind);
  }
}

/** Of rows with the same key in the same month the first or the latest counts, if it meets the aggregate's condition. */
class OncePerKey {
  readonly #once: Once;
  readonly #rows = new Map<string, { readonly due: number; readonly value: number | null }>();

  constructor(once: Once) {
    this.#once = once;
  }

  take(values: Float64Array, meets: Uint8Array, { block, dues, rows }: Taken, from: number, to: number): void {
    const { text, keep } = this.#once;
    for (let k = from; k < to; k++) {
      const row = rows[k] ?? 0;
      const due = dues[row] ?? 0;
      const key = `${monthEndOf(due)}|${keyText(block, text, row)}`;
      const known = this.#rows.get(key);
      if (known === undefined || (keep === 'latestOfMonth' && due >= known.due)) this.#rows.set(key, { due, value: meets[row] === 1 ? values[row] ?? 0 : null });
    }
  }

  total(): number {
    const sum = new RunningSum();
    for (const { value } of this.#rows.values()) if (value !== null) sum.add(value);
    return sum.value;
  }
}
