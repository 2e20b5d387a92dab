/** What `check` says of the steps of clause 6, as lines and as data. */
import { checkDocument, checkLines } from '../../src/cli/check-report';
import type { StageStatus } from '../../src/core/check/stage/stage-status';
import type { Issue } from '../../src/core/issue/issue';
import { STAGES } from '../../src/core/model/stages';
import { stageLine, stageName } from '../../src/core/text/stage-texts';
import { expect, test } from '@jest/globals';

const BLANK: Issue = { code: 'cell/required', severity: 'error', sheet: '附录C 质量体检表', cell: 'B8', clause: '附录 C（资料性）', params: { column: '采购质量现状描述' } };

const stage = (key: string, more: Partial<StageStatus> = {}): StageStatus =>
  ({ key, clause: key, state: 'done', total: 26, done: 26, missing: [], missingCount: 0, blockedBy: [], blocks: [], ...more });
const STATUS = [stage('7.1'), stage('7.2', { state: 'absent', total: 0, done: 0 }), stage('7.3', { state: 'open', done: 25, missing: [BLANK], missingCount: 1, blocks: ['7.4'] }), stage('7.4', { state: 'blocked', done: 0, missingCount: 26, blockedBy: ['7.3'] })];

test('lines for people: the steps after the counts, before the issues', () => {
  expect(checkLines('a.xlsx', { issues: [BLANK], stages: STATUS }, 'zh')).toEqual([
    'a.xlsx：错误 1 个，警告 0 个，提示 0 个',
    '  7.1 前期准备：完成（应填 26 项，已填 26 项）',
    '  7.2 需求调研：未选用',
    '  7.3 质量体检诊断：还差 1 处（应填 26 项，已填 25 项）',
    '  7.4 方案制定：还差 26 处，先完成 7.3（应填 26 项，已填 0 项）',
    '  [错误] 附录C 质量体检表 B8：“采购质量现状描述”必填，现在是空白。填上内容；填法见本表开头的说明。',
  ]);
  expect(checkLines('a.xlsx', { issues: [], stages: STATUS }, 'en').slice(1)).toEqual([
    '  7.1 preparation: done (26 of 26 cells filled)',
    '  7.2 survey of needs: not in this workbook',
    '  7.3 check-up and diagnosis: 1 to do (25 of 26 cells filled)',
    '  7.4 improvement plan: 26 to do, 7.3 first (0 of 26 cells filled)',
  ]);
});

test('data for programs: each step with what it lacks, in words too', () => {
  const { stages, summary } = checkDocument('a.xlsx', { issues: [BLANK], stages: STATUS }, 'zh');
  expect(summary).toEqual({ error: 1, warning: 0, info: 0 });
  expect(stages[2]).toEqual({
    key: '7.3', clause: '7.3', name: '质量体检诊断', state: 'open', total: 26, done: 25, missingCount: 1, blockedBy: [], blocks: ['7.4'],
    missing: [{ ...BLANK, message: '“采购质量现状描述”必填，现在是空白。', repair: '填上内容；填法见本表开头的说明。' }],
  });
});

test.each(['zh', 'en'] as const)('every step has a name in %s', (language) => {
  for (const { key } of STAGES) {
    expect(stageName(key, language)).not.toBe(key);
    expect(/\p{Script=Han}/u.test(stageLine(stage(key), language))).toBe(language === 'zh');
  }
});
