/** Rules put back into sheets of other programs: openpyxl says what is there afterwards, and every other character of the part is what it was. */
import { z } from 'zod';
import type { ConditionalFormatSpec, ValidationSpec } from '../../../../src/core/model/sheet-spec';
import type { RulesPatch } from '../../../../src/core/model/workbook-patch';
import { describeWithOpenpyxl, openpyxlLoads, runOpenpyxl } from '../../../support/openpyxl';
import { changes, parts, patched } from './patched';

const MAKE = `
import io, sys, openpyxl
from openpyxl.formatting.rule import FormulaRule, ColorScaleRule
from openpyxl.worksheet.datavalidation import DataValidation
book = openpyxl.Workbook(); s = book.active; s.title = "表"; book.create_sheet("别的")["A1"] = 1
for r in range(1, 13): s.append([f"0{r}", r, r / 10, "x"])
for r in range(4, 9): s.cell(r, 1).number_format = "@"
s.column_dimensions["B"].width = 20
v = DataValidation(type="whole", operator="equal", formula1="1"); v.add("A3:B12"); v.add("D1"); s.add_data_validation(v)
w = DataValidation(type="list", formula1='"是,否"'); w.add("A5:A6"); s.add_data_validation(w)
s.conditional_formatting.add("A4:A12", FormulaRule(formula=["ISBLANK($A4)"])); s.conditional_formatting.add("A1:C12", ColorScaleRule(start_type="min", start_color="FFFFFF", end_type="max", end_color="FF0000"))
out = io.BytesIO(); book.save(out); sys.stdout.buffer.write(out.getvalue())
`;
const READ = `
import json, sys, openpyxl
s = openpyxl.load_workbook(sys.argv[1])["表"]
print(json.dumps({
  "rules": sorted([str(d.sqref), d.type, d.formula1] for d in s.data_validations.dataValidation),
  "marks": [[str(c.sqref), [[r.type, r.priority, r.formula] for r in rules]] for c, rules in s.conditional_formatting._cf_rules.items()],
  "formats": [s.cell(r, 1).number_format for r in range(1, 13)], "widths": [s.column_dimensions["B"].width],
  "fonts": [s.cell(r, 1).font.name for r in (1, 5, 12)],
}))
`;
const SAID = z.object({ rules: z.array(z.array(z.string().nullable())), marks: z.array(z.tuple([z.string(), z.array(z.unknown())])), formats: z.array(z.string()), widths: z.array(z.number()), fonts: z.array(z.string()) });

const rule: ValidationSpec = { ref: 'A4:A1048576', rule: { type: 'textLength', min: 2, max: 9 }, allowBlank: true, severity: 'stop', errorTitle: '编号', error: '两位以上。' };
const mark: ConditionalFormatSpec = { ref: 'A4:A1048576', formula: 'ISBLANK($A4)', look: 'missing' };

describeWithOpenpyxl('rules in a workbook of openpyxl', () => {
  let made: Uint8Array;
  beforeAll(async () => {
    made = new Uint8Array(await runOpenpyxl(MAKE));
  });
  const after = async (rules: RulesPatch): Promise<Uint8Array> => patched(made, { sheets: [{ sheet: '表', rules }] });
  const said = async (bytes: Uint8Array): Promise<z.infer<typeof SAID>> => SAID.parse(JSON.parse((await runOpenpyxl(READ, [bytes])).toString()));

  test('a cell rule takes its cells from the others, which keep the rest', async () => {
    const bytes = await after({ validations: [rule] });
    expect((await said(bytes)).rules).toEqual([['A3:B3 B4:B12 D1', 'whole', '1'], ['A4:A1048576', 'textLength', '2']]);
    expect(changes(made, bytes)).toEqual({ changed: ['xl/worksheets/sheet1.xml'], gone: [], added: [] });
    const rows = (of: Uint8Array): string | undefined => /<sheetData>.*<\/sheetData>/s.exec(parts(of)['xl/worksheets/sheet1.xml'] ?? '')?.[0];
    expect(rows(bytes)).toBe(rows(made));
    expect(parts(bytes)['xl/worksheets/sheet1.xml']).toContain('<dataValidations count="2"');
  });

  test('the only rule of a sheet may go and come', async () => {
    const bytes = await patched(await after({ validations: [{ ...rule, ref: 'A1:XFD1048576' }] }), { sheets: [{ sheet: '表', rules: { validations: [rule] } }] });
    expect((await said(bytes)).rules.map(([, type]) => type)).toEqual(['textLength', 'textLength']);
    const other = await patched(made, { sheets: [{ sheet: '别的', rules: { validations: [rule], conditionalFormats: [mark] } }] });
    expect((await openpyxlLoads(other)).sheets[1]?.validations).toEqual([{ ref: 'A4:A1048576', type: 'textLength', formula: '2' }]);
  });

  test('a mark takes the place of its own kind, behind what is there in precedence', async () => {
    const { marks } = await said(await after({ conditionalFormats: [mark] }));
    expect(marks).toEqual([['A1:C12', [['colorScale', 2, []]]], ['A4:A1048576', [['expression', 3, ['ISBLANK($A4)']]]]]);
    const lower = await said(await after({ conditionalFormats: [{ ...mark, ref: 'A6:A9', formula: 'ISBLANK($A6)' }] }));
    expect(lower.marks.map(([ref, [first]]) => [ref, first])).toEqual([
      ['A4:A5 A10:A12', ['expression', 1, ['ISBLANK($A4)']]], ['A1:C12', ['colorScale', 2, []]], ['A6:A9', ['expression', 3, ['ISBLANK($A6)']]],
    ]);
  });

  test('formats of cells and of columns; looks and widths stay', async () => {
    const before = await said(made);
    const some = await said(await after({ formats: [{ ref: 'A3:A5', format: 'yyyy-mm' }] }));
    expect(some.formats).toEqual(['General', 'General', 'yyyy-mm', 'yyyy-mm', 'yyyy-mm', '@', '@', '@', 'General', 'General', 'General', 'General']);
    const bytes = await after({ formats: [{ ref: 'A4:A1048576', format: '@' }, { ref: 'B4:B1048576', format: '@' }] });
    const whole = await said(bytes);
    expect(whole.formats).toEqual([...Array.from({ length: 3 }, () => 'General'), ...Array.from({ length: 9 }, () => '@')]);
    expect([whole.widths, whole.fonts]).toEqual([before.widths, before.fonts]);
    expect(parts(bytes)['xl/worksheets/sheet1.xml']).toMatch(/<cols><col min="1" max="1" width="9\.140625" style="\d+"\/><col width="20" customWidth="1" min="2" max="2" style="\d+"\/><\/cols><sheetData>/);
  });

  test('what is no range is refused', async () => {
    await expect(after({ formats: [{ ref: '#REF!', format: '@' }] })).rejects.toThrow(RangeError);
  });
});
