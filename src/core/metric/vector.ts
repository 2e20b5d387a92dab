/**
 * Evaluates expressions over a block of rows at a time. Equal sub-expressions of all metrics on a sheet are evaluated
 * once per block, each into a vector of its own that the next block overwrites.
 */
import { BLANK, type Block, type Column } from '../model/block';
import type { Bool, Num } from './algebra';
import { CELL_LOOPS, COMPARING_LOOPS, isAnyOf, NUM_LOOPS } from './loops';
import { monthEndOf } from './months';
import type { Bounds } from './windows';

/** What stands of a row, in the vector of `RowProgram.standing`. */
export const EMPTY = 0;
export const OUT_OF_SCOPE = 1;
export const INVALID = 2;
export const COUNTS = 3;

/** One value per row of the block that ran last. A live resource. */
export class Vector<V extends Float64Array | Uint8Array> {
  readonly id: number;
  values: V;
  readonly #make: (length: number) => V;
  readonly #fill: (out: V, block: Block) => void;

  constructor(id: number, make: (length: number) => V, fill: (out: V, block: Block) => void) {
    this.id = id;
    this.values = make(0);
    this.#make = make;
    this.#fill = fill;
  }

  run(block: Block): void {
    if (this.values.length < block.length) this.values = this.#make(block.length);
    this.#fill(this.values, block);
  }
}

export type NumVector = Vector<Float64Array>;
/** Of 0 and 1. */
export type BoolVector = Vector<Uint8Array>;

const floats = (length: number): Float64Array => new Float64Array(length);
const bytes = (length: number): Uint8Array => new Uint8Array(length);

export class RowProgram {
  readonly #nums = new Map<string, NumVector>();
  readonly #bools = new Map<string, BoolVector>();
  /** Each after those that it reads. */
  readonly #order: (NumVector | BoolVector)[] = [];

  num(e: Num, bounds: Bounds): NumVector {
    switch (e.op) {
      case 'number': return this.#constant(e.value);
      case 'bound': return this.#constant(bounds[e.name]);
      case 'part': throw new RangeError(`a row has no part ${e.name}`);
      case 'cell': return this.#num(`cell:${e.column}`, (out, { columns, length }) => {
        const column = columns[e.column];
        if (column === undefined) out.fill(0, 0, length);
        else out.set(column.number.subarray(0, length));
      });
      case 'choose': {
        const [when, yes, no] = [this.bool(e.when, bounds), this.num(e.yes, bounds), this.num(e.no, bounds)];
        return this.#num(`choose:${when.id}:${yes.id}:${no.id}`, (out, { length }) => {
          const [w, a, b] = [when.values, yes.values, no.values];
          for (let i = 0; i < length; i++) out[i] = (w[i] === 1 ? a[i] : b[i]) ?? 0;
        });
      }
      case 'monthEnd': {
        const date = this.num(e.date, bounds);
        return this.#num(`monthEnd:${date.id}`, (out, { length }) => {
          for (let i = 0; i < length; i++) out[i] = monthEndOf(date.values[i] ?? 0);
        });
      }
      default: {
        const [a, b] = e.op === 'addMonths' ? [this.num(e.date, bounds), this.num(e.months, bounds)] : [this.num(e.a, bounds), this.num(e.b, bounds)];
        const loop = NUM_LOOPS[e.op];
        return this.#num(`${e.op}:${a.id}:${b.id}`, (out, { length }) => loop(out, a.values, b.values, length));
      }
    }
  }

  bool(c: Bool, bounds: Bounds): BoolVector {
    switch (c.op) {
      case 'always': return this.#bool('always', (out, { length }) => out.fill(1, 0, length));
      case 'not': {
        const a = this.bool(c.a, bounds);
        return this.#bool(`not:${a.id}`, (out, { length }) => {
          const { values } = a;
          for (let i = 0; i < length; i++) out[i] = 1 - (values[i] ?? 0);
        });
      }
      case 'and': return this.#and(c.all.map((each) => this.bool(each, bounds)));
      case 'or': return this.#or(c.all.map((each) => this.bool(each, bounds)));
      case 'less': case 'lessOrEqual': case 'equal': {
        const [a, b] = [this.num(c.a, bounds), this.num(c.b, bounds)];
        const loop = COMPARING_LOOPS[c.op];
        return this.#bool(`${c.op}:${a.id}:${b.id}`, (out, { length }) => loop(out, a.values, b.values, length));
      }
      case 'isAny': return this.#cells(`isAny:${c.texts.join('|')}`, c.column, isAnyOf(c.texts));
      default: return this.#cells(c.op, c.column, CELL_LOOPS[c.op]);
    }
  }

  /** 1 where any of the columns holds something, an error value included. */
  anyFilled(columns: readonly string[]): BoolVector {
    return this.#bool(`filled:${columns.join(',')}`, (out, block) => {
      out.fill(0, 0, block.length);
      for (const key of columns) {
        const kind = block.columns[key]?.kind;
        if (kind === undefined) continue;
        for (let i = 0; i < block.length; i++) if (kind[i] !== BLANK) out[i] = 1;
      }
    });
  }

  /** `EMPTY`, `OUT_OF_SCOPE`, `INVALID` or `COUNTS`: the first that applies. */
  standing(filled: BoolVector, scope: BoolVector, valid: BoolVector): Vector<Uint8Array> {
    return this.#bool(`standing:${filled.id}:${scope.id}:${valid.id}`, (out, { length }) => {
      const [f, s, v] = [filled.values, scope.values, valid.values];
      for (let i = 0; i < length; i++) out[i] = f[i] === 0 ? EMPTY : s[i] === 0 ? OUT_OF_SCOPE : v[i] === 0 ? INVALID : COUNTS;
    });
  }

  run(block: Block): void {
    for (const vector of this.#order) vector.run(block);
  }

  #num(id: string, fill: (out: Float64Array, block: Block) => void): NumVector {
    const known = this.#nums.get(id);
    if (known !== undefined) return known;
    const vector = new Vector(this.#order.length, floats, fill);
    this.#nums.set(id, vector);
    this.#order.push(vector);
    return vector;
  }

  #bool(id: string, fill: (out: Uint8Array, block: Block) => void): BoolVector {
    const known = this.#bools.get(id);
    if (known !== undefined) return known;
    const vector = new Vector(this.#order.length, bytes, fill);
    this.#bools.set(id, vector);
    this.#order.push(vector);
    return vector;
  }

  #constant(value: number): NumVector {
    return this.#num(`number:${value}`, (out, { length }) => out.fill(value, 0, length));
  }

  #and(all: readonly BoolVector[]): BoolVector {
    return this.#bool(`and:${idsOf(all)}`, (out, { length }) => {
      out.fill(1, 0, length);
      for (const { values } of all) for (let i = 0; i < length; i++) out[i] = (out[i] ?? 0) & (values[i] ?? 0);
    });
  }

  #or(all: readonly BoolVector[]): BoolVector {
    return this.#bool(`or:${idsOf(all)}`, (out, { length }) => {
      out.fill(0, 0, length);
      for (const { values } of all) for (let i = 0; i < length; i++) out[i] = (out[i] ?? 0) | (values[i] ?? 0);
    });
  }

  #cells(id: string, key: string, loop: (out: Uint8Array, column: Column, length: number) => void): BoolVector {
    const [onBlank = 0] = onBlankCell(loop);
    return this.#bool(`${id}:${key}`, (out, { columns, length }) => {
      const column = columns[key];
      if (column === undefined) out.fill(onBlank, 0, length);
      else loop(out, column, length);
    });
  }
}

function onBlankCell(loop: (out: Uint8Array, column: Column, length: number) => void): Uint8Array {
  const out = bytes(1);
  loop(out, { kind: bytes(1), number: floats(1), text: [''] }, 1);
  return out;
}

const idsOf = (vectors: readonly BoolVector[]): string => vectors.map(({ id }) => id).join(':');
