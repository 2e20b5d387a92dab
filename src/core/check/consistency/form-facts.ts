/** The entries of one form as the rules across sheets read them. Values of another kind count as not given: the rules of cells say so. */
import { FIRST_DATE, LAST_DATE } from '../../codec/date';
import { cleanText } from '../../codec/clean';
import { address } from '../../model/address';
import type { CellValue } from '../../model/cell';
import { isFilled } from '../../model/filled';
import type { FieldPlace } from '../../model/form';
import type { CellPlace } from './cell-place';

/** Reads by field key; in a row, by column key. */
export interface EntryReader {
  /** Trimmed; '' where there is no text. Codes stored as numbers are read as their digits. */
  text(key: string): string;
  number(key: string): number | null;
  /** Serial date without time of day. */
  day(key: string): number | null;
  filled(key: string): boolean;
  /** Throws `RangeError` for a field that the form does not have. */
  at(key: string): CellPlace;
  label(key: string): string;
}

export interface FormFacts extends EntryReader {
  readonly sheet: string;
  /** Something is typed into it. */
  readonly begun: boolean;
  has(key: string): boolean;
  /** Keys of its fields that are like the pattern, in reading order. */
  keys(pattern: RegExp): readonly string[];
  /** Begun rows or blocks of a repeated list, in order. */
  rows(list: string): readonly EntryReader[];
}

export function createFormFacts(fields: readonly FieldPlace[], entries: Readonly<Record<string, CellValue>>): FormFacts {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const reader = (prefix: string): EntryReader => {
    const valueOf = (key: string): CellValue => entries[prefix + key] ?? null;
    const placeOf = (key: string): FieldPlace => {
      const place = byKey.get(prefix + key);
      if (place === undefined) throw new RangeError(`no field ${prefix}${key}`);
      return place;
    };
    return {
      text: (key) => textOf(valueOf(key)),
      number: (key) => numberOf(valueOf(key)),
      day: (key) => dayOf(valueOf(key)),
      filled: (key) => isFilled(valueOf(key)),
      at: (key) => ({ sheet: placeOf(key).sheet, cell: address(placeOf(key).row, placeOf(key).column) }),
      label: (key) => placeOf(key).label,
    };
  };
  const begunKeys = fields.filter(({ key }) => isFilled(entries[key] ?? null));
  const begunGroups = new Set(begunKeys.flatMap(({ group }) => group ?? []));
  const groups = [...new Set(fields.flatMap(({ group }) => group ?? []))];
  return {
    ...reader(''),
    sheet: fields[0]?.sheet ?? '',
    begun: begunKeys.length > 0,
    has: (key) => byKey.has(key),
    keys: (pattern) => [...byKey.keys()].filter((key) => pattern.test(key)),
    rows: (list) => groups.filter((group) => group.startsWith(`${list}[`) && begunGroups.has(group)).map((group) => reader(`${group}.`)),
  };
}

function textOf(value: CellValue): string {
  return typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : '';
}

function numberOf(value: CellValue): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function dayOf(value: CellValue): number | null {
  return typeof value === 'number' && value >= FIRST_DATE && value < LAST_DATE + 1 ? Math.floor(value) : null;
}
