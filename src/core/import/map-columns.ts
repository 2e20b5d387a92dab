/**
 * Source columns -> target columns: by the saved map, else by equal header, else by synonym, else by fallback. Where two
 * fit, none is taken: the issue says which.
 */
import { columnLetters } from '../model/address';
import { headerText, type RawColumnDef, type RawSheetDef } from '../model/raw-sheet';
import type { SourceTable } from '../model/source-table';
import type { Issue } from '../issue/issue';
import { normaliseHeader, unitOfHeader } from '../template/raw-header';
import type { ImportMap } from '../template/raw-map';
import { cleanText } from '../codec/clean';
import { isBlank } from './cells';
import { importIssue } from './codes';
import type { Filling, MappedColumn, Mapping } from './mapping';
import { resolveMap, type MapParts } from './map-parts';
import { unitFactor } from './units';

const NO_MAP: ImportMap = { columns: {}, constants: {}, choices: {}, derive: {} };

export function mapColumns(def: RawSheetDef, table: SourceTable, map: ImportMap = NO_MAP): Mapping {
  const parts = resolveMap(def, map);
  const issues: Issue[] = [...parts.issues];
  const claimed = new Map<number, RawColumnDef>();
  const columns: MappedColumn[] = [];
  const missing: string[] = [];
  const headers = table.header.map(normaliseHeader);

  // The map's own columns first, so that nothing else takes them.
  const bySource = new Map<string, Filling>();
  for (const column of def.columns) {
    const source = parts.columns.get(column.key);
    if (typeof source !== 'string') continue;
    const index = find(column, source);
    if (index === null) continue;
    claimed.set(index, column);
    bySource.set(column.key, fromSource(column, index, 'map'));
  }
  for (const column of def.columns) {
    const filling = bySource.get(column.key) ?? ruled(column, parts) ?? (parts.columns.has(column.key) ? null : automatic(column));
    if (filling !== null) columns.push({ key: column.key, column: column.header, filling });
    else if (column.required && !issues.some((issue) => issue.params['column'] === column.header && issue.severity === 'error')) {
      missing.push(column.header);
      issues.push(importIssue('import/column-missing', def.sheet, def.feeds, { column: headerText(column) }));
    }
  }
  const used = new Set(columns.flatMap(({ filling }) => ('index' in filling ? [filling.index] : [])));
  const unmapped = sourceNames(table).filter(({ index }) => !used.has(index)).map(({ name }) => name);
  for (const source of unmapped) issues.push(importIssue('import/source-unused', def.sheet, def.feeds, { source }));
  return { columns, unmapped, missing, issues };

  /** The place of the source column that the map names, by its exact header or else by its normalised one. */
  function find(column: RawColumnDef, source: string): number | null {
    const exact = places(table.header, (header) => cleanText(header) === cleanText(source));
    const found = exact.length > 0 ? exact : places(headers, (header) => header === normaliseHeader(source));
    const [index] = found;
    if (index === undefined) issues.push(importIssue('import/map-unknown-source', def.sheet, def.feeds, { column: column.header, source }));
    else if (found.length > 1) issues.push(importIssue('import/source-repeated', def.sheet, def.feeds, { column: column.header, source, count: found.length }));
    return index === undefined || found.length > 1 ? null : index;
  }

  function automatic(column: RawColumnDef): Filling | null {
    const tiers = [[column.header], column.synonyms, column.fallbacks ?? []].map((names) => new Set(names.map(normaliseHeader)));
    for (const [tier, names] of tiers.entries()) {
      const found = places(headers, (header) => names.has(header));
      const [index] = found;
      if (index === undefined) continue;
      const by = tier === 0 ? 'header' : 'synonym';
      const owner = claimed.get(index);
      if (found.length > 1) {
        const sources = found.map((i) => table.header[i]).join('、');
        issues.push(importIssue('import/column-ambiguous', def.sheet, def.feeds, { column: column.header, sources, by }));
      } else if (owner !== undefined) {
        issues.push(importIssue('import/source-ambiguous', def.sheet, def.feeds, { source: table.header[index] ?? '', columns: `${owner.header}、${column.header}`, column: column.header }));
      } else return fromSource(column, index, by);
      return null;
    }
    return null;
  }

  function fromSource(column: RawColumnDef, index: number, reason: 'header' | 'synonym' | 'map'): Filling {
    const source = table.header[index] ?? '';
    return { reason, source, index, factor: factorOf(column, source), translate: parts.choices.get(column.key) ?? new Map<string, string>() };
  }

  /** Numbers in another unit are converted where the header says so; money without a unit is pointed out. */
  function factorOf(column: RawColumnDef, source: string): number {
    const to = column.unit;
    if (to === undefined) return 1;
    const from = unitOfHeader(source);
    const factor = from === null ? null : unitFactor(from, to);
    if (from === null || factor === null) {
      if (column.kind === 'money') issues.push(importIssue('import/unit-assumed', def.sheet, def.feeds, { column: column.header, source, to }));
      return 1;
    }
    if (factor === 'none') issues.push(importIssue('import/unit-mismatch', def.sheet, def.feeds, { column: column.header, source, from, to }));
    else if (factor !== 1) issues.push(importIssue('import/unit-converted', def.sheet, def.feeds, { column: column.header, source, from, to }));
    return factor === 'none' ? 1 : factor;
  }
}

function ruled(column: RawColumnDef, parts: MapParts): Filling | null {
  const value = parts.constants.get(column.key);
  if (value !== undefined) return { reason: 'constant', value };
  const derivation = parts.derive.get(column.key);
  return derivation === undefined ? null : { reason: 'derived', ...derivation };
}

function places(headers: readonly string[], fits: (header: string) => boolean): readonly number[] {
  return headers.flatMap((header, i) => (header !== '' && fits(header) ? [i] : []));
}

/** Columns with a header, and those without one that hold something, named by their letters. */
function sourceNames(table: SourceTable): readonly { readonly index: number; readonly name: string }[] {
  let width = table.header.length;
  for (const row of table.rows) width = Math.max(width, row.cells.length);
  const names: { readonly index: number; readonly name: string }[] = [];
  for (let index = 0; index < width; index++) {
    const name = cleanText(table.header[index] ?? '');
    if (name !== '') names.push({ index, name });
    else if (table.rows.some((row) => !isBlank(row.cells[index]))) names.push({ index, name: columnLetters(index + 1) });
  }
  return names;
}
