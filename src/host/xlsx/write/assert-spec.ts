/** What no workbook can hold is refused before anything is written. */
import { address, MAX_COLUMN, MAX_ROW } from '../../../core/model/address';
import type { SheetSpec, WorkbookSpec } from '../../../core/model/sheet-spec';
import { HostError } from '../../../app/ports';
import { lastRawRow } from './raw-rows';
import { MAX_CELL_TEXT } from './text';

const MAX_SHEET_NAME = 31;
const MAX_FORMULA = 8192;
const MAX_LITERAL_LIST = 255;

function refuse(what: string): never {
  throw new RangeError(what);
}

/** Throws RangeError for a spec that is wrong in itself, HostError (`xlsx/text-too-long`, `xlsx/too-many-rows`, `xlsx/not-finite`) for content that does not fit. */
export function assertSpec(spec: WorkbookSpec): void {
  const seen = new Set<string>();
  for (const sheet of spec.sheets) {
    const folded = sheet.name.toLowerCase();
    if (sheet.name === '' || sheet.name.length > MAX_SHEET_NAME || /[[\]:*?/\\]|^'|'$/.test(sheet.name)) refuse(`sheet name ${JSON.stringify(sheet.name)}`);
    if (seen.has(folded)) refuse(`two sheets ${sheet.name}`);
    seen.add(folded);
    assertSheet(sheet);
  }
  if (!spec.sheets.some((sheet) => sheet.name === spec.active && (sheet.state ?? 'visible') === 'visible')) refuse(`no visible sheet ${spec.active} to open with`);
  const names = new Set<string>();
  for (const { name } of spec.names) {
    const folded = name.toLowerCase();
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || name.length > 255 || /^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(name)) refuse(`defined name ${name}`);
    if (names.has(folded)) refuse(`two defined names ${name}`);
    names.add(folded);
  }
}

function assertSheet(sheet: SheetSpec): void {
  const taken = new Set<string>();
  for (const { row, column, value, formula } of sheet.cells) {
    const cell = address(row, column);
    if (row < 1 || row > MAX_ROW || column < 1 || column > MAX_COLUMN) refuse(`${sheet.name}: no cell at row ${row}, column ${column}`);
    if (taken.has(cell)) refuse(`${sheet.name}!${cell} is given twice`);
    taken.add(cell);
    if (typeof value === 'string' && value.length > MAX_CELL_TEXT) {
      throw new HostError('xlsx/text-too-long', { sheet: sheet.name, cell, length: value.length, limit: MAX_CELL_TEXT });
    }
    if (typeof value === 'number' && !Number.isFinite(value)) throw new HostError('xlsx/not-finite', { sheet: sheet.name, cell });
    if (formula !== undefined && formula.length > MAX_FORMULA) refuse(`${sheet.name}!${cell}: a formula of ${formula.length} characters`);
  }
  for (const { rule, ref } of sheet.validations ?? []) {
    if (rule.type === 'list' && rule.source.startsWith('"') && rule.source.length > MAX_LITERAL_LIST + 2) refuse(`${sheet.name}!${ref}: a literal list of more than ${MAX_LITERAL_LIST} characters corrupts the file`);
    if (rule.type === 'custom' && rule.formula.length > MAX_LITERAL_LIST) refuse(`${sheet.name}!${ref}: a rule's formula of more than ${MAX_LITERAL_LIST} characters`);
  }
  const rows = sheet.rawRows === undefined ? 0 : lastRawRow(sheet.rawRows);
  if (rows > MAX_ROW) throw new HostError('xlsx/too-many-rows', { sheet: sheet.name, rows, limit: MAX_ROW });
}
