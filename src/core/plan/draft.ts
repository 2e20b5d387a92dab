/** The entries while they are assembled: what is read, settled and written, and what became of every cell. */
import { createFormFacts, type FormFacts } from '../check/consistency/form-facts';
import { address } from '../model/address';
import type { CellValue } from '../model/cell';
import type { FieldPlace } from '../model/form';
import { isFilled } from '../model/filled';
import type { CellOutcome, PlanForm, PlanNote } from './plan-outcome';
import { settle, type Settled } from './proposal';

export const MEMORY = 'proposals';

type AllEntries = Readonly<Record<string, Readonly<Record<string, CellValue>>>>;

/** What is proposed for a cell. */
export interface Wish {
  readonly form: PlanForm;
  readonly key: string;
  /** Field of 建议 that keeps the proposal. */
  readonly memory: string;
  /** Null where nothing can be proposed. */
  readonly proposal: CellValue;
  readonly number?: string;
}

export interface Draft {
  readonly get: (form: string, key: string) => CellValue;
  readonly put: (form: string, key: string, value: CellValue) => void;
  /** What the cell holds afterwards. */
  readonly settle: (wish: Wish) => Settled;
  readonly note: (note: Omit<PlanNote, 'at'> & { readonly form?: string; readonly key?: string }) => void;
  /** The form as it is now. */
  readonly facts: (form: string) => FormFacts;
  readonly has: (form: string, key: string) => boolean;
  readonly entries: () => AllEntries;
  readonly cells: () => readonly CellOutcome[];
  readonly notes: () => readonly PlanNote[];
}

export function createDraft(given: AllEntries, fields: Readonly<Record<string, readonly FieldPlace[]>>, renew: boolean): Draft {
  const entries: Record<string, Record<string, CellValue>> = Object.fromEntries(Object.entries(given).map(([form, held]) => [form, { ...held }]));
  const places = new Map(Object.entries(fields).map(([form, all]) => [form, new Map(all.map((place) => [place.key, place]))]));
  const cells: CellOutcome[] = [];
  const notes: PlanNote[] = [];
  const get = (form: string, key: string): CellValue => entries[form]?.[key] ?? null;
  const placeOf = (form: string, key: string): FieldPlace => {
    const place = places.get(form)?.get(key);
    if (place === undefined) throw new RangeError(`${form} has no field ${key}`);
    return place;
  };
  const at = (form: string, key: string): CellOutcome['at'] => ({ sheet: placeOf(form, key).sheet, cell: address(placeOf(form, key).row, placeOf(form, key).column) });
  const put = (form: string, key: string, value: CellValue): void => {
    placeOf(form, key);
    const held = (entries[form] ??= {});
    if (value === null) delete held[key];
    else held[key] = value;
  };
  return {
    get,
    put,
    settle: ({ form, key, memory, proposal, number = '' }) => {
      const was = get(form, key);
      const settled = settle(was, get(MEMORY, memory), proposal, renew);
      if (settled.act === 'proposed' || settled.act === 'updated') put(form, key, settled.value);
      if (settled.memory !== get(MEMORY, memory)) put(MEMORY, memory, settled.memory);
      cells.push({ form, key, memory, at: at(form, key), label: placeOf(form, key).label, number, act: settled.act, was, now: settled.value });
      return settled;
    },
    note: ({ code, params, form, key }) => void notes.push({ code, params, at: form === undefined || key === undefined ? null : at(form, key) }),
    facts: (form) => createFormFacts(fields[form] ?? [], entries[form] ?? {}),
    has: (form, key) => places.get(form)?.has(key) ?? false,
    entries: () => entries,
    cells: () => cells,
    notes: () => notes,
  };
}

/** Whether any of the fields of a row or block holds something. */
export function isBegun(draft: Draft, form: string, prefix: string, keys: readonly string[]): boolean {
  return keys.some((key) => isFilled(draft.get(form, prefix + key)));
}
