/** Reads the file of `--map`. What is wrong with it is a user's mistake: issues, not errors. */
import { importIssue } from '../core/import/codes';
import type { Issue } from '../core/issue/issue';
import type { RawSheetDef } from '../core/model/raw-sheet';
import { parseImportMap, type ImportMap } from '../core/template/raw-map';

export interface MapReading {
  readonly map: ImportMap | null;
  readonly issues: readonly Issue[];
}

/** `text` is the file's content. The columns that it names are checked when the import is planned. */
export function readImportMap(text: string, def: RawSheetDef): MapReading {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { map: null, issues: [importIssue('import/map-shape', def.sheet, def.feeds, { path: '', problem })] };
  }
  const result = parseImportMap(json);
  if ('map' in result) return { map: result.map, issues: [] };
  const issues = result.faults.map((fault) =>
    fault.fault === 'unknown-key'
      ? importIssue('import/map-unknown-key', def.sheet, def.feeds, { path: fault.path, key: fault.key })
      : importIssue('import/map-shape', def.sheet, def.feeds, { path: fault.path, problem: fault.problem }),
  );
  return { map: null, issues };
}
