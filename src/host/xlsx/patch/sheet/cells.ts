/** The cells of a row's XML, each as it is written, and what stands between them. */
import { HostError } from '../../../../app/ports';
import { columnNumber, MAX_COLUMN } from '../../../../core/model/address';
import { unescapeXml } from '../../package/xml';
import { escapeXml } from '../../write/text';
import { attributeOf, findMarkup, nameEnds, tagEnd } from './xml-text';

export interface Segment {
  /** 0 for what is no cell: space, comments, extensions. */
  readonly column: number;
  readonly xml: string;
}

export interface FormulaElement {
  readonly start: number;
  readonly end: number;
  /** Start tag. */
  readonly open: string;
  /** '' for a cell that shares the formula of another. */
  readonly text: string;
}

/** Throws HostError `xlsx/damaged` where a cell does not end. Stops behind the first cell for which `enough` is true. */
export function splitCells(content: string, prefix: string, part: string, row: number, enough?: (cell: Segment) => boolean): readonly Segment[] {
  const segments: Segment[] = [];
  const name = `<${prefix}c`;
  let done = 0;
  let previous = 0;
  for (let at = findMarkup(content, name, 0); at >= 0; at = findMarkup(content, name, done)) {
    if (!nameEnds(content.charCodeAt(at + name.length))) break; // an extension list: no cell comes behind it
    const openEnd = tagEnd(content, at) + 1;
    let end = openEnd;
    if (openEnd > 0 && content.charCodeAt(openEnd - 2) !== 47) {
      const close = findMarkup(content, `</${prefix}c`, openEnd);
      end = close < 0 ? 0 : content.indexOf('>', close) + 1;
    }
    if (end === 0) throw new HostError('xlsx/damaged', { part, cell: String(row) });
    const reference = attributeOf(content.slice(at, openEnd), 'r');
    previous = reference === undefined ? previous + 1 : columnNumber(/^[A-Z]{1,3}/.exec(reference.toUpperCase())?.[0] ?? '');
    if (previous < 1 || previous > MAX_COLUMN) throw new HostError('xlsx/damaged', { part, cell: reference ?? String(row) });
    if (at > done) segments.push({ column: 0, xml: content.slice(done, at) });
    const segment = { column: previous, xml: content.slice(at, end) };
    segments.push(segment);
    done = end;
    if (enough?.(segment) === true) return segments;
  }
  if (done < content.length) segments.push({ column: 0, xml: content.slice(done) });
  return segments;
}

export function openTag(xml: string): string {
  return xml.slice(0, tagEnd(xml, 0) + 1);
}

/** The content of the first element of this name in the cell; undefined when there is none. */
export function contentOf(cell: string, name: string): string | undefined {
  const found = elementIn(cell, name);
  return found === undefined ? undefined : cell.slice(found.openEnd, found.closeStart);
}

function elementIn(cell: string, name: string): { start: number; openEnd: number; closeStart: number; end: number } | undefined {
  for (let at = findMarkup(cell, `<${name}`, 0); at >= 0; at = findMarkup(cell, `<${name}`, at + 1)) {
    if (!nameEnds(cell.charCodeAt(at + name.length + 1))) continue;
    const openEnd = tagEnd(cell, at) + 1;
    if (cell.charCodeAt(openEnd - 2) === 47) return { start: at, openEnd, closeStart: openEnd, end: openEnd };
    const close = findMarkup(cell, `</${name}`, openEnd);
    return close < 0 ? undefined : { start: at, openEnd, closeStart: close, end: cell.indexOf('>', close) + 1 };
  }
  return undefined;
}

/** The cell's `<f>`. */
export function formulaOf(cell: string, prefix: string): FormulaElement | undefined {
  const found = elementIn(cell, `${prefix}f`);
  if (found === undefined) return undefined;
  const text = cell.slice(found.openEnd, found.closeStart).replace(/^<!\[CDATA\[([\s\S]*)\]\]>$/, (_, plain: string) => escapeXml(plain));
  return { start: found.start, end: found.end, open: cell.slice(found.start, found.openEnd), text: unescapeXml(text) };
}

/** A start tag of `<f>` with this text; attributes stay. */
export function formulaXml(open: string, prefix: string, text: string): string {
  return `${open.replace(/\s*\/?>$/, '')}>${escapeXml(text)}</${prefix}f>`;
}

/** No value and no formula; an empty text counts as none. */
export function isBlankCell(cell: string, prefix: string): boolean {
  if (openTag(cell).endsWith('/>')) return true;
  if (formulaOf(cell, prefix) !== undefined) return false;
  const value = contentOf(cell, `${prefix}v`);
  if (value !== undefined && value !== '') return false;
  const inline = contentOf(cell, `${prefix}is`);
  return inline === undefined || inline.replace(/<!\[CDATA\[([\s\S]*?)\]\]>|<[^>]*>/g, '$1') === '';
}
