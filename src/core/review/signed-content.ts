/**
 * What a signature in 审核记录 stands for: everything that was filled in for a step of clause 6, field by field and row by row, and a code
 * over it. Where cells stand, how they look and the order of rows are no part of it.
 */
import { rawTable } from '../compare/content-tables';
import { contentKey, rowsOfBlocks, valueKey } from '../compare/table';
import { stateDigest, textDigest } from '../copy/seal';
import type { WorkbookContent } from '../model/content';
import type { FieldPlace } from '../model/form';
import type { FormDef } from '../model/form-def';
import type { RawSheetDef } from '../model/raw-sheet';
import { isOfStage, STAGES } from '../model/stages';

/** `owner field` -> what stands there; `owner row` -> digest of a raw row; `owner` alone -> digest of all its rows. */
export type SignedState = Readonly<Record<string, string>>;

export interface SignedStandard {
  readonly rawSheets: readonly RawSheetDef[];
  readonly fields: Readonly<Record<string, readonly FieldPlace[]>>;
  readonly library: { readonly forms: readonly Pick<FormDef, 'key' | 'sheet' | 'stage'>[] };
}

const HOME = 'home';
const SUMMARY = 'summary';
/** The step whose figures rest on the raw rows. */
const DATA_STAGE = '7.6';
/** Rows of a sheet that are kept one by one; of more the sheet alone is named. */
const MOST_ROWS = 2000;
/** Hexadecimal digits of a code and of the digest of a row. */
const CODE_DIGITS = 20;
const ROW_DIGITS = 12;
/** Before the digits, so that no program takes them for a number. */
const CODE_MARK = 'Q';
export const SEPARATOR = '\u0001';

/** Null where the workbook has no form of the step. */
export function signedState(stage: string, content: Pick<WorkbookContent, 'chosen' | 'entries' | 'rows'>, { rawSheets, fields, library }: SignedStandard): SignedState | null {
  const def = STAGES.find(({ key }) => key === stage);
  const chosen = new Set(content.chosen);
  const forms = library.forms.filter((form) => chosen.has(form.key) && (form.stage === stage || (form.key === SUMMARY && stage === DATA_STAGE)));
  if (def === undefined || !forms.some((form) => form.stage === stage)) return null;
  const state: Record<string, string> = {};
  const take = (owner: string, wanted: (key: string) => boolean): void => {
    for (const { key } of fields[owner] ?? []) {
      const value = wanted(key) ? valueKey(content.entries[owner]?.[key]) : '';
      if (value !== '') state[`${owner}${SEPARATOR}${key}`] = value;
    }
  };
  take(HOME, (key) => isOfStage(key, def));
  for (const { key } of forms) take(key, () => true);
  if (stage === DATA_STAGE) for (const sheet of rawSheets) if (chosen.has(sheet.key)) takeRows(sheet, content, state);
  return state;
}

function takeRows(def: RawSheetDef, { rows }: Pick<WorkbookContent, 'rows'>, state: Record<string, string>): void {
  const table = rawTable(def);
  const found = rowsOfBlocks(table.columns, rows[def.key] ?? []);
  if (found.length === 0) return;
  const keys = found.map(({ values }) => contentKey(table, values));
  state[def.key] = textDigest([...keys].sort().join('\n')).slice(0, ROW_DIGITS);
  if (found.length > MOST_ROWS) return;
  const times = new Map<string, number>();
  found.forEach(({ values }, i) => {
    const label = table.labelOf(values);
    const nth = times.get(label) ?? 0;
    times.set(label, nth + 1);
    state[`${def.key}${SEPARATOR}${label}${nth === 0 ? '' : `#${nth + 1}`}`] = textDigest(keys[i] ?? '').slice(0, ROW_DIGITS);
  });
}

export function signedCode(state: SignedState): string {
  const sorted = Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return CODE_MARK + stateDigest(sorted).slice(0, CODE_DIGITS);
}

/** What differs: fields and rows by their keys, sheets of which no row is known by their key alone. */
export function signedChanges(was: SignedState, now: SignedState): readonly string[] {
  const changed = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter((key) => was[key] !== now[key]);
  const owners = new Set(changed.flatMap((key) => (key.includes(SEPARATOR) ? [key.split(SEPARATOR)[0] ?? ''] : [])));
  return changed.filter((key) => key.includes(SEPARATOR) || !owners.has(key));
}
