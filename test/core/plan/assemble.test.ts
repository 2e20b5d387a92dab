/** Assembling the plan of the example enterprise: what is taken over, what is drafted, whose every cell is, and what is said. */
import * as fc from 'fast-check';
import { planWords } from '../../../src/app/plan-words';
import { assemblePlan, type Assembly, type AssemblyOptions } from '../../../src/core/plan/assemble';
import { TooManyLines } from '../../../src/core/plan/lines';
import { isFilled } from '../../../src/core/model/filled';
import { serialOf } from '../../../src/core/codec/date';
import type { CellValue } from '../../../src/core/model/cell';
import type { WorkbookContent } from '../../../src/core/model/content';
import type { MetricResult } from '../../../src/core/model/metric-result';
import { metricLabels } from '../../../src/app/metric-labels';
import { FIELDS, RAW, RESULTS, typedContent, VERDICTS } from '../check/consistency/base-content';

const TYPED = typedContent();
type Entries = WorkbookContent['entries'];

interface Given extends AssemblyOptions {
  readonly results?: readonly MetricResult[];
  readonly renew?: boolean;
}

function assemble(entries: Entries, { results = RESULTS, renew = false, ...options }: Given = {}): Assembly {
  return assemblePlan({ content: { ...TYPED, entries }, fields: FIELDS, metrics: metricLabels, results, changes: VERDICTS, raw: RAW, words: planWords, renew }, options);
}

function edited(entries: Entries, form: string, changes: Readonly<Record<string, CellValue>>): Entries {
  const held = Object.fromEntries(Object.entries({ ...entries[form], ...changes }).filter(([, value]) => value !== null));
  return { ...entries, [form]: held };
}

const FIRST = assemble(TYPED.entries);
const blockOf = (entries: Entries, number: string): string => /^(lines\[\d+\]\.)/.exec(Object.keys(entries['E'] ?? {}).find((key) => key.endsWith('].number') && entries['E']?.[key] === number) ?? '')?.[1] ?? '';
const line = ({ entries }: Pick<Assembly, 'entries'>, number: string, field: string): CellValue => entries['E']?.[blockOf(entries, number) + field] ?? null;
const codes = ({ notes }: Assembly): readonly string[] => notes.map(({ code, params }) => [code, params['number']].filter((part) => part !== undefined).join(' '));

test('every problem has a line; new ones in order of effect and effort behind those that people made', () => {
  // W4: a gap of 29 points, least effort; W3: 19 points.
  expect(FIRST.lines).toEqual(['W1', 'W2', 'W4', 'W3']);
});

test('what is known is taken over, what can be proposed is drafted', () => {
  expect(line(FIRST, 'W4', 'problem')).toBe('质量问题和顾客投诉处置逾期');
  expect(line(FIRST, 'W4', 'cause')).toBe('责任和期限不清，没有跟踪');
  expect(line(FIRST, 'W4', 'method')).toBe('针对“责任和期限不清，没有跟踪”：设台账和到期提醒，每周例会销项；明确责任人和期限，逐项跟踪到关闭');
  expect(line(FIRST, 'W4', 'tools')).toBe('8D报告、5Why分析、目视化管理');
  expect(line(FIRST, 'W4', 'metric')).toBe('质量问题处置及时率');
  // 34/48 = 70.83 %; a third of 29.17 points more is 80.6 %.
  expect(line(FIRST, 'W4', 'target')).toBeCloseTo(0.81, 9);
  expect(line(FIRST, 'W4', 'forecast')).toBe('由 70.8% 提高到 81% 以上，提高 10.2 个百分点');
  expect(line(FIRST, 'W4', 'owner')).toBe('示例质检部长');
  expect([line(FIRST, 'W4', 'start'), line(FIRST, 'W4', 'end')]).toEqual([serialOf(2025, 9, 1), serialOf(2025, 12, 31)]);
});

test('the forecast follows the target that people set', () => {
  expect(line(FIRST, 'W1', 'target')).toBe(0.6);
  expect(line(FIRST, 'W1', 'forecast')).toBe('由 47.2% 提高到 60% 以上，提高 12.8 个百分点');
});

test('an adopted opinion is part of the method', () => {
  expect(line(FIRST, 'W2', 'method')).toMatch(/。按改进意见完善：补充到作业指导书$/);
});

test('the printed table tells the lines as they are, people’s words among them', () => {
  expect(FIRST.entries['E']?.['idea']).toBe(TYPED.entries['E']?.['idea']);
  expect(FIRST.entries['E']?.['methods']).toContain('1. W1 周滚动排产，产能核算，插单评审。工具：PDCA循环。责任人示例生产部长，2025-09-01 至 2025-12-31。');
  expect(FIRST.entries['E']?.['effects']).toMatch(/^[^\n]+(?:\n[^\n]+){3}$/);
});

test('a target of the results is taken, where it is one', () => {
  const better = assemble(edited(TYPED.entries, 'results', { 'metrics.quality-issue-closure-rate.target': 0.95 }));
  expect(line(better, 'W4', 'target')).toBe(0.95);
  const none = assemble(edited(TYPED.entries, 'results', { 'metrics.quality-issue-closure-rate.target': 0.5 }));
  expect(line(none, 'W4', 'target')).toBeNull();
  expect(codes(none)).toContain('plan/target-open W4');
});

test('nothing is made up: without dates, owners, causes and figures it is said so', () => {
  const workPlan = Object.fromEntries(Object.keys(TYPED.entries['workPlan'] ?? {}).map((key) => [key, null]));
  const unasked = Object.fromEntries(Object.keys(TYPED.entries['causes'] ?? {}).filter((key) => key.startsWith('blocks[3].')).map((key) => [key, null]));
  const bare = edited(edited(edited(TYPED.entries, 'causes', unasked), 'workPlan', workPlan), 'D', { 'problems[3].cause': null, 'problems[3].metric': null, 'problems[2].metric': '自定指标' });
  const assembly = assemble(bare, { results: [] });
  expect(codes(assembly)).toEqual(expect.arrayContaining(['plan/cause-missing W4', 'plan/target-open W4', 'plan/baseline-open W3', 'plan/owner-open W4', 'plan/dates-open W4']));
  expect([line(assembly, 'W4', 'start'), line(assembly, 'W4', 'owner'), line(assembly, 'W4', 'target')]).toEqual([null, null, null]);
  // The only metric of its kind is proposed, and so marked.
  expect(line(assembly, 'W4', 'metric')).toBe('质量问题处置及时率');
});

test('assembling twice changes nothing', () => {
  const second = assemble(FIRST.entries);
  expect(second.entries).toEqual(FIRST.entries);
  expect(second.cells.filter(({ act }) => act === 'proposed' || act === 'updated')).toEqual([]);
});

const FORMS = ['D', 'causes', 'E', 'implementation', 'records'] as const;
const edit = fc.constantFrom(...FORMS).chain((form) =>
  fc.tuple(
    fc.constant(form),
    fc.constantFrom(...(FIELDS[form] ?? []).map(({ key }) => key)),
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom<CellValue>('人写的话', 'W3', 'W9', 0.5, 46_000, true, '示例采购主管') }, { weight: 1, arbitrary: fc.constant<CellValue>(null) }),
  ));

test('every cell that a person edits stays as it is, and the next run changes nothing', () => {
  fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
    let entries = FIRST.entries;
    const written = new Map<string, readonly [string, string, CellValue]>();
    for (const [form, key, value] of edits) {
      entries = edited(entries, form, { [key]: value });
      written.set(`${form} ${key}`, [form, key, value]);
    }
    const before = entries;
    const after = assemble(entries);
    for (const [form, key, value] of written.values()) {
      // A cell that was blank and stays blank was not edited; it may be proposed for.
      const wasBlank = !isFilled(FIRST.entries[form]?.[key] ?? null);
      const found = after.entries[form]?.[key] ?? null;
      expect([form, key, value === null && wasBlank ? null : found]).toEqual([form, key, value]);
    }
    // What people typed before is never lost either: only blank cells and the program's own change.
    for (const form of FORMS) {
      for (const [key, value] of Object.entries(before[form] ?? {})) {
        const own = value === FIRST.entries[form]?.[key] && TYPED.entries[form]?.[key] !== value;
        expect([form, key, own ? value : after.entries[form]?.[key]]).toEqual([form, key, value]);
      }
    }
    const again = assemble(after.entries);
    expect(again.entries).toEqual(after.entries);
  }), { numRuns: 300 });
});

describe('lines follow their number', () => {
  const keys = (FIELDS['E'] ?? []).filter(({ group }) => group === 'lines[0]').map(({ key }) => key.slice('lines[0].'.length));
  const moved = (entries: Entries, from: number, to: number): Entries =>
    edited(entries, 'E', Object.fromEntries(keys.flatMap((key) => [[`lines[${to}].${key}`, entries['E']?.[`lines[${from}].${key}`] ?? null], [`lines[${from}].${key}`, null]])));

  test('moved to another block: nothing but the printed table changes, and proposals still follow', () => {
    const entries = moved(FIRST.entries, 3, 8);
    const after = assemble(entries);
    expect(after.cells.filter(({ number, act }) => number !== '' && (act === 'proposed' || act === 'updated'))).toEqual([]);
    const changed = assemble(edited(entries, 'D', { 'problems[2].cause': '供方单一' }));
    expect(changed.entries['E']?.['lines[8].cause']).toBe('供方单一');
    expect(changed.entries['E']?.['lines[8].method']).toMatch(/^针对“供方单一”/);
  });

  test('a problem that is gone from 附录D keeps its line, and is named', () => {
    const gone = edited(FIRST.entries, 'D', Object.fromEntries(['problem', 'opinion', 'number', 'cause', 'metric', 'clause'].map((key) => [`problems[3].${key}`, null])));
    const after = assemble(gone);
    expect(line(after, 'W4', 'method')).toBe(line(FIRST, 'W4', 'method'));
    expect(codes(after)).toContain('plan/line-left W4');
  });

  test('a line that people removed stays away until it is asked for', () => {
    const removed = edited(FIRST.entries, 'E', Object.fromEntries(keys.map((key) => [`lines[2].${key}`, null])));
    const after = assemble(removed);
    expect(after.lines).toEqual(['W1', 'W2', 'W3']);
    expect(codes(after)).toContain('plan/line-dismissed W4');
    expect(assemble(removed, { renew: true }).lines).toEqual(['W1', 'W2', 'W4', 'W3']);
  });

  test('more problems than blocks', () => {
    const numbers = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`lines[${i}].number`, `X${i}`]));
    expect(() => assemble(edited(TYPED.entries, 'E', numbers))).toThrow(TooManyLines);
  });
});

describe('proposals that are accepted', () => {
  test('are people’s from then on', () => {
    const accepted = assemble(FIRST.entries, { accept: ['w4'] });
    const later = assemble(edited(accepted.entries, 'D', { 'problems[3].cause': '另一个原因' }));
    expect(line(later, 'W4', 'method')).toBe(line(FIRST, 'W4', 'method'));
    const others = assemble(edited(accepted.entries, 'D', { 'problems[2].cause': '另一个原因' }));
    expect(line(others, 'W3', 'method')).not.toBe(line(FIRST, 'W3', 'method'));
  });

  test('all of them', () => {
    const accepted = assemble(FIRST.entries, { accept: 'all' });
    expect(accepted.cells.filter(({ act, key }) => act === 'same' && !key.endsWith('.number'))).toEqual([]);
  });
});

describe('offers', () => {
  const worse = (entries: Entries, options: Given = {}): Assembly =>
    assemblePlan({ content: { ...TYPED, entries }, fields: FIELDS, metrics: metricLabels, results: RESULTS, changes: [...VERDICTS, { key: 'on-time-delivery-rate', verdict: 'worsened' }], raw: RAW, words: planWords }, options);

  test('a metric that got worse with evidence and that no problem covers, and one that misses its target', () => {
    expect(worse(TYPED.entries).offers).toEqual([{ metric: 'on-time-delivery-rate', name: '产品/服务准时交付率', because: 'worsened', item: '6.6', problem: '产品/服务准时交付率由 95.1% 变为 94.9%，有充分证据变差' }]);
    const missed = assemble(edited(TYPED.entries, 'results', { 'metrics.rolled-throughput-yield.target': 0.95 }));
    expect(missed.offers.map(({ problem }) => problem)).toEqual(['直通率 92.4%，未达目标 95%']);
  });

  test('taken up, it is a problem of 附录D with a line of its own, and its cause is asked for', () => {
    const taken = worse(TYPED.entries, { takeUp: ['on-time-delivery-rate'] });
    expect(taken.offers).toEqual([]);
    expect([taken.entries['D']?.['problems[4].number'], taken.entries['D']?.['problems[4].metric'], taken.entries['D']?.['problems[4].cause']]).toEqual(['W5', '产品/服务准时交付率', undefined]);
    expect(codes(taken)).toContain('plan/cause-missing W5');
    // Worse with evidence comes first of the new lines.
    expect(taken.lines).toEqual(['W1', 'W2', 'W5', 'W4', 'W3']);
  });
});

test('records: formed or not, by whom and when, from the forms', () => {
  const { entries, notes } = FIRST;
  expect(entries['records']?.['records.results.state']).toBe('形成中');
  expect(entries['records']?.['records.results.who']).toBe('示例顾问乙');
  expect(entries['records']?.['records.results.when']).toBe(serialOf(2026, 5, 6));
  expect(entries['records']?.['records.training.when']).toBe(serialOf(2025, 9, 25));
  expect(entries['records']?.['records.talks.state']).toBe('已归档');
  const without = assemble({ ...TYPED.entries, B: {}, results: {}, records: {} });
  expect(without.entries['records']?.['records.talks.state']).toBe('未形成');
  // Drafted texts stand in it.
  expect(without.entries['records']?.['records.results.state']).toBe('形成中');
  expect(without.notes.filter(({ code }) => code === 'plan/record-where').length).toBeGreaterThan(5);
  expect(notes.filter(({ code }) => code === 'plan/record-where')).toEqual([]);
});

test('progress: a row for every line that has none, and opinions that wait for a decision are named', () => {
  expect(['0', '1', '2', '3'].map((i) => FIRST.entries['implementation']?.[`progress[${i}].number`])).toEqual(['W1', 'W2', 'W4', 'W3']);
  const open = assemble(edited(TYPED.entries, 'implementation', { 'issues[1].state': '待评审' }));
  expect(codes(open)).toContain('plan/opinion-open W1');
});
