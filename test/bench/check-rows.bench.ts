/** The whole check of a sheet with 1,000 errors, from 1,000 to 100,000 rows, and the check of one edited row among them. */
import { checkRows } from '../../src/core/check/check-rows';
import { LiveRows } from '../../src/core/check/live-rows';
import { BlockBuilder } from '../../src/core/model/block-builder';
import type { Block } from '../../src/core/model/block';
import type { CellValue } from '../../src/core/model/cell';
import { FIRST_DATA_ROW } from '../../src/core/model/raw-sheet';
import type { Bench } from './bench';
import { orderLine } from './sample-rows';
import { sheetDef } from './sample-workbook';

const ERRORS = 1000;
const EDITS = 1000;
const SIZES = [1000, 10_000, 100_000] as const;
/** Each way takes the rows through so often that the smallest is worth timing. */
const ROWS_TIMED = 1_000_000;
const def = sheetDef('deliveries');

/** One row in `every` lacks its due date, has a text for a quantity, or repeats the row before. */
function row(i: number, every: number): readonly CellValue[] {
  const cells = [...orderLine(i)];
  if (i % every !== 0) return cells;
  if (i % 3 === 0) cells[5] = null;
  else if (i % 3 === 1) cells[4] = '一件';
  else return orderLine(i - 1);
  return cells;
}

function rows(count: number): readonly Block[] {
  const builder = new BlockBuilder(def.columns.map(({ key }) => key));
  for (let i = 0; i < count; i++) builder.add(FIRST_DATA_ROW + i, row(i, count / ERRORS));
  return builder.blocks();
}

const whole = (count: number) => async (): Promise<() => Promise<number>> => {
  const blocks = rows(count);
  checkRows(def, blocks);
  return async () => {
    for (let done = 0; done < ROWS_TIMED; done += count) {
      if (checkRows(def, blocks, { limits: { perRule: 10_000, perSheet: 10_000 } }).length < ERRORS * 0.9) throw new Error('errors were not found');
    }
    return ROWS_TIMED;
  };
};

const oneRow = (count: number) => async (): Promise<() => Promise<number>> => {
  const live = new LiveRows(def, rows(count));
  const edits = Array.from({ length: EDITS }, (_, i): Block => {
    const builder = new BlockBuilder(def.columns.map(({ key }) => key), 1);
    builder.add(FIRST_DATA_ROW + ((i * 7919) % count), row(i * 31, 2));
    const [block] = builder.blocks();
    if (block === undefined) throw new Error('no row');
    return block;
  });
  return async () => {
    let found = 0;
    for (const edit of edits) found += live.issuesOf(live.edit(edit)).length;
    if (found === 0) throw new Error('nothing was found');
    return EDITS;
  };
};

export const bench: Bench = {
  title: 'check the order lines of a sheet that has 1,000 errors; an edited row',
  unit: 'rows',
  apart: true,
  ways: {
    ...Object.fromEntries(SIZES.map((count) => [`all of ${count.toLocaleString('en')}`, whole(count)])),
    ...Object.fromEntries(SIZES.map((count) => [`one of ${count.toLocaleString('en')}`, oneRow(count)])),
  },
  figures: (perSecond) => {
    const of = (what: string, count: number): number => perSecond[`${what} of ${count.toLocaleString('en')}`] ?? Number.NaN;
    return {
      'time per row, 100,000 over 1,000': of('all', 1000) / of('all', 100_000),
      'time per edited row, among 100,000 over among 1,000': of('one', 1000) / of('one', 100_000),
      'edited rows in the time of a whole check of 100,000': of('one', 100_000) / (of('all', 100_000) / 100_000),
      'microseconds per row of the whole check': 1e6 / of('all', 100_000),
      'microseconds per edited row': 1e6 / of('one', 100_000),
    };
  },
};
