/** Texts packed small enough for cells: gzip, then base64. */
import { joinBytes } from '../core/model/join-bytes';
import type { Gzip } from './ports';

/** Characters that go through `String.fromCharCode` at once. */
const STEP = 8192;
/** Of a text, unpacked: more than a workbook's content, less than what fills the memory. */
const MOST_BYTES = 96 << 20;

/** Null where the text is larger than what is unpacked again. */
export async function packText(text: string, gzip: Gzip): Promise<string | null> {
  if (text.length > MOST_BYTES / 3) return null;
  const bytes = await joinBytes(gzip.deflate(once(new TextEncoder().encode(text))));
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP) binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(binary);
}

/** Null where the text is not what was packed: somebody touched it. */
export async function unpackText(packed: string, gzip: Gzip): Promise<string | null> {
  try {
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(await joinBytes(upTo(MOST_BYTES, gzip.inflate(once(bytes)))));
  } catch {
    return null;
  }
}

/** A few characters can stand for gigabytes. */
async function* upTo(most: number, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > most) throw new RangeError('more than was packed');
    yield piece;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
