/** Bytes of a text file -> text: by byte order mark, else UTF-16 by its zero bytes, else UTF-8 when it is valid, else GB18030. */
import { HostError } from '../../app/ports';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** True when a byte order mark said so. */
  readonly marked: boolean;
}

const SAMPLE = 4096;

/** Throws `HostError`: `csv/not-text` for a workbook or other binary file, `csv/encoding` when no encoding fits. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const found = binaryKind(bytes);
  if (found !== null) throw new HostError('csv/not-text', { found });
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', marked: true };
  if (a === 0xff && b === 0xfe) return { text: decode(bytes, 'utf-16le'), encoding: 'utf-16le', marked: true };
  if (a === 0xfe && b === 0xff) return { text: decode(bytes, 'utf-16be'), encoding: 'utf-16be', marked: true };
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return { text: decode(bytes, wide), encoding: wide, marked: false };
  if (bytes.subarray(0, SAMPLE).includes(0)) throw new HostError('csv/not-text', { found: 'binary' });
  const utf8 = attempt(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', marked: false };
  return { text: decode(bytes, 'gb18030'), encoding: 'gb18030', marked: false };
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string {
  const text = attempt(bytes, encoding);
  if (text === null) throw new HostError('csv/encoding', { tried: encoding });
  return text;
}

/** Null when the bytes are not of the encoding. The decoder takes the byte order mark off. */
function attempt(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Zero bytes on one side of most pairs: Latin digits and separators in UTF-16. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length - (bytes.length % 2)));
  let [even, odd] = [0, 0];
  for (let i = 0; i < sample.length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  const pairs = sample.length / 2;
  if (odd > pairs / 5 && even === 0) return 'utf-16le';
  return even > pairs / 5 && odd === 0 ? 'utf-16be' : null;
}

function binaryKind(bytes: Uint8Array): string | null {
  const starts = (...head: readonly number[]) => head.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  return null;
}
