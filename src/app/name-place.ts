/** Where a defined name begins: names follow their cells when rows and columns are inserted, so they say where things are now. */
import { columnNumber } from '../core/model/address';
import type { ReadableWorkbook } from './ports';

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const CELL = String.raw`(?:'((?:[^']|'')+)'|([^'!(]+))!\$([A-Z]{1,3})\$(\d+)`;
const START = new RegExp(`^=?${CELL}`, 'u');
/** A column of rows begins under its header. */
const UNDER = new RegExp(String.raw`^=?INDEX\(.*?ROW\(${CELL}\)\)\+1\):`, 'u');

/** Null when the workbook lacks the name, or it refers to something else than cells (`#REF!`). */
export function namePlace(workbook: ReadableWorkbook, name: string): Place | null {
  const text = workbook.names.get(name) ?? '';
  const under = UNDER.exec(text);
  const match = under ?? START.exec(text);
  if (match === null) return null;
  const [, quoted, plain, letters, row] = match;
  return { sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', row: Number(row) + (under === null ? 0 : 1), column: columnNumber(letters ?? '') };
}
