/** Rows and columns that moved, and formulas that follow them: against what LibreOffice makes of the same. */
import { expect, test } from '@jest/globals';
import { movedFormula } from '../../../src/core/merge/moved-formula';
import { movesOf, type Moves } from '../../../src/core/merge/moves';
import type { SheetGrid } from '../../../src/core/merge/sheet-grid';
import type { SheetCell, SheetRow } from '../../../src/core/model/cell';
import type { CellSpec } from '../../../src/core/model/sheet-spec';
import { describeWithLibreOffice, editWithBasic } from '../../support/libreoffice';
import { createXlsxFormat } from '../../../src/host/xlsx/format';
import { sourceOf } from '../../support/memory-files';
import { cellAt, sheetOf, workbookOf } from '../../support/workbook-spec';

const words = (...cells: readonly (readonly [row: number, column: number, text: string])[]): readonly CellSpec[] => cells.map(([row, column, text]) => cellAt(row, column, text));

function grid(cells: readonly CellSpec[]): SheetGrid {
  const rows = new Map<number, Map<number, SheetCell>>();
  for (const { row, column, value = null } of cells) rows.set(row, (rows.get(row) ?? new Map<number, SheetCell>()).set(column, { value }));
  return rows;
}

const BASE = words([1, 1, '标题'], [3, 1, '甲'], [3, 2, '乙'], [3, 5, '丙'], [8, 1, '尾']);

function found(moves: Moves | null): unknown {
  return moves === null ? null : { rows: [1, 2, 3, 5, 8, 9, 1_048_576].map((row) => moves.row(row)), columns: [1, 2, 4, 5, 6, 16_384].map((column) => moves.column(column)) };
}

test.each<[string, readonly CellSpec[], unknown]>([
  ['nothing', BASE, null],
  ['a word that people changed', words([1, 1, '标题'], [3, 1, '变'], [3, 2, '乙'], [3, 5, '丙'], [8, 1, '尾']), null],
  ['two rows above the third', words([1, 1, '标题'], [5, 1, '甲'], [5, 2, '乙'], [5, 5, '丙'], [10, 1, '尾']), { rows: [1, 2, 5, 7, 10, 11, 1_048_576], columns: [1, 2, 4, 5, 6, 16_384] }],
  ['a row taken out', words([1, 1, '标题'], [3, 1, '甲'], [3, 2, '乙'], [3, 5, '丙'], [7, 1, '尾']), { rows: [1, 2, 3, 5, 7, 8, 1_048_575], columns: [1, 2, 4, 5, 6, 16_384] }],
  ['a column before the fifth', words([1, 1, '标题'], [3, 1, '甲'], [3, 2, '乙'], [3, 6, '丙'], [8, 1, '尾']), { rows: [1, 2, 3, 5, 8, 9, 1_048_576], columns: [1, 2, 4, 6, 7, 16_384] }],
  ['one word of a row dragged elsewhere', words([1, 1, '标题'], [3, 1, '甲'], [3, 2, '乙'], [9, 5, '丙'], [8, 1, '尾']), null],
  ['a word that stands twice', words([1, 1, '标题'], [3, 1, '变'], [20, 1, '甲'], [21, 1, '甲'], [3, 2, '乙'], [3, 5, '丙'], [8, 1, '尾']), null],
])('%s', (_what, file, expected) => {
  expect(found(movesOf(BASE, grid(file)))).toEqual(expected);
});

const LABELS = words([1, 1, '标题'], [5, 1, '名称'], [6, 1, '地址'], [7, 1, '电话']);

test.each<[string, readonly CellSpec[], readonly number[] | null]>([
  ['one dragged below the others', words([1, 1, '标题'], [50, 1, '名称'], [6, 1, '地址'], [7, 1, '电话']), null],
  ['one dragged above the others', words([1, 1, '标题'], [5, 1, '名称'], [6, 1, '地址'], [2, 1, '电话']), null],
  ['one dragged, and a row inserted', words([1, 1, '标题'], [50, 1, '名称'], [7, 1, '地址'], [8, 1, '电话']), [5, 7, 8]],
  ['two that changed places', words([1, 1, '标题'], [6, 1, '名称'], [5, 1, '地址'], [7, 1, '电话']), null],
])('labels under each other: %s', (_what, file, rows) => {
  const moves = movesOf(LABELS, grid(file));
  expect(moves === null ? null : [5, 6, 7].map((row) => moves.row(row))).toEqual(rows);
});

test('a word that left the formula or the number of its row went alone', () => {
  const formula = cellAt(9, 2, 3, { formula: '指标!E26' });
  const base = [...BASE, ...words([9, 1, '末行']), formula];
  const held = (row: number): SheetGrid => {
    const rows = new Map([...grid([...BASE, ...words([50, 1, '末行'])])].map(([at, cells]) => [at, new Map(cells)]));
    rows.set(row, (rows.get(row) ?? new Map<number, SheetCell>()).set(2, { value: 3, formula: '指标!E26' }));
    return rows;
  };
  expect(movesOf(base, held(9))).toBeNull();
  expect(movesOf(base, held(50))?.row(9)).toBe(50);
  expect(movesOf([...BASE, ...words([9, 1, '末行']), cellAt(9, 2, 77)], grid([...BASE, ...words([50, 1, '末行']), cellAt(9, 2, 77)]))).toBeNull();
});

const down: Moves = { row: (row) => Math.min(1_048_576, row + 2), column: (column) => column + 1 };

test.each([
  ['A1+$B$2', 'B3+$C$4'],
  ['SUM(A1:$B$3)', 'SUM(B3:$C$5)'],
  ['SUM($A:$C)', 'SUM($B:$D)'],
  ['ROW($1:$2000)', 'ROW($3:$2002)'],
  ['数据!A1+A1', '数据!A1+B3'],
  ["'附录 A'!A1:B2", "'附录 A'!B3:C4"],
  ['"A1"&A1', '"A1"&B3'],
  ["'A1 表'!B2", "'A1 表'!B2"],
  ['LOG10(A1)+A1B', 'LOG10(B3)+A1B'],
  ['销售交付_A1', '销售交付_A1'],
  ['表[A1]', '表[A1]'],
  ['COUNTA($A$3:$A$1048576)', 'COUNTA($B$5:$B$1048576)'],
])('%s becomes %s', (formula, expected) => {
  expect(movedFormula(formula, '本表', new Map([['本表', down], ['附录 A', down]]))).toBe(expected);
});

describeWithLibreOffice('as LibreOffice moves them', () => {
  test('formulas of the sheet itself and of another', async () => {
    const formulas = ['A1+$B$2+C3', 'SUM(A1:$B$9)', 'SUM($A:$C)', 'SUM($B$3:$B$1048576)', 'SUM(D4:E5)', 'IF(A3="A3",D9,$D9)'];
    const labels = words([1, 1, '一'], [3, 3, '三'], [4, 4, '四'], [9, 2, '九'], [19, 5, '底']);
    const own = [...labels, ...formulas.map((formula, i) => cellAt(20 + i, 8, 0, { formula }))];
    const other = formulas.map((formula, i) => cellAt(i + 1, 1, 0, { formula: formula.replaceAll(/(?<![:A-Z"$\d])\$?[A-E]\$?\d*(?=[:+,)=]|$)/g, '数据!$&') }));
    const format = createXlsxFormat();
    const bytes = await format.write(workbookOf([sheetOf('数据', { cells: own }), sheetOf('别表', { cells: other })]));
    const saved = await format.open(sourceOf(await editWithBasic(bytes, 'data = doc.Sheets.getByName("数据")\ndata.Rows.insertByIndex(2, 2)\ndata.Columns.insertByIndex(3, 1)')));
    const file = new Map<number, SheetRow['cells']>();
    const theirs = new Map<string, string | undefined>();
    for (const sheet of saved.sheetNames) {
      // oxlint-disable-next-line no-await-in-loop -- two small sheets
      for await (const { row, cells: held } of saved.rows(sheet)) {
        if (sheet === '数据') file.set(row, held);
        for (const [column, { formula }] of held) if (formula !== undefined) theirs.set(`${sheet} ${row} ${column}`, formula);
      }
    }
    const moves = movesOf(labels, file);
    if (moves === null) throw new Error('nothing moved');
    for (const [sheet, list] of [['数据', own], ['别表', other]] as const) {
      for (const { row, column, formula } of list) {
        if (formula === undefined) continue;
        const [r, c] = sheet === '数据' ? [moves.row(row), moves.column(column)] : [row, column];
        expect([formula, theirs.get(`${sheet} ${r} ${c}`)]).toEqual([formula, movedFormula(formula, sheet, new Map([['数据', moves]]))]);
      }
    }
  }, 120_000);
});
