/** The cells of a tape put into column blocks: only the columns that are wanted are decoded. */
import { MAX_COLUMN } from '../../../core/model/address';
import { NUMBER, TEXT, type Block } from '../../../core/model/block';
import { BlockBuilder } from '../../../core/model/block-builder';
import { numberAt, sharedAt, sharedIndex, valueAt, type ValueContext } from './cell-values';
import { readDecimal } from './number-bytes';
import { COLUMN_MASK, DECIMAL, KIND_MASK, KIND_SHIFT, SHARED, STRIDE, type RowTape } from './row-tape';
import type { SharedStrings } from './string-table';

export interface BlockCells {
  /** False: a wanted cell asks for the shared strings, which are not there; nothing was taken. Throws HostError `xlsx/damaged`. */
  put(tape: RowTape, b: Uint8Array, strings: SharedStrings | undefined): boolean;
  /** A block is full. */
  ready(): boolean;
  /** The blocks that are full, each once; at the end also the last. */
  take(end: boolean): readonly Block[];
}

const NONE: SharedStrings = { count: 0, get: () => undefined };

/** `columns`: key -> column number. */
export function createBlockCells(context: ValueContext, columns: Readonly<Record<string, number>>): BlockCells {
  const entries = Object.entries(columns);
  /** Place of each wanted column among the distinct ones, less one; 0 for a column that nobody wants. */
  const targets = new Int32Array(MAX_COLUMN + 1);
  const distinct: string[] = [];
  const alias = new Map<string, string>();
  for (const [key, column] of entries) {
    const known = distinct[(targets[column] ?? 0) - 1];
    if (known === undefined) targets[column] = distinct.push(key);
    else alias.set(key, known);
  }
  const builder = new BlockBuilder(distinct);
  const { date1904 } = context;
  const decimal = new Float64Array(1);

  /** A wanted cell has its text in the table. */
  function asksForStrings(tape: RowTape): boolean {
    for (let i = 0; i < tape.count; i++) if ((targets[tape.column(i)] ?? 0) > 0 && sharedIndex(tape, i) >= 0) return true;
    return false;
  }

  /** A column that was asked for twice stands under both keys. */
  const named = (block: Block): Block => {
    if (alias.size === 0) return block;
    return { ...block, columns: Object.fromEntries(entries.flatMap(([key]) => {
      const column = block.columns[alias.get(key) ?? key];
      return column === undefined ? [] : [[key, column] as const];
    })) };
  };

  return {
    put: (tape, b, strings) => {
      const { cells, count, row } = tape;
      if (strings === undefined && asksForStrings(tape)) return false;
      const texts = strings ?? NONE;
      // A row that holds nothing in these columns is not opened.
      let at = -1;
      let { filling } = builder;
      for (let i = 0, place = 0; i < count; i++, place += STRIDE) {
        const word = cells[place] ?? 0;
        const target = (targets[word & COLUMN_MASK] ?? 0) - 1;
        if (target < 0) continue;
        const kind = (word >> KIND_SHIFT) & KIND_MASK;
        let text = '';
        if (kind === DECIMAL) {
          if (date1904 || !readDecimal(b, cells[place + 2] ?? 0, cells[place + 3] ?? 0, decimal)) {
            const value = numberAt(context, tape, b, i);
            if (value === null) continue;
            decimal[0] = value;
          }
        } else {
          const value = kind === SHARED ? texts.get(cells[place + 2] ?? 0) ?? sharedAt(context, tape, texts, i, cells[place + 2] ?? 0) : valueAt(context, tape, b, i, texts);
          if (value === null || value === '') continue;
          if (typeof value !== 'string') {
            if (at < 0) {
              at = builder.open(row);
              ({ filling } = builder);
            }
            builder.set(at, target, value);
            continue;
          }
          text = value;
        }
        if (at < 0) {
          at = builder.open(row);
          ({ filling } = builder);
        }
        const column = filling[target];
        if (column === undefined) continue;
        if (kind === DECIMAL) {
          column.kind[at] = NUMBER;
          (column.number ?? builder.numbersOf(column))[at] = decimal[0] ?? 0;
        } else {
          column.kind[at] = TEXT;
          (column.text ?? builder.textsOf(column))[at] = text;
        }
      }
      return true;
    },
    ready: () => builder.ready,
    take: (end) => {
      const found = end ? builder.blocks() : builder.take();
      return found.length === 0 ? found : found.map(named);
    },
  };
}
