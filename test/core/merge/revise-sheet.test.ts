/** What becomes of each cell of a generated sheet, for every state in which the file may hold it. */
import { expect, test } from '@jest/globals';
import { reviseSheet, type SheetRevision } from '../../../src/core/merge/revise-sheet';
import type { SheetGrid } from '../../../src/core/merge/sheet-grid';
import type { CellValue, SheetCell } from '../../../src/core/model/cell';
import type { CellSpec } from '../../../src/core/model/sheet-spec';

type Held = CellValue | { readonly formula: string; readonly value: CellValue };

/** One cell A1 per sheet, or several below each other. */
function specs(...cells: readonly (Held | undefined)[]): { readonly cells: readonly CellSpec[] } {
  return { cells: cells.flatMap((held, i): CellSpec[] => (held === undefined ? [] : [{ row: i + 1, column: 1, style: 'computed', ...cell(held) }])) };
}

function cell(held: Held): SheetCell {
  return typeof held === 'object' && held !== null && 'formula' in held ? held : { value: held };
}

function grid(...cells: readonly (Held | undefined)[]): SheetGrid {
  return new Map(cells.flatMap((held, i) => (held === undefined ? [] : [[i + 1, new Map([[1, cell(held)]])] as const])));
}

const f = (formula: string, value: CellValue): Held => ({ formula, value });
const at = { row: 1, column: 1 };
const nothing: SheetRevision = { cells: [], left: [] };
const left: SheetRevision = { cells: [], left: ['A1'] };
const edits = (...cells: SheetRevision['cells']): SheetRevision => ({ cells, left: [] });

test.each<[string, Held | undefined, Held | undefined, Held | undefined, SheetRevision]>([
  // what it says,                                   base,             ours,             file,                result
  ['a value that holds', f('B1', 1), f('B1', 1), f('B1', 1), nothing],
  ['a new value of the same formula', f('B1', 1), f('B1', 2), f('B1', 1), edits({ ...at, value: 2, keepFormula: true })],
  ['a file without cached values', f('B1', 1), f('B1', 1), f('B1', null), edits({ ...at, value: 1, keepFormula: true })],
  ['an empty text and no value', f('B1', ''), f('B1', ''), f('B1', null), nothing],
  ['the 15 digits of another program', f('B1', 1 / 3), f('B1', 1 / 3), f('B1', 0.333333333333333), nothing],
  ['the formula as another program wrote it', f('IF(B1,TRUE,1)', 1), f('IF(B1,TRUE,1)', 2), f('if( B1 ,TRUE(),1.0)', 1), edits({ ...at, value: 2, keepFormula: true })],
  ['a new formula', f('B1', 1), f('B2', 2), f('B1', 1), edits({ ...at, value: 2, formula: 'B2' })],
  ['a formula that people changed', f('B1', 1), f('B1', 2), f('B1+1', 2), left],
  ['a formula that people changed, where nothing would change', f('B1', 1), f('B1', 1), f('B1+1', 2), nothing],
  ['a value in place of the formula', f('B1', 1), f('B1', 2), 7, left],
  ['a formula that people deleted', f('B1', 1), f('B1', 2), undefined, left],
  ['a formula that becomes a text', f('B1', 1), '无', f('B1', 1), edits({ ...at, value: '无' })],
  ['a text that becomes a formula', '无', f('B1', 1), '无', edits({ ...at, value: 1, formula: 'B1' })],
  ['a text that people changed before it becomes a formula', '无', f('B1', 1), '有', left],
  ['a text that changes', '甲', '乙', '甲', edits({ ...at, value: '乙' })],
  ['a text that people changed', '甲', '乙', '丙', left],
  ['a text that people changed to what it becomes', '甲', '乙', '乙', nothing],
  ['a text that people changed, where nothing would change', '甲', '甲', '丙', nothing],
  ['a formula in place of the text, of the same look', '甲', '乙', f('B1', '甲'), left],
  ['a cell that goes', '甲', undefined, '甲', edits({ ...at, value: null })],
  ['a formula that goes', f('B1', 1), undefined, f('B1', 1), edits({ ...at, value: null })],
  ['a cell that goes, but people wrote there', '甲', undefined, '丙', left],
  ['a cell that comes', undefined, '乙', undefined, edits({ ...at, value: '乙', look: { style: 'computed' } })],
  ['a formula that comes', undefined, f('B1', ''), undefined, edits({ ...at, value: '', formula: 'B1', look: { style: 'computed' } })],
  ['a cell that comes where people wrote', undefined, '乙', '丙', left],
  ['a blank cell that comes', undefined, null, '丙', nothing],
])('%s', (_what, base, ours, file, result) => {
  expect(reviseSheet(specs(base), specs(ours), grid(file))).toEqual(result);
});

test.each<[string, Held | undefined, Held | undefined, Held | undefined, SheetRevision]>([
  ['what the program said before, whatever it was', undefined, '完成', '还差 3 处', edits({ ...at, value: '完成' })],
  ['what it said before, and says again', undefined, '完成', '完成', nothing],
  ['nothing said before', undefined, '完成', undefined, edits({ ...at, value: '完成' })],
  ['a formula that people put there', undefined, '完成', f('B1', '好'), left],
])('a stamp over %s', (_what, base, ours, file, result) => {
  const stamped = specs(ours).cells.map((spec) => ({ ...spec, stamp: true as const }));
  expect(reviseSheet(specs(base), { cells: stamped }, grid(file))).toEqual(result);
});

test('a formula of one kind is found where it went', () => {
  const revision = reviseSheet(specs(f('A9', 1), f('B9', 1)), specs(f('A9', 2), f('B9', 3)), grid('插入的一行', f('A9', 1), f('B9', 1)));
  expect(revision).toEqual(edits({ row: 2, column: 1, value: 2, keepFormula: true }, { row: 3, column: 1, value: 3, keepFormula: true }));
});

test('a formula that stands several times is not looked for elsewhere', () => {
  const twice = specs(f('A9', 1), f('A9', 1));
  expect(reviseSheet(twice, specs(f('A9', 2), f('A9', 2)), grid('插入', f('A9', 1), f('A9', 1)))).toEqual({ cells: [{ row: 2, column: 1, value: 2, keepFormula: true }], left: ['A1'] });
  expect(reviseSheet(specs(f('A9', 1)), specs(f('A9', 2)), grid('插入', f('A9', 1), f('A9', 1)))).toEqual(left);
});

test('days are told from numbers, for workbooks that count them from another day', () => {
  const dated = (value: number): { readonly cells: readonly CellSpec[] } => ({ cells: [{ row: 1, column: 1, style: 'computed', formula: 'B1', value, format: 'yyyy-mm-dd;;' }] });
  expect(reviseSheet(dated(45_292), dated(45_293), grid(f('B1', 45_292))).cells).toEqual([{ ...at, value: 45_293, keepFormula: true, date: true }]);
  expect(reviseSheet(dated(45_292), dated(0), grid(f('B1', 45_292))).cells).toEqual([{ ...at, value: 0, keepFormula: true }]);
});

test('a formula that stands forty thousand times is not looked for elsewhere either', () => {
  const file = new Map(Array.from({ length: 40_000 }, (_, i) => [i + 10, new Map([[1, { value: 1, formula: 'A9' }]])] as const));
  expect(reviseSheet(specs(f('A9', 1)), specs(f('A9', 2)), file)).toEqual(left);
});
