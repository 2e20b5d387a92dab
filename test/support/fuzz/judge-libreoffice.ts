/**
 * What LibreOffice reads, out of the flat document that it makes of a workbook: numbers there have all their digits. Of
 * cells with a formula, and of those that an array formula fills, it says nothing: LibreOffice calculates them anew, and
 * takes TRUE, FALSE and errors for formulas.
 */
import type { CellValue } from '../../../src/core/model/cell';
import { convert } from '../libreoffice';
import { cellName } from './strict-schema';
import { elements, parseXml, type XmlElement } from './strict-xml';

const SPACE = (name: string): string => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
const [OFFICE, TABLE, TEXT] = ['office', 'table', 'text'].map(SPACE);
const DAY = 86_400_000;

/** Text of a paragraph: blanks and line breaks are elements. */
function paragraph(of: XmlElement): string {
  return of.children.map((child) => {
    if (typeof child === 'string') return child;
    if (child.name === 's' && child.space === TEXT) return ' '.repeat(Number(child.attributes.get(`{${TEXT}}c`) ?? 1));
    if (child.name === 'tab') return '\t';
    return child.name === 'line-break' ? '\n' : paragraph(child);
  }).join('');
}

function valueOf(cell: XmlElement): CellValue {
  const of = (name: string): string => cell.attributes.get(`{${OFFICE}}${name}`) ?? '';
  switch (of('value-type')) {
    case 'float':
    case 'percentage':
    case 'currency': return Number(of('value'));
    case 'boolean': return of('boolean-value') === 'true';
    case 'date': return (Date.parse(`${of('date-value').padEnd(19, 'T00:00:00')}Z`.replace(/T00:00:00T.*Z$/, 'T00:00:00Z')) - Date.UTC(1899, 11, 30)) / DAY;
    case 'time': {
      const [, sign = '', hours = '0', minutes = '0', seconds = '0'] = /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(of('time-value')) ?? [];
      return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
    }
    case 'string': return elements(cell).filter(({ name, space }) => name === 'p' && space === TEXT).map(paragraph).join('\n');
    default: return null;
  }
}

/** By `A1`; undefined where LibreOffice has no say. */
export type LibreOfficeSheet = ReadonlyMap<string, CellValue | undefined>;

function cellsOf(table: XmlElement): LibreOfficeSheet {
  const found = new Map<string, CellValue | undefined>();
  const calculated: string[] = [];
  let row = 0;
  const repeated = (element: XmlElement, what: string): number => Number(element.attributes.get(`{${TABLE}}number-${what}-repeated`) ?? 1);
  const takeRow = (element: XmlElement): void => {
    const many = repeated(element, 'rows');
    let column = 0;
    for (const cell of elements(element)) {
      const wide = repeated(cell, 'columns');
      if (cell.attributes.has(`{${TABLE}}formula`)) {
        const [high, across] = ['rows', 'columns'].map((what) => Number(cell.attributes.get(`{${TABLE}}number-matrix-${what}-spanned`) ?? 1));
        for (let r = 1; r <= Math.max(many, high ?? 1); r++) for (let c = 1; c <= Math.max(wide, across ?? 1); c++) calculated.push(cellName(row + r, column + c));
      }
      const read = valueOf(cell);
      // A day before the first year, or beyond what a calendar writes.
      const value = typeof read === 'number' && Number.isNaN(read) ? undefined : read;
      // What repeats without end is blank.
      if (value !== null) for (let r = 1; r <= many; r++) for (let c = 1; c <= wide; c++) found.set(cellName(row + r, column + c), value);
      column += wide;
    }
    row += many;
  };
  const walk = (element: XmlElement): void => {
    for (const child of elements(element)) {
      if (child.space !== TABLE) continue;
      if (child.name === 'table-row') takeRow(child);
      else if (/^table-(header-)?row(s|-group)$/.test(child.name)) walk(child);
    }
  };
  walk(table);
  for (const name of calculated) found.set(name, undefined);
  return found;
}

/** Sheet -> cells, file by file, in one start of the program. */
export async function readByLibreOffice(files: readonly Uint8Array[]): Promise<readonly ReadonlyMap<string, LibreOfficeSheet>[]> {
  return (await convert(files, 'fods', 'xlsx', 60_000 + files.length * 15_000)).map((bytes) => {
    const sheets = elements(parseXml(bytes)).filter(({ name }) => name === 'body').flatMap(elements).flatMap(elements).filter(({ name, space }) => name === 'table' && space === TABLE);
    return new Map(sheets.map((sheet) => [sheet.attributes.get(`{${TABLE}}name`) ?? '', cellsOf(sheet)]));
  });
}
