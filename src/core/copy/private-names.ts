/** Where names of people, customers and suppliers stand in a workbook, and which names those are. */
import { shown } from '../codec/codec';
import { isBlankValue } from '../merge/same-value';
import { cellOf } from '../model/block-builder';
import type { CellValue } from '../model/cell';
import type { Typed } from '../compare/merge-contents';

export type NameKind = 'staff' | 'customer' | 'supplier';

/** Columns that hold one name each: raw-data sheet -> column -> whose. */
export const NAME_COLUMNS: Readonly<Record<string, Readonly<Record<string, NameKind>>>> = {
  employees: { name: 'staff' },
  purchases: { supplier: 'supplier' },
  supplierIssues: { supplier: 'supplier' },
  deliveries: { customer: 'customer' },
  serviceRequests: { customer: 'customer' },
  satisfaction: { customer: 'customer' },
  complaints: { customer: 'customer' },
  customers: { customer: 'customer' },
};

/** Fields of forms that hold people, often several: the last part of their keys. */
const PEOPLE_FIELDS: ReadonlySet<string> = new Set(['head', 'personnel', 'owner', 'trainer', 'speaker', 'who', 'members', 'raisedBy', 'answeredBy', 'settledBy', 'enterpriseBy', 'agencyBy']);
const SEPARATORS = /[、，,；;／/\n\t（）()]|\s{2,}|和|与/u;
/** What a person's name looks like here: posts and remarks in brackets are none. */
const PERSON = /^[\p{Script=Han}·]{2,6}$|^[A-Za-z][A-Za-z .'-]{1,40}$/u;

export interface PrivateName {
  readonly kind: NameKind;
  readonly name: string;
  /** Found among words of a form, where posts and departments stand as well. */
  readonly free?: true;
}

/** Every name once, in the order in which they stand. */
export function privateNames({ entries, rows }: Typed): readonly PrivateName[] {
  const found = new Map<string, PrivateName>();
  const add = (kind: NameKind, value: CellValue, free = false): void => {
    const name = shown(value).trim();
    if (name !== '' && name !== '无' && typeof value !== 'object' && !found.has(name)) found.set(name, { kind, name, ...(free ? { free } : {}) });
  };
  for (const [sheet, columns] of Object.entries(NAME_COLUMNS)) {
    for (const block of rows[sheet] ?? []) for (const [column, kind] of Object.entries(columns)) for (let i = 0; i < block.length; i++) add(kind, cellOf(block, column, i));
  }
  for (const form of Object.values(entries)) {
    for (const [key, value] of Object.entries(form)) {
      if (typeof value !== 'string' || isBlankValue(value) || !holdsPeople(key)) continue;
      for (const part of value.split(SEPARATORS)) if (PERSON.test(part.trim())) add('staff', part, true);
    }
  }
  return [...found.values()];
}

function holdsPeople(key: string): boolean {
  return PEOPLE_FIELDS.has(key.slice(key.lastIndexOf('.') + 1));
}
