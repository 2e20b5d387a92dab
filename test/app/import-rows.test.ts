import { importRows } from '../../src/app/import-rows';
import { BlockBuilder, cellOf } from '../../src/core/model/block-builder';
import type { WorkbookContent } from '../../src/core/model/content';
import { rawSheet, table } from '../support/tables';

const def = rawSheet('customers');
const KEYS = def.columns.map((column) => column.key);
const source = table(['客户', '首次成交日期'], ['乙', '2024-01-02'], ['甲', '2024-03-04']);

/** A sheet with 甲 in row 4, nothing in 5, 丙 in 6 and blank rows behind. */
function content(): WorkbookContent {
  const builder = new BlockBuilder(KEYS, 3);
  builder.add(4, ['甲', 45_000]);
  builder.add(6, ['丙', 45_000]);
  builder.add(11, []);
  return { chosen: ['finance'], periods: null, entries: { home: { name: '示例' } }, rows: { customers: builder.blocks(), finance: [] }, side: {}, summaries: {} };
}

function rowsOf({ rows }: WorkbookContent) {
  return (rows['customers'] ?? []).flatMap((block) => Array.from({ length: block.length }, (_, i) => [block.firstRow + i, cellOf(block, 'customer', i)]));
}

describe('importing rows', () => {
  it('puts them below the last filled row and rejects those that are there', () => {
    const before = content();
    const { content: after, plan } = importRows(before, def, source);
    expect(rowsOf(after)).toEqual([[4, '甲'], [5, null], [6, '丙'], [7, '乙']]);
    expect(plan.rejected).toEqual([expect.objectContaining({ sourceRow: 3, issues: [expect.objectContaining({ code: 'import/duplicate-key', params: { row: 3, key: '客户=甲', clash: 4 } })] })]);
    expect(rowsOf(before)).toEqual([[4, '甲'], [5, null], [6, '丙'], [11, null]]);
  });

  it('takes their place only when told so', () => {
    expect(rowsOf(importRows(content(), def, source, { replace: true }).content)).toEqual([[4, '乙'], [5, '甲']]);
  });

  it('leaves everything as it was when no row goes in, told to replace or not', () => {
    const before = content();
    for (const replace of [true, false]) expect(importRows(before, def, table(['客户', '首次成交日期'], ['丁', '下周']), { replace }).content).toBe(before);
  });

  it('adds the sheet to the chosen ones and touches nothing else', () => {
    const before = content();
    const { content: after } = importRows({ ...before, rows: {} }, def, source);
    expect(after).toMatchObject({ chosen: ['finance', 'customers'], entries: before.entries });
    expect(rowsOf(after)[0]).toEqual([4, '乙']);
  });
});
