/**
 * What people's editors do to a workbook: LibreOffice pastes, retypes, inserts, renames, hides, merges; openpyxl writes over
 * formulas. Each deed is told as what it is, at its cell; a workbook that was only opened and saved gives nothing; and
 * what can be put back is, so that LibreOffice calculates what it should.
 */
import { checkWorkbook } from '../../src/app/check-workbook';
import { restoreWorkbook } from '../../src/app/restore-workbook';
import { loadStandard } from '../../src/app/standard';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { convert, describeWithLibreOffice, editWithBasic, findSoffice } from '../support/libreoffice';
import { joined } from '../support/memory-files';
import { disagreements } from '../support/metric-workbook';
import { describeWithOpenpyxl, openpyxlLoads, runOpenpyxl } from '../support/openpyxl';
import { plainXlsx } from '../support/plain-xlsx';
import { inspected, openedBook, tamperSpec, told } from './tamper-book';

let made: Uint8Array;
beforeAll(async () => {
  made = await createXlsxFormat().write(tamperSpec());
});

test('a workbook as it was made', async () => expect(told(await inspected(made))).toEqual([]));

async function restored(bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly done: readonly string[]; readonly left: readonly string[] }> {
  const { workbook, reading, spec } = await openedBook(bytes);
  const { patch, restored: done, left } = await restoreWorkbook(workbook, reading, loadStandard(), spec);
  return { bytes: await joined(workbook.patch(patch)), done: told(done), left: told(left) };
}

/** Cells that LibreOffice calculates otherwise than the program, before and after. */
async function calculated(bytes: Uint8Array): Promise<readonly string[]> {
  const { spec } = await openedBook(bytes);
  const [found = new Uint8Array()] = await convert([bytes], 'xlsx:Calc MS Excel 2007 XML');
  return disagreements(spec, plainXlsx(found)).map(({ said }) => said);
}

describeWithLibreOffice('LibreOffice', () => {
  test('opens and saves', async () => expect(told(await inspected(await editWithBasic(made, '')))).toEqual([]), 120_000);

  test('pastes over validated cells, retypes a code, writes over, changes and deletes formulas, hides, merges', async () => {
    const edited = await editWithBasic(made, `
      doc.Sheets.insertNewByName("外来", 0)
      other = doc.Sheets.getByName("外来")
      Dim i
      For i = 0 To 3
        other.getCellByPosition(0, i).String = "X" & i
        other.getCellByPosition(1, i).Value = 45000 + i
      Next
      data = doc.Sheets.getByName("数据_销售交付")
      data.copyRange(data.getCellRangeByName("A6").CellAddress, other.getCellRangeByName("A1:A4").RangeAddress)
      data.copyRange(data.getCellRangeByName("F10").CellAddress, other.getCellRangeByName("B1:B4").RangeAddress)
      data.getCellRangeByName("A12").NumberFormat = 0
      data.getCellRangeByName("A12").Value = 9
      data.Rows.getByIndex(14).IsVisible = False
      data.Columns.getByIndex(2).IsVisible = False
      data.getCellRangeByName("A18:A19").merge(True)
      data.getCellRangeByName("A24").String = "0099"
      doc.Sheets.removeByName("外来")
      home = doc.Sheets.getByName("首页")
      home.unprotect("")
      home.getCellRangeByName("F13").Value = 45000
      home.getCellRangeByName("F5").NumberFormat = 0
      home.getCellRangeByName("C6").String = ""
      metrics = doc.Sheets.getByName("指标计算")
      metrics.unprotect("")
      metrics.getCellRangeByName("N5").Value = 13
      metrics.getCellRangeByName("D5").Formula = "=1/2"
    `);
    const putBack = [
      '指标计算 D5 formula/changed', '指标计算 N5 formula/overwritten', '数据_销售交付 A6 format/code', '数据_销售交付 A6 rule/mark', '数据_销售交付 A6 rule/prompt',
      '数据_销售交付 F10 format/date', '数据_销售交付 F10 rule/mark', '数据_销售交付 F10 rule/missing', '首页 C6 formula/deleted', '首页 F13 formula/overwritten', '首页 F5 format/code',
    ];
    const said = ['数据_销售交付 A15 rows/hidden', '数据_销售交付 A24 rows/outside-table', '数据_销售交付 C3 column/hidden'];
    const issues = await inspected(edited);
    expect(told(issues)).toEqual([...putBack, ...said, '数据_销售交付 A18 merge/data'].sort());
    const ranges = issues.filter(({ sheet, params }) => sheet === '数据_销售交付' && params['range'] !== undefined).map(({ code, params }) => `${code} ${params['range']}`);
    // A code typed as a number is told as that by the rules of cells, beside what became of its format.
    const { reading } = await openedBook(edited);
    const checked = checkWorkbook({ content: reading.content, readIssues: [], places: reading.places, results: [], changes: [] }, loadStandard()).issues;
    expect(told(checked.filter(({ sheet, cell }) => sheet === '数据_销售交付' && cell === 'A12'))).toEqual(['数据_销售交付 A12 cell/text-as-number']);
    expect(ranges).toEqual(expect.arrayContaining(['rule/missing F10:F13', 'rule/prompt A6:A9', 'merge/data A18:A19', 'format/date F10:F13', 'format/code A6:A9']));

    const after = await restored(edited);
    expect([after.done, after.left]).toEqual([putBack, ['数据_销售交付 A18 merge/data']]);
    expect(told(await inspected(after.bytes))).toEqual([...said, '数据_销售交付 A18 merge/data'].sort());
    expect(await calculated(after.bytes)).toEqual([]);
    // Every rule stands once for each cell.
    const { sheets } = await openpyxlLoads(after.bytes);
    const rules = sheets.find(({ name }) => name === '数据_销售交付')?.validations ?? [];
    expect(rules.filter(({ ref }) => /(?:^| )F/.test(ref))).toEqual([expect.objectContaining({ ref: 'F4:F1048576', type: 'date' })]);
  }, 240_000);

  test('renames sheets, which are told by their new names, and nothing else is', async () => {
    const edited = await editWithBasic(made, `
      doc.Sheets.getByName("数据_销售交付").Name = "发货明细 2024"
      doc.Sheets.getByName("附录C 质量体检表").Name = "体检"
      doc.Sheets.getByName("指标计算").Name = "计算"
    `);
    const issues = await inspected(edited);
    expect(issues.map(({ sheet, code, params }) => [sheet, code, params['found']])).toEqual([['附录C 质量体检表', 'sheet/renamed', '体检'], ['数据_销售交付', 'sheet/renamed', '发货明细 2024'], ['指标计算', 'sheet/renamed', '计算']]);
    expect((await restored(edited)).done).toEqual([]);
  }, 120_000);

  test('inserts a column and rows, renames a header, deletes a sheet', async () => {
    const edited = await editWithBasic(made, `
      data = doc.Sheets.getByName("数据_销售交付")
      data.Columns.insertByIndex(2, 1)
      data.getCellRangeByName("C3").String = "备注"
      data.Rows.insertByIndex(1, 2)
      data.getCellRangeByName("D5").String = "客户名称2"
      home = doc.Sheets.getByName("首页")
      home.unprotect("")
      home.Rows.insertByIndex(10, 1)
      doc.Sheets.removeByName("数据_客户")
    `);
    const issues = await inspected(edited);
    expect(told(issues)).toEqual(['参数 B5 formula/broken', '数据_客户  sheet/missing', '数据_销售交付 C5 column/inserted', '数据_销售交付 D5 header/missing']);
  }, 120_000);
});

const SAVE = `
out = io.BytesIO()
book.save(out)
sys.stdout.buffer.write(out.getvalue())
`;

describeWithOpenpyxl('openpyxl', () => {
  const edit = async (code: string): Promise<Uint8Array> => runOpenpyxl(`import io, sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n${code}${SAVE}`, [made]);

  test('opens and saves', async () => expect(told(await inspected(await edit('')))).toEqual([]), 60_000);

  test('writes over formulas, drops rules and names, hides by a filter, renames without the names', async () => {
    const edited = await edit(`
metrics = book["指标计算"]
for row in range(5, 7): metrics.cell(row, 14).value = 7
metrics["D5"] = "=0.5"
metrics["E5"] = None
data = book["数据_销售交付"]
data.data_validations.dataValidation = [d for d in data.data_validations.dataValidation if "H4" not in str(d.sqref)]
from openpyxl.worksheet.datavalidation import DataValidation
for d in data.data_validations.dataValidation:
    if "E4" in str(d.sqref): d.formula1 = "5"
own = DataValidation(type="whole", operator="equal", formula1="1"); own.add("T4:T9"); data.add_data_validation(own)
data.row_dimensions[8].hidden = True
list(data.tables.values())[0].autoFilter.add_filter_column(2, ["客户1"])
data.merge_cells("B9:C9")
del book.defined_names["销售交付_承诺交期"]
`);
    const issues = await inspected(edited);
    const putBack = ['  name/lost', '指标计算 D5 formula/changed', '指标计算 E5 formula/deleted', '指标计算 N5 formula/overwritten', '数据_销售交付 E4 rule/changed', '数据_销售交付 H4 rule/missing'];
    const rest = ['数据_销售交付 A8 rows/filtered', '数据_销售交付 B9 merge/data'];
    expect(told(issues).map((line) => line.replace(/^\S+ {2}name/, '  name')).sort()).toEqual([...putBack, ...rest].sort());
    expect(issues.find(({ code }) => code === 'formula/overwritten')?.params).toEqual({ range: 'N5:N6', value: '7' });
    const after = await restored(edited);
    expect(after.done).toEqual(putBack);
    expect(told(await inspected(after.bytes))).toEqual(rest);
    const { sheets } = await openpyxlLoads(after.bytes);
    expect(sheets.find(({ name }) => name === '数据_销售交付')?.validations.find(({ ref }) => ref === 'T4:T9')).toMatchObject({ type: 'whole', formula: '1' });
    expect(findSoffice() === null ? [] : await calculated(after.bytes)).toEqual([]);
  }, 120_000);

  test('renames a sheet without its names and formulas', async () => {
    const issues = await inspected(await edit('book["数据_销售交付"].title = "发货"\n'));
    expect(issues.map(({ sheet, code, params }) => [sheet, code, params['found']])).toEqual([['数据_销售交付', 'sheet/renamed', '发货']]);
  }, 60_000);
});
