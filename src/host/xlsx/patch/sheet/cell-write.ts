/** One cell written over what stood there: its look stays, its type and value are those of the write. */
import { address } from '../../../../core/model/address';
import { isCellError, type CellValue } from '../../../../core/model/cell';
import { SHIFT_1904 } from '../../../../core/model/date-system';
import { encodeText, escapeXml, textElement } from '../../write/text';
import type { StyleTable } from '../context';
import { formulaOf, isBlankCell, openTag } from './cells';
import { attributeOf, withAttribute } from './xml-text';

/** Errors of every version; programs refuse a newer one as an error, so it is kept as text. */
const ERRORS = new Set(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']);

export interface CellWrite {
  readonly column: number;
  readonly value: CellValue;
  /** As the file stores it. */
  readonly formula?: string;
  readonly array?: boolean;
  readonly keepFormula?: boolean;
  readonly date?: boolean;
  /** Replaces the cell's format. */
  readonly style?: number;
  /** The format of a new cell, before that of its row or column. */
  readonly fallback?: number;
  /** The row is at least this high, points. */
  readonly height?: number;
  /** Only where nothing stands. */
  readonly ifBlank?: boolean;
}

export interface CellPlace {
  readonly prefix: string;
  readonly row: number;
  /** The format that a new cell takes from its row or column. */
  readonly inherited: number;
  readonly date1904: boolean;
  readonly styles: Pick<StyleTable, 'isDate' | 'dated'>;
}

/** The format that the cell will have. */
export function styleOf(write: CellWrite, old: string | undefined, place: Pick<CellPlace, 'inherited' | 'styles'>): number {
  const base = write.style ?? (old === undefined ? write.fallback ?? place.inherited : Number(attributeOf(openTag(old), 's') ?? 0));
  return write.date === true ? place.styles.dated(base) : base;
}

/** True where the write leaves the cell as it is. */
export function isIdle(write: CellWrite, old: string | undefined, prefix: string): boolean {
  if (write.keepFormula === true) return old === undefined || formulaOf(old, prefix) === undefined;
  return write.ifBlank === true && old !== undefined && !isBlankCell(old, prefix);
}

interface Content {
  readonly type: string | null;
  readonly xml: string;
}

function plain(value: string | number | boolean, prefix: string): Content {
  const v = (text: string): string => `<${prefix}v>${text}</${prefix}v>`;
  if (typeof value === 'number') return { type: null, xml: v(String(value === 0 ? 0 : value)) };
  if (typeof value === 'boolean') return { type: 'b', xml: v(value ? '1' : '0') };
  return { type: 'str', xml: v(escapeXml(encodeText(value))) };
}

/** The value beside a formula, or alone. */
function contentXml(value: CellValue, computed: boolean, prefix: string): Content {
  if (value === null || (value === '' && !computed)) return { type: null, xml: '' };
  if (isCellError(value) && ERRORS.has(value.error)) return { type: 'e', xml: `<${prefix}v>${value.error}</${prefix}v>` };
  const known = isCellError(value) ? value.error : value;
  if (typeof known !== 'string' || computed) return plain(known, prefix);
  const t = textElement(known);
  return { type: 'inlineStr', xml: `<${prefix}is>${prefix === '' ? t : t.replace(/^<t/, `<${prefix}t`).replace(/<\/t>$/, `</${prefix}t>`)}</${prefix}is>` };
}

function formulaElement(write: CellWrite, old: string | undefined, cell: string, prefix: string): string {
  if (write.keepFormula === true && old !== undefined) {
    const kept = formulaOf(old, prefix);
    return kept === undefined ? '' : old.slice(kept.start, kept.end);
  }
  if (write.formula === undefined) return '';
  return `<${prefix}f${write.array === true ? ` t="array" ref="${cell}"` : ''}>${escapeXml(encodeText(write.formula))}</${prefix}f>`;
}

/** The cell as it will be, '' when nothing is left of it. */
export function writtenCell(write: CellWrite, old: string | undefined, place: CellPlace): string {
  const { prefix, row, date1904, styles } = place;
  const cell = address(row, write.column);
  const style = styleOf(write, old, place);
  const formula = formulaElement(write, old, cell, prefix);
  const shift = date1904 && typeof write.value === 'number' && (write.date === true || styles.isDate(style)) ? SHIFT_1904 : 0;
  const content = contentXml(typeof write.value === 'number' ? write.value - shift : write.value, formula !== '', prefix);
  const inner = formula + content.xml;
  // An empty cell stands for its format alone.
  if (inner === '' && (old === undefined ? style === place.inherited : attributeOf(openTag(old), 's') === undefined && style === place.inherited)) return '';
  let open = old === undefined ? `<${prefix}c r="${cell}">` : openTag(old);
  if (attributeOf(open, 'r') !== undefined) open = withAttribute(open, 'r', cell);
  if (style !== Number(attributeOf(open, 's') ?? 0)) open = withAttribute(open, 's', style === 0 ? null : style);
  open = withAttribute(open, 't', null);
  // What the metadata said was of the value (`vm`) and of the formula (`cm`, a dynamic array) that were there.
  open = withAttribute(open, 'vm', null);
  if (write.keepFormula !== true) open = withAttribute(open, 'cm', null);
  if (content.type !== null) open = withAttribute(open, 't', content.type);
  const bare = open.replace(/\s*\/?>$/, '');
  return inner === '' ? `${bare}/>` : `${bare}>${inner}</${prefix}c>`;
}
