/**
 * 7.3.2, 7.4 c): the root causes of 原因分析 and the causes of 附录D. Every problem of 附录D has a block of the analysis, found by
 * its number; the deepest answer of a chain of questions is offered as the root cause, and the root cause as the cause of 附录D.
 */
import { cleanText } from '../codec/clean';
import { chainOf } from '../check/consistency/why-chain';
import { numberKey } from '../check/consistency/problems';
import type { EntryReader } from '../check/consistency/form-facts';
import { isBegun, MEMORY, type Draft } from './draft';
import type { PlanWords } from './plan-words';

export const CAUSES = 'causes';
const ROOTS = 'roots';
const FIELDS = ['number', 'root', 'cause', 'whyRoot', 'whyCause'] as const;
type RootField = (typeof FIELDS)[number];
/** Fewer answers than this are symptoms, mostly: no root cause is offered. */
const LEAST_ANSWERS = 3;

/** Before the problems of 附录D are read: they take their causes from here. */
export function assembleCauses(draft: Draft, words: Pick<PlanWords, 'rootWhy' | 'causeWhy'>): void {
  const problems = problemRows(draft);
  const { sheet } = draft.facts(CAUSES);
  placeBlocks(draft, problems.map(({ number }) => number));
  const roots = new Map<string, string>();
  for (const block of blocksOf(draft)) {
    const number = textOf(draft, `${block}number`);
    const key = numberKey(number);
    const memory = key === '' || roots.has(key) ? null : memoryFor(draft, key, number);
    if (memory === null) continue;
    const { answers, whole } = chainOf(readerOf(draft, block));
    const last = answers.at(-1);
    const proposal = whole && answers.length >= LEAST_ANSWERS && last !== undefined ? last : null;
    const { act } = draft.settle({ form: CAUSES, key: `${block}root`, memory: memory('root'), proposal, number });
    if (act === 'proposed' || act === 'updated') draft.put(MEMORY, memory('whyRoot'), words.rootWhy(answers.length));
    roots.set(key, textOf(draft, `${block}root`));
  }
  for (const { row, number } of problems) {
    const memory = memoryFor(draft, numberKey(number), number);
    if (memory === null) continue;
    const root = roots.get(numberKey(number)) ?? '';
    const { act } = draft.settle({ form: 'D', key: `${row}cause`, memory: memory('cause'), proposal: root === '' ? null : root, number });
    if (act === 'proposed' || act === 'updated') draft.put(MEMORY, memory('whyCause'), words.causeWhy(sheet));
  }
  const known = new Set([...problems.map(({ number }) => numberKey(number)), ...roots.keys()]);
  for (const row of memoryRows(draft)) if (!known.has(numberOf(draft, row))) for (const field of FIELDS) draft.put(MEMORY, `${ROOTS}[${row}].${field}`, null);
}

/** The first row of each number of 附录D. */
function problemRows(draft: Draft): readonly { readonly row: string; readonly number: string }[] {
  const rows: { readonly row: string; readonly number: string }[] = [];
  for (let i = 0; draft.has('D', `problems[${i}].number`); i++) {
    const number = textOf(draft, `problems[${i}].number`, 'D');
    if (number !== '' && rows.every((one) => numberKey(one.number) !== numberKey(number))) rows.push({ row: `problems[${i}].`, number });
  }
  return rows;
}

function blocksOf(draft: Draft): readonly string[] {
  const blocks: string[] = [];
  while (draft.has(CAUSES, `blocks[${blocks.length}].number`)) blocks.push(`blocks[${blocks.length}].`);
  return blocks;
}

const BLOCK_FIELDS = ['number', 'human', 'machine', 'material', 'method', 'environment', 'measurement', 'root', 'category', 'verified', ...[1, 2, 3, 4, 5].flatMap((i) => [`why${i}`, `basis${i}`])];

/** A number that people blanked stays away; blocks in use are left where they are. */
function placeBlocks(draft: Draft, numbers: readonly string[]): void {
  const blocks = blocksOf(draft);
  const memory = (i: number): string => `cells.causes.${i}.value`;
  const remembered = (i: number): string => numberKey(textOf(draft, memory(i), MEMORY));
  const held = new Set(blocks.flatMap((block, i) => [numberKey(textOf(draft, `${block}number`)), remembered(i)]));
  const free = blocks.flatMap((block, i) => (isBegun(draft, CAUSES, block, BLOCK_FIELDS) || remembered(i) !== '' ? [] : [i]));
  for (const number of numbers) {
    if (held.has(numberKey(number))) continue;
    const block = free.shift();
    if (block !== undefined) draft.settle({ form: CAUSES, key: `blocks[${block}].number`, memory: memory(block), proposal: number, number });
  }
}

/** Without the facts of the whole form: they would be gathered anew for every cell. */
function textOf(draft: Draft, key: string, form: string = CAUSES): string {
  const value = draft.get(form, key);
  return typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : '';
}

function readerOf(draft: Draft, block: string): Pick<EntryReader, 'text'> {
  return { text: (key) => textOf(draft, block + key) };
}

function memoryRows(draft: Draft): readonly number[] {
  const rows: number[] = [];
  while (draft.has(MEMORY, `${ROOTS}[${rows.length}].number`)) rows.push(rows.length);
  return rows;
}

function numberOf(draft: Draft, row: number): string {
  return numberKey(textOf(draft, `${ROOTS}[${row}].number`, MEMORY));
}

/** The row of the number in 建议, new where it had none; null when all are in use. */
function memoryFor(draft: Draft, key: string, number: string): ((field: RootField) => string) | null {
  const rows = memoryRows(draft);
  const row = rows.find((one) => numberOf(draft, one) === key) ?? rows.find((one) => numberOf(draft, one) === '');
  if (row === undefined) return null;
  draft.put(MEMORY, `${ROOTS}[${row}].number`, number);
  return (field) => `${ROOTS}[${row}].${field}`;
}
