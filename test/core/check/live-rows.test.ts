/** Rows checked as they are edited say what the pass over all of them says, and what an edit gives back is all that changed. */
import { checkRows } from '../../../src/core/check/check-rows';
import { LiveRows } from '../../../src/core/check/live-rows';
import type { Issue } from '../../../src/core/issue/issue';
import { BlockBuilder } from '../../../src/core/model/block-builder';
import type { Block } from '../../../src/core/model/block';
import type { CellValue } from '../../../src/core/model/cell';
import { FIRST_DATA_ROW, type RawSheetDef } from '../../../src/core/model/raw-sheet';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { blocksOf, RAW_SHEETS, rawSheet } from './rows-of';

type Row = Readonly<Record<string, CellValue>>;

/** Rows from `first` on; a blank row is all blank. */
function edited(def: RawSheetDef, first: number, rows: readonly Row[]): Block {
  const builder = new BlockBuilder(def.columns.map(({ key }) => key));
  rows.forEach((row, i) => builder.add(first + i, def.columns.map(({ key }) => row[key] ?? null)));
  const [block] = builder.blocks();
  if (block === undefined) throw new Error('no rows');
  return block;
}

/** Few values, so that keys, persons and products meet. */
const valueFor = ({ kind, choices }: RawSheetDef['columns'][number]): fc.Arbitrary<CellValue> => {
  const days = fc.integer({ min: 45_290, max: 45_296 });
  const usual: fc.Arbitrary<CellValue> = kind === 'choice' ? fc.constantFrom(...(choices ?? ['是'])) : kind === 'date' || kind === 'datetime' || kind === 'month' ? days : kind === 'text' || kind === 'code' ? fc.constantFrom('A', 'a ', 'B', '1') : fc.integer({ min: 0, max: 4 });
  return fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: fc.constant<CellValue>(null) }, { weight: 1, arbitrary: fc.constantFrom<CellValue>('x', ' ', 7, true, { error: '#N/A' }) });
};
const rowOf = (def: RawSheetDef): fc.Arbitrary<Row> => fc.oneof(
  { weight: 8, arbitrary: fc.record(Object.fromEntries(def.columns.map((column) => [column.key, valueFor(column)]))) },
  { weight: 1, arbitrary: fc.constant<Row>({}) },
);

const rowNumber = ({ cell }: Issue): number => Number(/\d+$/.exec(cell)?.[0] ?? 0);

describe.each(RAW_SHEETS.map((def) => [def.sheet, def] as const))('%s', (_, def) => {
  const row = rowOf(def);
  test('edited at random', () => {
    fc.assert(fc.property(fc.array(row, { maxLength: 9 }), fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.array(row, { minLength: 1, maxLength: 3 })), { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (start, edits, perRule) => {
      const limits = { perRule, perSheet: 1000 };
      const unlimited = { perRule: 1000, perSheet: 1000 };
      let rows: readonly Row[] = start;
      const live = new LiveRows(def, blocksOf(def, rows));
      for (const [at, list] of edits) {
        const before = live.issues(unlimited);
        const padded = [...rows, ...Array.from({ length: Math.max(0, at + list.length - rows.length) }, (): Row => ({}))];
        rows = padded.map((old, i) => (i >= at && i < at + list.length ? (list[i - at] ?? old) : old));
        const touched = live.edit(edited(def, FIRST_DATA_ROW + at, list));
        const blocks = blocksOf(def, rows);
        expect(live.issues(limits)).toEqual(checkRows(def, blocks, { limits }));
        // Rows that are not given back say what they said.
        const others = (issues: readonly Issue[]): readonly Issue[] => issues.filter((issue) => !touched.includes(rowNumber(issue)));
        const after = live.issues(unlimited);
        expect(others(after)).toEqual(others(before));
        expect(live.issuesOf(touched)).toEqual(after.filter((issue) => touched.includes(rowNumber(issue))));
      }
    }), { numRuns: 20 });
  });
});

test('an edit looks at its row and at those that share its key, at no others', () => {
  const def = rawSheet('deliveries');
  const row = (orderNo: string): Row => ({ orderNo, line: '1', customer: '甲', quantity: 1, dueDate: 45_300 });
  const live = new LiveRows(def, blocksOf(def, Array.from({ length: 500 }, (_, i) => row(`SO-${i}`))));
  expect(live.edit(edited(def, 10, [row('SO-400')]))).toEqual([10, 404]);
  expect(live.issues().map(({ code, cell }) => `${code} ${cell}`)).toEqual(['row/duplicate A404']);
  expect(live.edit(edited(def, 10, [row('SO-6')]))).toEqual([10, 404]);
  expect(live.issues()).toEqual([]);
});
