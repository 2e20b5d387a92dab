/**
 * Generated sheets damaged one way at a time, all over the workbook: each damage is found at its cell as what it is,
 * nothing else is, and what can be put back comes back as it was.
 */
import { buildWorkbook } from '../../src/app/build-workbook';
import { inspectWorkbook } from '../../src/app/inspect-workbook';
import { measure } from '../../src/app/measure';
import type { OpenWorkbook } from '../../src/app/ports';
import { readContent } from '../../src/app/read-content';
import { restoreWorkbook } from '../../src/app/restore-workbook';
import { loadStandard } from '../../src/app/standard';
import type { Issue } from '../../src/core/issue/issue';
import { formulaKey } from '../../src/core/merge/formula-key';
import { address } from '../../src/core/model/address';
import { areaOf } from '../../src/core/model/area';
import { isCellError } from '../../src/core/model/cell';
import type { CellSpec, SheetSpec, WorkbookSpec } from '../../src/core/model/sheet-spec';
import type { CellEdit } from '../../src/core/model/workbook-patch';
import { tamperSpec, told } from '../scenario/tamper-book';
import { joined, sourceOf } from '../support/memory-files';
import { memoryFormat, memoryWorkbook } from '../support/memory-workbook';

const standard = loadStandard();
const spec = tamperSpec();

async function reopened(bytes: Promise<Uint8Array> | Uint8Array): Promise<OpenWorkbook> {
  return memoryFormat.open(sourceOf(await bytes));
}

async function specOf(book: OpenWorkbook): Promise<{ readonly reading: Awaited<ReturnType<typeof readContent>>; readonly wanted: WorkbookSpec }> {
  const reading = await readContent(book, standard);
  return { reading, wanted: buildWorkbook(reading.content, standard, measure(reading.content)) };
}

async function inspected(book: OpenWorkbook): Promise<readonly Issue[]> {
  const { reading, wanted } = await specOf(book);
  return inspectWorkbook(book, reading, standard, wanted, { perRule: 100_000 });
}

async function restored(book: OpenWorkbook): Promise<OpenWorkbook> {
  const { reading, wanted } = await specOf(book);
  return reopened(joined(book.patch((await restoreWorkbook(book, reading, standard, wanted)).patch)));
}

/** The workbook with every sheet changed. */
const altered = (change: (sheet: SheetSpec) => Partial<SheetSpec>): OpenWorkbook => memoryWorkbook({ ...spec, sheets: spec.sheets.map((sheet) => ({ ...sheet, ...change(sheet) })) });

/** Every third formula of each column, none beside another. */
const chosen = (sheet: SheetSpec): readonly CellSpec[] => sheet.cells.filter(({ formula, row }) => formula !== undefined && row % 3 === 0);

test('nothing is wrong with what was generated', async () => {
  expect(told(await inspected(memoryWorkbook(spec)))).toEqual([]);
});

const DEEDS: readonly (readonly [string, (cell: CellSpec) => Omit<CellEdit, 'row' | 'column'>])[] = [
  ['formula/deleted', () => ({ value: null })],
  ['formula/overwritten', () => ({ value: 12_345.5 })],
  ['formula/changed', () => ({ value: 1, formula: 'SUM(1,0)' })],
  ['formula/broken', ({ formula = '' }) => ({ value: { error: '#REF!' }, formula: `${formula}+#REF!` })],
  ['formula/error', ({ formula = '', array = false }) => ({ value: { error: '#NAME?' }, formula, array })],
];

describe.each(DEEDS)('%s', (code, deed) => {
  // An error where the program has one too is no damage.
  const damaged = (cell: CellSpec): boolean => code !== 'formula/error' || !isCellError(cell.value ?? null);
  const sheets = spec.sheets.map((sheet) => ({ sheet: sheet.name, cells: chosen(sheet).filter(damaged).map((cell): CellEdit => ({ row: cell.row, column: cell.column, ...deed(cell) })) })).filter(({ cells }) => cells.length > 0);
  const expected = sheets.flatMap(({ sheet, cells }) => cells.map(({ row, column }) => `${sheet} ${address(row, column)} ${code}`)).sort();

  test('wherever it happens', async () => {
    expect(expected.length).toBeGreaterThan(150);
    const book = await reopened(joined(memoryWorkbook(spec).patch({ sheets })));
    expect(told(await inspected(book))).toEqual(expected);
    if (code === 'formula/error') return;
    const after = await restored(book);
    expect(told(await inspected(after))).toEqual([]);
    for (const { name, cells } of spec.sheets) {
      const wanted = new Map(cells.flatMap(({ row, column, formula }) => (formula === undefined ? [] : [[address(row, column), formulaKey(formula)]])));
      const found = new Map<string, string>();
      // oxlint-disable-next-line no-await-in-loop -- sheet by sheet
      for await (const { row, cells: held } of after.rows(name)) for (const [column, { formula }] of held) if (formula !== undefined) found.set(address(row, column), formulaKey(formula));
      expect([name, found]).toEqual([name, wanted]);
    }
  }, 60_000);
});

describe('what stands around the cells', () => {
  const starts = (refs: readonly { readonly ref: string }[]): readonly string[] => refs.map(({ ref }) => ref.split(':')[0] ?? '');
  const half = <T>(list: readonly T[] = []): readonly (readonly T[])[] => [list.filter((_, i) => i % 2 === 0), list.filter((_, i) => i % 2 === 1)];

  test('cell rules that are gone, and come back', async () => {
    const book = altered((sheet) => ({ validations: half(sheet.validations)[0] ?? [] }));
    const gone = spec.sheets.flatMap((sheet) => starts(half(sheet.validations)[1] ?? []).map((cell) => `${sheet.name} ${cell}`)).sort();
    const issues = await inspected(book);
    expect([gone.length > 20, told(issues).map((line) => line.replace(/ rule\/(?:missing|prompt)$/, ''))]).toEqual([true, gone]);
    expect(told(await inspected(await restored(book)))).toEqual([]);
  });

  test('cell rules that are others', async () => {
    const book = altered((sheet) => ({ validations: (sheet.validations ?? []).map((rule) => ({ ...rule, rule: { type: 'whole', min: 3, max: 4 } })) }));
    expect(new Set((await inspected(book)).map(({ code }) => code))).toEqual(new Set(['rule/changed']));
    expect((await inspected(book)).length).toBe(spec.sheets.reduce((sum, { validations = [] }) => sum + validations.length, 0));
    expect(told(await inspected(await restored(book)))).toEqual([]);
  });

  test('marks that are gone from some cells', async () => {
    const book = altered((sheet) => ({ conditionalFormats: half(sheet.conditionalFormats)[0] ?? [] }));
    expect(told(await inspected(book))).toEqual(spec.sheets.flatMap((sheet) => starts(half(sheet.conditionalFormats)[1] ?? []).map((cell) => `${sheet.name} ${cell} rule/mark`)).sort());
    expect(told(await inspected(await restored(book)))).toEqual([]);
  });

  test('codes and dates of every raw-data sheet without their formats', async () => {
    const book = altered((sheet) => (sheet.rawRows === undefined ? {} : { columns: sheet.columns.map(({ width }) => ({ width })) }));
    const kinds: Readonly<Record<string, string>> = { code: 'code', uscc: 'code', industry: 'code', date: 'date', datetime: 'date', month: 'date' };
    const wanted = standard.rawSheets.filter(({ sheet }) => spec.sheets.some(({ name }) => name === sheet))
      .flatMap(({ sheet, columns }) => columns.flatMap(({ kind }, c) => (kinds[kind] === undefined ? [] : [`${sheet} ${address(4, c + 1)} format/${kinds[kind]}`])));
    expect(told(await inspected(book))).toEqual([...wanted].sort());
    expect(told(await inspected(await restored(book)))).toEqual([]);
  });

  test('names that are gone', async () => {
    const book = memoryWorkbook({ ...spec, names: spec.names.filter((_, i) => i % 5 !== 0) });
    const gone = spec.names.filter((_, i) => i % 5 === 0).map(({ name }) => name);
    expect((await inspected(book)).filter(({ code }) => code === 'name/lost').map(({ params }) => params['name'])).toEqual(gone);
    const after = await restored(book);
    expect(gone.map((name) => after.names.get(name))).toEqual(spec.names.filter((_, i) => i % 5 === 0).map(({ refersTo }) => refersTo));
  });

  test('merged cells over every field and every column of rows', async () => {
    for (const sheet of spec.sheets) {
      const def = standard.rawSheets.find((one) => one.sheet === sheet.name);
      const form = standard.library.forms.find((one) => one.sheet === sheet.name);
      const field = standard.fields[form?.key ?? '']?.find(({ row, column }) => row > 4 && (sheet.merges ?? []).every((ref) => (areaOf(ref)?.left ?? 0) !== column));
      const ref = def !== undefined ? 'B8:B9' : field === undefined ? null : `${address(field.row - 1, field.column)}:${address(field.row, field.column)}`;
      if (ref === null) continue;
      // oxlint-disable-next-line no-await-in-loop
      const issues = await inspected(altered((one) => (one.name === sheet.name ? { merges: [...(one.merges ?? []), ref] } : {})));
      expect(told(issues)).toEqual([`${sheet.name} ${ref.split(':')[0]} ${def === undefined ? 'merge/form' : 'merge/data'}`]);
    }
  });

  test('what is there but not seen, and what a table leaves out, is said', async () => {
    const book = altered((sheet) => (sheet.table === undefined ? {} : { columns: sheet.columns.map((column, c) => ({ ...column, hidden: c === 2 })), table: { ...sheet.table, ref: sheet.table.ref.replace(/\d+$/, '10') } }));
    const issues = await inspected(book);
    expect(told(issues)).toEqual(['数据_销售交付 A11 rows/outside-table', '数据_销售交付 C3 column/hidden']);
    expect([issues.every(({ severity }) => severity === 'info'), issues.find(({ code }) => code === 'rows/outside-table')?.params]).toEqual([true, { range: '11:23', rows: 13 }]);
  });

  test('more of one kind than are listed are counted', async () => {
    const { reading, wanted } = await specOf(memoryWorkbook(spec));
    const book = altered(() => ({ conditionalFormats: [] }));
    const issues = await inspectWorkbook(book, reading, standard, wanted, { perRule: 2 });
    const capped = issues.filter(({ code }) => code === 'check/capped');
    expect(capped.length).toBeGreaterThan(0);
    expect(issues.filter(({ code, sheet }) => code === 'rule/mark' && sheet === '首页').length).toBe(2);
    expect(capped.find(({ sheet }) => sheet === '首页')?.params).toEqual({ column: '首页', rule: 'rule/mark', count: spec.sheets[0]?.conditionalFormats?.length, shown: 2 });
  });
});
