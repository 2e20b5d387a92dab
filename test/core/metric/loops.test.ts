import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { KEY_LENGTH, type CellTest } from '../../../src/core/metric/algebra';
import { CELL_LOOPS, COMPARING_LOOPS, isAnyOf, NUM_LOOPS } from '../../../src/core/metric/loops';
import { addMonthsTo } from '../../../src/core/metric/months';
import { holds, numberOf } from '../../../src/core/metric/scalar';
import type { Column } from '../../../src/core/model/block';
import { BlockBuilder } from '../../../src/core/model/block-builder';
import type { CellValue } from '../../../src/core/model/cell';

const pairs = fc.array(fc.tuple(fc.double(), fc.double()), { maxLength: 20 });
const number = (value: number) => ({ op: 'number', value }) as const;

function columnOf(values: readonly CellValue[]): Column {
  const builder = new BlockBuilder(['x']);
  values.forEach((value, i) => builder.add(i + 1, [value]));
  return builder.blocks()[0]?.columns['x'] ?? { kind: new Uint8Array(), number: new Float64Array(), text: [] };
}

function tested(loop: (out: Uint8Array, column: Column, length: number) => void, values: readonly CellValue[]): readonly number[] {
  const out = new Uint8Array(values.length);
  loop(out, columnOf(values), values.length);
  return [...out];
}

describe('loops over columns', () => {
  it.each(['add', 'subtract', 'multiply', 'divide', 'min', 'max', 'power'] as const)('%s as single numbers do', (op) => {
    fc.assert(fc.property(pairs, (all) => {
      const out = new Float64Array(all.length);
      NUM_LOOPS[op](out, Float64Array.from(all, ([a]) => a), Float64Array.from(all, ([, b]) => b), all.length);
      expect([...out]).toEqual(all.map(([a, b]) => numberOf({ op, a: number(a), b: number(b) }, new Map())));
    }));
  });

  it.each(['less', 'lessOrEqual', 'equal'] as const)('%s as single numbers do', (op) => {
    fc.assert(fc.property(pairs, (all) => {
      const out = new Uint8Array(all.length);
      COMPARING_LOOPS[op](out, Float64Array.from(all, ([a]) => a), Float64Array.from(all, ([, b]) => b), all.length);
      expect([...out]).toEqual(all.map(([a, b]) => (holds({ op, a: number(a), b: number(b) }, new Map()) ? 1 : 0)));
    }));
  });

  it('addMonths row by row', () => {
    const out = new Float64Array(2);
    NUM_LOOPS.addMonths(out, Float64Array.of(45_322, 0), Float64Array.of(1, 1), 2);
    expect([...out]).toEqual([addMonthsTo(45_322, 1), 0]);
  });

  it.each<[CellTest, readonly number[]]>([
    ['isNumber', [0, 1, 1, 1, 0, 0, 0, 0]],
    ['isDate', [0, 0, 1, 0, 0, 0, 0, 0]],
    ['isBlank', [1, 0, 0, 0, 0, 0, 0, 0]],
    ['isFilled', [0, 1, 1, 1, 1, 1, 1, 0]],
    ['isKey', [0, 1, 1, 1, 1, 0, 1, 0]],
    ['isNumberOrBlank', [1, 1, 1, 1, 0, 0, 0, 0]],
    ['isDateOrBlank', [1, 0, 1, 0, 0, 0, 0, 0]],
  ])('%s', (test, expected) => {
    expect(tested(CELL_LOOPS[test], [null, 60, 45_000.5, 401_769, '甲', 'x'.repeat(KEY_LENGTH + 1), true, { error: '#N/A' }])).toEqual(expected);
  });

  it('isAny without regard to case, for texts alone, however many there are', () => {
    const values = [null, 'Yes', 'yes', 'no', 1, true, { error: 'yes' }, ...Array.from({ length: 300 }, (_, i) => `text ${i}`), 'YES'];
    const found = tested(isAnyOf(['YES', '1', 'TRUE']), values);
    expect(values.filter((_, i) => found[i] === 1)).toEqual(['Yes', 'yes', 'YES']);
  });
});
