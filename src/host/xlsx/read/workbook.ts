/**
 * An .xlsx file opened for reading: sheets, names and rows, transitional and strict, from any program. Runs in Node and in
 * the browser. Nothing is inflated before it is asked for, and a sheet is never in memory as a whole.
 */
import { HostError, type ReadableWorkbook } from '../../../app/ports';
import { MAX_ROW } from '../../../core/model/address';
import type { SheetRow } from '../../../core/model/cell';
import { readCellFormats, type Temporal } from './number-formats';
import { findWorkbook, relationshipsOf } from './package';
import { attribute, readCells, type CellContext } from './row-cells';
import { rowSource } from './row-source';
import { readSharedStrings } from './shared-strings';
import { whatElse } from './sniff';
import { scanXml } from './xml';
import { DEFAULT_LIMITS, openZip, type Limits, type Zip } from './zip';

interface Outline {
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly names: ReadonlyMap<string, string>;
  readonly date1904: boolean;
}

/** Sheets, workbook-scope names and date system of the workbook part. */
function readOutline(zip: Zip, path: string): Outline {
  const sheets: { name: string; id: string }[] = [];
  const names = new Map<string, string>();
  let date1904 = false;
  let naming: string | null = null;
  for (const token of scanXml(zip.bytes(path), path)) {
    if (token.kind === 'text') {
      if (naming !== null) names.set(naming, (names.get(naming) ?? '') + token.text);
      continue;
    }
    const { attributes, name } = token;
    if (name === 'definedName') {
      const scoped = attributes.has('localSheetId');
      naming = token.kind === 'open' && !scoped ? attributes.get('name') ?? null : null;
    } else if (token.kind === 'open' && name === 'sheet') {
      sheets.push({ name: attributes.get('name') ?? '', id: attributes.get(':id') ?? '' });
    } else if (token.kind === 'open' && name === 'workbookPr') {
      date1904 = ['1', 'true', 'on'].includes(attributes.get('date1904') ?? '');
    }
  }
  return { sheets, names, date1904 };
}

function readApplication(zip: Zip): string {
  const part = relationshipsOf(zip, '').find((relationship) => relationship.type === 'extended-properties' || relationship.type === 'extendedProperties');
  if (part === undefined || !zip.has(part.target)) return '';
  let inside = false;
  let application = '';
  for (const token of scanXml(zip.bytes(part.target), part.target)) {
    if (token.kind === 'text') application += inside ? token.text : '';
    else if (token.name === 'Application') inside = token.kind === 'open';
  }
  return application;
}

function* readRows(zip: Zip, part: string, fromRow: number, context: Omit<CellContext, 'prefix' | 'shared' | 'part'>): Generator<SheetRow> {
  const source = rowSource(zip.pieces(part), part);
  const shared: CellContext['shared'] = new Map();
  let cellContext: CellContext | undefined;
  let row = 0;
  for (const { attributes, content } of source.rows()) {
    row = Number(attribute(attributes, 'r') ?? row + 1);
    if (!Number.isInteger(row) || row < 1 || row > MAX_ROW) throw new HostError('xlsx/damaged', { part });
    cellContext ??= { ...context, part, prefix: source.prefix(), shared };
    // Rows above may hold the master of a shared formula.
    if (row < fromRow && !content.includes('shared')) continue;
    const cells = readCells(content, row, cellContext);
    if (row >= fromRow && cells.size > 0) yield { row, cells };
  }
}

/** Throws HostError: `xlsx/encrypted`, `xlsx/old-format`, `xlsx/binary`, `xlsx/csv`, `xlsx/html`, `xlsx/not-a-workbook` {found}, `xlsx/damaged` {part}, `xlsx/too-large` {part, size, limit}. */
export function openWorkbook(bytes: Uint8Array, limits: Partial<Limits> = {}): ReadableWorkbook {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw whatElse(bytes);
  const zip = openZip(bytes, { ...DEFAULT_LIMITS, ...limits });
  const path = findWorkbook(zip);
  const outline = readOutline(zip, path);
  const relationships = relationshipsOf(zip, path);
  const parts = new Map<string, string>();
  for (const { name, id } of outline.sheets) {
    const found = relationships.find((relationship) => relationship.id === id);
    if (found === undefined) throw new HostError('xlsx/damaged', { part: path });
    if (found.type === 'worksheet') parts.set(name, found.target);
  }
  let strings: readonly string[] | undefined;
  let formats: readonly Temporal[] | undefined;
  const sharedStrings = (): readonly string[] => {
    const part = relationships.find((relationship) => relationship.type === 'sharedStrings')?.target;
    strings ??= part === undefined ? [] : readSharedStrings(zip.bytes(part), part);
    return strings;
  };
  const cellFormats = (): readonly Temporal[] => {
    const part = relationships.find((relationship) => relationship.type === 'styles')?.target;
    formats ??= part === undefined ? [] : readCellFormats(zip.bytes(part), part);
    return formats;
  };
  return {
    sheetNames: [...parts.keys()],
    application: readApplication(zip),
    names: outline.names,
    rows(sheet, fromRow = 1) {
      const part = parts.get(sheet);
      if (part === undefined) throw new HostError('xlsx/sheet-missing', { sheet });
      return { [Symbol.iterator]: () => readRows(zip, part, fromRow, { strings: sharedStrings, formats: cellFormats(), date1904: outline.date1904 }) };
    },
  };
}
