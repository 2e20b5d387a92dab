/** Sheets and names of a workbook: what is added, replaced, edited, and what people decide. */
import { expect, test } from '@jest/globals';
import { reviseWorkbook, sheetsToRead, type WorkbookRevision } from '../../../src/core/merge/revise-workbook';
import type { NameSpec, SheetSpec } from '../../../src/core/model/sheet-spec';
import { blocksOf, cellAt, sheetOf } from '../../support/workbook-spec';
import { bookOf } from '../../support/memory-workbook';

const computed = (name: string, value: number, more: Partial<SheetSpec> = {}): SheetSpec =>
  sheetOf(name, { protect: true, cells: [cellAt(1, 1, '标题', { style: 'title' }), cellAt(2, 1, value, { formula: 'B1', style: 'computed' })], ...more });

const wide = { columns: [{ width: 99 }] };

function revise(base: readonly SheetSpec[], ours: readonly SheetSpec[], file: readonly SheetSpec[], names: { readonly base?: readonly NameSpec[]; readonly ours?: readonly NameSpec[]; readonly file?: readonly NameSpec[] } = {}): WorkbookRevision {
  const { sheets } = bookOf({ sheets: file, names: [] });
  return reviseWorkbook({ sheets: base, names: names.base ?? [] }, { sheets: ours, names: names.ours ?? [] }, {
    sheetNames: file.map(({ name }) => name),
    names: new Map((names.file ?? []).map(({ name, refersTo }) => [name, refersTo])),
    grids: new Map(sheets.map(({ name, cells }) => [name, cells])),
  });
}

test('only what changed is named', () => {
  const [a, b] = [computed('甲', 1), computed('乙', 1)];
  expect(revise([a, b], [a, computed('乙', 2)], [a, b]).patch).toEqual({ sheets: [{ sheet: '乙', cells: [{ row: 2, column: 1, value: 2, keepFormula: true }] }] });
  expect(revise([a], [a], [a])).toEqual({ patch: {}, left: [], leftNames: [] });
});

test('cells that people changed are named with their sheet', () => {
  const file = sheetOf('甲', { cells: [cellAt(2, 1, '手填')] });
  expect(revise([computed('甲', 1)], [computed('甲', 2)], [file])).toEqual({ patch: {}, left: [{ sheet: '甲', cell: 'A2' }], leftNames: [] });
});

test('a new sheet stands before the one that follows it; a deleted one stays deleted', () => {
  const [a, b, c] = [computed('甲', 1), computed('乙', 1), computed('丙', 1)];
  expect(revise([a, c], [a, b, c], [a, c, sheetOf('经理的表')]).patch).toEqual({ add: [{ spec: b, before: '丙' }] });
  expect(revise([a, c], [a, c, b], [a, c]).patch).toEqual({ add: [{ spec: b }] });
  expect(revise([a, b, c], [a, computed('乙', 2), c], [a, c]).patch).toEqual({});
});

test('a sheet whose layout changes is made anew, unless people wrote on it or are meant to', () => {
  const [base, ours] = [computed('甲', 1), computed('甲', 2, wide)];
  expect(revise([base], [ours], [base]).patch).toEqual({ replace: [ours] });
  const cells = [{ row: 2, column: 1, value: 2, keepFormula: true }];
  const noted = sheetOf('甲', { cells: [...base.cells, cellAt(9, 9, '经理的话')] });
  expect(revise([base], [ours], [noted]).patch).toEqual({ sheets: [{ sheet: '甲', cells }] });
  const typed = { cells: [...base.cells, cellAt(3, 1, null, { style: 'input' })] };
  expect(revise([computed('甲', 1, typed)], [{ ...computed('甲', 2, { ...wide }), cells: [...ours.cells, cellAt(3, 1, null, { style: 'input' })] }], [base]).patch).toEqual({ sheets: [{ sheet: '甲', cells }] });
});

test('names: set where the file holds the old one, left where people changed it, not brought back', () => {
  const base = [{ name: '同', refersTo: '甲!$A$1' }, { name: '改', refersTo: '甲!$A$2' }, { name: '人改', refersTo: '甲!$A$3' }, { name: '去', refersTo: '甲!$A$4' }, { name: '删', refersTo: '甲!$A$5' }];
  const ours = [{ name: '同', refersTo: '甲!$A$1' }, { name: '改', refersTo: '甲!$B$2' }, { name: '人改', refersTo: '甲!$B$3' }, { name: '删', refersTo: '甲!$A$5' }, { name: '新', refersTo: '甲!$C$1' }];
  const file = [{ name: '同', refersTo: "'甲'!$A$1" }, { name: '改', refersTo: "'甲'!$A$2" }, { name: '人改', refersTo: '甲!$Z$3' }, { name: '去', refersTo: '甲!$A$4' }, { name: '他的', refersTo: '甲!$A$9' }];
  expect(revise([], [], [], { base, ours, file })).toEqual({
    patch: { names: [{ name: '改', refersTo: '甲!$B$2' }, { name: '去', refersTo: null }, { name: '新', refersTo: '甲!$C$1' }] },
    left: [],
    leftNames: ['人改'],
  });
});

test('of raw-data sheets only what stands above and beside the rows is read', () => {
  const raw = sheetOf('数据', { cells: [cellAt(1, 1, '数据'), cellAt(7, 5, '权重')], rawRows: { firstRow: 4, keys: ['a'], blocks: blocksOf(['a'], 4, [[1], [2]]) } });
  expect([...sheetsToRead({ sheets: [raw, computed('甲', 1)], names: [] }, { sheets: [raw, computed('甲', 1), computed('新', 1)], names: [] })]).toEqual([['数据', 27], ['甲', Infinity]]);
});

test('formulas are known where rows and columns were inserted, on their sheet or on the one they read', () => {
  const made = (value: number): readonly SheetSpec[] => [
    sheetOf('算', { cells: [cellAt(1, 1, '标题'), cellAt(3, 1, '行'), cellAt(3, 2, value, { formula: 'SUM($C3,C$9,数据!$A$3:$A$1048576,数据!$B:$B)', style: 'computed' }), cellAt(4, 2, value, { formula: 'SUM($C4)' })] }),
    sheetOf('数据', { cells: [cellAt(1, 1, '数据'), cellAt(3, 1, '编号'), cellAt(3, 2, '数量')] }),
  ];
  const file = [
    sheetOf('算', { cells: [cellAt(1, 1, '标题'), cellAt(2, 1, '插入'), cellAt(4, 1, '行'), cellAt(4, 2, 1, { formula: 'SUM($C4,C$10,数据!$A$5:$A$1048576,数据!$C:$C)' }), cellAt(5, 2, 1, { formula: 'SUM($C5)' })] }),
    sheetOf('数据', { cells: [cellAt(1, 1, '数据'), cellAt(5, 1, '编号'), cellAt(5, 3, '数量')] }),
  ];
  const [row, column] = [4, 2];
  expect(revise(made(1), made(2), file)).toEqual({ patch: { sheets: [{ sheet: '算', cells: [{ row, column, value: 2, keepFormula: true }, { row: 5, column, value: 2, keepFormula: true }] }] }, left: [], leftNames: [] });
  const other = made(2).map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, formula: `1+${cell.formula}` })) }));
  expect(revise(made(1), other, file).patch.sheets?.[0]?.cells?.[0]).toEqual({ row, column, value: 2, formula: '1+SUM($C4,C$10,数据!$A$5:$A$1048576,数据!$C:$C)' });
});
