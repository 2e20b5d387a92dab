/** The check of a whole workbook: which sheets, in which order. */
import { checkWorkbook, type CheckInput } from '../../src/app/check-workbook';
import { WORKBOOK_LIMITS } from '../../src/app/compose-check';
import { loadStandard } from '../../src/app/standard';
import { serialOf } from '../../src/core/codec/date';
import type { Issue } from '../../src/core/issue/issue';
import type { WorkbookContent } from '../../src/core/model/content';
import type { FieldPlace } from '../../src/core/model/form';
import { describe, expect, test } from '@jest/globals';
import { blocksOf, RAW_SHEETS, rawSheet } from '../core/check/rows-of';

const date = (key: string, row: number, name: string): FieldPlace =>
  ({ key, sheet: '首页', row, column: 3, kind: 'date', required: true, label: name, clause: '6', name });

const STANDARD = {
  rawSheets: RAW_SHEETS,
  fields: {
    home: [
      { key: 'enterprise.name', sheet: '首页', row: 20, column: 3, kind: 'text', required: true, label: '企业名称', clause: '6' },
      date('periods.baseline.start', 5, '提升前_开始'), date('periods.baseline.end', 6, '提升前_结束'),
      date('periods.current.start', 7, '提升后_开始'), date('periods.current.end', 8, '提升后_结束'), date('asOf', 9, '数据截止日'),
    ],
    talks: [{ key: 'date', sheet: '附录B 交流座谈表', row: 4, column: 2, kind: 'date', required: true, label: '时间', clause: '附录 B' }],
  },
  library: { forms: [] },
} as const;

const HOME = {
  'enterprise.name': '示例泵业有限公司',
  'periods.baseline.start': serialOf(2023, 1, 1), 'periods.baseline.end': serialOf(2023, 12, 31),
  'periods.current.start': serialOf(2024, 1, 1), 'periods.current.end': serialOf(2024, 12, 31), asOf: serialOf(2024, 12, 31),
};

function content(more: Partial<WorkbookContent>): WorkbookContent {
  return { chosen: ['home', 'deliveries', 'finance', 'satisfaction'], periods: null, entries: { home: HOME }, rows: {}, side: {}, summaries: {}, ...more };
}

const found = (input: Omit<CheckInput, 'readIssues' | 'results' | 'changes'> & Partial<CheckInput>): readonly Issue[] => checkWorkbook({ readIssues: [], results: [], changes: [], ...input }, STANDARD).issues;
const brief = (issues: readonly Issue[]): readonly string[] => issues.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`);

test('a workbook in order', () => {
  expect(found({ content: content({}) })).toEqual([]);
});

test('a missing date is said once, with what it is needed for', () => {
  const { asOf, ...rest } = HOME;
  expect(asOf).toBeGreaterThan(0);
  expect(brief(found({ content: content({ entries: { home: rest } }) }))).toEqual(['period/missing 首页!C9']);
});

test('issues come sheet by sheet: forms, then data; the whole sheet first, then from the top', () => {
  const deliveries = rawSheet('deliveries');
  const header: Issue = { code: 'header/missing', severity: 'error', sheet: '数据_销售交付', cell: '', clause: '6.6', params: { column: '客户' } };
  const issues = found({
    content: content({
      entries: { home: { ...HOME, 'enterprise.name': null, 'periods.current.end': serialOf(2024, 6, 30) } },
      rows: {
        deliveries: blocksOf(deliveries, [{ orderNo: 'A', quantity: 'x', dueDate: 45_300 }]),
        finance: blocksOf(rawSheet('finance'), [{ month: 45_292 }]),
        customers: blocksOf(rawSheet('customers'), [{ customer: '未选的表' }]),
      },
      side: { satisfaction: [{ item: '质量', weight: 0.5 }, { item: '交付', weight: 3 }] },
    }),
    readIssues: [header],
  });
  expect(brief(issues)).toEqual([
    'period/length 首页!C8',
    'cell/required 首页!C20',
    'cell/required 数据_财务!B4',
    'header/missing 数据_销售交付!',
    'cell/kind 数据_销售交付!E4',
    // Eight columns of rows, an empty one, 题项, 权重.
    'cell/range 数据_满意度!K5',
  ]);
});

test('cells of moved columns are where they stand', () => {
  const rows = { finance: blocksOf(rawSheet('finance'), [{ month: 45_292 }]) };
  expect(brief(found({ content: content({ rows }), places: { finance: { revenue: 9 } } }))).toEqual(['cell/required 数据_财务!I4']);
});

test('what does not agree between the sheets stands at its cell, with the rest of its sheet', () => {
  const standard = loadStandard();
  const entries = { home: HOME, D: { 'problems[0].problem': '交货迟', 'problems[0].opinion': '排产', 'problems[0].number': 'P1', 'problems[0].cause': '交货迟' } };
  const { issues } = checkWorkbook({ content: content({ chosen: ['D'], entries }), readIssues: [], results: [], changes: [] }, standard);
  expect(brief(issues)).toEqual(['cell/required 附录D 问题诊断表!B4', 'cell/required 附录D 问题诊断表!D4', 'cell/required 附录D 问题诊断表!B6', 'consistency/cause-repeats 附录D 问题诊断表!G8']);
});

test('rows completed after the as-of date are found where their column stands', () => {
  const periods = { baseline: { start: serialOf(2023, 1, 1), end: serialOf(2023, 12, 31) }, current: { start: serialOf(2024, 1, 1), end: serialOf(2024, 12, 31) }, asOf: serialOf(2024, 6, 30) };
  const rows = { finalInspection: blocksOf(rawSheet('finalInspection'), [{ date: serialOf(2024, 7, 1), batchNo: 'B1', submissions: 1, submitted: 5, passed: 5 }]) };
  const issues = found({ content: content({ chosen: ['finalInspection'], periods, rows }), places: { finalInspection: { date: 3 } } });
  expect(issues.filter(({ code }) => code === 'consistency/after-as-of')).toMatchObject([{ sheet: '数据_成品检验', cell: 'C4', params: { count: 1, latest: '2024-07-01' } }]);
});

describe('more issues than are listed', () => {
  const finance = rawSheet('finance');
  // Each row lacks 营业收入, an error, and is followed by a month that is no first day: another.
  const rows = { finance: blocksOf(finance, Array.from({ length: 30 }, () => ({ month: 45_292 }))) };
  const entries = { home: { ...HOME, 'enterprise.name': ' 示例 ', 'periods.current.end': serialOf(2024, 6, 30) } };
  const checked = (total: number): readonly Issue[] => checkWorkbook({ content: content({ rows, entries }), readIssues: [], results: [], changes: [] }, STANDARD, { ...WORKBOOK_LIMITS, perRule: 20, total }).issues;

  test('errors are kept before warnings, in their order, and all are counted', () => {
    const all = checked(5000);
    const errors = all.filter(({ severity }) => severity === 'error');
    expect(all.filter(({ severity }) => severity === 'warning').length).toBeGreaterThan(0);
    const some = checked(errors.length);
    expect(some.filter(({ severity }) => severity !== 'info')).toEqual(errors);
    const unlisted = all.filter(({ code }) => code === 'check/capped').reduce((sum, { params }) => sum + Number(params['count']) - Number(params['shown']), 0);
    expect(unlisted).toBeGreaterThan(0);
    const count = all.filter(({ severity }) => severity !== 'info').length + unlisted;
    expect(some.at(-1)).toEqual({ code: 'check/capped-total', severity: 'info', sheet: '', cell: '', clause: '', params: { count, shown: errors.length } });
    expect(all.some(({ code }) => code === 'check/capped-total')).toBe(false);
  });

  test('a limit that is none is refused', () => expect(() => checked(0)).toThrow(RangeError));

  test('the steps count what is not listed', () => {
    const standard = loadStandard();
    const input = { content: content({ chosen: ['home', 'C', 'finance', 'results'], rows, entries: {} }), readIssues: [], results: [], changes: [] };
    expect(checkWorkbook(input, standard, { ...WORKBOOK_LIMITS, total: 1 }).stages).toEqual(checkWorkbook(input, standard).stages);
  });
});
