/** One aggregate over the rows that a population lets through: fed row by row from evaluated slots. */
import { NUMBER, type Block } from '../model/block';
import { always, number } from './algebra';
import type { Aggregate } from './metric-def';
import { RunningExtreme, RunningSum, RunningVariance } from './running';
import type { RowProgram } from './vector';
import type { Bounds } from './windows';

interface Running {
  readonly value: number;
  add(value: number): void;
}

export function runningOf(kind: Aggregate['kind']): Running {
  if (kind === 'variance') return new RunningVariance();
  return kind === 'min' || kind === 'max' ? new RunningExtreme(kind) : new RunningSum();
}

/** A cell as the text that groups rows: case does not matter, a number is its digits. */
export function keyText(block: Block, column: string, row: number): string {
  const cells = block.columns[column];
  if (cells === undefined) return '';
  return (cells.kind[row] === NUMBER ? String(cells.number[row]) : (cells.text[row] ?? '')).toLowerCase();
}

/** The key as it is shown: of the first row that had it. */
export function shownKey(block: Block, column: string, row: number): string {
  const cells = block.columns[column];
  if (cells === undefined) return '';
  return cells.kind[row] === NUMBER ? String(cells.number[row]) : (cells.text[row] ?? '');
}

/** What a row gives to an aggregate: nothing (undefined) or a value. */
export interface AggregateSlots {
  readonly aggregate: Aggregate;
  readonly where: number;
  readonly of: number;
}

export function slotsOf(program: RowProgram, aggregate: Aggregate, bounds: Bounds): AggregateSlots {
  return {
    aggregate,
    where: program.bool(aggregate.where ?? always, bounds),
    of: program.num(aggregate.kind === 'count' ? number(1) : (aggregate.of ?? number(1)), bounds),
  };
}

/** Of rows with the same key in the same month the latest counts; of rows with the same key in the same month, the first. */
export class OncePerKey {
  readonly #keep: 'first' | 'latestOfMonth';
  readonly #rows = new Map<string, { readonly due: number; readonly value: number | null }>();

  constructor(keep: 'first' | 'latestOfMonth') {
    this.#keep = keep;
  }

  /** `month` is any number that tells months apart; `value` null when the row does not meet the aggregate's condition. */
  add(key: string, month: number, due: number, value: number | null): void {
    const id = `${month}|${key}`;
    const known = this.#rows.get(id);
    if (known === undefined || (this.#keep === 'latestOfMonth' && due >= known.due)) this.#rows.set(id, { due, value });
  }

  total(): number {
    const sum = new RunningSum();
    for (const { value } of this.#rows.values()) if (value !== null) sum.add(value);
    return sum.value;
  }
}
