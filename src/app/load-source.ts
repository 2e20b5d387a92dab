/** Rows to import from a file: CSV, or a sheet of a workbook. What it is shows in its first bytes, not in its name. */
import { findHeader } from '../core/import/find-header';
import type { RawSheetDef } from '../core/model/raw-sheet';
import type { SourceTable } from '../core/model/source-table';
import type { ImportMap } from '../core/template/raw-map';
import { aboutFile } from './about-file';
import { sourceOfWorkbook } from './import-source';
import { InputError } from './input-error';
import type { ByteSource, DelimitedFormat, Files, WorkbookFormat } from './ports';

export interface LoadedSource {
  readonly table: SourceTable;
  /** `utf-8`, `gb18030` ..., or `xlsx`. */
  readonly encoding: string;
  /** The sheet that was read, '' for CSV. */
  readonly sheet: string;
}

export interface SourceHost {
  readonly files: Files;
  readonly xlsx: WorkbookFormat;
  readonly delimited: DelimitedFormat;
}

/** Throws `HostError`, and `InputError`: `import/from-sheet-csv`, `import/no-such-source-sheet`, `import/source-empty`. */
export async function loadSource(path: string, sheet: string | undefined, def: RawSheetDef, map: ImportMap | undefined, host: SourceHost): Promise<LoadedSource> {
  return readSource({ path, file: await host.files.open(path) }, sheet, def, map, host);
}

/** The same of bytes, wherever they lie; `path` is for messages. */
export async function readSource({ path, file }: { readonly path: string; readonly file: ByteSource }, sheet: string | undefined, def: RawSheetDef, map: ImportMap | undefined, host: Omit<SourceHost, 'files'>): Promise<LoadedSource> {
  if (!isWorkbook(await file.read(0, Math.min(2, file.size)))) {
    if (sheet !== undefined) throw new InputError('import/from-sheet-csv', { file: path });
    const bytes = await file.read(0, file.size);
    const grid = await aboutFile(path, () => host.delimited.decode(bytes));
    return { table: findHeader(grid, def, map), encoding: grid.encoding, sheet: '' };
  }
  return aboutFile(path, async () => {
    const workbook = await host.xlsx.open(file);
    if (sheet !== undefined && !workbook.sheetNames.includes(sheet)) throw new InputError('import/no-such-source-sheet', { file: path, sheet, sheets: workbook.sheetNames.join('、') });
    const source = await sourceOfWorkbook(workbook, def, { ...(sheet === undefined ? {} : { sheet }), ...(map === undefined ? {} : { map }) });
    if (source === null) throw new InputError('import/source-empty', { file: path });
    return { table: source.table, encoding: 'xlsx', sheet: source.sheet };
  });
}

/** Zip (.xlsx) or OLE (.xls, encrypted .xlsx): the reader of workbooks says what is wrong with the latter. */
function isWorkbook(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  return (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf);
}
