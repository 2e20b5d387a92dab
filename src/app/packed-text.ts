/** Texts packed small enough for cells: gzip, then base64. */
import { joinBytes } from '../core/model/join-bytes';
import type { Gzip } from './ports';

/** Characters that go through `String.fromCharCode` at once. */
const STEP = 8192;

export async function packText(text: string, gzip: Gzip): Promise<string> {
  const bytes = await joinBytes(gzip.deflate(once(new TextEncoder().encode(text))));
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP) binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(binary);
}

/** Null where the text is not what was packed: somebody touched it. */
export async function unpackText(packed: string, gzip: Gzip): Promise<string | null> {
  try {
    const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(await joinBytes(gzip.inflate(once(bytes))));
  } catch {
    return null;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
