/** Turns rows of cell values into blocks. A live resource: feed rows in sheet order, take the blocks at the end. */
import { BLANK, BLOCK_ROWS, BOOLEAN, ERROR, NUMBER, TEXT, type Block, type Column } from './block';
import { isCellError, type CellValue } from './cell';

interface Filling {
  readonly kind: Uint8Array;
  readonly number: Float64Array;
  readonly text: string[];
}

export class BlockBuilder {
  readonly #keys: readonly string[];
  readonly #rowsPerBlock: number;
  readonly #blankTexts: readonly string[];
  readonly #done: Block[] = [];
  #firstRow = 0;
  #length = 0;
  #columns: Filling[] = [];

  constructor(keys: readonly string[], rowsPerBlock: number = BLOCK_ROWS) {
    this.#keys = keys;
    this.#rowsPerBlock = rowsPerBlock;
    this.#blankTexts = Array.from<string>({ length: rowsPerBlock }).fill('');
  }

  /** Adds the sheet's row `row`; rows that were skipped since the last call are stored as blank. Values are in the order of the keys. */
  add(row: number, values: readonly CellValue[]): void {
    if (this.#length === 0 && this.#done.length === 0) this.#start(row);
    let next = this.#firstRow + this.#length;
    if (row < next) throw new RangeError(`row ${row} after row ${next - 1}`);
    for (; next < row; next++) this.#put([]);
    this.#put(values);
  }

  blocks(): readonly Block[] {
    if (this.#length > 0) this.#finish();
    return this.#done;
  }

  #start(row: number): void {
    this.#firstRow = row;
    this.#length = 0;
    this.#columns = this.#keys.map(() => ({
      kind: new Uint8Array(this.#rowsPerBlock),
      number: new Float64Array(this.#rowsPerBlock),
      text: this.#blankTexts.slice(),
    }));
  }

  #put(values: readonly CellValue[]): void {
    const at = this.#length++;
    for (let c = 0; c < this.#columns.length; c++) {
      const column = this.#columns[c];
      const value = values[c] ?? null;
      if (column === undefined || value === null || value === '') continue;
      if (typeof value === 'number') {
        column.kind[at] = NUMBER;
        column.number[at] = value;
      } else {
        column.kind[at] = typeof value === 'string' ? TEXT : isCellError(value) ? ERROR : BOOLEAN;
        column.text[at] = typeof value === 'string' ? value : isCellError(value) ? value.error : value ? 'TRUE' : 'FALSE';
      }
    }
    if (this.#length === this.#rowsPerBlock) this.#finish();
  }

  #finish(): void {
    const length = this.#length;
    const columns: Record<string, Column> = {};
    this.#keys.forEach((key, c) => {
      const column = this.#columns[c];
      if (column === undefined) return;
      columns[key] = length === this.#rowsPerBlock
        ? column
        : { kind: column.kind.subarray(0, length), number: column.number.subarray(0, length), text: column.text.slice(0, length) };
    });
    this.#done.push({ firstRow: this.#firstRow, length, columns });
    this.#start(this.#firstRow + length);
  }
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
