/** The rules of the schema that strict reading leans on; whatever they do not cover ends in `NoOpinion`. */
import { columnLetters, columnNumber, MAX_COLUMN, MAX_ROW } from '../../../src/core/model/address';
import { elements, plainText, type XmlElement } from './strict-xml';

export class NoOpinion extends Error {}

export const SPREADSHEET = new Set(['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main']);

export function doubt(why: string): never {
  throw new NoOpinion(why);
}

export function inMain(element: XmlElement, name: string): boolean {
  return element.name === name && SPREADSHEET.has(element.space);
}

/** The children, all of the main namespace, of the given names, in that order, each at most once unless `many`. */
export function inOrder(of: XmlElement, names: readonly string[], many = false): readonly XmlElement[] {
  let last = -1;
  for (const child of of.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') doubt(`text in ${of.name}`);
      continue;
    }
    const place = SPREADSHEET.has(child.space) ? names.indexOf(child.name) : -1;
    if (place < 0 || place < last || (place === last && !many)) doubt(`${child.name} in ${of.name}`);
    last = place;
  }
  return elements(of);
}

/** A whole number as the schema writes it. */
export function whole(text: string | undefined, most: number): number {
  if (text === undefined || !/^\d{1,10}$/.test(text) || Number(text) > most) return doubt(`number ${String(text)}`);
  return Number(text);
}

export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Column of a reference to a cell of the row. */
export function columnIn(reference: string, row: number): number {
  const found = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference);
  const column = columnNumber(found?.[1] ?? '');
  return found === null || Number(found[2]) !== row || column > MAX_COLUMN || row > MAX_ROW ? doubt(`reference ${reference}`) : column;
}

/** Every `<t>` of a string item but those of phonetic guides. */
export function stringItem(item: XmlElement): string {
  let text = '';
  const add = (t: XmlElement): void => {
    // The escape belongs to the type of `<t>`: what two runs make together is none.
    text += unescaped(plainText(t) ?? doubt('text'));
  };
  const children = elements(item);
  const plain = children.filter((child) => inMain(child, 't'));
  const runs = children.filter((child) => inMain(child, 'r'));
  if (plain.length > 1 || (plain.length > 0 && runs.length > 0)) doubt('plain and rich text');
  for (const child of children) {
    if (inMain(child, 't')) add(child);
    else if (inMain(child, 'r')) inOrder(child, ['rPr', 't']).filter((inner) => inMain(inner, 't')).forEach(add);
    else if (!inMain(child, 'rPh') && !inMain(child, 'phoneticPr')) doubt(`${child.name} in a string`);
  }
  if (item.children.some((child) => typeof child === 'string' && child.trim() !== '')) doubt('text in a string');
  return text;
}

/** `_xHHHH_` back to the character (22.9.2.19). Half a character is no text that all programs share. */
export function unescaped(text: string): string {
  const found = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /[\ud800-\udfff]/u.test(found) ? doubt('half a character') : found;
}
