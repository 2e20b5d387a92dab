/** Texts of the shared strings as bytes, packed together, and where each begins: decoded when a cell asks for one. */
import { HostError } from '../../../app/ports';
import { isPlain, textOfBytes, utf8 } from './xml-text';

/** Bytes are kept in pieces of this size; a longer text is kept as text. */
const PIECE = 1 << 20;
/** Decoded texts that are held, a power of two: all of a usual table, the last asked for of a large one. */
const HELD = 1 << 16;
/** Texts that are decoded together. */
const RUN = 32;

export interface SharedStrings {
  readonly count: number;
  /** Undefined where the table has none. Throws HostError `xlsx/damaged` for a text that is none. */
  get(index: number): string | undefined;
}

/** Short texts are copied quicker byte by byte than through a view of them. */
function copyBytes(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): void {
  if (end - start > 64) to.set(from.subarray(start, end), at);
  else for (let i = start; i < end; i++) to[at + i - start] = from[i] ?? 0;
}

export class StringTable implements SharedStrings {
  readonly #part: string;
  readonly #limit: number;
  readonly #pieces: Uint8Array[] = [];
  /** Bytes used of the last piece. */
  #used = PIECE;
  /** Texts too long for a piece. */
  readonly #long = new Map<number, string>();
  /** By index: where the text begins, counted over all pieces; bytes as they stand in the part, or (below 0, less one) as decoded already. */
  #places = new Float64Array(1024);
  #lengths = new Int32Array(1024);
  #count = 0;
  /** The index that was asked for last, of those that were not held. */
  #latest = -2;
  /** Where decoding several together is tried again, after texts that are not plain. */
  #runFrom = 0;
  /** The texts that were decoded together last, and the index of the first. A column of texts that all differ asks for each but once: they are not held longer. */
  readonly #run: string[] = [];
  #runStart = 0;
  readonly #heldTexts: string[] = [];
  readonly #heldIndexes = new Int32Array(HELD).fill(-1);

  constructor(part: string, limit: number) {
    this.#part = part;
    this.#limit = limit;
  }

  get count(): number {
    return this.#count;
  }

  get(index: number): string | undefined {
    if (index >= this.#count) return undefined;
    const inRun = index - this.#runStart;
    if (inRun >= 0 && inRun < this.#run.length) return this.#run[inRun];
    const slot = index & (HELD - 1);
    if (this.#heldIndexes[slot] === index) return this.#heldTexts[slot];
    if (index === this.#latest + 1 && index >= this.#runFrom && this.#decodeRun(index)) return this.#run[0];
    const text = this.#decode(index);
    this.#heldIndexes[slot] = index;
    this.#heldTexts[slot] = text;
    this.#latest = index;
    return text;
  }

  /** Decodes this text and the next ones in one go, where they are plain and ASCII; false where they are not. */
  #decodeRun(index: number): boolean {
    const start = this.#places[index] ?? 0;
    const piece = this.#pieces[Math.floor(start / PIECE)];
    const last = Math.min(index + RUN, this.#count) - 1;
    this.#runFrom = last + 1;
    const from = start % PIECE;
    let to = from;
    for (let i = index; i <= last; i++) {
      const length = this.#lengths[i] ?? 0;
      // Short texts cut out of a longer one are copies; others would keep it alive.
      if (length <= 0 || length > 12 || this.#places[i] !== start + to - from) return false;
      to += length;
    }
    const text = piece === undefined ? null : utf8(piece, from, to);
    if (text === null || text.length !== to - from || !isPlain(text)) return false;
    this.#run.length = 0;
    for (let i = index, at = 0; i <= last; i++) {
      const length = this.#lengths[i] ?? 0;
      this.#run.push(text.slice(at, at + length));
      at += length;
    }
    this.#runStart = index;
    this.#latest = last;
    return true;
  }

  #decode(index: number): string {
    const length = this.#lengths[index] ?? 0;
    const place = this.#places[index] ?? 0;
    const piece = this.#pieces[Math.floor(place / PIECE)];
    if (length === 0 || piece === undefined) return this.#long.get(index) ?? '';
    const start = place % PIECE;
    const text = length > 0 ? textOfBytes(piece, start, start + length) : utf8(piece, start, start - length - 1);
    if (text === null) throw new HostError('xlsx/damaged', { part: this.#part });
    return text;
  }

  /** Takes the text between `start` and `end`, still escaped unless `decoded`. Throws HostError `xlsx/too-large`. */
  add(b: Uint8Array, start: number, end: number, decoded: boolean): void {
    const index = this.#count++;
    if (this.#count > this.#limit) throw new HostError('xlsx/too-large', { part: this.#part, size: this.#count, limit: this.#limit });
    if (index === this.#places.length) this.#grow();
    const length = end - start;
    if (length > PIECE) {
      const text = decoded ? utf8(b, start, end) : textOfBytes(b, start, end);
      if (text === null) throw new HostError('xlsx/damaged', { part: this.#part });
      this.#long.set(index, text);
      return;
    }
    if (this.#used + length > PIECE) {
      this.#pieces.push(new Uint8Array(PIECE));
      this.#used = 0;
    }
    const piece = this.#pieces.length - 1;
    if (length > 0) copyBytes(b, start, end, this.#pieces[piece] ?? b, this.#used);
    this.#places[index] = piece * PIECE + this.#used;
    this.#lengths[index] = decoded && length > 0 ? -length - 1 : length;
    this.#used += length;
  }

  #grow(): void {
    const places = new Float64Array(this.#places.length * 2);
    places.set(this.#places);
    this.#places = places;
    const lengths = new Int32Array(this.#lengths.length * 2);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }
}
