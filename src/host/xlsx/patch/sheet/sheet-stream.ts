/**
 * A sheet part as a stream of text that loses nothing: what stands before the rows, each row, what stands behind them.
 * Put together again in this order it is the part as it was.
 */
import { HostError } from '../../../../app/ports';
import { MAX_ROW } from '../../../../core/model/address';
import type { Limits } from '../../package/zip';
import { sheetTexts } from '../sheet-text';
import { parseXml } from '../xml-edit';
import { attributeOf, findMarkup, nameEnds, tagEnd } from './xml-text';

export interface RowPiece {
  readonly row: number;
  /** Space and comments before the row. */
  readonly before: string;
  /** Start tag. */
  readonly open: string;
  readonly content: string;
  /** End tag, '' where the start tag closes itself. */
  readonly close: string;
}

export type SheetPiece =
  /** `data` is the start tag of `<sheetData>`; it may close itself. `prefix` with its colon. */
  | { readonly kind: 'head'; readonly prefix: string; readonly text: string; readonly data: string }
  | { readonly kind: 'rows'; readonly rows: readonly RowPiece[] }
  /** From behind the last row on, so beginning with the end of `<sheetData>` where its start does not close itself. */
  | { readonly kind: 'tail'; readonly text: string };

export interface StreamOptions {
  readonly limits: Limits;
  /** Asked before more is read: true when the rows that are left need not be told apart. The rest then comes as tail. */
  readonly enough?: () => boolean;
}

const damaged = (part: string): HostError => new HostError('xlsx/damaged', { part });

/** Throws HostError `xlsx/damaged` for a part that is no sheet or ends early, `xlsx/too-large` for a row or head beyond the limits. */
export async function* readSheet(pieces: AsyncIterable<Uint8Array>, part: string, { limits, enough }: StreamOptions): AsyncGenerator<SheetPiece> {
  const input = sheetTexts(pieces, part);
  let buffer = '';
  let at = 0;
  /** Reads at least as much as is waiting, so that a long row is not gone over too often. */
  const more = async (limit: number): Promise<boolean> => {
    if (buffer.length - at > limit) throw new HostError('xlsx/too-large', { part, size: buffer.length - at, limit });
    const found = [buffer.slice(at)];
    const waiting = found[0]?.length ?? 0;
    let size = 0;
    do {
      const next = await input.next();
      if (next.done === true) break;
      found.push(next.value);
      size += next.value.length;
    } while (size <= waiting);
    buffer = found.join('');
    at = 0;
    return size > 0;
  };

  let head = readHead(buffer);
  while (head === undefined) {
    if (!(await more(limits.maxPartBytes))) throw damaged(part);
    head = readHead(buffer);
  }
  const { prefix } = head;
  assertOpen(head.text, prefix, part);
  yield { kind: 'head', prefix, text: head.text, data: head.data };
  at = head.text.length + head.data.length;
  let previous = 0;
  const done = enough ?? ((): boolean => false);
  while (!head.data.endsWith('/>') && !done()) {
    const rows: RowPiece[] = [];
    let next = nextRow(buffer, at, prefix, previous);
    for (; typeof next === 'object'; next = nextRow(buffer, at, prefix, previous)) {
      rows.push(next.piece);
      previous = next.piece.row;
      at = next.end;
    }
    if (rows.length > 0) yield { kind: 'rows', rows };
    if (next === 'end') break;
    if (next === 'damaged' || (!done() && !(await more(limits.maxRowCharacters)))) throw damaged(part);
  }
  do {
    if (at < buffer.length) yield { kind: 'tail', text: buffer.slice(at) };
    at = buffer.length;
  } while (await more(0));
}

/** Nothing but the sheet itself is open where its rows begin: a sheet within another's element is read by nobody. */
function assertOpen(head: string, prefix: string, part: string): void {
  parseXml(`${head.replace(/^\uFEFF/, '')}</${prefix}worksheet>`, part);
}

function readHead(text: string): { readonly prefix: string; readonly text: string; readonly data: string } | undefined {
  for (let at = findMarkup(text, '<', 0); at >= 0; at = findMarkup(text, '<', at + 1)) {
    const root = /^<([A-Za-z_][\w.-]*:)?worksheet[\s>/]/.exec(text.slice(at, at + 200));
    if (root === null) continue;
    const prefix = root[1] ?? '';
    for (let data = findMarkup(text, `<${prefix}sheetData`, at); data >= 0; data = findMarkup(text, `<${prefix}sheetData`, data + 1)) {
      const end = tagEnd(text, data);
      if (end < 0) return undefined;
      if (nameEnds(text.charCodeAt(data + prefix.length + 10))) return { prefix, text: text.slice(0, data), data: text.slice(data, end + 1) };
    }
    return undefined;
  }
  return undefined;
}

/** 'more' when the text ends too early, 'end' where the rows end. */
function nextRow(text: string, from: number, prefix: string, previous: number): { readonly piece: RowPiece; readonly end: number } | 'more' | 'end' | 'damaged' {
  const end = `</${prefix}sheetData`;
  const start = findMarkup(text, '<', from);
  if (start < 0 || text.length - start < end.length + 1) return 'more';
  if (text.startsWith('<!', start)) return 'more'; // a comment that is not all here
  if (text.startsWith(end, start)) return 'end';
  const openLength = prefix.length + 4;
  if (!text.startsWith(`<${prefix}row`, start) || !nameEnds(text.charCodeAt(start + openLength))) return 'damaged';
  const openEnd = tagEnd(text, start);
  if (openEnd < 0) return 'more';
  const open = text.slice(start, openEnd + 1);
  const row = Number(attributeOf(open, 'r') ?? previous + 1);
  if (!(row > previous) || !Number.isInteger(row) || row > MAX_ROW) return 'damaged';
  const before = text.slice(from, start);
  if (open.endsWith('/>')) return { piece: { row, before, open, content: '', close: '' }, end: openEnd + 1 };
  const close = findMarkup(text, `</${prefix}row`, openEnd + 1);
  const closeEnd = close < 0 ? -1 : text.indexOf('>', close);
  if (closeEnd < 0) return 'more';
  const content = text.slice(openEnd + 1, close);
  // A row within a row: readers do not agree on where it stands.
  if (findMarkup(content, `<${prefix}row`, 0) >= 0) return 'damaged';
  return { piece: { row, before, open, content, close: text.slice(close, closeEnd + 1) }, end: closeEnd + 1 };
}
