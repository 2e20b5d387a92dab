/** Where a defined name begins: names follow their cells when rows and columns are inserted, so they say where things are now. */
import { columnNumber } from '../core/model/address';
import type { ReadableWorkbook } from './ports';

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const START = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]{1,3})\$(\d+)/u;

/** Null when the workbook lacks the name, or it refers to something else than cells (`#REF!`). */
export function namePlace(workbook: ReadableWorkbook, name: string): Place | null {
  const match = START.exec(workbook.names.get(name) ?? '');
  if (match === null) return null;
  const [, quoted, plain, letters, row] = match;
  return { sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', row: Number(row), column: columnNumber(letters ?? '') };
}
