/**
 * The lines of 附录E: every problem of 附录D has one, found by its number, wherever people put it. Lines are never moved; new ones
 * take the first free blocks. Lines whose problem is gone stay. A line that people removed is not made again.
 */
import { numberKey } from '../check/consistency/problems';
import { cleanText } from '../codec/clean';
import type { CellValue } from '../model/cell';
import { isFilled } from '../model/filled';
import { baselineText, draftForecast, draftMethod, draftMetric, draftOwner, draftTarget, draftTime, draftTools, type LineContext } from './draft-line';
import { isBegun, MEMORY, type Draft } from './draft';
import { LINE_FIELDS, memoryFor, memoryOf, type LineField, type LineMemory, type MemoryField } from './line-memory';
import type { LineWords } from '../model/plan-line';
import { inOrder, type PlanProblem } from './problems';
import { isoOf } from '../codec/date';

/** More problems than the form has blocks: nothing is written. */
export class TooManyLines extends Error {
  override readonly name = 'TooManyLines';
  readonly lines: number;
  readonly blocks: number;

  constructor(lines: number, blocks: number) {
    super(`${lines} lines, ${blocks} blocks`);
    this.lines = lines;
    this.blocks = blocks;
  }
}

const FORM = 'E';
const [BLOCK_FIELDS] = [[...LINE_FIELDS, 'baseline'] as const];

function textAt(draft: Draft, key: string): string {
  const value = draft.get(FORM, key);
  return typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : '';
}

/** Prefixes of the blocks. */
function blocksOf(draft: Draft): readonly string[] {
  const blocks: string[] = [];
  while (draft.has(FORM, `lines[${blocks.length}].number`)) blocks.push(`lines[${blocks.length}].`);
  return blocks;
}

/** The block of each problem, new ones included. Throws `TooManyLines`. */
function placeLines(draft: Draft, problems: readonly PlanProblem[], context: LineContext): ReadonlyMap<string, string> {
  const blocks = blocksOf(draft);
  const used = new Map<string, string>();
  for (const block of blocks) {
    const key = numberKey(textAt(draft, `${block}number`));
    if (key !== '' && !used.has(key)) used.set(key, block);
  }
  const free = blocks.filter((block) => !isBegun(draft, FORM, block, BLOCK_FIELDS));
  const missing = inOrder(problems.filter(({ key }) => !used.has(key) && (context.input.renew === true || memoryOf(draft, key) === null)), context.input);
  if (missing.length > free.length) throw new TooManyLines(blocks.length - free.length + missing.length, blocks.length);
  missing.forEach(({ key }, i) => used.set(key, free[i] ?? ''));
  for (const { key, number, problem } of problems) if (!used.has(key)) draft.note({ code: 'plan/line-dismissed', params: { number, problem } });
  return used;
}

export function assembleLines(draft: Draft, problems: readonly PlanProblem[], context: LineContext): void {
  const places = placeLines(draft, problems, context);
  const diagnosed = new Map(problems.map((problem) => [problem.key, problem]));
  const ordered = [...places].filter(([, block]) => block !== '').sort(([, a], [, b]) => blocksOf(draft).indexOf(a) - blocksOf(draft).indexOf(b));
  for (const [key, block] of ordered) {
    const problem = diagnosed.get(key);
    if (problem === undefined) draft.note({ code: 'plan/line-left', params: { number: textAt(draft, `${block}number`) }, form: FORM, key: `${block}number` });
    else assembleLine(draft, problem, block, context);
  }
}

function assembleLine(draft: Draft, problem: PlanProblem, block: string, context: LineContext): void {
  const memory = memoryFor(draft, problem.key);
  if (memory === null) throw new TooManyLines(blocksOf(draft).length + 1, blocksOf(draft).length);
  const { number } = problem;
  const settle = (field: LineField, proposal: CellValue, as: MemoryField = field): CellValue => draft.settle({ form: FORM, key: block + field, memory: memory.field(as), proposal, number }).value;
  const because = (field: 'whyMethod' | 'whyTarget' | 'whyResources' | 'whyTime', why: string, memoryOfReason: LineMemory): void => {
    if (why !== '') draft.put(MEMORY, memoryOfReason.field(field), why);
  };

  settle('number', number);
  // The row of 建议 is found by it, whoever wrote it into the plan.
  draft.put(MEMORY, memory.field('number'), number);
  settle('problem', problem.problem === '' ? null : problem.problem);
  settle('cause', problem.cause === '' ? null : problem.cause);
  settle('method', draftMethod(problem, context));
  const tools = draftTools(problem, context);
  settle('tools', tools.value);
  because('whyMethod', tools.why, memory);

  const linked = draftMetric(problem, context);
  settleMetric(draft, block, memory, linked, number);
  const metricName = textAt(draft, `${block}metric`);
  const metric = context.input.metrics.find(({ name }) => name === metricName) ?? null;
  const target = draftTarget(metric, context);
  settle('target', target.value);
  settle('forecast', draftForecast(metric, metricName, draft.get(FORM, `${block}target`), context));
  settle('evidence', context.input.words.evidence(metricName));
  because('whyTarget', [linked.taken || metricName === '' ? '' : context.input.words.metricWhy(), target.why].filter((why) => why !== '').join(''), memory);
  noteTarget(draft, block, number, metricName, metric !== null, context);

  const kind = problem.found?.kind ?? null;
  settle('people', context.input.words.people(kind?.departments ?? []));
  for (const field of ['information', 'technology', 'equipment', 'material'] as const) settle(field, kind?.resources[field] ?? null);
  if (kind !== null) because('whyResources', context.input.words.resourcesWhy(kind), memory);

  const [owner, time] = [draftOwner(problem, context), draftTime(problem, context)];
  settle('owner', owner?.owner ?? null);
  settle('start', time?.start ?? null);
  settle('end', time?.end ?? null);
  because('whyTime', [owner?.why ?? '', time?.why ?? ''].join(''), memory);
  if (!isFilled(draft.get(FORM, `${block}owner`))) draft.note({ code: 'plan/owner-open', params: { number }, form: FORM, key: `${block}owner` });
  if (!isFilled(draft.get(FORM, `${block}start`)) || !isFilled(draft.get(FORM, `${block}end`))) draft.note({ code: 'plan/dates-open', params: { number }, form: FORM, key: `${block}start` });
}

/** A metric that was taken over from 附录D and one that was proposed are kept apart: only the latter is marked. */
function settleMetric(draft: Draft, block: string, memory: LineMemory, { value, taken }: { readonly value: CellValue; readonly taken: boolean }, number: string): void {
  const [mine, other] = taken ? (['metricTaken', 'metric'] as const) : (['metric', 'metricTaken'] as const);
  const kept = draft.get(MEMORY, memory.field(other));
  if (isFilled(kept) && value !== null) {
    draft.put(MEMORY, memory.field(other), null);
    draft.put(MEMORY, memory.field(mine), kept);
  }
  draft.settle({ form: FORM, key: `${block}metric`, memory: memory.field(value === null && isFilled(kept) ? other : mine), proposal: value, number });
}

function noteTarget(draft: Draft, block: string, number: string, metric: string, known: boolean, { input }: LineContext): void {
  if (metric === '') return draft.note({ code: 'plan/metric-open', params: { number }, form: FORM, key: `${block}metric` });
  if (!known && !isFilled(draft.get(FORM, `${block}baseline`))) draft.note({ code: 'plan/baseline-open', params: { number, metric }, form: FORM, key: `${block}baseline` });
  if (isFilled(draft.get(FORM, `${block}target`))) return;
  const before = input.metrics.find(({ name }) => name === metric) ?? null;
  draft.note({ code: 'plan/target-open', params: { number, metric, baseline: baselineText(before, { input }) || '—' }, form: FORM, key: `${block}target` });
}

/** The lines as they stand now, people's words and ours, in the order of the form. */
export function linesNow(draft: Draft, { input }: Pick<LineContext, 'input'>): readonly LineWords[] {
  return blocksOf(draft)
    .filter((block) => textAt(draft, `${block}number`) !== '')
    .map((block) => {
      const text = (field: LineField): string => textAt(draft, block + field);
      const day = (field: LineField): string => {
        const value = draft.facts(FORM).day(block + field);
        return value === null ? '' : isoOf(value);
      };
      const metric = input.metrics.find(({ name }) => name === text('metric')) ?? null;
      return {
        number: text('number'), problem: text('problem'), method: text('method'), tools: text('tools'), metric: text('metric'), baseline: baselineText(metric, { input }),
        forecast: text('forecast'), owner: text('owner'), start: day('start'), end: day('end'),
      };
    });
}

/** The blocks whose equipment is what is there already. */
export function withoutNewEquipment(draft: Draft): number {
  return blocksOf(draft).filter((block) => textAt(draft, `${block}number`) !== '' && /现有|在用|利用|不需新增|不新增/u.test(textAt(draft, `${block}equipment`))).length;
}
