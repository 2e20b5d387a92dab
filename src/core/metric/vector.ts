/**
 * Evaluates expressions over a block of rows at a time. Equal sub-expressions of all metrics on a sheet are evaluated
 * once per block. Booleans are 0 and 1. A live resource: buffers are reused from block to block.
 */
import { BLANK, BLOCK_ROWS, ERROR, NUMBER, TEXT, type Block, type Column } from '../model/block';
import { FIRST_DATE, KEY_LENGTH, LAST_DATE, type Bool, type CellTest, type Num } from './algebra';
import { addMonthsTo, monthEndOf } from './months';
import type { Bounds } from './windows';

type Fill = (out: Float64Array, block: Block) => void;

const CELL_TESTS: Readonly<Record<CellTest, (column: Column, row: number) => boolean>> = {
  isNumber: ({ kind }, i) => kind[i] === NUMBER,
  isDate: (column, i) => isDateCell(column, i),
  isBlank: ({ kind }, i) => kind[i] === BLANK,
  isFilled: ({ kind }, i) => kind[i] !== BLANK && kind[i] !== ERROR,
  isKey: ({ kind, text }, i) => kind[i] !== BLANK && kind[i] !== ERROR && (text[i] ?? '').length <= KEY_LENGTH,
  isNumberOrBlank: ({ kind }, i) => kind[i] === NUMBER || kind[i] === BLANK,
  isDateOrBlank: (column, i) => column.kind[i] === BLANK || isDateCell(column, i),
};

function isDateCell({ kind, number }: Column, i: number): boolean {
  const value = number[i] ?? 0;
  return kind[i] === NUMBER && value >= FIRST_DATE && value < LAST_DATE + 1;
}

export class RowProgram {
  readonly #slots: Fill[] = [];
  readonly #ids = new Map<string, number>();
  #values: Float64Array[] = [];
  #length = 0;

  /** Slot of a number expression; read it with `value` after `run`. */
  num(expression: Num, bounds: Bounds): number {
    const e = expression;
    switch (e.op) {
      case 'number': return this.#constant(e.value);
      case 'bound': return this.#constant(bounds[e.name]);
      case 'part': throw new RangeError(`a row has no part ${e.name}`);
      case 'cell': return this.#slot(`cell:${e.column}`, (out, block) => {
        const column = block.columns[e.column];
        if (column === undefined) out.fill(0, 0, block.length);
        else out.set(column.number.subarray(0, block.length));
      });
      case 'choose': {
        const [when, yes, no] = [this.bool(e.when, bounds), this.num(e.yes, bounds), this.num(e.no, bounds)];
        return this.#slot(`choose:${when}:${yes}:${no}`, (out, { length }) => {
          const [w, a, b] = [this.value(when), this.value(yes), this.value(no)];
          for (let i = 0; i < length; i++) out[i] = (w[i] === 1 ? a[i] : b[i]) ?? 0;
        });
      }
      case 'addMonths': return this.#two('addMonths', this.num(e.date, bounds), this.num(e.months, bounds), addMonthsTo);
      case 'monthEnd': {
        const date = this.num(e.date, bounds);
        return this.#slot(`monthEnd:${date}`, (out, { length }) => {
          const a = this.value(date);
          for (let i = 0; i < length; i++) out[i] = monthEndOf(a[i] ?? 0);
        });
      }
      default: return this.#two(e.op, this.num(e.a, bounds), this.num(e.b, bounds), ARITHMETIC[e.op]);
    }
  }

  /** Slot of a condition. */
  bool(condition: Bool, bounds: Bounds): number {
    const c = condition;
    switch (c.op) {
      case 'always': return this.#constant(1);
      case 'not': {
        const a = this.bool(c.a, bounds);
        return this.#slot(`not:${a}`, (out, { length }) => {
          const v = this.value(a);
          for (let i = 0; i < length; i++) out[i] = v[i] === 1 ? 0 : 1;
        });
      }
      case 'and':
      case 'or': return this.#all(c.op, c.all.map((each) => this.bool(each, bounds)));
      case 'less': return this.#two('less', this.num(c.a, bounds), this.num(c.b, bounds), (a, b) => (a < b ? 1 : 0));
      case 'lessOrEqual': return this.#two('lessOrEqual', this.num(c.a, bounds), this.num(c.b, bounds), (a, b) => (a <= b ? 1 : 0));
      case 'equal': return this.#two('equal', this.num(c.a, bounds), this.num(c.b, bounds), (a, b) => (a === b ? 1 : 0));
      case 'isAny': {
        const texts = new Set(c.texts.map((text) => text.toLowerCase()));
        return this.#cells(`isAny:${c.column}:${[...texts].join('|')}`, c.column, ({ kind, text }, i) =>
          kind[i] === TEXT && texts.has((text[i] ?? '').toLowerCase()));
      }
      default: return this.#cells(`${c.op}:${c.column}`, c.column, CELL_TESTS[c.op]);
    }
  }

  /** 1 where any of the columns holds something, an error value included. */
  anyFilled(columns: readonly string[]): number {
    return this.#slot(`filled:${columns.join(',')}`, (out, block) => {
      out.fill(0, 0, block.length);
      for (const key of columns) {
        const kind = block.columns[key]?.kind;
        if (kind === undefined) continue;
        for (let i = 0; i < block.length; i++) if (kind[i] !== BLANK) out[i] = 1;
      }
    });
  }

  run(block: Block): void {
    if (block.length > this.#length || this.#values.length < this.#slots.length) {
      this.#length = Math.max(block.length, this.#length, BLOCK_ROWS);
      this.#values = this.#slots.map(() => new Float64Array(this.#length));
    }
    for (let slot = 0; slot < this.#slots.length; slot++) this.#slots[slot]?.(this.value(slot), block);
  }

  value(slot: number): Float64Array {
    const values = this.#values[slot];
    if (values === undefined) throw new RangeError(`slot ${slot} has not run`);
    return values;
  }

  #slot(id: string, fill: Fill): number {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    const slot = this.#slots.push(fill) - 1;
    this.#ids.set(id, slot);
    return slot;
  }

  #constant(value: number): number {
    return this.#slot(`number:${value}`, (out, { length }) => out.fill(value, 0, length));
  }

  #two(op: string, a: number, b: number, apply: (a: number, b: number) => number): number {
    return this.#slot(`${op}:${a}:${b}`, (out, { length }) => {
      const [x, y] = [this.value(a), this.value(b)];
      for (let i = 0; i < length; i++) out[i] = apply(x[i] ?? 0, y[i] ?? 0);
    });
  }

  #all(op: 'and' | 'or', slots: readonly number[]): number {
    const start = op === 'and' ? 1 : 0;
    return this.#slot(`${op}:${slots.join(':')}`, (out, { length }) => {
      out.fill(start, 0, length);
      for (const slot of slots) {
        const v = this.value(slot);
        for (let i = 0; i < length; i++) if (v[i] !== start) out[i] = 1 - start;
      }
    });
  }

  #cells(id: string, key: string, test: (column: Column, row: number) => boolean): number {
    const onBlank = test(EMPTY, 0) ? 1 : 0;
    return this.#slot(id, (out, block) => {
      const column = block.columns[key];
      if (column === undefined) out.fill(onBlank, 0, block.length);
      else for (let i = 0; i < block.length; i++) out[i] = test(column, i) ? 1 : 0;
    });
  }
}

const EMPTY: Column = { kind: new Uint8Array(1), number: new Float64Array(1), text: [''] };

export const ARITHMETIC: Readonly<Record<'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max' | 'power', (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  min: (a, b) => (a < b ? a : b),
  max: (a, b) => (a > b ? a : b),
  power: (a, b) => a ** b,
};
