/** The plan as it stands: whose every cell is, why, how far a line has come; and what deciding on proposals leaves for the next assembly. */
import { describe, expect, test } from '@jest/globals';
import { planWords } from '../../../src/app/plan-words';
import { metricLabels } from '../../../src/app/metric-labels';
import { serialOf } from '../../../src/core/codec/date';
import type { CellValue } from '../../../src/core/model/cell';
import type { WorkbookContent } from '../../../src/core/model/content';
import { assemblePlan } from '../../../src/core/plan/assemble';
import { decideProposals } from '../../../src/core/plan/decide';
import { planView, type PlanCell, type PlanLineView, type PlanView } from '../../../src/core/plan/plan-view';
import { FIELDS, RAW, RESULTS, typedContent, VERDICTS } from '../check/consistency/base-content';

const TYPED = typedContent();
type Entries = WorkbookContent['entries'];

const assemble = (entries: Entries): Entries => assemblePlan({ content: { ...TYPED, entries }, fields: FIELDS, metrics: metricLabels, results: RESULTS, changes: VERDICTS, raw: RAW, words: planWords }).entries;
const view = (entries: Entries): PlanView => planView({ content: { ...TYPED, entries }, fields: FIELDS, metrics: metricLabels, results: RESULTS, words: planWords });

function lineOf({ lines }: PlanView, number: string): PlanLineView {
  const found = lines.find((line) => line.number === number);
  if (found === undefined) throw new RangeError(`no line ${number}`);
  return found;
}

function typed(entries: Entries, form: string, changes: Readonly<Record<string, CellValue>>): Entries {
  return { ...entries, [form]: { ...entries[form], ...changes } };
}

const FIRST = assemble(TYPED.entries);
const W4 = lineOf(view(FIRST), 'W4').cells;
const proposedIn = (cells: PlanLineView['cells']): readonly string[] => Object.entries(cells).filter(([, { proposed }]) => proposed).map(([field]) => field);

describe('whose a cell is', () => {
  test('lines that people wrote hold no proposal but what was added to blanks', () => {
    expect(lineOf(view(TYPED.entries), 'W1').cells.method).toMatchObject({ proposed: false, why: '' });
    expect(view(TYPED.entries).lines.flatMap(({ cells }) => proposedIn(cells))).toEqual([]);
  });

  test('an assembled line is proposed but for what the diagnosis says', () => {
    expect(proposedIn(W4)).toEqual(['method', 'tools', 'target', 'forecast', 'people', 'information', 'technology', 'equipment', 'material', 'owner', 'start', 'end', 'evidence']);
    expect(W4.problem).toMatchObject({ value: '质量问题和顾客投诉处置逾期', proposed: false });
  });

  test('reasons stand beside their fields', () => {
    expect(W4.method.why).toBe(W4.tools.why);
    expect(W4.target.why).toContain('三分之一');
    expect(new Set([W4.method.why, W4.target.why, W4.people.why, W4.owner.why]).size).toBe(4);
    expect(W4.evidence.why).toBe('');
  });

  test('a text that people changed is theirs and needs no reason', () => {
    const changed = view(typed(FIRST, 'E', { [W4.method.key]: '我们自己的办法' }));
    expect(lineOf(changed, 'W4').cells.method).toMatchObject({ value: '我们自己的办法', proposed: false, why: '' });
  });

  test('the printed page is proposed part by part', () => {
    const blank = typed(TYPED.entries, 'E', { idea: null, methods: null });
    expect(view(assemble(blank)).page.filter(({ proposed }) => proposed).map(({ key }: PlanCell) => key)).toEqual(expect.arrayContaining(['idea', 'methods']));
  });
});

describe('how far a line has come', () => {
  const stateWith = (entries: Entries, dates: Readonly<Record<'start' | 'end', CellValue>>, done: CellValue): unknown => {
    const row = Object.keys(entries['implementation'] ?? {}).find((key) => /^progress\[\d+\]\.number$/u.test(key) && entries['implementation']?.[key] === 'W4') ?? '';
    return lineOf(view(typed(typed(entries, 'E', { [W4.start.key]: dates.start, [W4.end.key]: dates.end }), 'implementation', { [row.replace('number', 'done')]: done })), 'W4').state;
  };
  const asOf = Number(TYPED.entries['home']?.['asOf']);

  test.each([
    ['unplanned', null, null, null], ['waiting', asOf + 1, asOf + 9, null], ['running', asOf, asOf + 9, null], ['running', asOf - 9, asOf, null],
    ['overdue', asOf - 9, asOf - 1, null], ['inTime', asOf - 9, asOf - 1, asOf - 1], ['late', asOf - 9, asOf - 2, asOf - 1], ['done', null, null, asOf],
  ])('%s', (state, start, end, done) => {
    expect(stateWith(FIRST, { start, end }, done)).toBe(state);
  });

  test('nothing is said of a line that 方案实施 has no row for', () => {
    const rows = Object.fromEntries(Object.entries(FIRST['implementation'] ?? {}).filter(([key]) => !key.startsWith('progress[')));
    expect(lineOf(view({ ...FIRST, implementation: rows }), 'W4').state).toBeNull();
  });
});

describe('deciding', () => {
  test('an accepted proposal is people\'s: it stands, and a later assembly does not renew it', () => {
    const { entries, count } = decideProposals(FIRST, FIELDS, { act: 'accept', keys: [W4.target.key, W4.owner.key] });
    expect(count).toBe(2);
    expect(lineOf(view(entries), 'W4').cells.target).toMatchObject({ value: W4.target.value, proposed: false });
    const retimed = assemble(typed(entries, 'workPlan', { 'steps.implementation.end': serialOf(2024, 11, 30) }));
    expect(lineOf(view(retimed), 'W4').cells.owner.value).toBe(W4.owner.value);
    expect(lineOf(view(retimed), 'W4').cells.owner.proposed).toBe(false);
  });

  test('a dismissed proposal goes and does not come back', () => {
    const { entries } = decideProposals(FIRST, FIELDS, { act: 'dismiss', keys: [W4.tools.key] });
    expect(entries['E']?.[W4.tools.key]).toBeUndefined();
    expect(lineOf(view(assemble(entries)), 'W4').cells.tools).toMatchObject({ value: null, proposed: false });
  });

  test('what is no proposal stays as it is', () => {
    const own = lineOf(view(FIRST), 'W1').cells.method;
    const { entries, count } = decideProposals(FIRST, FIELDS, { act: 'dismiss', keys: [own.key, 'confirmation', W4.problem.key, 'lines[0].number'] });
    expect(count).toBe(0);
    expect(entries).toEqual(FIRST);
  });
});
