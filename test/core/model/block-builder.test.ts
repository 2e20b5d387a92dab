import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Block } from '../../../src/core/model/block';
import { BlockBuilder, cellOf } from '../../../src/core/model/block-builder';
import type { CellValue } from '../../../src/core/model/cell';

const KEYS = ['a', '__proto__', 'c'];

const value = fc.oneof(fc.constant(null), fc.double({ noNaN: true }), fc.string(), fc.boolean(), fc.constantFrom('#N/A', '#REF!').map((error) => ({ error })));
const rows = fc.array(fc.tuple(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 500 })), fc.array(value, { minLength: 3, maxLength: 3 })), { maxLength: 40 }).map((steps) => {
  let row = 0;
  return steps.map(([step, values]) => [(row += step), values] as const);
});

function cellsOf(blocks: readonly Block[]): Map<string, CellValue> {
  const found = new Map<string, CellValue>();
  for (const block of blocks) {
    for (let i = 0; i < block.length; i++) {
      for (const key of KEYS) if (cellOf(block, key, i) !== null) found.set(`${key}${block.firstRow + i}`, cellOf(block, key, i));
    }
  }
  return found;
}

describe('BlockBuilder', () => {
  it('keeps every value at its row, in blocks that follow each other and begin and end at a row that was fed', () => {
    fc.assert(fc.property(rows, fc.integer({ min: 1, max: 60 }), fc.boolean(), (fed, size, taking) => {
      const builder = new BlockBuilder(KEYS, size);
      const blocks: Block[] = [];
      for (const [row, values] of fed) {
        builder.add(row, values);
        if (taking) blocks.push(...builder.take());
      }
      blocks.push(...builder.blocks());
      expect(cellsOf(blocks)).toEqual(new Map(fed.flatMap(([row, values]) => KEYS.flatMap((key, c) => {
        const one = values[c] ?? null;
        return one === null || one === '' ? [] : [[`${key}${row}`, one] as const];
      }))));
      const known = new Set(fed.map(([row]) => row));
      let last = 0;
      for (const { firstRow, length, columns } of blocks) {
        expect(firstRow).toBeGreaterThan(last);
        last = firstRow + length - 1;
        expect(length).toBeLessThanOrEqual(size);
        expect([known.has(firstRow), known.has(last)]).toEqual([true, true]);
        for (const column of Object.values(columns)) expect([column.kind.length, column.number.length, column.text.length]).toEqual([length, length, length]);
      }
    }));
  });

  it('makes no blank rows of a long gap', () => {
    const builder = new BlockBuilder(['a']);
    builder.add(1, [1]);
    builder.add(1_048_576, [2]);
    expect(builder.blocks().map(({ firstRow, length }) => [firstRow, length])).toEqual([[1, 1], [1_048_576, 1]]);
  });

  it('refuses rows that go back', () => {
    const builder = new BlockBuilder(['a']);
    builder.add(5, ['x']);
    expect(() => builder.add(5, ['y'])).toThrow(RangeError);
    expect(() => builder.open(4)).toThrow(RangeError);
  });
});
