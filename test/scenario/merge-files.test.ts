/**
 * Two people edit copies of one file, which other programs save in between; the merge keeps what either did. The edits are random, the
 * expectation is that of the property over contents; here all of it goes through files.
 */
import * as fc from 'fast-check';
import { buildWorkbook } from '../../src/app/build-workbook';
import { measure } from '../../src/app/measure';
import { readContent } from '../../src/app/read-content';
import { loadStandard } from '../../src/app/standard';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { contentOf, edited, expectedMerge, filled, rowText, START, TABLES, twoSides, type Model } from '../core/compare/random-edits';
import { memoryHost } from '../support/cli-host';
import { convert, describeWithLibreOffice } from '../support/libreoffice';
import { sourceOf } from '../support/memory-files';
import { describeWithOpenpyxl, runOpenpyxl } from '../support/openpyxl';
import { rowsOfBlocks } from '../../src/core/compare/table';
import { rawTable } from '../../src/core/compare/content-tables';
import { formTables, tableRows } from '../../src/core/compare/form-tables';

const standard = loadStandard();
const CASES = 6;
const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) };

async function fileOf(model: Model): Promise<Uint8Array> {
  const content = contentOf(model);
  return createXlsxFormat().write(buildWorkbook(content, standard, measure(content)));
}

interface Merged {
  readonly fields: unknown;
  readonly rows: unknown;
  readonly conflicts: number;
}

async function merged(base: Uint8Array, mine: Uint8Array, theirs: Uint8Array): Promise<Merged> {
  const host = memoryHost();
  for (const [name, bytes] of [['base.xlsx', base], ['mine.xlsx', mine], ['theirs.xlsx', theirs]] as const) host.files.set(name, bytes);
  const { out, err } = await host.run('merge', 'mine.xlsx', 'theirs.xlsx', '--base', 'base.xlsx', '--out', 'merged.xlsx', '--json');
  expect(err).toBe('');
  const workbook = await createXlsxFormat().open(sourceOf(host.files.get('merged.xlsx') ?? new Uint8Array()));
  const { content: { entries, rows }, issues } = await readContent(workbook, standard);
  expect(issues.filter(({ code }) => code !== 'header/moved')).toEqual([]);
  const document: { conflicts: readonly unknown[] } = JSON.parse(out);
  expect(workbook.sheetNames.includes('合并冲突')).toBe(document.conflicts.length > 0);
  return {
    fields: filled(entries['home'] ?? {}),
    conflicts: document.conflicts.length,
    rows: Object.fromEntries(TABLES.map(({ name }) => {
      const def = standard.rawSheets.find(({ key }) => key === name);
      const list = formTables('D', standard.fields['D'] ?? []).get('problems');
      const found = def !== undefined ? rowsOfBlocks(rawTable(def).columns, rows[name] ?? []) : list === undefined ? [] : tableRows(list, entries['D'] ?? {});
      return [name, found.map(({ values }) => rowText(values)).sort()];
    })),
  };
}

interface Case {
  readonly mine: Model;
  readonly theirs: Model;
}

const cases = (): readonly Case[] => fc.sample(twoSides, { numRuns: CASES, ...seed }).map(([a, b]) => ({ mine: edited(START, a), theirs: edited(START, b) }));

async function keepsAll(all: readonly Case[], base: Uint8Array, mine: readonly Uint8Array[], theirs: readonly Uint8Array[]): Promise<void> {
  for (const [i, one] of all.entries()) {
    const { fields, rows, conflicts } = expectedMerge(START, one.mine, one.theirs);
    // oxlint-disable-next-line no-await-in-loop -- one workbook in memory at a time
    const result = await merged(base, mine[i] ?? new Uint8Array(), theirs[i] ?? new Uint8Array());
    expect([i, result]).toEqual([i, { fields, rows, conflicts: conflicts.length }]);
  }
}

describeWithLibreOffice('saved by LibreOffice', () => {
  test(`${CASES} pairs of copies, mine and theirs`, async () => {
    expect.hasAssertions();
    const all = cases();
    const base = await fileOf(START);
    const files = await Promise.all(all.flatMap(({ mine, theirs }) => [fileOf(mine), fileOf(theirs)]));
    const saved = await convert(files, 'xlsx:Calc MS Excel 2007 XML');
    await keepsAll(all, base, saved.filter((_, i) => i % 2 === 0), saved.filter((_, i) => i % 2 === 1));
  }, 300_000);
});

describeWithOpenpyxl('a header that theirs lost', () => {
  test('takes no rows away: the sheet is not merged, and that is said', async () => {
    const base = await fileOf(START);
    const theirs = await runOpenpyxl("import io, sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nbook['数据_销售交付']['C3'] = '谁'\nbook['首页']['B5'] = '乙厂'\nout = io.BytesIO()\nbook.save(out)\nsys.stdout.buffer.write(out.getvalue())", [base]);
    const { fields, rows } = expectedMerge(START, START, START);
    expect(await merged(base, base, theirs)).toEqual({ fields: { ...fields, 'enterprise.name': '乙厂' }, rows, conflicts: 1 });
  });
});

describeWithOpenpyxl('saved by openpyxl, with columns and rows inserted', () => {
  test(`${CASES} pairs of copies`, async () => {
    expect.hasAssertions();
    const all = cases();
    const base = await fileOf(START);
    const through = async (model: Model, edits: string): Promise<Uint8Array> => runOpenpyxl(`
import io, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
${edits}
out = io.BytesIO()
book.save(out)
sys.stdout.buffer.write(out.getvalue())`, [await fileOf(model)]);
    const [mine, theirs]: [Uint8Array[], Uint8Array[]] = [[], []];
    for (const one of all) {
      // oxlint-disable-next-line no-await-in-loop
      mine.push(await through(one.mine, "book['数据_销售交付'].insert_cols(4); book['数据_销售交付']['D3'] = '跟单员'; book.create_sheet('我的表')"));
      // oxlint-disable-next-line no-await-in-loop
      theirs.push(await through(one.theirs, "book['数据_工序检验'].insert_cols(2, 2); book['数据_工序检验']['B3'] = '班组'; book['数据_销售交付'].move_range('A3:M12', rows=2)"));
    }
    await keepsAll(all, base, mine, theirs);
  }, 300_000);
});
