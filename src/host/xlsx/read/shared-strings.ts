/**
 * The table of shared strings: its bytes, packed together, and where each begins. A text is decoded when a cell asks for
 * it; plain and rich text, phonetic guides are not part of it.
 */
import { HostError } from '../../../app/ports';
import { decodeText, scanXml } from '../package/xml';
import { ByteWindow, type WindowOptions } from './byte-window';
import { elementEnd, INCOMPLETE } from './element-end';
import { openRoot, toTag } from './part-start';
import { knownReferences, plainLines, textOfBytes, utf8 } from './xml-text';

/** Bytes are kept in pieces of this size; a longer text is kept as text. */
const PIECE = 1 << 20;
/** Decoded texts that are held, a power of two: all of a usual table, the last asked for of a large one. */
const HELD = 1 << 16;
const [LT, GT, SLASH] = [60, 62, 47];

export interface SharedStrings {
  readonly count: number;
  /** Undefined where the table has none. Throws HostError `xlsx/damaged` for a text that is none. */
  get(index: number): string | undefined;
}

class Table implements SharedStrings {
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
    const slot = index & (HELD - 1);
    if (this.#heldIndexes[slot] === index) return this.#heldTexts[slot];
    const text = this.#decode(index);
    this.#heldIndexes[slot] = index;
    this.#heldTexts[slot] = text;
    return text;
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

/** Short texts are copied quicker byte by byte than through a view of them. */
function copyBytes(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): void {
  if (end - start > 64) to.set(from.subarray(start, end), at);
  else for (let i = start; i < end; i++) to[at + i - start] = from[i] ?? 0;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function follows(b: Uint8Array, at: number, bytes: Uint8Array): boolean {
  for (let k = 0; k < bytes.length; k++) if (b[at + k] !== bytes[k]) return false;
  return true;
}

/** Text of `<si>` by its tokens: every `<t>` that is not under `<rPh>`. Throws HostError `xlsx/damaged`. */
function thorough(b: Uint8Array, start: number, end: number, part: string): string {
  const xml = utf8(b, start, end);
  if (xml === null || !knownReferences(xml)) throw new HostError('xlsx/damaged', { part });
  const open: string[] = [];
  let text = '';
  for (const token of scanXml(bytesOf(plainLines(xml)), part)) {
    if (token.kind === 'text') {
      if (open.at(-1) === 't' && (open.length === 2 || (open.length === 3 && open[1] === 'r'))) text += token.text;
    } else if (token.kind === 'open') open.push(token.name);
    else open.pop();
  }
  return decodeText(text);
}

/** A reader of texts as the usual programs write them: gives back the position behind the last one that is all there before `end`. */
function plainItems(prefix: string, table: Table): (b: Uint8Array, from: number, end: number) => number {
  const open = bytesOf(`<${prefix}si><${prefix}t`);
  const preserve = bytesOf(' xml:space="preserve">');
  const close = bytesOf(`</${prefix}t>`);
  const phonetic = bytesOf(`<${prefix}phoneticPr `);
  const done = bytesOf(`</${prefix}si>`);
  return (b, from, end) => {
    for (let next = from; ;) {
      let i = next;
      if (!follows(b, i, open)) return next;
      i += open.length;
      if (b[i] === GT) i++;
      else if (follows(b, i, preserve)) i += preserve.length;
      else return next;
      const start = i;
      while (b[i] !== LT) i++;
      const stop = i;
      if (!follows(b, i, close)) return next;
      i += close.length;
      // Versions for Chinese and Japanese write this behind every text.
      if (follows(b, i, phonetic)) {
        while (b[i] !== GT) i++;
        if (b[i - 1] !== SLASH) return next;
        i++;
      }
      if (!follows(b, i, done)) return next;
      i += done.length;
      if (i > end) return next;
      table.add(b, start, stop, false);
      next = i;
    }
  };
}

export interface StringOptions extends WindowOptions {
  readonly maxSharedStrings: number;
}

/** Throws HostError `xlsx/damaged`, `xlsx/too-large`, and what the pieces and the signal throw. */
export async function readSharedStrings(pieces: AsyncIterable<Uint8Array>, options: StringOptions): Promise<SharedStrings> {
  const { part } = options;
  const table = new Table(part, options.maxSharedStrings);
  const window = new ByteWindow(pieces, options);
  try {
    const { prefix, empty } = await openRoot(window, part, 'sst');
    const usual = plainItems(prefix, table);
    const item = bytesOf(`<${prefix}si`);
    while (!empty) {
      await toTag(window, part);
      if (window.bytes[window.at + 1] === SLASH) break;
      const next = usual(window.bytes, window.at, window.end);
      if (next > window.at) {
        window.at = next;
        continue;
      }
      const end = elementEnd(window.bytes, window.at, window.end);
      if (end < 0) {
        // Cut off where the bytes end; with more of them it may look as usual.
        if (end !== INCOMPLETE || !(await window.more())) throw new HostError('xlsx/damaged', { part });
        continue;
      }
      if (follows(window.bytes, window.at, item)) {
        const text = bytesOf(thorough(window.bytes, window.at, end, part));
        table.add(text, 0, text.length, true);
      }
      window.at = end;
    }
    await window.drain();
    return table;
  } finally {
    await window.close();
  }
}
