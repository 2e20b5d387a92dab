/** Findings hold on to what they are about, wherever it goes: through sorted rows, inserted rows and words that change. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { makeContent } from '../../src/app/make-content';
import type { ContentReading } from '../../src/app/read-content';
import { changeReview, readReview, type Opened, type ReviewAct } from '../../src/app/review-workbook';
import { loadStandard } from '../../src/app/standard';
import { address } from '../../src/core/model/address';
import { BlockBuilder } from '../../src/core/model/block-builder';
import type { WorkbookContent } from '../../src/core/model/content';
import { memoryWorkbook } from '../support/memory-workbook';
import { buildWorkbook } from '../../src/app/build-workbook';
import { measure } from '../../src/app/measure';
import { readContent } from '../../src/app/read-content';

const standard = loadStandard();
const NOW = '2026-03-02T09:00:00+08:00';
const DAY = 46083;
const deliveries = standard.rawSheets.find(({ key }) => key === 'deliveries');
const columns = (deliveries?.columns ?? []).map(({ key }) => key);
const PLACES = { deliveries: Object.fromEntries(columns.map((key, i) => [key, i + 1])) };

function contentWith(orders: readonly string[], entries: WorkbookContent['entries'] = {}): WorkbookContent {
  const rows = new BlockBuilder(columns);
  orders.forEach((order, i) => rows.add(4 + i, columns.map((key) => (key === 'orderNo' ? order : key === 'quantity' ? i : null))));
  return makeContent({ chosen: ['home', 'D', 'E', 'review', 'deliveries'], entries: { home: {}, D: {}, E: {}, review: {}, ...entries }, rows: { deliveries: rows.blocks() }, side: {} });
}

const workbook: Opened['workbook'] = memoryWorkbook(buildWorkbook(contentWith([]), standard, measure(contentWith([]))));
const opened = (content: WorkbookContent, more: Partial<ContentReading> = {}): Opened => ({ workbook, content, places: PLACES, formMoves: {}, signed: new Map(), ...more });
const act = (content: WorkbookContent, ...acts: readonly ReviewAct[]): WorkbookContent => changeReview(opened(content), acts, { by: '示例顾问甲', now: NOW, issues: () => [] }, standard).content;
const add = (sheet: string, cell: string): Extract<ReviewAct, { act: 'add' }> => ({ act: 'add', sheet, cell, finding: '核对', level: 'must', clause: '' });

const at = (form: string, key: string): string => {
  const place = standard.fields[form]?.find((field) => field.key === key);
  return place === undefined ? '' : address(place.row, place.column);
};

describe('a finding', () => {
  test('of a raw row follows its key through any order of the rows, and is gone with it', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 }).map((n) => `D${n}`), { minLength: 1, maxLength: 12 }), fc.nat(), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (orders, pick, ranks) => {
      const chosen = orders[pick % orders.length] ?? '';
      const noted = act(contentWith(orders), add('数据_销售交付', `A${4 + orders.indexOf(chosen)}`));
      const sorted = orders.map((order, i) => ({ order, rank: ranks[i] ?? 0 })).sort((a, b) => a.rank - b.rank).map(({ order }) => order);
      const [moved] = readReview(opened(contentWith(sorted, noted.entries)), standard).findings;
      expect(moved?.place.cell).toBe(`A${4 + sorted.indexOf(chosen)}`);
      expect(moved?.place.state).toBe(sorted.indexOf(chosen) === orders.indexOf(chosen) ? 'found' : 'moved');
      const [gone] = readReview(opened(contentWith(orders.filter((order) => order !== chosen), noted.entries)), standard).findings;
      expect(gone?.place).toEqual({ sheet: '数据_销售交付', cell: '', state: 'gone' });
    }), { numRuns: 60 });
  });

  test('of a repeated row of a form follows its first words; of a single field the field', () => {
    const before = contentWith([], { E: { 'lines[0].number': 'W1', 'lines[1].number': 'W2', 'lines[1].owner': '钱大伟' } });
    const noted = act(before, add('附录E 提升方案', at('E', 'lines[1].owner')), add('附录E', at('E', 'confirmation')));
    const after = contentWith([], { ...noted.entries, E: { 'lines[0].number': 'W1', 'lines[3].number': 'W2' } });
    expect(readReview(opened(after), standard).findings.map(({ place }) => place)).toEqual([
      { sheet: '附录E 提升方案', cell: at('E', 'lines[3].owner'), state: 'moved' },
      { sheet: '附录E 提升方案', cell: at('E', 'confirmation'), state: 'found' },
    ]);
  });

  test('typed into the sheet by hand is anchored by the next act, and pointed elsewhere by hand it lets go', () => {
    const typed = { 'findings[0].sheet': '数据_销售交付', 'findings[0].cell': '$a$5', 'findings[0].finding': '单号不对' };
    const noted = act(contentWith(['D1', 'D2'], { review: typed }), { act: 'answer', number: 1, answer: '已改' });
    const [moved] = readReview(opened(contentWith(['D2', 'D1'], noted.entries)), standard).findings;
    expect(moved).toMatchObject({ cell: '$a$5', state: 'answered', answeredBy: '示例顾问甲', answered: DAY, place: { cell: 'A4', state: 'moved' } });
    const pointed = contentWith(['D2', 'D1'], { ...noted.entries, review: { ...noted.entries['review'], 'findings[0].cell': 'A5' } });
    // A5 is what the anchor was laid at: the rows moved.
    expect(readReview(opened(pointed), standard).findings[0]?.place).toMatchObject({ cell: 'A4', state: 'moved' });
    const elsewhere = contentWith(['D2', 'D1'], { ...noted.entries, review: { ...noted.entries['review'], 'findings[0].cell': 'B5' } });
    expect(readReview(opened(elsewhere), standard).findings[0]?.place).toMatchObject({ cell: 'B5', state: 'found' });
  });
});

describe('the course of a finding', () => {
  const noted = act(contentWith(['D1']), add('数据_销售交付', 'A4'));
  const refused = (content: WorkbookContent, ...acts: readonly ReviewAct[]): string => {
    try {
      act(content, ...acts);
      return '';
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error);
    }
  };

  test('is raised, answered, closed, opened again; who and when stand beside each', () => {
    const closed = act(noted, { act: 'answer', number: 1, answer: ' 已改 ' }, { act: 'accept', number: 1 });
    expect(closed.entries['review']).toMatchObject({
      'findings[0].level': '必须修改', 'findings[0].raisedBy': '示例顾问甲', 'findings[0].raised': DAY, 'findings[0].answer': '已改', 'findings[0].answered': DAY,
      'findings[0].state': '已采纳', 'findings[0].settledBy': '示例顾问甲', 'findings[0].settled': DAY,
    });
    expect(readReview(opened(closed), standard).counts).toEqual({ open: 0, answered: 0, closed: 1, must: 0 });
    const again = act(closed, { act: 'reopen', number: 1 });
    expect(readReview(opened(again), standard).counts).toEqual({ open: 1, answered: 0, closed: 0, must: 1 });
    expect(again.entries['review']).not.toHaveProperty(['findings[0].settled']);
  });

  const refusals: readonly (readonly [string, ReviewAct])[] = [
    ['review/no-finding', { act: 'accept', number: 2 }], ['review/no-answer', { act: 'answer', number: 1, answer: ' ' }],
    ['review/no-reason', { act: 'reject', number: 1 }], ['review/not-closed', { act: 'reopen', number: 1 }],
    ['review/sheet', add('附录', 'A1')], ['review/cell', add('附录D', '三行')], ['review/text', { ...add('附录D', ''), finding: ' ' }],
  ];
  test.each(refusals)('%s', (code, wrong) => {
    expect(refused(noted, wrong)).toBe(code);
  });

  test('words of other people in a row stay when it is answered', () => {
    const odd = contentWith([], { review: { 'findings[0].finding': '看看', 'findings[0].level': '一般', 'findings[0].state': '讨论中', 'findings[0].raised': '上周' } });
    expect(act(odd, { act: 'answer', number: 1, answer: '好' }).entries['review']).toEqual({
      'findings[0].finding': '看看', 'findings[0].level': '一般', 'findings[0].raised': '上周', 'findings[0].answer': '好', 'findings[0].answeredBy': '示例顾问甲', 'findings[0].answered': DAY, 'findings[0].state': '已答复',
    });
  });

  test('a full sheet says so', () => {
    const full = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`findings[${i}].finding`, '满']));
    expect(refused(contentWith([], { review: full }), add('附录D', ''))).toBe('review/no-room');
    const gap = Object.fromEntries(Object.entries(full).filter(([key]) => !key.includes('[7]')));
    expect(changeReview(opened(contentWith([], { review: gap })), [add('附录D', '')], { by: '甲', now: NOW, issues: () => [] }, standard).numbers).toEqual([8]);
  });
});

test('what the check found is taken over once: one finding for all cells of which the same is said', async () => {
  const content = contentWith(['D1', 'D2', 'D3']);
  const issue = (code: string, cell: string, severity: 'error' | 'warning' = 'error') => ({ code, severity, sheet: '数据_销售交付', cell, clause: '6.6', params: { column: '承诺交期' } });
  const issues = [issue('cell/required', 'F4'), issue('cell/required', 'F5'), issue('cell/required', 'F6'), issue('row/duplicate', 'A6', 'warning'), { ...issue('cell/required', 'D4'), sheet: '审核记录' }];
  const take = (from: WorkbookContent, severity: 'error' | 'warning') => changeReview(opened(from), [{ act: 'take', severity }], { by: '甲', now: NOW, issues: () => issues }, standard);
  const first = take(content, 'error');
  const [finding] = readReview(opened(first.content), standard).findings;
  expect(finding).toMatchObject({ sheet: '数据_销售交付', cell: 'F4', clause: '6.6', level: 'must', source: 'cell/required', state: 'open' });
  expect(finding?.finding).toContain('F4、F5、F6');
  expect(take(first.content, 'error')).toMatchObject({ numbers: [], known: 1 });
  const closed = act(first.content, { act: 'answer', number: 1, answer: '补了' }, { act: 'accept', number: 1 });
  expect(take(closed, 'error')).toMatchObject({ numbers: [2], known: 0 });
});

test('it goes through a file: written, read back, the rest of the workbook as it was', async () => {
  const content = act(contentWith(['D1']), add('数据_销售交付', 'A4'));
  const reread = await readContent(memoryWorkbook(buildWorkbook(content, standard, measure(content))), standard);
  expect(reread.content.entries['review']).toEqual(content.entries['review']);
});
