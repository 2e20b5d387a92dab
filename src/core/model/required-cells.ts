/**
 * What a form asks for now, cell by cell: cells that are always required, and those of a repeated row once anything in the row
 * is filled, but where another cell waives them. The one definition of 应填项 and 已填项, for the checks, the stage gates and 首页.
 */
import type { CellValue } from './cell';
import { isFilled } from './filled';
import type { FieldPlace } from './form';

export interface RequiredCells {
  readonly total: number;
  readonly filled: number;
  /** In reading order. */
  readonly missing: readonly FieldPlace[];
}

type Entries = Readonly<Record<string, CellValue>>;

/** The places that are required with these entries, filled or not, in reading order. */
export function requiredPlaces(places: readonly FieldPlace[], entries: Entries): readonly FieldPlace[] {
  const begun = new Set(places.filter(({ key }) => isFilled(entries[key] ?? null)).flatMap(({ group }) => group ?? []));
  return places.filter(({ required, group, unless }) => {
    if (unless !== undefined && entries[unless.key] === unless.value) return false;
    return required === true || (required === 'row' && group !== undefined && begun.has(group));
  });
}

export function requiredCells(places: readonly FieldPlace[], entries: Entries): RequiredCells {
  const required = requiredPlaces(places, entries);
  const missing = required.filter(({ key }) => !isFilled(entries[key] ?? null));
  return { total: required.length, filled: required.length - missing.length, missing };
}
