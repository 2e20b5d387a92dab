/** Rows -> CSV that Excel, WPS and this program read alike: UTF-8 with a byte order mark, commas, CRLF. No cell is a formula to whoever opens it. */
import { guarded } from '../core/model/formula-guard';

export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((text) => quote(guarded(text))).join(',')).join('\r\n')}\r\n`;
}

export function csvBytes(rows: readonly (readonly string[])[]): Uint8Array {
  return encodeUtf8(csvText(rows));
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** UTF-8 bytes of a text. */
export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
