/**
 * What stood before a value in the row above usually stands there again: `<c r="B`, the row, `" s="3" t="s"><v>`. It is
 * compared four bytes at a time instead of being read anew. Nothing is taken for granted: every byte is compared.
 */

/** Columns that have a template, and bytes of a template. */
const COLUMNS = 256;
const WORDS = 16;
const MAX_BYTES = 4 * (WORDS - 2);
/** Digits of a row that two words hold. */
const MAX_DIGITS = 8;

export class CellTemplates {
  /** By column of the cell before (0 at the start of a row): the column that came next in the row above; 0 for none. */
  readonly #next = new Int32Array(COLUMNS);
  /** Kind of the value as on the tape, and the cell's style. */
  readonly kind = new Uint8Array(COLUMNS);
  readonly style = new Int32Array(COLUMNS);
  /** Bytes before and behind the row's digits; a head of 0 is no template. */
  readonly #head = new Uint8Array(COLUMNS);
  readonly #tail = new Uint8Array(COLUMNS);
  readonly #words = new Int32Array(COLUMNS * WORDS);
  /** The digits of the row: how many, the first four, or as many as there are, and the last four. */
  #digits = 0;
  #mask = 0;
  #first = 0;
  #last = 0;

  /** Begins a row, whose number stands between these places. */
  row(view: DataView, start: number, end: number): void {
    this.#digits = end - start;
    this.#mask = this.#digits < 4 ? (1 << (8 * this.#digits)) - 1 : -1;
    this.#first = view.getInt32(start, true) & this.#mask;
    this.#last = this.#digits < 4 ? 0 : view.getInt32(end - 4, true);
  }

  /** The column that is likely to come behind this one; 0 for none. */
  guess(last: number): number {
    return last < COLUMNS && this.#digits <= MAX_DIGITS ? this.#next[last] ?? 0 : 0;
  }

  /** Position of the value, or behind the cell when it holds none, where the cell at `at` begins as the last one of this column did; 0 where not. */
  match(view: DataView, at: number, column: number): number {
    const head = this.#head[column] ?? 0;
    const tail = this.#tail[column] ?? 0;
    const digits = this.#digits;
    const words = this.#words;
    let w = column * WORDS;
    let i = at;
    // The last word of each overlaps the one before it where the length is no multiple of four.
    for (const last = at + head - 4; i < last; i += 4) if (view.getInt32(i, true) !== words[w++]) return 0;
    i = at + head;
    if (view.getInt32(i - 4, true) !== words[w++] || (view.getInt32(i, true) & this.#mask) !== this.#first) return 0;
    i += digits;
    if (digits > 4 && view.getInt32(i - 4, true) !== this.#last) return 0;
    const end = i + tail;
    for (const last = end - 4; i < last; i += 4) if (view.getInt32(i, true) !== words[w++]) return 0;
    return view.getInt32(end - 4, true) === words[w] ? end : 0;
  }

  /** Keeps how the cell at `at` was written: the row's digits between `digits` and `digitsEnd`, the value, if it has one, from `value`. */
  keep(view: DataView, at: number, digits: number, digitsEnd: number, value: number, before: number, column: number, kind: number, style: number): void {
    if (column >= COLUMNS || before >= COLUMNS) return;
    const head = digits - at;
    const tail = value - digitsEnd;
    if (head < 4 || tail < 4 || head + tail > MAX_BYTES) return;
    let w = column * WORDS;
    for (let i = at; i < digits - 4; i += 4) this.#words[w++] = view.getInt32(i, true);
    this.#words[w++] = view.getInt32(digits - 4, true);
    for (let i = digitsEnd; i < value - 4; i += 4) this.#words[w++] = view.getInt32(i, true);
    this.#words[w] = view.getInt32(value - 4, true);
    this.#head[column] = head;
    this.#tail[column] = tail;
    this.kind[column] = kind;
    this.style[column] = style;
    this.#next[before] = column;
  }
}
