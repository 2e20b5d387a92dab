/** Bytes of XML text as the text that they mean. A malformed text is an error of the caller's making: null. */
import { decodeText, unescapeXml } from '../package/xml';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** References that XML knows without a document type. */
const UNKNOWN = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)/;

/** UTF-8 as text; null where it is none. */
export function utf8(b: Uint8Array, start: number, end: number): string | null {
  try {
    return strict.decode(b.subarray(start, end));
  } catch {
    return null;
  }
}

/** Ends of lines as XML reads them. */
export function plainLines(xml: string): string {
  return xml.includes('\r') ? xml.replaceAll(/\r\n?/g, '\n') : xml;
}

/** True where every reference is one of the five names or a number. In CDATA and comments there are none. */
export function knownReferences(xml: string): boolean {
  if (!xml.includes('&')) return true;
  return !UNKNOWN.test(xml.includes('<!') ? xml.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, '') : xml);
}

/** What stands there is what is meant: no reference, no `_xHHHH_`, no other end of line. */
export function isPlain(xml: string): boolean {
  return !xml.includes('&') && !xml.includes('_x') && !xml.includes('\r');
}

/** Text between tags, unescaped; `_xHHHH_` too. Null where it is malformed. */
export function textOf(xml: string): string | null {
  return knownReferences(xml) ? decodeText(unescapeXml(plainLines(xml))) : null;
}

export function textOfBytes(b: Uint8Array, start: number, end: number): string | null {
  const xml = utf8(b, start, end);
  return xml === null ? null : textOf(xml);
}

/** Slots of the cache, a power of two, and the longest text that it keeps, in bytes. */
const SLOTS = 8192;
const KEPT = 64;

/**
 * Decodes texts that come again and again, as inline strings do: a text is looked up by its bytes, and an equal one is
 * handed out again, so that a million cells with fifty texts hold fifty.
 */
export function createTextReader(): (b: Uint8Array, start: number, end: number) => string | null {
  const keys = new Uint8Array(SLOTS * KEPT);
  const lengths = new Uint8Array(SLOTS);
  const texts = Array.from<string>({ length: SLOTS }).fill('');
  return (b, start, end) => {
    const length = end - start;
    if (length === 0) return '';
    if (length > KEPT) return textOfBytes(b, start, end);
    let hash = length;
    for (let i = start; i < end; i++) hash = Math.imul(hash, 31) + (b[i] ?? 0);
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    const key = slot * KEPT;
    if (lengths[slot] === length) {
      let i = 0;
      while (i < length && keys[key + i] === b[start + i]) i++;
      if (i === length) return texts[slot] ?? '';
    }
    const text = textOfBytes(b, start, end);
    if (text === null) return null;
    for (let i = 0; i < length; i++) keys[key + i] = b[start + i] ?? 0;
    lengths[slot] = length;
    texts[slot] = text;
    return text;
  };
}
