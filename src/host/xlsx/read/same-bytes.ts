/** Bytes that stand again and again in a part: compared four at a time instead of being read anew. */

/** Longest stretch that is kept. */
const MAX_BYTES = 128;

export class SameBytes {
  readonly #words = new Int32Array(MAX_BYTES / 4);
  /** 0 while nothing is kept. */
  length = 0;

  /** Keeps these bytes, or nothing where they are too few or too many. */
  keep(view: DataView, start: number, end: number): void {
    this.length = 0;
    if (end - start > MAX_BYTES || end - start < 4) return;
    let w = 0;
    for (let i = start; i < end - 4; i += 4) this.#words[w++] = view.getInt32(i, true);
    // Overlaps the word before it where the length is no multiple of four.
    this.#words[w] = view.getInt32(end - 4, true);
    this.length = end - start;
  }

  /** The bytes that are kept stand at this place. */
  stands(view: DataView, at: number): boolean {
    if (this.length === 0) return false;
    const last = at + this.length - 4;
    let w = 0;
    for (let i = at; i < last; i += 4) if (view.getInt32(i, true) !== this.#words[w++]) return false;
    return view.getInt32(last, true) === this.#words[w];
  }
}
