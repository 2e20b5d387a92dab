/** Two states of a workbook compared part by part, feature by feature, cell by cell. */
import type { Edit } from './edits';
import { packageFaults } from './faults';
import { countFeatures, lostFeatures } from './features';
import { viewPackage, type PackageView } from './package-view';
import { readSheets } from './targets';

export interface Comparison {
  /** Parts of the file before; of these: the same content, the same packed bytes too, not there any more. */
  readonly parts: number;
  readonly identical: number;
  readonly lost: readonly string[];
  /** Parts that the edit does not concern and that are not the same, packed bytes included. */
  readonly touched: readonly string[];
  readonly features: readonly string[];
  /** Faults that were not there before. */
  readonly faults: readonly string[];
  /** Cells other than the edited ones whose value or formula changed: `sheet!row,column`. */
  readonly cells: readonly string[];
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** By sheet and place: what the cell holds as far as a reader of values sees it. */
function cellValues(view: PackageView): ReadonlyMap<string, string> {
  return new Map(readSheets(view).flatMap(({ name, cells }) => cells.filter(({ value, formula }) => (value !== null && value !== '') || formula).map(({ row, column, type, value, formula }) => {
    const kind = type === 'str' ? 's' : type;
    return [`${name}!${row},${column}`, formula ? `formula ${kind} ${kind === 'n' ? Number(value) : (value ?? '')}` : `${kind} ${kind === 'n' ? Number(value) : (value ?? '').replaceAll('\r\n', '\n')}`] as const;
  })));
}

function changedCells(before: PackageView, after: PackageView, edit: Edit): readonly string[] {
  let b: ReadonlyMap<string, string>;
  try {
    b = cellValues(after);
  } catch (error) {
    return [`cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
  const a = cellValues(before);
  const places = new Set([...a.keys(), ...b.keys()]);
  return [...places].filter((place) => !edit.cells.has(place) && a.get(place) !== b.get(place) && (edit.addedSheet === undefined || !place.startsWith(`${edit.addedSheet}!`)));
}

export function compare(before: PackageView, bytes: Uint8Array, edit: Edit): Comparison {
  const after = viewPackage(bytes);
  const known = new Set(packageFaults(before));
  const kept = [...before.entries].filter(([path]) => after.entries.has(path));
  const differs = (path: string, packed: boolean): boolean => {
    const [a, b] = [before.entries.get(path), after.entries.get(path)];
    return a === undefined || b === undefined || !same(a.bytes, b.bytes) || (packed && !same(a.packed, b.packed));
  };
  // The chain of calculation may go: it is Excel's own cache.
  const gone = [...before.entries.keys()].filter((path) => !after.entries.has(path) && before.kinds.get(path) !== 'calcChain');
  return {
    parts: before.entries.size,
    identical: kept.filter(([path]) => !differs(path, false)).length,
    lost: gone,
    touched: [...before.entries.keys()].filter((path) => !edit.concerned.has(path) && differs(path, true)),
    features: lostFeatures(countFeatures(before), countFeatures(after)),
    faults: packageFaults(after).filter((fault) => !known.has(fault)),
    cells: changedCells(before, after, edit),
  };
}
