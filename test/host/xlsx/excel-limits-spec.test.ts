/** Each rule on a workbook as data can fail, and lets a sound one pass. */
import { describe, expect, it } from '@jest/globals';
import type { SheetSpec, WorkbookSpec } from '../../../src/core/model/sheet-spec';
import { formatFaults, nameFaults } from '../../support/excel-rules-names';
import { specFaults } from '../../support/excel-rules-spec';
import { cellAt, sheetOf, workbookOf } from '../../support/workbook-spec';

const data: SheetSpec = sheetOf('数据_a', {
  cells: [cellAt(1, 1, '标题'), cellAt(3, 1, '编号*'), cellAt(3, 2, '日期'), cellAt(4, 4, 1, { formula: 'SUM(IF(列_日期>0,1,0))', array: true })],
  merges: ['A1:B1'],
  table: { name: '表_a', ref: 'A3:B4', headers: ['编号*', '日期'] },
  validations: [
    { ref: 'A4:A1048576', rule: { type: 'list', source: '列_编号' }, allowBlank: true, severity: 'stop', promptTitle: '编号', prompt: '从清单选择' },
    { ref: 'B4:B1048576', rule: { type: 'date', min: 1, max: 2 }, allowBlank: true, severity: 'stop' },
  ],
  conditionalFormats: [{ ref: 'A4:B1048576', formula: 'ISBLANK($A4)', look: 'missing' }],
  rowHeights: { 1: 30 },
  print: { orientation: 'landscape', repeatRows: '1:3', area: 'A1:B40', breaksAfter: [20] },
});
const home = sheetOf('首页', { cells: [cellAt(1, 1, '看数据', { link: '数据_a!A1', note: '说明', format: '0.00%' })] });
const names: WorkbookSpec['names'] = [{ name: '列_编号', refersTo: '数据_a!$A$4:$A$9' }, { name: '列_日期', refersTo: '数据_a!$B$4:$B$9' }];
const hidden = sheetOf('参数', { state: 'hidden' });
const workbook = (more: Partial<SheetSpec> = {}, cell: Partial<SheetSpec['cells'][number]> = {}, other: Partial<WorkbookSpec> = {}): WorkbookSpec =>
  workbookOf([{ ...home, cells: home.cells.map((one) => ({ ...one, ...cell })) }, { ...data, ...more }, hidden], { names, ...other });
const [rule] = data.validations ?? [];
if (rule === undefined) throw new Error('a rule is needed');

describe('specFaults', () => {
  it('lets a sound workbook pass', () => {
    expect(specFaults(workbook())).toEqual([]);
  });

  it.each<[RegExp, WorkbookSpec]>([
    [/sheet name of 32/, workbook({ name: '表'.repeat(32) })],
    [/sheet name a:b/, workbook({ name: 'a:b' })],
    [/sheet 首页 twice/, workbook({ name: '首页' })],
    [/name 列_编号 twice/, workbook({}, {}, { names: [...names, { name: '列_编号', refersTo: '首页!$A$1' }] })],
    [/name 表_A twice|name 表_a twice/, workbook({}, {}, { names: [...names, { name: '表_A', refersTo: '首页!$A$1' }] })],
    [/name 列: no sheet 别处/, workbook({}, {}, { names: [...names, { name: '列', refersTo: '别处!$A$1' }] })],
    [/参数 cannot be opened with/, workbook({}, {}, { active: '参数' })],
    [/A1:B1 and B1:C2 overlap/, workbook({ merges: ['A1:B1', 'B1:C2'] })],
    [/B9:A1 is no range/, workbook({ merges: ['B9:A1'] })],
    [/column 1 is 256 wide/, workbook({ columns: [{ width: 256 }] })],
    [/row 2 is 410 high/, workbook({ rowHeights: { 2: 410 } })],
    [/content under a merged cell/, workbook({ cells: [...data.cells, cellAt(1, 2, 'x')] })],
    [/an array formula in a merged cell/, workbook({ merges: ['A1:B1', 'D4:E4'] })],
    [/32768 characters/, workbook({}, { value: 'x'.repeat(32_768) })],
    [/a formula without its value/, workbook({}, { formula: '1+1', value: null })],
    [/R1C1: NOW is volatile/, workbook({}, { formula: 'NOW()', value: 1 })],
    [/number format 0\.0"/, workbook({}, { format: '0.0"' })],
    [/a link to 别处!A1/, workbook({}, { link: '别处!A1' })],
    [/a link to 参数!A1/, workbook({}, { link: '参数!A1' })],
    [/a note of 0 characters/, workbook({}, { note: '' })],
    [/heading 日期 is not what its cell says/, workbook({ cells: data.cells.map((cell) => (cell.value === '日期' ? { ...cell, value: '日期 ' } : cell)) })],
    [/table heading 日期 twice/, workbook({ table: { name: '表_a', ref: 'A3:B4', headers: ['日期', '日期'] } })],
    [/table of 2 headings over A3:C4/, workbook({ table: { name: '表_a', ref: 'A3:C4', headers: ['编号*', '日期'] } })],
    [/table over A3:B3/, workbook({ table: { name: '表_a', ref: 'A3:B3', headers: ['编号*', '日期'] } })],
    [/merge A4:B4 in a table/, workbook({ merges: ['A4:B4'] })],
    [/an array formula in a table/, workbook({ cells: [...data.cells, cellAt(4, 1, 1, { formula: 'SUM(列_日期)', array: true })] })],
    [/A4:A1048576 and A9 overlap/, workbook({ validations: [rule, { ...rule, ref: 'A9' }] })],
    [/cell rule of A4:A1048576: title/, workbook({ validations: [{ ...rule, promptTitle: '题'.repeat(33) }] })],
    [/cell rule of A4:A1048576: message/, workbook({ validations: [{ ...rule, error: '错'.repeat(256) }] })],
    [/cell rule of A4:A1048576: no name 无/, workbook({ validations: [{ ...rule, rule: { type: 'list', source: '无' } }] })],
    [/nothing between 3 and 2/, workbook({ validations: [{ ...rule, rule: { type: 'whole', min: 3, max: 2 } }] })],
    [/cell rule of A4:A1048576: 261 characters/, workbook({ validations: [{ ...rule, rule: { type: 'custom', formula: `1${'+1'.repeat(130)}` } }] })],
    [/conditional format of A4: TODAY is volatile/, workbook({ conditionalFormats: [{ ref: 'A4', formula: 'A4<TODAY()', look: 'missing' }] })],
    [/print area A:B/, workbook({ print: { orientation: 'portrait', area: 'A:B' } })],
    [/repeated rows 3:1/, workbook({ print: { orientation: 'portrait', repeatRows: '3:1' } })],
    [/a page break after row 40/, workbook({ print: { orientation: 'portrait', area: 'A1:B40', breaksAfter: [40] } })],
    [/active cell A0/, workbook({ activeCell: 'A0' })],
  ])('finds %s', (fault, spec) => {
    expect(specFaults(spec).join('\n')).toMatch(fault);
  });

  it.each(['AB12', 'xfd1', 'R', 'c', 'R1C1', 'r2', 'C3', '1a', 'a b', 'a-b', '销量（万元）', 'TRUE', 'a'.repeat(256), ''])('refuses the name %s', (name) => {
    expect(nameFaults(name)).not.toEqual([]);
  });

  it.each(['销售交付_承诺交期', '_a', '\\a', 'ABCD12', '汇总_6_6_提升前_分子', 'RC1D', 'a.b?'])('takes the name %s', (name) => {
    expect(nameFaults(name)).toEqual([]);
  });

  it.each(['General', '@', '0.00%', 'yyyy-mm-dd;;', '#,##0.##', '+0.00%;-0.00%;0.00%', '0"件"', '[h]:mm', '[Red]-0.0'])('takes the number format %s', (format) => {
    expect(formatFaults(format)).toEqual([]);
  });

  it.each(['', '0;0;0;0;0', '0.0"', '0件', '[red'])('refuses the number format %s', (format) => {
    expect(formatFaults(format)).not.toEqual([]);
  });
});
