/** The way into a part: past declaration and comments to the root element, past what stands before the element that is wanted. */
import { HostError } from '../../../app/ports';
import type { ByteWindow } from './byte-window';
import { elementEnd, MALFORMED, markupEnd, tagEnd } from './element-end';

const LT = 60;
const SLASH = 47;
const decoder = new TextDecoder();

/** Position behind what begins at the window's place, by `find`; reads on until it is all there. Throws HostError `xlsx/damaged`. */
async function wholeAt(window: ByteWindow, part: string, find: typeof elementEnd): Promise<number> {
  for (;;) {
    const found = find(window.bytes, window.at, window.end);
    if (found > 0) return found;
    if (found === MALFORMED || !(await window.more())) throw new HostError('xlsx/damaged', { part });
  }
}

/** Moves to the next `<` and makes sure that the byte behind it is there. Throws HostError `xlsx/damaged` at the end of the part. */
export async function toTag(window: ByteWindow, part: string): Promise<void> {
  for (;;) {
    const found = window.bytes.indexOf(LT, window.at);
    window.at = found < 0 || found > window.end ? window.end : found;
    if (window.at + 1 < window.end) return;
    if (!(await window.more())) throw new HostError('xlsx/damaged', { part });
  }
}

/** A comment or an instruction, else the tag alone. */
function tagOrMarkup(b: Uint8Array, at: number, end: number): number {
  return b[at + 1] === 33 || b[at + 1] === 63 ? markupEnd(b, at, end) : tagEnd(b, at, end);
}

/** Moves behind the tag that begins here. `empty` for `<a/>`, `name` '' for a comment or an instruction. */
async function passTag(window: ByteWindow, part: string): Promise<{ readonly name: string; readonly closing: boolean; readonly empty: boolean }> {
  const end = await wholeAt(window, part, tagOrMarkup);
  const { bytes, at } = window;
  window.at = end;
  const closing = bytes[at + 1] === SLASH;
  const name = /^<\/?([^\s/>!?]+)/.exec(decoder.decode(bytes.subarray(at, Math.min(end, at + 200))))?.[1] ?? '';
  return { name, closing, empty: bytes[end - 2] === SLASH };
}

export interface Root {
  /** Namespace prefix with its colon, '' for the usual default namespace. */
  readonly prefix: string;
  readonly empty: boolean;
}

/** Moves behind the start tag of the root, which has this local name. Throws HostError `xlsx/damaged`, also for a document type: no part has one. */
export async function openRoot(window: ByteWindow, part: string, name: string): Promise<Root> {
  for (;;) {
    await toTag(window, part);
    const tag = await passTag(window, part);
    if (tag.name === '') continue;
    const prefix = tag.name.slice(0, tag.name.indexOf(':') + 1);
    if (tag.closing || tag.name !== prefix + name) throw new HostError('xlsx/damaged', { part });
    return { prefix, empty: tag.empty };
  }
}

/** Moves behind the start tag of the root's child `name`; true when it has content. Throws HostError `xlsx/damaged` where there is none. */
export async function openChild(window: ByteWindow, part: string, name: string): Promise<boolean> {
  const wanted = new TextEncoder().encode(`<${name}`);
  for (;;) {
    await toTag(window, part);
    while (window.end - window.at <= wanted.length && (await window.more()));
    const after = window.bytes[window.at + wanted.length] ?? 0;
    if (wanted.every((byte, k) => window.bytes[window.at + k] === byte) && (after <= 32 || after === 62 || after === SLASH)) return !(await passTag(window, part)).empty;
    window.at = await wholeAt(window, part, elementEnd);
  }
}

