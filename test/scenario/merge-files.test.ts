/**
 * Two people edit copies of one file in other programs; the merge keeps what either did. The edits are random, the expectation is that of
 * the property over contents. openpyxl types the edits into the file, inserts columns and moves lists; LibreOffice saves some of them again. Most
 * are merged as contents read from those files, some by the command line with the whole file as its result.
 */
import * as fc from 'fast-check';
import { buildWorkbook } from '../../src/app/build-workbook';
import { measure } from '../../src/app/measure';
import { readContent, type ContentReading } from '../../src/app/read-content';
import { loadStandard } from '../../src/app/standard';
import { compareContents } from '../../src/core/compare/compare-contents';
import { rawTable } from '../../src/core/compare/content-tables';
import { formTables, tableRows } from '../../src/core/compare/form-tables';
import { mergeContents } from '../../src/core/compare/merge-contents';
import { rowsOfBlocks } from '../../src/core/compare/table';
import type { CellValue } from '../../src/core/model/cell';
import { FIRST_DATA_ROW, HEADER_ROW } from '../../src/core/model/raw-sheet';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { contentOf, edited, expectedMerge, FIELDS, filled, rowText, START, TABLES, twoSides, type Model } from '../core/compare/random-edits';
import { memoryHost } from '../support/cli-host';
import { convert, describeWithLibreOffice } from '../support/libreoffice';
import { sourceOf } from '../support/memory-files';
import { describeWithOpenpyxl, runOpenpyxl } from '../support/openpyxl';

const standard = loadStandard();
const PAIRS = 60;
/** Of these the files of mine go through LibreOffice as well. */
const SAVED_TWICE = 15;
const BY_COMMAND = 2;
/** Rows that are written out: more than any side has. */
const ROWS = 10;
const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) };

interface Saving {
  /** Columns put in: sheet, column, how many. */
  readonly columns: readonly (readonly [sheet: string, column: number, count: number])[];
  /** Rows by which the list of deliveries goes down, header and all. */
  readonly down: number;
}

const DELIVERIES = '数据_销售交付';
const saving: fc.Arbitrary<Saving> = fc.record({
  columns: fc.array(fc.tuple(fc.constantFrom(DELIVERIES, '数据_工序检验'), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 })), { maxLength: 2 }),
  down: fc.constantFrom(0, 0, 2),
});

interface Pair {
  readonly mine: Model;
  readonly theirs: Model;
  readonly savings: readonly [Saving, Saving];
}

const pairs: readonly Pair[] = fc.sample(fc.tuple(twoSides, fc.tuple(saving, saving)), { numRuns: PAIRS, ...seed })
  .map(([[a, b], savings]) => ({ mine: edited(START, a), theirs: edited(START, b), savings }));

async function fileOf(model: Model): Promise<Uint8Array> {
  const content = contentOf(model);
  return createXlsxFormat().write(buildWorkbook(content, standard, measure(content)));
}

type Typed = readonly [sheet: string, row: number, column: number, value: CellValue];

/** Everything that a side may have changed, cell by cell as a person would leave it. */
function cellsOf({ fields, tables }: Model): readonly Typed[] {
  const home = FIELDS.map((key) => typed('home', key, fields[key] ?? null));
  const problems = TABLES.find(({ name }) => name === 'D.problems');
  const columns = [...new Set([...Object.keys(problems?.make(1) ?? {}), ...(problems?.columns ?? [])])];
  const listed = Array.from({ length: ROWS }, (_, i) => columns.map((column) => typed('D', `problems[${i}].${column}`, tables['D.problems']?.[i]?.values[column] ?? null))).flat();
  const raw = standard.rawSheets.flatMap(({ key, sheet, columns: all }) => (tables[key] === undefined ? [] : Array.from({ length: ROWS }, (_, i) =>
    all.map((column, c): Typed => [sheet, FIRST_DATA_ROW + i, c + 1, tables[key]?.[i]?.values[column.key] ?? null])).flat()));
  return [...home, ...listed, ...raw].filter(([sheet]) => sheet !== '');
}

function typed(owner: string, key: string, value: CellValue): Typed {
  const place = (standard.fields[owner] ?? []).find((field) => field.key === key);
  return place === undefined ? ['', 0, 0, null] : [place.sheet, place.row, place.column, value];
}

/** One start of Python for all files; the workbook is loaded once, and each file saved from it. */
async function saved(base: Uint8Array, files: readonly { readonly model: Model; readonly how: Saving }[]): Promise<readonly Uint8Array[]> {
  const jobs = JSON.stringify(files.map(({ model, how }) => ({ cells: cellsOf(model), ...how })));
  const out = await runOpenpyxl(`
import io, json, struct, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
rows = book['${DELIVERIES}']
for job in json.loads(${JSON.stringify(jobs)}):
    for sheet, row, column, value in job['cells']:
        book[sheet].cell(row, column).value = value
    for n, (sheet, column, count) in enumerate(job['columns']):
        book[sheet].insert_cols(column, count)
        book[sheet].cell(${HEADER_ROW}, column).value = '另加%d' % n
    last = openpyxl.utils.get_column_letter(rows.max_column)
    if job['down']: rows.move_range('A${HEADER_ROW}:%s${FIRST_DATA_ROW + ROWS}' % last, rows=job['down'])
    data = io.BytesIO()
    book.save(data)
    sys.stdout.buffer.write(struct.pack('>I', data.tell()) + data.getvalue())
    if job['down']: rows.move_range('A%d:%s%d' % (${HEADER_ROW} + job['down'], last, ${FIRST_DATA_ROW + ROWS} + job['down']), rows=-job['down'])
    for sheet, column, count in reversed(job['columns']):
        book[sheet].delete_cols(column, count)
`, [base]);
  const found: Uint8Array[] = [];
  for (let at = 0; at < out.length; ) {
    const length = out.readUInt32BE(at);
    found.push(new Uint8Array(out.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return found;
}

async function read(bytes: Uint8Array): Promise<ContentReading> {
  const reading = await readContent(await createXlsxFormat().open(sourceOf(bytes)), standard);
  expect(reading.issues.filter(({ code }) => code !== 'header/moved')).toEqual([]);
  return reading;
}

interface Shown {
  readonly fields: unknown;
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

function shown({ entries, rows }: Pick<ContentReading['content'], 'entries' | 'rows'>): Shown {
  return {
    fields: filled(entries['home'] ?? {}),
    rows: Object.fromEntries(TABLES.map(({ name }) => {
      const def = standard.rawSheets.find(({ key }) => key === name);
      const list = formTables('D', standard.fields['D'] ?? []).get('problems');
      const found = def !== undefined ? rowsOfBlocks(rawTable(def).columns, rows[name] ?? []) : list === undefined ? [] : tableRows(list, entries['D'] ?? {});
      return [name, found.map(({ values }) => rowText(values)).sort()];
    })),
  };
}

/** As contents, whichever side is first. */
async function mergesAsContents(all: readonly Pair[], base: Uint8Array, files: readonly Uint8Array[]): Promise<void> {
  const start = (await read(base)).content;
  for (const [i, { mine, theirs }] of all.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one pair in memory at a time
    const [own, other] = [await read(files[2 * i] ?? new Uint8Array()), await read(files[2 * i + 1] ?? new Uint8Array())];
    for (const [a, b, first, second] of [[mine, theirs, own, other], [theirs, mine, other, own]] as const) {
      const firstRows = Object.fromEntries(Object.entries(first.headerRows).map(([key, row]) => [key, row + 1]));
      const merge = mergeContents(start, first.content, second.content, { fields: standard.fields, rawSheets: standard.rawSheets, firstRows });
      const { fields, rows, conflicts } = expectedMerge(START, a, b);
      expect([i, shown(merge.typed), merge.conflicts.length]).toEqual([i, { fields, rows }, conflicts.length]);
      expect(compareContents(first.content, second.content, standard).length > 0).toBe(JSON.stringify(shown(first.content)) !== JSON.stringify(shown(second.content)));
    }
  }
}

async function byCommand(base: Uint8Array, mine: Uint8Array, theirs: Uint8Array): Promise<Shown & { readonly conflicts: number }> {
  const host = memoryHost();
  for (const [name, bytes] of [['base.xlsx', base], ['mine.xlsx', mine], ['theirs.xlsx', theirs]] as const) host.files.set(name, bytes);
  const { out, err } = await host.run('merge', 'mine.xlsx', 'theirs.xlsx', '--base', 'base.xlsx', '--out', 'merged.xlsx', '--json');
  expect(err).toBe('');
  const merged = host.files.get('merged.xlsx') ?? new Uint8Array();
  const document: { conflicts: readonly unknown[] } = JSON.parse(out);
  expect((await createXlsxFormat().open(sourceOf(merged))).sheetNames.includes('合并冲突')).toBe(document.conflicts.length > 0);
  return { ...shown((await read(merged)).content), conflicts: document.conflicts.length };
}

describeWithOpenpyxl('copies edited in other programs', () => {
  let base: Uint8Array;
  let files: readonly Uint8Array[] = [];

  beforeAll(async () => {
    base = await fileOf(START);
    files = await saved(base, pairs.flatMap(({ mine, theirs, savings: [a, b] }) => [{ model: mine, how: a }, { model: theirs, how: b }]));
  }, 300_000);

  test(`${PAIRS} pairs saved by openpyxl, with columns put in and lists moved`, async () => {
    expect.hasAssertions();
    expect(files).toHaveLength(2 * PAIRS);
    await mergesAsContents(pairs, base, files);
  }, 300_000);

  test(`${BY_COMMAND} of them by the command line, to the merged file`, async () => {
    const [found, wanted] = [[], []] as [unknown[], unknown[]];
    for (const [i, { mine, theirs }] of pairs.slice(0, BY_COMMAND).entries()) {
      // oxlint-disable-next-line no-await-in-loop
      found.push(await byCommand(base, files[2 * i] ?? new Uint8Array(), files[2 * i + 1] ?? new Uint8Array()));
      const { fields, rows, conflicts } = expectedMerge(START, mine, theirs);
      wanted.push({ fields, rows, conflicts: conflicts.length });
    }
    expect(found).toEqual(wanted);
  }, 120_000);

  test('a header that theirs lost takes no rows away: the sheet is not merged, and that is said', async () => {
    const theirs = await runOpenpyxl("import io, sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nbook['数据_销售交付']['C3'] = '谁'\nbook['首页']['B5'] = '乙厂'\nout = io.BytesIO()\nbook.save(out)\nsys.stdout.buffer.write(out.getvalue())", [base]);
    const { fields, rows } = expectedMerge(START, START, START);
    expect(await byCommand(base, base, new Uint8Array(theirs))).toEqual({ fields: { ...fields, 'enterprise.name': '乙厂' }, rows, conflicts: 1 });
  }, 60_000);

  describeWithLibreOffice('and saved by LibreOffice', () => {
    test(`${SAVED_TWICE} pairs, mine saved by it after openpyxl, one by the command line`, async () => {
      const some = pairs.slice(0, SAVED_TWICE);
      const twice = await convert(some.map((_, i) => files[2 * i] ?? new Uint8Array()), 'xlsx:Calc MS Excel 2007 XML');
      await mergesAsContents(some, base, some.flatMap((_, i) => [twice[i] ?? new Uint8Array(), files[2 * i + 1] ?? new Uint8Array()]));
      const [first] = some;
      const { fields, rows, conflicts } = expectedMerge(START, first?.mine ?? START, first?.theirs ?? START);
      expect(await byCommand(base, twice[0] ?? new Uint8Array(), files[1] ?? new Uint8Array())).toEqual({ fields, rows, conflicts: conflicts.length });
    }, 300_000);
  });
});
