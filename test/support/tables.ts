/** Source tables and definitions for the tests of the import. */
import type { RawColumnDef, RawSheetDef } from '../../src/core/model/raw-sheet';
import type { SourceTable, SourceValue } from '../../src/core/model/source-table';
import { readRawSheetDefs } from '../../src/core/template/raw-sheet';
import { rawTemplates } from '../../templates/index';

const defs = readRawSheetDefs(rawTemplates);

export function rawSheet(key: string): RawSheetDef {
  const def = defs.find((one) => one.key === key);
  if (def === undefined) throw new Error(`no raw-data sheet ${key}`);
  return def;
}

/** Header in row 1, the rows below. */
export function table(header: readonly string[], ...rows: readonly (readonly SourceValue[])[]): SourceTable {
  return { headerRow: 1, header, rows: rows.map((cells, i) => ({ row: i + 2, cells })) };
}

export function columnDef(key: string, changes: Partial<RawColumnDef> = {}): RawColumnDef {
  return { key, header: key, kind: 'text', required: false, width: 12, synonyms: [], prompt: '', example: '', ...changes };
}
