/**
 * A part as bytes that pass by: what was not used yet, and more of it on demand. The next piece is asked for before this
 * one is looked at, so that inflating and scanning go on side by side. UTF-16 becomes UTF-8 here; nothing behind knows it.
 */
import { HostError } from '../../../app/ports';
import { encodingOf } from '../package/xml';

/** Bytes looked at in one go: a signal is noticed after this much at the latest. */
const STEP = 1 << 20;
/** Stands behind the last byte: every loop that looks for one of these characters ends there without counting. */
const STOPS = new TextEncoder().encode('<>="<>="');

/** Room behind the stop characters for looking ahead. */
const MARGIN = 256;

export interface WindowOptions {
  readonly part: string;
  /** Bytes of one element (a row, a shared string) that must be together. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

async function* asUtf8(first: Uint8Array, rest: AsyncIterator<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  yield encoder.encode(decoder.decode(first, { stream: true }));
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield encoder.encode(decoder.decode(next.value, { stream: true }));
  yield encoder.encode(decoder.decode());
}

export class ByteWindow {
  /** `at` to `end` is what waits; stop characters follow. Positions hold until `more` or `close` is called. */
  bytes = new Uint8Array(0);
  view = new DataView(this.bytes.buffer);
  at = 0;
  end = 0;
  readonly #options: WindowOptions;
  readonly #source: AsyncIterator<Uint8Array>;
  #input: AsyncIterator<Uint8Array>;
  #next: Promise<IteratorResult<Uint8Array>> | undefined;
  /** Of a piece that is larger than a step. */
  #rest: Uint8Array | undefined;
  #started = false;

  constructor(pieces: AsyncIterable<Uint8Array>, options: WindowOptions) {
    this.#source = pieces[Symbol.asyncIterator]();
    this.#input = this.#source;
    this.#options = options;
  }

  /**
   * Waits for more bytes; at least as many as wait already, so that looking at them again costs no more than twice. False
   * at the end of the part. Throws HostError `xlsx/too-large`, what the pieces throw, and the signal's reason.
   */
  async more(): Promise<boolean> {
    const { part, limit } = this.#options;
    const waiting = this.end - this.at;
    if (waiting > limit) throw new HostError('xlsx/too-large', { part, size: waiting, limit });
    const wanted = Math.min(2 * waiting, limit + 1);
    let got = false;
    do {
      const piece = this.#rest ?? (await this.#read());
      if (piece === undefined) break;
      this.#rest = piece.length > STEP ? piece.subarray(STEP) : undefined;
      this.#append(piece.length > STEP ? piece.subarray(0, STEP) : piece);
      got = true;
      this.#options.signal?.throwIfAborted();
    } while (this.end - this.at < wanted);
    return got;
  }

  /** Reads on to the end without looking, so that damage behind the last row is found. */
  async drain(): Promise<void> {
    this.at = this.end;
    while (await this.more()) this.at = this.end;
  }

  /** Lets go of the source, also when nothing was read. */
  async close(): Promise<void> {
    await this.#next?.catch(() => undefined);
    await this.#source.return?.();
  }

  async #read(): Promise<Uint8Array | undefined> {
    this.#options.signal?.throwIfAborted();
    const next = await (this.#next ?? this.#input.next());
    this.#options.signal?.throwIfAborted();
    if (next.done === true) {
      this.#next = Promise.resolve(next);
      return undefined;
    }
    const piece = next.value;
    if (!this.#started && piece.length > 0) {
      this.#started = true;
      const encoding = encodingOf(piece);
      if (encoding !== 'utf-8') {
        this.#input = asUtf8(piece, this.#source, encoding);
        this.#next = undefined;
        return this.#read();
      }
    }
    this.#next = this.#input.next();
    // Whoever asks next is told; until then it is nobody's business.
    this.#next.catch(() => undefined);
    return piece;
  }

  #append(piece: Uint8Array): void {
    const waiting = this.end - this.at;
    const needed = waiting + piece.length + STOPS.length + MARGIN;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
      larger.set(this.bytes.subarray(this.at, this.end));
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    } else if (this.at > 0) this.bytes.copyWithin(0, this.at, this.end);
    this.bytes.set(piece, waiting);
    this.at = 0;
    this.end = waiting + piece.length;
    this.bytes.set(STOPS, this.end);
  }
}
