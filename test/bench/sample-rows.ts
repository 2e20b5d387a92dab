/** 100,000 rows of 10 columns like those of an order book: codes, names, dates, quantities, a choice, blanks. */
import { BlockBuilder } from '../../src/core/model/block-builder';
import type { Block } from '../../src/core/model/block';
import type { CellValue } from '../../src/core/model/cell';
import type { ColumnSpec } from '../../src/core/model/sheet-spec';

export const ROWS = 100_000;
export const KEYS = ['order', 'line', 'customer', 'product', 'quantity', 'promised', 'delivered', 'deliveredQuantity', 'amount', 'blame'] as const;
const CUSTOMERS = ['徐州示例泵业有限公司', '江苏样本阀门制造有限公司', '南京测试机械厂', '苏州某某精密部件有限公司', '无锡演示电机有限公司'];
const BLAME = ['', '', '', '我方', '客户', '物流'];

/** Row `i` (0-based). */
export function sampleRow(i: number): readonly CellValue[] {
  const due = 44_562 + (i % 1095);
  return [
    `SO${String(10_000_000 + Math.floor(i / 3))}`, (i % 3) + 1, CUSTOMERS[i % CUSTOMERS.length] ?? null, `产品-${i % 77}`, 1 + ((i * 7919) % 500),
    due, i % 23 === 0 ? null : due + ((i * 31) % 9) - 5, i % 23 === 0 ? null : 1 + ((i * 7919) % 500), ((i * 104_729) % 9_999_999) / 100, BLAME[i % BLAME.length] || null,
  ];
}

export function sampleBlocks(rows: number, firstRow: number): readonly Block[] {
  const builder = new BlockBuilder(KEYS);
  for (let i = 0; i < rows; i++) builder.add(firstRow + i, sampleRow(i));
  return builder.blocks();
}

export const COLUMNS: readonly ColumnSpec[] = KEYS.map((key) => ({
  width: 14,
  style: key === 'promised' || key === 'delivered' ? 'inputCentre' : 'input',
  ...(key === 'promised' || key === 'delivered' ? { format: 'yyyy-mm-dd' } : {}),
}));
