/**
 * Turns rows of cell values into blocks. A live resource: feed rows in sheet order; take the blocks that are done on the
 * way, or all of them at the end. A block begins at a row that was fed and reaches as far as its size: rows left out inside
 * are blank, and a long gap lies between two blocks.
 */
import { BLANK, BLOCK_ROWS, BOOLEAN, ERROR, NUMBER, TEXT, type Block, type Column } from './block';
import { isCellError, type CellValue } from './cell';

/** A column of the block that is being filled. */
export interface Filling {
  readonly kind: Uint8Array;
  /** Made with the first number, by `numbersOf`. */
  number: Float64Array | null;
  /** Made with the first text. */
  text: string[] | null;
}

/** Rows that a block has room for at first: most sheets are shorter than a block, and room for every column of it costs more than reading them. */
const FIRST_ROWS = 128;
const GROWTH = 8;
/** Stand for the texts and the numbers of every column that has none. */
const BLANK_TEXTS: readonly string[] = Array.from<string>({ length: BLOCK_ROWS }).fill('');
const NO_NUMBERS = new Float64Array(BLOCK_ROWS);

export class BlockBuilder {
  readonly #keys: readonly string[];
  readonly #rowsPerBlock: number;
  readonly #blankTexts: readonly string[];
  readonly #noNumbers: Float64Array;
  /** Rows that the open block's columns have room for. */
  #room = 0;
  #done: Block[] = [];
  #firstRow = 0;
  #length = 0;
  /** The last row that was fed. */
  #row = 0;
  #columns: Filling[] = [];

  constructor(keys: readonly string[], rowsPerBlock: number = BLOCK_ROWS) {
    this.#keys = keys;
    this.#rowsPerBlock = rowsPerBlock;
    this.#blankTexts = rowsPerBlock <= BLOCK_ROWS ? BLANK_TEXTS : Array.from<string>({ length: rowsPerBlock }).fill('');
    this.#noNumbers = rowsPerBlock <= BLOCK_ROWS ? NO_NUMBERS : new Float64Array(rowsPerBlock);
  }

  /** Adds the sheet's row `row`, also when it is blank. Values are in the order of the keys. */
  add(row: number, values: readonly CellValue[]): void {
    const at = this.open(row);
    for (let c = 0; c < this.#keys.length; c++) this.set(at, c, values[c] ?? null);
  }

  /** Opens the sheet's row for `set...` and gives back its place in the block. Throws RangeError for a row that was passed. */
  open(row: number): number {
    if (row <= this.#row) throw new RangeError(`row ${row} after row ${this.#row}`);
    if (this.#length > 0 && row >= this.#firstRow + this.#rowsPerBlock) this.#finish();
    if (this.#length === 0) {
      this.#firstRow = row;
      this.#room = Math.min(FIRST_ROWS, this.#rowsPerBlock);
      this.#columns = this.#keys.map(() => ({ kind: new Uint8Array(this.#room), number: null, text: null }));
    }
    this.#row = row;
    this.#length = row - this.#firstRow + 1;
    if (this.#length > this.#room) this.#grow();
    return this.#length - 1;
  }

  /** The columns are others afterwards. */
  #grow(): void {
    while (this.#room < this.#length) this.#room = Math.min(this.#room * GROWTH, this.#rowsPerBlock);
    this.#columns = this.#columns.map(({ kind, number, text }) => ({
      kind: copyInto(new Uint8Array(this.#room), kind),
      number: number === null ? null : copyInto(new Float64Array(this.#room), number),
      text: text === null ? null : [...text, ...this.#blankTexts.slice(text.length, this.#room)],
    }));
  }

  /** Sets a value of the open row; `column` is the index of the key. */
  set(at: number, column: number, value: CellValue): void {
    if (value === null || value === '') return;
    if (typeof value === 'number') {
      const filling = this.#columns[column];
      if (filling === undefined) return;
      filling.kind[at] = NUMBER;
      (filling.number ?? this.numbersOf(filling))[at] = value;
    } else if (typeof value === 'string') this.setText(at, column, TEXT, value);
    else if (isCellError(value)) this.setText(at, column, ERROR, value.error);
    else this.setText(at, column, BOOLEAN, value ? 'TRUE' : 'FALSE');
  }

  /** The open block's columns in the order of the keys, for who puts many cells; `open` may bring others. */
  get filling(): readonly Filling[] {
    return this.#columns;
  }

  numbersOf(filling: Filling): Float64Array {
    filling.number ??= new Float64Array(this.#room);
    return filling.number;
  }

  textsOf(filling: Filling): string[] {
    filling.text ??= this.#blankTexts.slice(0, this.#room);
    return filling.text;
  }

  /** `kind` is one of those that have a text. */
  setText(at: number, column: number, kind: number, text: string): void {
    const filling = this.#columns[column];
    if (filling === undefined) return;
    filling.kind[at] = kind;
    (filling.text ?? this.textsOf(filling))[at] = text;
  }

  /** There are blocks to take. */
  get ready(): boolean {
    return this.#done.length > 0;
  }

  /** The blocks that are full, each once. */
  take(): readonly Block[] {
    if (this.#done.length === 0) return this.#done;
    const done = this.#done;
    this.#done = [];
    return done;
  }

  /** The blocks that were not taken, with what there is of the last. */
  blocks(): readonly Block[] {
    if (this.#length > 0) this.#finish();
    return this.#done;
  }

  #finish(): void {
    const length = this.#length;
    const full = length === this.#rowsPerBlock;
    const blanks = length === this.#blankTexts.length ? this.#blankTexts : this.#blankTexts.slice(0, length);
    const noNumbers = this.#noNumbers.subarray(0, length);
    // Entries, not assignment: a key may be called __proto__.
    const columns: Readonly<Record<string, Column>> = Object.fromEntries(this.#columns.map(({ kind, number, text }, c) => [
      this.#keys[c] ?? '',
      full
        ? { kind, number: number ?? noNumbers, text: text ?? blanks }
        : { kind: kind.subarray(0, length), number: number?.subarray(0, length) ?? noNumbers, text: text?.slice(0, length) ?? blanks },
    ]));
    this.#done.push({ firstRow: this.#firstRow, length, columns });
    this.#length = 0;
    this.#columns = [];
  }
}

function copyInto<A extends Uint8Array | Float64Array>(larger: A, smaller: A): A {
  larger.set(smaller);
  return larger;
}

/** The cell of a block as a value; the inverse of what the builder stored. */
export function cellOf(block: Block, key: string, index: number): CellValue {
  const column = block.columns[key];
  const kind = column?.kind[index] ?? BLANK;
  if (column === undefined || kind === BLANK) return null;
  if (kind === NUMBER) return column.number[index] ?? null;
  const text = column.text[index] ?? '';
  if (kind === TEXT) return text;
  return kind === BOOLEAN ? text === 'TRUE' : { error: text };
}
