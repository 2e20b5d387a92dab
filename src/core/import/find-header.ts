/** Finds the header among the first rows: exports put titles, company names and print dates above it. */
import type { RawSheetDef } from '../model/raw-sheet';
import type { SourceGrid, SourceRow, SourceTable } from '../model/source-table';
import { normaliseHeader } from '../template/raw-header';
import type { ImportMap } from '../template/raw-map';
import { knownHeaders } from '../template/raw-schema';
import { isBlank, sourceText } from './cells';

export const HEADER_SEARCH_ROWS = 20;

/**
 * The row with the most headers that the sheet or the map knows, the first of equals. When none is known, the first row
 * with anything in it: the plan then says which columns it lacks.
 */
export function findHeader(grid: SourceGrid, def: RawSheetDef, map?: ImportMap, searchRows: number = HEADER_SEARCH_ROWS): SourceTable {
  const targets = targetsByHeader(def, map);
  let best = -1;
  let bestScore = 0;
  for (let i = 0; i < Math.min(searchRows, grid.rows.length); i++) {
    const score = matches(grid.rows[i], targets);
    if (score > bestScore) [best, bestScore] = [i, score];
  }
  if (best < 0) best = grid.rows.findIndex((row) => row.cells.some((cell) => !isBlank(cell)));
  const row = grid.rows[best];
  if (row === undefined) return { headerRow: 0, header: [], rows: [] };
  return { headerRow: row.row, header: Array.from(row.cells, sourceText), rows: grid.rows.slice(best + 1) };
}

/** How many of the sheet's columns a header serves: which sheet of a workbook to take. */
export function headerScore(table: SourceTable, def: RawSheetDef, map?: ImportMap): number {
  return matches({ row: table.headerRow, cells: table.header }, targetsByHeader(def, map));
}

function matches(row: SourceRow | undefined, targets: ReadonlyMap<string, string>): number {
  const found = new Set<string>();
  for (const cell of row?.cells ?? []) {
    const target = isBlank(cell) ? undefined : targets.get(normaliseHeader(sourceText(cell)));
    if (target !== undefined) found.add(target);
  }
  return found.size;
}

function targetsByHeader(def: RawSheetDef, map: ImportMap | undefined): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const column of def.columns) for (const name of knownHeaders(column)) targets.set(normaliseHeader(name), column.key);
  for (const [target, source] of Object.entries(map?.columns ?? {})) if (source !== null) targets.set(normaliseHeader(source), target);
  return targets;
}
