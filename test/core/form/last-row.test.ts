/** The last used row, by LibreOffice, after LibreOffice itself has typed below the table. */
import { lastRow, lastUsedRow } from '../../../src/core/form/last-row';
import { rawNames } from '../../../src/core/form/names';
import { formWorkbookParts } from '../../../src/core/form/workbook';
import { plainXlsx } from '../../support/plain-xlsx';
import { describeWithLibreOffice, editWithBasic, typeInto, type Typed } from '../../support/libreoffice';
import { blocksOf } from '../../support/workbook-spec';
import { writeWorkbook } from '../../../src/host/xlsx/write/workbook';
import { allEqual, contentOf, standard } from './standard-library';

const SHEET = '数据_销售交付';
const def = standard.rawSheets.find((sheet) => sheet.sheet === SHEET);
const keys = (def?.columns ?? []).map((column) => column.key);

async function typed(cells: readonly (readonly [row: number, column: number, value: number | string])[]): Promise<unknown> {
  const rows = blocksOf(keys, 4, [['A1', '1', '甲', '泵', 5, 45_000]]);
  const parts = formWorkbookParts(standard, contentOf({ chosen: ['deliveries'], rows: { deliveries: rows } }), allEqual, []);
  const probe = parts.sheets.map((sheet) => (sheet.name === '首页' ? { ...sheet, cells: [...sheet.cells, { row: 90, column: 1, style: 'blank' as const, formula: '末行_销售交付', value: 0 }, { row: 91, column: 1, style: 'blank' as const, formula: 'ROWS(销售交付_承诺交期)', value: 0 }] } : sheet));
  const file = await writeWorkbook({ sheets: probe, names: parts.names, title: '测试', active: '首页', enterpriseName: '' });
  const saved = plainXlsx(await typeInto(file, cells.map(([row, column, value]): Typed => ({ sheet: SHEET, row, column, value }))));
  const home = saved.get('首页');
  return [home?.[89]?.[0], home?.[90]?.[0]];
}

describeWithLibreOffice('last used row', () => {
  it.each<[string, readonly (readonly [number, number, number | string])[], number]>([
    ['nothing typed', [], 5],
    ['Chinese keys with a gap', [[5, 3, '张三'], [9, 3, '阿强']], 9],
    ['a low text after a high one', [[5, 3, '做事'], [12, 3, '阿']], 12],
    ['a code of digits alone', [[7, 1, '913205056082348768']], 7],
    ['a Latin text after Chinese', [[5, 3, '龥'], [8, 3, 'apple']], 8],
    ['only a date', [[6, 6, 45_100]], 6],
    ['a text where a date belongs', [[5, 6, 45_100], [6, 6, '待定']], 6],
    ['only an optional column', [[15, 13, '质量']], 15],
    ['far below', [[2000, 1, 'Z9'], [1500, 6, 45_200]], 2000],
  ])('%s', async (_, cells, last) => {
    expect(await typed(cells)).toEqual([last, last - 3]);
  });
});

describe('rows in memory', () => {
  it('end at the last that holds anything; names cover two rows at least', () => {
    expect(lastUsedRow([])).toBe(4);
    expect([lastRow([]), lastRow(blocksOf(['a'], 4, [[1], [2], [3]]))]).toEqual([5, 6]);
    expect(lastUsedRow(blocksOf(['a', 'b'], 4, [['x', null], [null, 2], [null, null]], 2))).toBe(5);
    expect(lastUsedRow(blocksOf(['a'], 4, Array.from({ length: 10 }, (_, i) => [i === 8 ? 1 : null]), 3))).toBe(12);
  });
});

describe('rawNames', () => {
  it('begin under the header and end at the last used row', () => {
    const name = rawNames(standard.rawSheets).find((n) => n.name === '销售交付_承诺交期');
    expect(name?.refersTo).toBe('INDEX(数据_销售交付!$F:$F,MAX(ROW(数据_销售交付!$F$3))+1):INDEX(数据_销售交付!$F:$F,末行_销售交付)');
  });
});

describeWithLibreOffice('rows of a raw-data sheet', () => {
  const rows = blocksOf(keys, 4, [['A1', '1', '甲', '泵', 5, 45_000], ['A2', '1', '甲', '泵', 7, 45_001], ['A3', '1', '甲', '泵', 9, 45_002]]);
  const sum = async (code: string): Promise<unknown> => {
    const parts = formWorkbookParts(standard, contentOf({ chosen: ['deliveries'], rows: { deliveries: rows } }), allEqual, []);
    const sheets = parts.sheets.map((sheet) => (sheet.name === '首页' ? { ...sheet, cells: [...sheet.cells, { row: 90, column: 1, style: 'blank' as const, formula: 'SUM(销售交付_订货数量)', value: 0 }] } : sheet));
    const file = await writeWorkbook({ sheets, names: parts.names, title: '测试', active: '首页', enterpriseName: '' });
    return plainXlsx(await editWithBasic(file, `data = doc.Sheets.getByName("${SHEET}")\n${code}`)).get('首页')?.[89]?.[0];
  };

  it.each([
    ['the first one deleted', 'data.Rows.removeByIndex(3, 1)', 16],
    ['all but the last deleted', 'data.Rows.removeByIndex(3, 2)', 9],
    ['one inserted above the first', 'data.Rows.insertByIndex(3, 1)\ndata.getCellByPosition(4, 3).Value = 100', 121],
    ['a line inserted above the header', 'data.Rows.insertByIndex(0, 1)', 21],
  ])('are all counted with %s', async (_, code, total) => {
    expect(await sum(code)).toBe(total);
  });
});
