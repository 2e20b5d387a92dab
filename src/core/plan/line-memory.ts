/** Rows of 建议: one per problem, found by its number, so that proposals follow a line wherever its block stands. */
import { numberKey } from '../check/consistency/problems';
import { MEMORY, type Draft } from './draft';

const LIST = 'lines';

/** Field of 附录E -> where 建议 keeps its proposal and the reason. */
export const LINE_FIELDS = [
  'number', 'problem', 'cause', 'method', 'tools', 'metric', 'target', 'forecast', 'people', 'information', 'technology', 'equipment', 'material', 'owner', 'start', 'end', 'evidence',
] as const;

export type LineField = (typeof LINE_FIELDS)[number];
export const WHY_FIELDS = ['whyMethod', 'whyTarget', 'whyResources', 'whyTime'] as const;
const ALL_FIELDS = [...LINE_FIELDS, 'metricTaken', ...WHY_FIELDS] as const;

export type MemoryField = (typeof ALL_FIELDS)[number];

export interface LineMemory {
  readonly field: (field: MemoryField) => string;
}

function numberAt(draft: Draft, row: number): string {
  const value = draft.get(MEMORY, `${LIST}[${row}].number`);
  return value === null ? '' : numberKey(String(typeof value === 'object' ? '' : value));
}

/** The row of the number; null where there is none. */
export function memoryOf(draft: Draft, key: string): LineMemory | null {
  const row = rowsOf(draft).find((one) => numberAt(draft, one) === key);
  return row === undefined ? null : { field: (field) => `${LIST}[${row}].${field}` };
}

/** A row for the number, new where it had none; null when all are in use. */
export function memoryFor(draft: Draft, key: string): LineMemory | null {
  const known = memoryOf(draft, key);
  if (known !== null) return known;
  const row = rowsOf(draft).find((one) => numberAt(draft, one) === '');
  return row === undefined ? null : { field: (field) => `${LIST}[${row}].${field}` };
}

/** Nothing is kept any more of numbers that are neither diagnosed nor planned. */
export function forget(draft: Draft, keep: (key: string) => boolean): void {
  for (const row of rowsOf(draft)) {
    const key = numberAt(draft, row);
    if (key !== '' && keep(key)) continue;
    for (const field of ALL_FIELDS) if (draft.get(MEMORY, `${LIST}[${row}].${field}`) !== null) draft.put(MEMORY, `${LIST}[${row}].${field}`, null);
  }
}

function rowsOf(draft: Draft): readonly number[] {
  const rows: number[] = [];
  while (draft.has(MEMORY, `${LIST}[${rows.length}].number`)) rows.push(rows.length);
  return rows;
}
