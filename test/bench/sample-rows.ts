/** Rows as an ERP exports them: order lines and work orders of three years, with blanks, partial deliveries and returns. */
import type { Block } from '../../src/core/model/block';
import { BlockBuilder } from '../../src/core/model/block-builder';
import type { CellValue } from '../../src/core/model/cell';
import { FIRST_DATA_ROW, type RawSheetDef } from '../../src/core/model/raw-sheet';

export const ROWS = 100_000;
/** 2022-01-01; due dates spread over the three years from then on. */
const FIRST_DAY = 44_562;
const DAYS = 1096;
/** Nothing is delivered or comes back later: it is the day up to which there are records. */
const LAST_DAY = FIRST_DAY + DAYS - 1;
const CUSTOMERS = ['徐州示例泵业有限公司', '江苏样本阀门制造有限公司', '南京测试机械厂', '苏州某某精密部件有限公司', '无锡演示电机有限公司'];

/** Whole numbers below `below` without a pattern that a branch predictor or a compressor could learn. */
const scattered = (i: number, below: number): number => (Math.imul(i + 1, 0x9e3779b1) >>> 7) % below;

export type MakeRow = (i: number) => readonly CellValue[];

/** Columns of 数据_销售交付. */
export const orderLine: MakeRow = (i) => {
  const quantity = 1 + scattered(i, 500);
  const due = FIRST_DAY + scattered(i + 7, DAYS);
  const open = scattered(i, 23) === 0;
  const delivered = open ? null : Math.min(due + scattered(i, 9) - 6, LAST_DAY);
  const pieces = open ? null : quantity - (scattered(i, 31) === 0 && quantity > 1 ? 1 : 0);
  const returned = delivered !== null && delivered + 20 <= LAST_DAY && scattered(i, 41) === 0;
  return [
    `SO${String(10_000_000 + Math.floor(i / 3))}`, String((i % 3) + 1), CUSTOMERS[scattered(i, CUSTOMERS.length)] ?? null, `产品-${scattered(i, 77)}`, quantity,
    due, delivered, pieces, scattered(i, 11) === 0 ? pieces : null,
    scattered(i, 50) === 0 ? '客户' : null, returned ? 1 : 0, returned ? delivered + 20 : null, returned ? '质量' : null,
  ];
};

/** Columns of 数据_生产工单. */
export const workOrder: MakeRow = (i) => {
  const planned = 1 + scattered(i, 900);
  const due = FIRST_DAY + scattered(i + 3, DAYS);
  const done = scattered(i, 29) > 0;
  return [
    `WO${String(10_000_000 + i)}`, `产品-${scattered(i, 77)}`, planned, due, done ? due + scattered(i, 7) - 5 : null, done ? planned - scattered(i, 3) : null,
    scattered(i, 4) === 0 ? 1.5 : null, 0.25, done ? planned * 0.26 : null,
  ];
};

export function sampleBlocks(def: RawSheetDef, row: MakeRow, rows: number): readonly Block[] {
  const builder = new BlockBuilder(def.columns.map(({ key }) => key));
  for (let i = 0; i < rows; i++) builder.add(FIRST_DATA_ROW + i, row(i));
  return builder.blocks();
}
