/** Every formula that the forms emit, recalculated by LibreOffice: it must give the value that was cached. */
import { address } from '../../../src/core/model/address';
import { isCellError, type CellValue } from '../../../src/core/model/cell';
import type { WorkbookContent } from '../../../src/core/model/content';
import { formWorkbookParts, type WorkbookParts } from '../../../src/core/form/workbook';
import { sizeClass, type SizeInput } from '../../../src/core/reference/enterprise-size';
import { writeWorkbook } from '../../../src/host/xlsx/write/workbook';
import { describeWithLibreOffice, recalculateAll } from '../../support/libreoffice';
import type { Grid } from '../../support/plain-xlsx';
import { allEqual, contentOf, fill, standard } from './standard-library';

const partsOf = (content: Partial<WorkbookContent>): WorkbookParts => formWorkbookParts(standard, contentOf(content), allEqual, [], { summary: '错误 0 个', stages: { '7.1': '完成' } });

async function recalculated(all: readonly WorkbookParts[]): Promise<Map<string, Grid>[]> {
  const files: Uint8Array[] = [];
  for (const { sheets, names } of all) files.push(await writeWorkbook({ sheets, names, title: '测试', active: '首页', enterpriseName: '示例泵业有限公司' }));
  return recalculateAll(files);
}

/** Numbers come back with 15 digits. */
function same(a: string | number | boolean, b: string | number | boolean): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-13 * Math.abs(b) : a === b;
}

/** Blank and empty text look the same. */
function plain(value: CellValue | undefined): string | number | boolean {
  if (value === undefined || value === null) return '';
  return isCellError(value) ? value.error : value;
}

function differences(parts: WorkbookParts, grids: Map<string, Grid>): readonly string[] {
  return parts.sheets.flatMap((sheet) =>
    sheet.cells.flatMap((cell) => {
      const found = plain(grids.get(sheet.name)?.[cell.row - 1]?.[cell.column - 1]);
      return cell.formula === undefined || same(found, plain(cell.value)) ? [] : [`${sheet.name}!${address(cell.row, cell.column)}: ${found} for ${plain(cell.value)} = ${cell.formula}`];
    }),
  );
}

const count = (parts: WorkbookParts): number => parts.sheets.reduce((sum, sheet) => sum + sheet.cells.filter((cell) => cell.formula !== undefined).length, 0);

describeWithLibreOffice('formulas of the forms', () => {
  it('give their cached values: blank, half filled, filled', async () => {
    const all = [{}, { entries: fill((place) => place.row % 2 === 0) }, { entries: fill(() => true) }].map(partsOf);
    const grids = await recalculated(all);
    expect(all.map(count).every((formulas) => formulas > 200)).toBe(true);
    expect(all.flatMap((parts, i) => differences(parts, grids[i] ?? new Map()))).toEqual([]);
  });

  it('check codes of GB 32100-2015', async () => {
    const codes: readonly (readonly [CellValue, string])[] = [
      ['91350100M000100Y43', '校验正确'],
      ['913205056082348768', '校验正确'],
      ['91620105L015101280', '校验正确'], // check character 0: 31 maps to 0
      ['92340603MA2UK1TD00', '校验正确'],
      ['11610923MB2900168E', '校验正确'],
      ['91350100M000100Y4Z', '含有不应出现的字符'],
      ['91350100m000100y43', '含有不应出现的字符'],
      ['91110000600037342L', '校验码不符，请核对'],
      ['91350200M000000510', '校验码不符，请核对'],
      ['12345', '不是 18 位'],
      [9.13205056082348e17, '已变成数字，须按文本重新填写'],
    ];
    const all = codes.map(([code]) => partsOf({ chosen: ['requirements'], entries: { home: { 'enterprise.uscc': code } } }));
    const grids = await recalculated(all);
    expect(all.flatMap((parts, i) => differences(parts, grids[i] ?? new Map()))).toEqual([]);
    expect(all.map((parts) => parts.sheets.find((s) => s.name === '基本要求')?.cells.find((c) => c.formula?.includes('SUMPRODUCT'))?.value)).toEqual(codes.map(([, verdict]) => verdict));
  });

  it('find the size class that the reference data gives', async () => {
    const inputs: readonly SizeInput[] = [
      { industry: '34', employees: 300, revenue: 2000, assets: null },
      { industry: '34', employees: 299, revenue: 2000 },
      { industry: '34', employees: 1500, revenue: 1999 },
      { industry: '34', employees: 19, revenue: 50_000 },
      { industry: '34', employees: 19 }, // micro whatever the revenue
      { industry: '34', employees: 25 },
      { industry: '48', revenue: 300, assets: 299 },
      { industry: '65', employees: 103, revenue: 15_735.28 },
      { industry: '591', employees: 50, revenue: 500 },
      { industry: '594', employees: 50, revenue: 500 },
      { industry: '7010', revenue: 1000, assets: 5000 },
      { industry: '66', employees: 10, revenue: 10 },
      { industry: '70', revenue: 1000, assets: 5000 }, // several classes within the division
    ];
    const all = inputs.map((input) =>
      partsOf({
        chosen: ['requirements'],
        entries: { home: { 'enterprise.industry': input.industry, 'enterprise.employees': input.employees ?? null, 'enterprise.revenue': input.revenue ?? null, 'enterprise.assets': input.assets ?? null } },
      }),
    );
    const grids = await recalculated(all);
    expect(all.flatMap((parts, i) => differences(parts, grids[i] ?? new Map()))).toEqual([]);
    const shown = all.map((parts) => parts.sheets.find((s) => s.name === '基本要求')?.cells.find((c) => c.formula?.includes('CHOOSE'))?.value);
    const classes = inputs.map((input) => {
      const result = sizeClass(input);
      if (result.size !== null) return result.size;
      return result.reason === 'figure-missing' ? '缺少划型所需的从业人员、营业收入或资产总额' : '划型办法未列此代码；59、70 类须填三位或四位划型代码';
    });
    expect(shown).toEqual(classes);
  });

  it('cut the baseline where the as-of date cuts the current period', async () => {
    const period = (asOf: number): WorkbookParts => partsOf({ chosen: [], periods: { baseline: { start: 44_927, end: 45_291 }, current: { start: 45_292, end: 45_657 }, asOf } });
    const all = [45_657, 45_700, 45_400].map(period);
    const grids = await recalculated(all);
    const at = (parts: WorkbookParts, i: number, name: string): CellValue | undefined => {
      const [, column = 'A', row = '1'] = /\$([A-Z])\$(\d+)$/.exec(parts.names.find((n) => n.name === name)?.refersTo ?? '') ?? [];
      return grids[i]?.get('首页')?.[Number(row) - 1]?.[column.charCodeAt(0) - 65];
    };
    expect(all.map((parts, i) => [at(parts, i, '同期截止日'), at(parts, i, '本期截止日')])).toEqual([[45_291, 45_657], [45_291, 45_657], [45_034, 45_400]]);
    expect(all.flatMap((parts, i) => differences(parts, grids[i] ?? new Map()))).toEqual([]);
  });
});
