/** Stage gates: what a step counts, what keeps it open, and which step waits for which. */
import { checkWorkbook } from '../../../../src/app/check-workbook';
import { loadStandard } from '../../../../src/app/standard';
import { consistencyIssues } from '../../../../src/core/check/consistency/codes';
import { GATING_WARNINGS } from '../../../../src/core/check/stage/gating';
import { stageStatus, type StageStatus } from '../../../../src/core/check/stage/stage-status';
import { messageOf } from '../../../../src/core/text/message';
import { consistencyTexts } from '../../../../src/core/text/consistency-texts';
import type { Issue } from '../../../../src/core/issue/issue';
import { expect, test } from '@jest/globals';
import { contentOf, FIELDS, RESULTS, VERDICTS, type Variation } from '../consistency/base-content';

const standard = loadStandard();

function statusOf(variation: Variation = {}, more: readonly Issue[] = [], perStage = 200): readonly StageStatus[] {
  const content = contentOf(variation);
  const { issues } = checkWorkbook({ content, readIssues: more, results: RESULTS, changes: VERDICTS }, standard);
  return stageStatus({ content, forms: standard.library.forms, fields: FIELDS, rawSheets: standard.rawSheets, issues }, { perStage });
}

const states = (status: readonly StageStatus[]): string => status.map(({ key, state }) => `${key} ${state}`).join(', ');

function one(status: readonly StageStatus[], key: string): StageStatus {
  const found = status.find((stage) => stage.key === key);
  if (found === undefined) throw new RangeError(`no stage ${key}`);
  return found;
}

const ALL_DONE = '7.1 done, 7.2 done, 7.3 done, 7.4 done, 7.5 done, 7.6 done, 7.7 done, 7.8 done';

test('a finished workbook', () => {
  const status = statusOf();
  expect(states(status)).toBe(ALL_DONE);
  expect(status.every(({ total, done, missingCount, blocks, blockedBy }) => total > 0 && done === total && missingCount + blocks.length + blockedBy.length === 0)).toBe(true);
});

test('a new one: the first step and the records are open, the others wait for the one before', () => {
  const status = statusOf({ blank: Object.keys(FIELDS).filter((key) => key !== 'home') });
  expect(states(status)).toBe('7.1 open, 7.2 blocked, 7.3 blocked, 7.4 blocked, 7.5 blocked, 7.6 blocked, 7.7 blocked, 7.8 open');
  expect(one(status, '7.1')).toMatchObject({ blocks: ['7.2'], blockedBy: [] });
  expect(one(status, '7.4')).toMatchObject({ blocks: ['7.5'], blockedBy: ['7.3'], done: 0 });
});

test.each([
  ['a blank cell', { changes: { C: { inspection: null } } }, '7.3', 'cell/required'],
  ['a cell of blanks', { changes: { C: { inspection: '  ' } } }, '7.3', 'cell/required'],
  ['a blank cell of a begun row', { changes: { E: { 'lines[3].owner': null } } }, '7.4', 'cell/required'],
  ['a wrong value', { changes: { implementation: { 'group.date': '九月' } } }, '7.5', 'cell/kind'],
  ['no enterprise', { changes: { home: { 'enterprise.name': null } } }, '7.1', 'cell/required'],
  ['an enterprise that is not eligible', { changes: { requirements: { 'enterprise.1.result': '不符合' } } }, '7.1', 'consistency/not-eligible'],
  ['a plan that contradicts the diagnosis', { changes: { E: { 'lines[1].cause': '别的原因' } } }, '7.4', 'consistency/plan-cause'],
  ['a problem without an answer, said in 附录D', { changes: { D: { 'problems[4].number': 'W5', 'problems[4].problem': '图纸不全', 'problems[4].cause': '没有校对', 'problems[4].opinion': '补图' } } }, '7.4', 'consistency/problem-unanswered'],
  ['a kind without evidence', { changes: { results: { 'kinds.a.evidence': null } } }, '7.6', 'consistency/kind-evidence'],
  ['a case too long', { changes: { F: { lessons: '长'.repeat(2600) } } }, '7.7', 'consistency/case-length'],
  ['a record missing', { changes: { records: { 'records.plan.state': '未形成' } } }, '7.8', 'consistency/record-missing'],
] satisfies readonly (readonly [string, Variation, string, string])[])('%s keeps %s open', (_, variation, key, code) => {
  const status = statusOf(variation);
  expect(states(status)).toBe(ALL_DONE.replace(`${key} done`, `${key} open`));
  expect(one(status, key).missing.map((issue) => issue.code)).toContain(code);
  expect(one(status, key).missing.every(({ sheet, cell }) => sheet !== '' && cell !== '')).toBe(true);
});

test('one blank cell is missing once', () => {
  expect(one(statusOf({ changes: { C: { inspection: null } } }), '7.3')).toMatchObject({ missingCount: 1, missing: [{ code: 'cell/required', params: { column: '质量检验现状描述' } }] });
  expect(one(statusOf({ changes: { home: { asOf: null } } }), '7.6').missing.filter(({ cell }) => cell === 'B15')).toHaveLength(1);
});

test('a warning that does not gate leaves the step done', () => {
  expect(states(statusOf({ changes: { implementation: { 'awareness.people': 80 } } }))).toBe(ALL_DONE);
});

test('errors in rows keep the results open, counted per sheet', () => {
  const error = (row: number): Issue => ({ code: 'cell/kind', severity: 'error', sheet: '数据_采购', cell: `E${row}`, clause: 'A.1 5.2', params: {} });
  const stage = one(statusOf({}, [error(4), error(5), { ...error(6), severity: 'warning' }]), '7.6');
  expect(stage).toMatchObject({ state: 'open', missing: [{ code: 'stage/data-errors', sheet: '数据_采购', params: { count: 2 } }], blocks: [] });
  expect(messageOf(consistencyTexts['stage/data-errors'], stage.missing[0]?.params ?? {}, 'zh').message).toContain('2 处错误');
});

test('errors that are counted and not listed count too', () => {
  const note = (rule: string): Issue => ({ code: 'check/capped', severity: 'info', sheet: '数据_采购', cell: '', clause: 'A.1 5.2', params: { column: '供方', rule, count: 150, shown: 100 } });
  expect(one(statusOf({}, [note('cell/kind'), note('row/duplicate'), note('cell/space')]), '7.6').missing).toMatchObject([{ code: 'stage/data-errors', params: { count: 100 } }]);
});

test('errors of a summary that stands in for rows keep the results open', () => {
  const status = statusOf({ changes: { summary: { 'metrics.labor-efficiency.current.numerator': '约三万' } } });
  expect(one(status, '7.6')).toMatchObject({ state: 'open', missing: [{ code: 'cell/kind', sheet: '汇总填报' }] });
});

test('a record that does not exist yet asks for nothing more', () => {
  const gone = { 'records.case.state': '未形成', 'records.case.who': null, 'records.case.when': null, 'records.case.where': null };
  const [before, after] = [one(statusOf(), '7.8'), one(statusOf({ changes: { records: gone } }), '7.8')];
  expect([after.state, after.total, after.done]).toEqual(['done', before.total - 3, before.done - 3]);
});

test('a step without a form is absent and holds nobody up', () => {
  const status = statusOf({ without: ['A', 'B'], changes: { F: { title: null } } });
  expect(one(status, '7.2')).toMatchObject({ state: 'absent', total: 0, missingCount: 0 });
  expect(one(status, '7.7').state).toBe('open');
  const waiting = statusOf({ without: ['C', 'D', 'causes'], blank: ['A', 'B', 'E', 'implementation', 'results', 'F', 'records'] });
  expect(one(waiting, '7.4')).toMatchObject({ state: 'blocked', blockedBy: ['7.2'] });
});

test('a step that is done is done, though the one before is not', () => {
  expect(states(statusOf({ changes: { B: { 'talks[0].place': null } } }))).toBe(ALL_DONE.replace('7.2 done', '7.2 open'));
});

test('more than the limit is counted', () => {
  const stage = one(statusOf({ blank: ['A'] }, [], 10), '7.2');
  expect([stage.missing.length, stage.missingCount]).toEqual([10, 51]);
  expect(() => statusOf({}, [], 0)).toThrow(RangeError);
});

test('the warnings that gate exist and are warnings', () => {
  const codes: Readonly<Record<string, { readonly severity: string }>> = consistencyIssues;
  expect(Object.keys(GATING_WARNINGS).filter((code) => codes[code]?.severity !== 'warning')).toEqual([]);
});
