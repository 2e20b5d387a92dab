/** 7.5.1, 7.5.6: every line of the plan has a row of progress, found by its number; opinions that wait for a decision are named. */
import { numberKey } from '../check/consistency/problems';
import { isFilled } from '../model/filled';
import { isBegun, MEMORY, type Draft } from './draft';

const FORM = 'implementation';
const ADOPTED = new Set(['已采纳', '已完善']);
const OPEN = new Set(['', '待评审']);

export function assembleProgress(draft: Draft, numbers: readonly string[]): void {
  const rows = rowsOf(draft);
  const held = new Set(rows.map((row) => key(draft, FORM, `progress[${row}].number`)));
  // A number that people blanked stays away.
  const remembered = (row: number): string => key(draft, MEMORY, memory(row));
  const dismissed = new Set(rows.map(remembered).filter((number) => number !== ''));
  const free = rows.filter((row) => !isBegun(draft, FORM, '', [`progress[${row}].number`, `progress[${row}].done`, `closing[${row}].closed`, `closing[${row}].basis`]) && remembered(row) === '');
  for (const number of numbers) {
    if (held.has(numberKey(number)) || dismissed.has(numberKey(number))) continue;
    const row = free.shift();
    if (row !== undefined) draft.settle({ form: FORM, key: `progress[${row}].number`, memory: memory(row), proposal: number, number });
  }
}

/** Adopted opinions by number, in the words that say what changed. */
export function adoptedChanges(draft: Draft): ReadonlyMap<string, readonly string[]> {
  const changes = new Map<string, string[]>();
  for (const row of draft.facts(FORM).rows('issues')) {
    const number = numberKey(row.text('number'));
    const change = row.text('change') || row.text('opinion');
    if (number !== '' && change !== '' && ADOPTED.has(row.text('state'))) changes.set(number, [...(changes.get(number) ?? []), change]);
  }
  return changes;
}

/** Opinions that nobody decided on, each with the line that they are about. */
export function noteOpinions(draft: Draft): void {
  for (let i = 0; draft.has(FORM, `issues[${i}].opinion`); i++) {
    const row = draft.facts(FORM);
    const [opinion, number, state] = [row.text(`issues[${i}].opinion`), row.text(`issues[${i}].number`), row.text(`issues[${i}].state`)];
    if (opinion !== '' && OPEN.has(state)) draft.note({ code: 'plan/opinion-open', params: { number: number === '' ? '—' : number, opinion }, form: FORM, key: `issues[${i}].state` });
  }
}

function rowsOf(draft: Draft): number[] {
  const rows: number[] = [];
  while (draft.has(FORM, `progress[${rows.length}].number`)) rows.push(rows.length);
  return rows;
}

function memory(row: number): string {
  return `cells.implementation.progress.${row}.value`;
}

function key(draft: Draft, form: string, field: string): string {
  const value = draft.get(form, field);
  return isFilled(value) && (typeof value === 'string' || typeof value === 'number') ? numberKey(String(value)) : '';
}
