/** Areas against a board of cells, cell by cell. */
import * as fc from 'fast-check';
import { areaOf, cellsIn, common, refOf, without, withoutAll, type Area } from '../../../src/core/model/area';

const line = fc.integer({ min: 1, max: 9 });
const area: fc.Arbitrary<Area> = fc.tuple(line, line, line, line).map(([a, b, c, d]) => ({ top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) }));

function board(areas: readonly Area[]): ReadonlyMap<string, number> {
  const cells = new Map<string, number>();
  for (const { top, left, bottom, right } of areas) {
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.set(`${row},${column}`, (cells.get(`${row},${column}`) ?? 0) + 1);
  }
  return cells;
}

test('what is left of an area is every cell that no hole has, once', () => {
  fc.assert(fc.property(area, fc.array(area, { maxLength: 4 }), (whole, holes) => {
    const gone = board(holes);
    const left = withoutAll([whole], holes);
    expect(board(left)).toEqual(new Map([...board([whole])].filter(([cell]) => !gone.has(cell))));
    expect(left.reduce((sum, one) => sum + cellsIn(one), 0)).toBe(board(left).size);
  }));
});

test('what two areas have in common', () => {
  fc.assert(fc.property(area, area, (a, b) => {
    const both = common(a, b);
    const [first, second] = [board([a]), board([b])];
    expect(both === null ? new Map() : board([both])).toEqual(new Map([...first].filter(([cell]) => second.has(cell))));
    expect(without(a, b).length <= 4).toBe(true);
  }));
});

test('references are read and written', () => {
  fc.assert(fc.property(area, (one) => expect(areaOf(refOf(one))).toEqual(one)));
  expect(['$B$2:C3', 'C3:b2', 'A:B', '3:4', 'A1:XFD1048576'].map((ref) => areaOf(ref))).toEqual([
    { top: 2, left: 2, bottom: 3, right: 3 }, { top: 2, left: 2, bottom: 3, right: 3 }, { top: 1, left: 1, bottom: 1_048_576, right: 2 },
    { top: 3, left: 1, bottom: 4, right: 16_384 }, { top: 1, left: 1, bottom: 1_048_576, right: 16_384 },
  ]);
  expect(['', 'A', '1', 'A0', 'XFE1', 'A1048577', '表!A1', '#REF!'].map((ref) => areaOf(ref))).toEqual(Array.from({ length: 8 }, () => null));
});
