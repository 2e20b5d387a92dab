/** Rules over the cells of forms. */
import { checkFields } from '../../../src/core/check/check-fields';
import type { FieldPlace } from '../../../src/core/model/form';
import { expect, test } from '@jest/globals';

const field = (key: string, row: number, more: Partial<FieldPlace> = {}): FieldPlace =>
  ({ key, sheet: '首页', row, column: 3, kind: 'text', required: false, label: key, clause: '6', ...more });

const USCC = field('uscc', 5, { kind: 'uscc', required: true, label: '统一社会信用代码' });
const INDUSTRY = field('industry', 6, { kind: 'industry', label: '行业代码' });

test('required, kind, range, list, length', () => {
  const fields = [
    USCC,
    field('employees', 7, { kind: 'count', min: 0 }),
    field('assets', 8, { kind: 'money', min: 0 }),
    field('method', 9, { kind: 'choice', choices: ['问卷调查', '资料调查'] }),
    field('tool', 10, { kind: 'choice', choices: ['排列图', '因果图'], open: true }),
    field('title', 11, { max: 5 }),
    field('half', 12, { kind: 'count' }),
  ];
  const issues = checkFields(fields, { employees: -1, assets: -0.5, method: '电话', tool: '自编检查表', title: '六个汉字了吧', half: 1.5 });
  expect(issues.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
    'cell/required C5', 'cell/range C7', 'cell/range C8', 'cell/choice C9', 'cell/length C11', 'cell/not-whole C12',
  ]);
  expect(issues[4]?.params).toEqual({ column: 'title', length: 6, limit: 5 });
});

test.each([
  // GB 32100-2015: worked example, and codes whose check character is 0, which naive programs refuse
  ['91350100M000100Y43', []],
  ['913205056082348768', []],
  ['92340603MA2UK1TD00', []],
  ['91350100m000100y43', ['cell/form']],
  ['91350100M000100Y4Z', ['cell/uscc']],
  ['91110000600037342L', ['cell/uscc']],
  ['9111000060003IOZSV', ['cell/uscc']],
  ['12345', ['cell/uscc']],
  [913205056082348800, ['cell/code-lost']],
  ['9.13205E+17', ['cell/code-lost']],
])('code %s', (value, codes) => {
  expect(checkFields([USCC], { uscc: value }).map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['21', []],
  ['97', []],
  ['98', ['cell/industry']],
  ['C34', ['cell/form']],
  [34, ['cell/text-as-number']],
])('industry %s', (value, codes) => {
  expect(checkFields([INDUSTRY], { industry: value }).map(({ code }) => code)).toEqual(codes);
});

test('a repeated row needs its required cells once anything is in it', () => {
  const rows = [0, 1].flatMap((i) => [
    field(`problems[${i}].text`, 20 + i, { required: 'row', group: `problems[${i}]` }),
    field(`problems[${i}].owner`, 20 + i, { column: 4, group: `problems[${i}]` }),
  ]);
  expect(checkFields(rows, {})).toEqual([]);
  expect(checkFields(rows, { 'problems[0].owner': '  ' }).map(({ code }) => code)).toEqual(['cell/blank-text']);
  expect(checkFields(rows, { 'problems[1].owner': '张三' })).toMatchObject([{ code: 'cell/required', cell: 'C21', params: { column: 'problems[1].text' } }]);
});

test('a cell that another one waives is not asked for, and is still checked', () => {
  const group = 'records[0]';
  const unless = { key: `${group}.state`, value: '未形成' };
  const row = [
    field(`${group}.state`, 20, { kind: 'choice', choices: ['未形成', '已归档'], required: true, group }),
    field(`${group}.when`, 20, { column: 4, kind: 'date', required: 'row', group, unless }),
  ];
  expect(checkFields(row, { [unless.key]: '未形成' })).toEqual([]);
  expect(checkFields(row, { [unless.key]: '已归档' })).toMatchObject([{ code: 'cell/required', cell: 'D20' }]);
  expect(checkFields(row, { [unless.key]: '未形成', [`${group}.when`]: '昨天' })).toMatchObject([{ code: 'cell/kind', cell: 'D20' }]);
});
