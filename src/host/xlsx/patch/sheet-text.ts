/** A large part as text, piece by piece, so that it can be written again as UTF-8 without a character changed. */
import { HostError } from '../../../app/ports';
import { encodingOf } from '../package/xml';

/** Characters in which an XML declaration has ended. */
const DECLARATION = 200;

const corrected = (text: string): string => text.replace(/^(<\?xml\b[^>]*?\bencoding\s*=\s*["'])[^"']*/, '$1UTF-8');

/** UTF-8 keeps its byte order mark; UTF-16 loses it, and its declaration says UTF-8. A pair of surrogates is never cut. Throws HostError `xlsx/damaged` for bytes that are no text. */
export async function* sheetTexts(pieces: AsyncIterable<Uint8Array>, part: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let foreign = false;
  let start = '';
  const text = (bytes?: Uint8Array): string => {
    if (bytes !== undefined && decoder === undefined) {
      const encoding = encodingOf(bytes);
      foreign = encoding !== 'utf-8';
      decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: !foreign });
    }
    try {
      return decoder?.decode(bytes, { stream: bytes !== undefined }) ?? '';
    } catch (cause) {
      throw new HostError('xlsx/damaged', { part }, { cause });
    }
  };
  let waiting = new Uint8Array();
  for await (const piece of pieces) {
    // The first two bytes tell the encoding.
    const bytes = waiting.length === 0 ? piece : Uint8Array.from([...waiting, ...piece]);
    waiting = bytes.length < 2 && decoder === undefined ? Uint8Array.from(bytes) : new Uint8Array();
    if (waiting.length > 0 || bytes.length === 0) continue;
    start += text(bytes);
    if (foreign && start.length < DECLARATION) continue;
    yield foreign ? corrected(start) : start;
    foreign = false;
    start = '';
  }
  const rest = start + text();
  yield foreign ? corrected(rest) : rest;
}

/** The place at or before `at` that does not part a pair of surrogates. */
export function betweenCharacters(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before < 0xdc00 ? at - 1 : at;
}
