/** The structure of sheets as programs write them: openpyxl's hidden lines and filters, Excel's extension lists, prefixes, formats without end. */
import { readStructure } from '../../../../src/host/xlsx/read/structure';
import { plainFormat } from '../../../../src/host/xlsx/read/format-codes';
import type { SheetStructure } from '../../../../src/core/model/sheet-structure';
import { createXlsxFormat } from '../../../../src/host/xlsx/format';
import { DEFAULT_LIMITS, type Zip } from '../../../../src/host/xlsx/package/zip';
import { sourceOf } from '../../../support/memory-files';
import { describeWithOpenpyxl, runOpenpyxl } from '../../../support/openpyxl';

/** A container with one part. */
const zipOf = (xml: string): Zip => ({
  entries: [], paths: ['s.xml'], has: (path) => path === 's.xml', bytes: async () => new TextEncoder().encode(xml),
  async *pieces() {
    const bytes = new TextEncoder().encode(xml);
    // In small pieces, so that tags are cut.
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  },
  async *packed() { /* nothing */ }, async slot() { throw new RangeError('no slots'); },
  async *copy() { /* nothing */ },
});
const FORMATS = ['General', '@', 'yyyy-mm-dd'];
const structureOf = async (xml: string, more: { readonly date1904?: boolean; readonly maxRuns?: number } = {}): Promise<SheetStructure> =>
  readStructure({ zip: zipOf(xml), part: 's.xml', limits: DEFAULT_LIMITS, date1904: false, formats: FORMATS, ...more });
const sheet = (rows: string, tail = '', head = ''): string => `<worksheet>${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`;

test('rules of the extension list, and those that a paste cut', async () => {
  const found = await structureOf(sheet('', `<conditionalFormatting sqref="A4:A9 A12:A20"><cfRule type="expression" priority="1"><formula>ISBLANK($A4)&lt;&gt;1</formula></cfRule><cfRule type="colorScale" priority="2"/></conditionalFormatting>
    <dataValidations count="1"><dataValidation type="list" errorStyle="warning" showErrorMessage="1" sqref="B4:B6 B9"><formula1>列表_状态</formula1></dataValidation></dataValidations>
    <extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="decimal" operator="lessThanOrEqual" showErrorMessage="true"><x14:formula1><xm:f>5</xm:f></x14:formula1><xm:sqref>C1:C3 D1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`));
  expect(found.conditionalFormats).toEqual([{ refs: ['A4:A9', 'A12:A20'], formula: 'ISBLANK($A4)<>1' }]);
  expect(found.validations).toEqual([
    { refs: ['B4:B6', 'B9'], rule: { type: 'list', source: '列表_状态' }, severity: 'warning' },
    { refs: ['C1:C3', 'D1'], rule: { type: 'decimal', max: 5 }, severity: 'stop' },
  ]);
});

test.each([
  ['type="time" showErrorMessage="1"', '<formula1>0.5</formula1>', null, 'stop'],
  ['type="whole" operator="notBetween" showErrorMessage="1"', '<formula1>1</formula1><formula2>2</formula2>', null, 'stop'],
  ['type="whole"', '<formula1>1</formula1><formula2>2</formula2>', { type: 'whole', min: 1, max: 2 }, 'none'],
  ['type="whole" errorStyle="information" showErrorMessage="1"', '<formula1>1</formula1><formula2>A1</formula2>', null, 'none'],
  ['type="date" operator="greaterThanOrEqual" showErrorMessage="1"', '<formula1>100</formula1><formula2>0</formula2>', { type: 'date', min: 1562 }, 'stop'],
  ['type="custom" showErrorMessage="1"', '<formula1>A1&gt;0</formula1>', { type: 'custom', formula: 'A1>0' }, 'stop'],
])('a rule %s', async (attributes, formulas, rule, severity) => {
  const { validations } = await structureOf(sheet('', `<dataValidations><dataValidation ${attributes} sqref="A1">${formulas}</dataValidation></dataValidations>`), { date1904: true });
  expect(validations).toEqual([{ refs: ['A1'], rule, severity }]);
});

test('cells however their attributes stand, and those that do not say where they are', async () => {
  const { cellFormats } = await structureOf('<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="B2" s="1"><x:v>1</x:v></x:c><x:c s="2"/><x:c t="n" s="1" r="E2"/><!-- <x:c r="Z2"/> --></x:row>'
    + '<x:row><x:c><x:v>1</x:v></x:c><x:c s="1"/></x:row></x:sheetData></x:worksheet>');
  expect(cellFormats).toEqual([
    { column: 1, first: 3, last: 3, count: 1, format: 'General' }, { column: 2, first: 2, last: 3, count: 2, format: '@' },
    { column: 3, first: 2, last: 2, count: 1, format: 'yyyy-mm-dd' }, { column: 5, first: 2, last: 2, count: 1, format: '@' }, ...cellFormats.slice(4),
  ]);
});

test('formats that change in every row are gathered beyond the limit, none is lost', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" s="${i % 3}"/></row>`).join('');
  const { cellFormats } = await structureOf(sheet(rows), { maxRuns: 10 });
  expect(cellFormats.length).toBeLessThanOrEqual(13);
  expect(FORMATS.map((format) => cellFormats.filter((run) => run.format === format).reduce((sum, { count }) => sum + count, 0))).toEqual([34, 33, 33]);
  expect(cellFormats.filter(({ format }) => format === '@').at(-1)?.last).toBe(98);
});

test('hidden lines, columns without width', async () => {
  const found = await structureOf(sheet('<row r="2" hidden="1"/><row r="3" hidden="true"/><row r="4" hidden="0"/><row r="9" hidden="1"/>', '', '<cols><col min="1" max="2" width="9" style="1"/><col min="3" max="3" width="0"/><col min="5" max="6" hidden="1"/></cols>'));
  expect([found.hiddenRows, found.hiddenColumns, found.columnFormats]).toEqual([[{ first: 2, last: 3 }, { first: 9, last: 9 }], [{ first: 3, last: 3 }, { first: 5, last: 6 }], [{ first: 1, last: 2, format: '@' }]]);
});

test('a part that ends early is damaged', async () => {
  await expect(structureOf('<worksheet><sheetData><row r="1"><c r="A1"')).rejects.toMatchObject({ code: 'xlsx/damaged' });
});

test('formats read the same whoever wrote them', () => {
  expect(['yyyy\\-mm\\-dd', '"￥"#,##0', 'GENERAL', '[$-804]yyyy-mm-dd', '0.0%'].map(plainFormat)).toEqual(['yyyy-mm-dd', '￥#,##0', 'General', 'yyyy-mm-dd', '0.0%']);
});

describeWithOpenpyxl('a sheet of openpyxl', () => {
  test('with a filter, groups, formats and rules', async () => {
    const bytes = await runOpenpyxl(`
import io, sys, datetime, openpyxl
from openpyxl.formatting.rule import FormulaRule, ColorScaleRule
from openpyxl.worksheet.datavalidation import DataValidation
book = openpyxl.Workbook(); s = book.active; s.title = "表"
for r in range(1, 9): s.append([f"0{r}", datetime.date(2024, 1, r), r / 10])
for r in range(1, 9): s.cell(r, 1).number_format = "@"; s.cell(r, 3).number_format = "0.00%"
s.auto_filter.ref = "A1:C8"; s.auto_filter.add_filter_column(0, ["01"])
for r in (4, 5, 7): s.row_dimensions[r].hidden = True
s.column_dimensions["C"].hidden = True
v = DataValidation(type="list", formula1="列表", allow_blank=True); v.add("A1:A8"); s.add_data_validation(v)
s.conditional_formatting.add("B1:B8", FormulaRule(formula=["ISBLANK(B1)"])); s.conditional_formatting.add("C1:C8", ColorScaleRule(start_type="min", end_type="max"))
s.merge_cells("E1:F2")
out = io.BytesIO(); book.save(out); sys.stdout.buffer.write(out.getvalue())
`);
    const found = await (await createXlsxFormat().open(sourceOf(new Uint8Array(bytes)))).structure('表');
    expect({ ...found, cellFormats: found.cellFormats.filter(({ column, first }) => column <= 3 && first === 1) }).toEqual({
      merges: ['E1:F2'], hiddenRows: [{ first: 4, last: 5 }, { first: 7, last: 7 }], hiddenColumns: [{ first: 3, last: 3 }], filtered: true, tables: [], columnFormats: [],
      validations: [{ refs: ['A1:A8'], rule: { type: 'list', source: '列表' }, severity: 'stop' }], conditionalFormats: [{ refs: ['B1:B8'], formula: 'ISBLANK(B1)' }],
      cellFormats: [{ column: 1, first: 1, last: 8, count: 8, format: '@' }, { column: 2, first: 1, last: 8, count: 8, format: 'yyyy-mm-dd' }, { column: 3, first: 1, last: 8, count: 8, format: '0.00%' }],
    });
  }, 60_000);
});
