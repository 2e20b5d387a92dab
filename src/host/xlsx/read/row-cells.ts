/** The cells of one row's XML. Hand-written scanning: a million cells take about a second. */
import { HostError } from '../../../app/ports';
import { MAX_COLUMN } from '../../../core/model/address';
import type { CellValue, SheetCell } from '../../../core/model/cell';
import type { Temporal } from './number-formats';
import { shiftFormula } from './shift-formula';
import { decodeText, unescapeXml } from './xml';

/** Days between the first days of the 1900 and the 1904 date system. */
const SHIFT_1904 = 1462;

export interface CellContext {
  readonly part: string;
  readonly prefix: string;
  readonly strings: () => readonly string[];
  readonly formats: readonly Temporal[];
  readonly date1904: boolean;
  /** Master formulas of shared formulas by their index. */
  readonly shared: Map<string, { readonly formula: string; readonly row: number; readonly column: number }>;
}

const damaged = (part: string, cell: string): HostError => new HostError('xlsx/damaged', { part, cell });

/** Value of an attribute in a start tag's source; undefined when it is not there. */
export function attribute(source: string, name: string): string | undefined {
  for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + 1)) {
    const before = source.charCodeAt(at - 1);
    if (at > 0 && before > 32) continue;
    let next = at + name.length;
    while (source.charCodeAt(next) <= 32) next++;
    if (source.charCodeAt(next) !== 61) continue;
    next++;
    while (source.charCodeAt(next) <= 32) next++;
    const quote = source[next] ?? '"';
    const end = source.indexOf(quote, next + 1);
    return end < 0 ? undefined : source.slice(next + 1, end);
  }
  return undefined;
}

/** A copy that does not keep the piece of the file alive in which it stood. */
function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** Content of the first `<name>` in the cell, '' when it is empty, undefined when there is none; with the source of its start tag. */
function element(xml: string, name: string): { attributes: string; content: string } | undefined {
  for (let at = xml.indexOf(`<${name}`); at >= 0; at = xml.indexOf(`<${name}`, at + 1)) {
    const after = xml.charCodeAt(at + name.length + 1);
    if (after > 32 && after !== 62 && after !== 47) continue;
    const end = xml.indexOf('>', at);
    if (end < 0) return undefined;
    const attributes = xml.slice(at + name.length + 1, end);
    if (attributes.endsWith('/')) return { attributes, content: '' };
    const close = xml.indexOf(`</${name}`, end);
    return { attributes, content: close < 0 ? '' : xml.slice(end + 1, close) };
  }
  return undefined;
}

/** Text of an inline string: every `<t>` that is not a phonetic guide. */
function inlineText(xml: string, prefix: string): string {
  if (!xml.includes(`<${prefix}r`)) return decodeText(unescapeXml(element(xml, `${prefix}t`)?.content ?? ''));
  const start = xml.indexOf(`<${prefix}rPh`) < 0 ? xml : xml.replace(new RegExp(`<${prefix}rPh[\\s>][\\s\\S]*?</${prefix}rPh>`, 'g'), '');
  let text = '';
  for (const [, content] of start.matchAll(new RegExp(`<${prefix}t(?:\\s[^>]*)?>([^<]*)</${prefix}t>`, 'g'))) text += unescapeXml(content ?? '');
  return decodeText(text);
}

/** ISO 8601 date of a cell of type `d` as a serial of the 1900 system; null when it is none. */
function isoSerial(text: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text);
  if (found === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = found;
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569 + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}

function textOf(raw: string): string {
  return detach(decodeText(unescapeXml(raw)));
}

function readNumber(raw: string, context: CellContext, cell: string): number | null {
  const trimmed = raw.trim();
  if (trimmed === '') return null;
  const value = Number(trimmed);
  if (!Number.isFinite(value)) throw damaged(context.part, cell);
  return value;
}

/** The value that stands in `<v>`. */
function readPlain(type: string | undefined, raw: string, context: CellContext, cell: string): CellValue {
  switch (type) {
    case undefined:
    case 'n':
      return readNumber(raw, context, cell);
    case 's': {
      const text = raw.trim() === '' ? undefined : context.strings()[Number(raw)];
      if (text === undefined) throw damaged(context.part, cell);
      return text;
    }
    case 'b':
      return raw.trim() === '1' || raw.trim() === 'true';
    case 'e':
      return { error: textOf(raw) };
    default:
      return textOf(raw);
  }
}

function readValue(type: string | undefined, content: string, context: CellContext, cell: string): CellValue {
  const { prefix } = context;
  if (type === 'inlineStr') return detach(inlineText(content, prefix));
  const raw = element(content, `${prefix}v`)?.content;
  return raw === undefined ? null : readPlain(type, raw, context, cell);
}

function readFormula(content: string, context: CellContext, row: number, column: number): string | undefined {
  if (!content.includes(`<${context.prefix}f`)) return undefined;
  const found = element(content, `${context.prefix}f`);
  if (found === undefined) return undefined;
  const own = found.content === '' ? '' : detach(decodeText(unescapeXml(found.content)).replaceAll(/_xlfn\.(?:_xlws\.)?/g, ''));
  if (attribute(found.attributes, 't') !== 'shared') return own === '' ? undefined : own;
  const index = attribute(found.attributes, 'si') ?? '';
  if (own !== '') {
    context.shared.set(index, { formula: own, row, column });
    return own;
  }
  const master = context.shared.get(index);
  return master === undefined ? undefined : shiftFormula(master.formula, row - master.row, column - master.column);
}

/** Undefined for a blank. `style` and `type` are attributes of the cell. */
function cellOf(content: CellValue, formula: string | undefined, type: string | undefined, style: string | undefined, context: CellContext): SheetCell | undefined {
  let value = content;
  if (formula === undefined && (value === null || value === '')) return undefined;
  let temporal: Temporal = null;
  if (type === 'd' && typeof value === 'string') {
    const serial = isoSerial(value);
    if (serial !== null) [value, temporal] = [serial, 'date'];
  } else if (typeof value === 'number') {
    temporal = context.formats[style === undefined ? 0 : Number(style)] ?? null;
    if (temporal === 'date' && context.date1904) value += SHIFT_1904;
  }
  if (formula === undefined) return temporal === null ? { value } : { value, date: true };
  return { value, ...(temporal === null ? {} : { date: true }), formula };
}

/** A cell without a formula as most programs write it: reference, style, type; value or inline text. One expression reads it in a third of the time. */
const USUAL = /<c r="([A-Z]{1,3}\d+)"(?: s="(\d+)")?(?: t="(\w+)")?>(?:<v>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)<\/c>/y;

/** Column of a reference such as `AB12`, 0 when there is none. */
function columnOf(reference: string | undefined): number {
  if (reference === undefined) return 0;
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column;
}

/** Cells by column number; blanks are left out. Throws HostError `xlsx/damaged` with part and cell. */
export function readCells(xml: string, row: number, context: CellContext): Map<number, SheetCell> {
  const cells = new Map<number, SheetCell>();
  const open = `<${context.prefix}c`;
  const close = `</${context.prefix}c>`;
  let previous = 0;
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    USUAL.lastIndex = at;
    const [, reference, s, t, raw, inline] = context.prefix === '' ? USUAL.exec(xml) ?? [] : [];
    if (reference !== undefined && (t === 'inlineStr') === (inline !== undefined)) {
      previous = columnOf(reference);
      if (previous > MAX_COLUMN) throw damaged(context.part, reference);
      const value = inline === undefined ? readPlain(t, raw ?? '', context, reference) : textOf(inline);
      const cell = cellOf(value, undefined, t, s, context);
      if (cell !== undefined) cells.set(previous, cell);
      at = USUAL.lastIndex;
      continue;
    }
    const tagEnd = xml.indexOf('>', at);
    const after = xml.charCodeAt(at + open.length);
    if (tagEnd < 0) throw damaged(context.part, String(row));
    if (after > 32 && after !== 62 && after !== 47) {
      at = tagEnd + 1;
      continue;
    }
    const selfClosing = xml.charCodeAt(tagEnd - 1) === 47;
    const attributes = xml.slice(at + open.length, selfClosing ? tagEnd - 1 : tagEnd);
    const name = attribute(attributes, 'r');
    const column = columnOf(name) || previous + 1;
    if (column > MAX_COLUMN) throw damaged(context.part, name ?? String(row));
    previous = column;
    if (selfClosing) {
      at = tagEnd + 1;
      continue;
    }
    const end = xml.indexOf(close, tagEnd);
    if (end < 0) throw damaged(context.part, name ?? String(row));
    const content = xml.slice(tagEnd + 1, end);
    const type = attribute(attributes, 't');
    const cell = cellOf(readValue(type, content, context, name ?? String(row)), readFormula(content, context, row, column), type, attribute(attributes, 's'), context);
    if (cell !== undefined) cells.set(column, cell);
    at = end + close.length;
  }
  return cells;
}
