/** The check of a whole workbook: which sheets, in which order. */
import { checkWorkbook } from '../../src/app/check-workbook';
import { serialOf } from '../../src/core/codec/date';
import type { Issue } from '../../src/core/issue/issue';
import type { WorkbookContent } from '../../src/core/model/content';
import type { FieldPlace } from '../../src/core/model/form';
import { expect, test } from '@jest/globals';
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
} as const;

const HOME = {
  'enterprise.name': '示例泵业有限公司',
  'periods.baseline.start': serialOf(2023, 1, 1), 'periods.baseline.end': serialOf(2023, 12, 31),
  'periods.current.start': serialOf(2024, 1, 1), 'periods.current.end': serialOf(2024, 12, 31), asOf: serialOf(2024, 12, 31),
};

function content(more: Partial<WorkbookContent>): WorkbookContent {
  return { chosen: ['home', 'deliveries', 'finance', 'satisfaction'], periods: null, entries: { home: HOME }, rows: {}, side: {}, summaries: {}, ...more };
}

const brief = (issues: readonly Issue[]): readonly string[] => issues.map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`);

test('a workbook in order', () => {
  expect(checkWorkbook({ content: content({}), readIssues: [] }, STANDARD)).toEqual([]);
});

test('a missing date is said once, with what it is needed for', () => {
  const { asOf, ...rest } = HOME;
  expect(asOf).toBeGreaterThan(0);
  expect(brief(checkWorkbook({ content: content({ entries: { home: rest } }), readIssues: [] }, STANDARD))).toEqual(['period/missing 首页!C9']);
});

test('issues come sheet by sheet: forms, then data; the whole sheet first, then from the top', () => {
  const deliveries = rawSheet('deliveries');
  const header: Issue = { code: 'header/missing', severity: 'error', sheet: '数据_销售交付', cell: '', clause: '6.6', params: { column: '客户' } };
  const issues = checkWorkbook({
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
  }, STANDARD);
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
  expect(brief(checkWorkbook({ content: content({ rows }), readIssues: [], places: { finance: { revenue: 9 } } }, STANDARD))).toEqual(['cell/required 数据_财务!I4']);
});
