/** Which cells of 附录E still hold what the program proposed, and where 建议 keeps it. */
import { numberKey } from '../check/consistency/problems';
import { sameValue } from '../merge/same-value';
import { isFilled } from '../model/filled';
import { MEMORY, type Draft } from './draft';
import { LINE_FIELDS, memoryOf, type LineField } from './line-memory';

const FORM = 'E';
/** From 附录D, where people wrote it: nobody has to decide on it again. */
const TAKEN_OVER: ReadonlySet<LineField> = new Set(['number', 'problem', 'cause']);
const LINE = /^lines\[(\d+)\]\.(\w+)$/u;

/** Field of 建议 whose proposal the cell holds unchanged; null for people's own words, blanks, and what is never proposed. */
export function proposalOf(draft: Draft, key: string): string | null {
  const cell = draft.get(FORM, key);
  if (!isFilled(cell)) return null;
  return memoriesOf(draft, key).find((memory) => draft.has(MEMORY, memory) && sameValue(cell, draft.get(MEMORY, memory))) ?? null;
}

function memoriesOf(draft: Draft, key: string): readonly string[] {
  const [, index, name] = LINE.exec(key) ?? [];
  if (index === undefined) return [`cells.${FORM}.${key}.value`];
  const field = LINE_FIELDS.find((one) => one === name);
  const memory = memoryOf(draft, numberKey(draft.facts(FORM).text(`lines[${index}].number`)));
  // Metrics that 附录D names are kept under another field: they are taken over as its problems and causes are.
  return field === undefined || memory === null || TAKEN_OVER.has(field) ? [] : [memory.field(field)];
}
