/** 7.4, 7.5.1: the plan as it stands in the workbook, line by line: what people wrote, what is still a proposal, and why it is proposed. */
import type { CellPlace } from '../check/consistency/cell-place';
import { numberKey } from '../check/consistency/problems';
import { address } from '../model/address';
import type { CellValue } from '../model/cell';
import type { FieldPlace } from '../model/form';
import { progressStateOf, type ProgressState } from '../model/progress-state';
import { createDraft, MEMORY, type Draft } from './draft';
import { baselineText } from './draft-line';
import { LINE_FIELDS, memoryOf, type LineField, type LineMemory, type MemoryField } from './line-memory';
import { PAGE_PARTS } from './page';
import type { PlanInput } from './plan-input';
import { proposalOf } from './standing';

export interface PlanCell {
  /** Key of the field in 附录E. */
  readonly key: string;
  readonly place: FieldPlace;
  readonly at: CellPlace;
  readonly value: CellValue;
  /** The program's own text, which nobody has changed or accepted. */
  readonly proposed: boolean;
  /** Why it was proposed; '' where the proposal needs no reason, or is none. */
  readonly why: string;
}

export interface PlanLineView {
  readonly number: string;
  /** Every field but the number. */
  readonly cells: Readonly<Record<Exclude<LineField, 'number'>, PlanCell>>;
  /** The figure before, as text; '' where nothing is known. */
  readonly baseline: string;
  /** Null where 方案实施 has no row for it. */
  readonly state: ProgressState | null;
}

export interface PlanView {
  /** In the order of the form. */
  readonly lines: readonly PlanLineView[];
  /** The printed page E.1 and 7.4 a): what is assembled from the lines. */
  readonly page: readonly PlanCell[];
}

const FORM = 'E';

/** Which of the reasons of a line speaks of a field. */
const REASONS: Readonly<Partial<Record<LineField, MemoryField>>> = {
  method: 'whyMethod', tools: 'whyMethod', metric: 'whyTarget', target: 'whyTarget', forecast: 'whyTarget',
  people: 'whyResources', information: 'whyResources', technology: 'whyResources', equipment: 'whyResources', material: 'whyResources',
  owner: 'whyTime', start: 'whyTime', end: 'whyTime',
};

export function planView(input: Pick<PlanInput, 'content' | 'fields' | 'metrics' | 'results' | 'words'>): PlanView {
  const draft = createDraft(input.content.entries, input.fields, false);
  const places = new Map((input.fields[FORM] ?? []).map((place) => [place.key, place]));
  const cell = (key: string, why: string): PlanCell => {
    const place = places.get(key);
    if (place === undefined) throw new RangeError(`${FORM} has no field ${key}`);
    const proposed = proposalOf(draft, key) !== null;
    return { key, place, at: { sheet: place.sheet, cell: address(place.row, place.column) }, value: draft.get(FORM, key), proposed, why: proposed ? why : '' };
  };
  const lines: PlanLineView[] = [];
  for (let i = 0; draft.has(FORM, `lines[${i}].number`); i++) {
    const prefix = `lines[${i}].`;
    const number = draft.facts(FORM).text(`${prefix}number`);
    if (number === '') continue;
    const memory = memoryOf(draft, numberKey(number));
    const cells = Object.fromEntries(LINE_FIELDS.filter((field) => field !== 'number').map((field) => [field, cell(prefix + field, reasonOf(draft, memory, field))]));
    const metric = input.metrics.find(({ name }) => name === draft.facts(FORM).text(`${prefix}metric`)) ?? null;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the list
    lines.push({ number, cells: cells as PlanLineView['cells'], baseline: baselineText(metric, { input }), state: stateOf(draft, number, prefix) });
  }
  return { lines, page: PAGE_PARTS.filter((part) => places.has(part)).map((part) => cell(part, textAt(draft, `cells.${FORM}.${part}.why`))) };
}

function reasonOf(draft: Draft, memory: LineMemory | null, field: LineField): string {
  const reason = REASONS[field];
  return memory === null || reason === undefined ? '' : textAt(draft, memory.field(reason));
}

function textAt(draft: Draft, key: string): string {
  const value = draft.has(MEMORY, key) ? draft.get(MEMORY, key) : null;
  return typeof value === 'string' ? value : '';
}

/** By the row of 方案实施 that has the number. */
function stateOf(draft: Draft, number: string, prefix: string): ProgressState | null {
  for (let i = 0; draft.has('implementation', `progress[${i}].number`); i++) {
    if (numberKey(draft.facts('implementation').text(`progress[${i}].number`)) !== numberKey(number)) continue;
    const day = (key: string): CellValue => draft.facts(FORM).day(prefix + key);
    return progressStateOf({ start: day('start'), end: day('end'), done: draft.facts('implementation').day(`progress[${i}].done`) }, draft.has('home', 'asOf') ? draft.facts('home').day('asOf') : null);
  }
  return null;
}
