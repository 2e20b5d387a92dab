/**
 * What a form asks for now, cell by cell: cells that are always required, and those of a repeated row once anything in the row
 * is filled. The one definition of 应填项 and 已填项, for the stage gates and for 首页.
 */
import type { CellValue } from '../../model/cell';
import type { FieldPlace } from '../../model/form';
import { isFilled } from '../consistency/form-facts';

export interface RequiredCells {
  readonly total: number;
  readonly filled: number;
  /** In reading order. */
  readonly missing: readonly FieldPlace[];
}

export function requiredCells(places: readonly FieldPlace[], entries: Readonly<Record<string, CellValue>>): RequiredCells {
  const filled = (place: FieldPlace): boolean => isFilled(entries[place.key] ?? null);
  const begun = new Set(places.filter(filled).flatMap(({ group }) => group ?? []));
  const required = places.filter((place) => place.required === true || (place.required === 'row' && place.group !== undefined && begun.has(place.group)));
  const missing = required.filter((place) => !filled(place));
  return { total: required.length, filled: required.length - missing.length, missing };
}
