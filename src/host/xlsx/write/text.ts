/**
 * Text as the file format wants it: XML escapes, and `_xHHHH_` (ISO/IEC 29500-1, 22.9.2.19 ST_Xstring) for characters that
 * XML cannot hold and for text that looks like such an escape.
 */

/** Characters per cell that Excel keeps. */
export const MAX_CELL_TEXT = 32_767;

// oxlint-disable-next-line no-control-regex -- these are the characters XML 1.0 forbids, and CR, which parsers turn into LF
const UNWRITABLE = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;
// oxlint-disable-next-line no-control-regex -- as above; the quick test that most text fails
const SUSPICIOUS = /[\u0000-\u0008\u000B-\u001F\u007F\uD800-\uDFFF\uFFFE\uFFFF]|_x/;
const MARKUP = /[&<>"]/;

/** Escapes what XML cannot hold as `_xHHHH_`; the result still needs `escapeXml`. */
export function encodeText(text: string): string {
  if (!SUSPICIOUS.test(text)) return text;
  return text.replace(UNWRITABLE, (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

export function escapeXml(text: string): string {
  if (!MARKUP.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** An attribute's value: line ends survive the parser's normalisation. */
export function escapeAttribute(text: string): string {
  return escapeXml(encodeText(text)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** ` name="value"` for each attribute that has a value. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values).map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(String(value))}"`)).join('');
}

/** A `<t>` element; space at the ends is kept. */
export function textElement(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return `<t${first <= 32 || last <= 32 ? ' xml:space="preserve"' : ''}>${escapeXml(encodeText(text))}</t>`;
}
