/**
 * Our reader against openpyxl's and LibreOffice's, cell by cell, on the whole corpus and on random workbooks; and on kept
 * fixtures by hand. Every difference that is none of ours is listed with its reason.
 */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValue, SheetCell } from '../../../../src/core/model/cell';
import { createXlsxFormat } from '../../../../src/host/xlsx/format';
import { buildCorpus } from '../../../support/corpus/build-corpus';
import { readByLibreOffice } from '../../../support/fuzz/judge-libreoffice';
import { readByOpenpyxl, type OpenpyxlReading } from '../../../support/fuzz/judge-openpyxl';
import { randomWorkbook } from '../../../support/fuzz/random-workbook';
import { readAll } from '../../../support/fuzz/read-all';
import type { StrictReading } from '../../../support/fuzz/strict-workbook';
import { writeRandomWorkbook } from '../../../support/fuzz/write-workbook';
import { describeWithLibreOffice } from '../../../support/libreoffice';
import { describeWithOpenpyxl, runOpenpyxl } from '../../../support/openpyxl';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '..', 'fixtures', name)));
const ours = (bytes: Uint8Array): Promise<StrictReading> => readAll(createXlsxFormat(), bytes);

interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MANY = String.raw`
import openpyxl, random, datetime, sys, io
random.seed(7)
wb = openpyxl.Workbook()
formats = ["General", "0.00", "yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "h:mm", "[h]:mm:ss", "#,##0.00;[Red]-#,##0.00", "@", "0%", "mmm-yy"]
for s in range(3):
    ws = wb.active if s == 0 else wb.create_sheet("表 %d" % s)
    for r in range(1, 60):
        for c in range(1, 12):
            k = random.randrange(8)
            cell = ws.cell(r * (s + 1), c * (1 + 20 * s))
            if k == 0: continue
            cell.value = [None, random.uniform(-1e6, 1e6), random.randrange(40000, 46000), "文 <%d> & \"q\"" % r, " 空格 ", random.random() < .5, "=A%d*2" % r, "#DIV/0!"][k]
            cell.number_format = random.choice(formats)
out = io.BytesIO(); wb.save(out); sys.stdout.buffer.write(out.getvalue())
`;

/** The corpus, openpyxl's own hundreds of cells, the kept files: made once. */
let corpus: Promise<readonly Named[]> | undefined;
function allFiles(): Promise<readonly Named[]> {
  corpus ??= (async () => [
    ...(await buildCorpus()).files,
    { name: 'many.xlsx', bytes: new Uint8Array(await runOpenpyxl(MANY)) },
    ...['openpyxl.xlsx', 'libreoffice.xlsx'].map((name) => ({ name: `kept ${name}`, bytes: fixture(name) })),
  ])();
  return corpus;
}

/** What openpyxl cannot read, though it is a workbook: file -> its words. */
const REFUSED_BY_OPENPYXL: Readonly<Record<string, RegExp>> = {
  // It looks for the main part's content type among the overrides alone.
  'content-types-by-default.xlsx': /KeyError/,
  // It looks for the styles under their usual path alone.
  'odd-part-names.xlsx': /IndexError/,
};
/** openpyxl does not know the strict namespaces: it finds no sheets. */
const WITHOUT_SHEETS_FOR_OPENPYXL = new Set(['strict-namespaces.xlsx']);
/** It counts dialogue and macro sheets among the worksheets. */
const NO_WORKSHEETS = new Set(['对话', '宏']);
/** It leaves days in the date system of the file; times of day are the same in either. */
const DATES_OF_1904 = new Set(['openpyxl-dates-1904.xlsx']);
const SHIFT_1904 = 1462;

const shown = (value: CellValue, date: boolean, formula: string | null): string => JSON.stringify([value, date, formula]);

/** An empty text as a formula's result is nothing to openpyxl; it leaves prefixes of later functions and the empty text of data tables as they are. */
function theirCells(file: string, cells: Extract<OpenpyxlReading, { sheets: unknown }>['sheets'][number][1]): ReadonlyMap<string, string> {
  return new Map(cells.flatMap(([name, read, dated, formula]) => {
    const text = formula === null || formula === '' ? null : formula.replace(/_xlfn\.(?:_xlws\.)?/g, '');
    let value = read === '' ? null : read;
    const date = dated && typeof value === 'number';
    if (date && typeof value === 'number' && value >= 1 && DATES_OF_1904.has(file)) value += SHIFT_1904;
    return text === null && value === null ? [] : [[name, shown(value, date, text)] as const];
  }));
}

/** It takes a reference before an exponent, `B3+1E3`, for one number, and does not move it. */
const NOT_MOVED = /\+1E3"\]$/;

/** It leaves `_xHHHH_` as it is in texts, not in all of them; of shared ones it takes every `x005F_` out, escape or not. */
function escaped(expected: string | undefined, found: string | undefined): boolean {
  if (found?.includes('x005F_') === true && found.replaceAll('x005F_', '') === expected) return true;
  return expected !== undefined && expected.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => JSON.stringify(String.fromCharCode(Number.parseInt(hex, 16))).slice(1, -1)) === found;
}

function againstOpenpyxl(file: string, reading: StrictReading, theirs: OpenpyxlReading): readonly string[] {
  if ('refused' in theirs) return REFUSED_BY_OPENPYXL[file]?.test(theirs.refused) === true ? [] : [`${file}: openpyxl says ${theirs.refused}`];
  if (WITHOUT_SHEETS_FOR_OPENPYXL.has(file)) return theirs.sheets.length === 0 ? [] : [`${file}: openpyxl reads it now`];
  const sheets = theirs.sheets.filter(([name]) => !NO_WORKSHEETS.has(name));
  const names = sheets.map(([name]) => name);
  if (names.join('|') !== reading.sheetNames.join('|')) return [`${file}: sheets ${reading.sheetNames.join()}, not ${names.join()}`];
  return sheets.flatMap(([sheet, cells]) => {
    const expected = theirCells(file, cells);
    const found = new Map([...(reading.sheets.get(sheet) ?? [])].map(([name, { value, date, formula }]) => [name, shown(value === '' ? null : value, date === true, formula ?? null)]));
    return [...new Set([...expected.keys(), ...found.keys()])].filter((name) => expected.get(name) !== found.get(name) && !escaped(expected.get(name), found.get(name)) && !(NOT_MOVED.test(expected.get(name) ?? '') && NOT_MOVED.test(found.get(name) ?? ''))).map((name) => `${file} ${sheet}!${name} ${String(found.get(name))}, openpyxl ${String(expected.get(name))}`);
  });
}

/** LibreOffice refreshes pivots when it opens them: the headings and totals that it then writes are not those of the file. */
const REFRESHED = /^(pivot-slicer-timeline|openpyxl-pivot-preserved|libreoffice-pivot)\.xlsx 透视!(A3|B3|A9|B9)$/;
/** It does not find shared strings whose target begins with `./`, and shows their cells blank. */
const WITHOUT_TEXTS = 'odd-part-names.xlsx 一!';
/** It leaves out the cells of a data table that it cannot calculate. */
const DATA_TABLE = 'formulas-calc-chain.xlsx 清单!A11';
/** Half a second: LibreOffice writes dates as days and whole seconds. */
const TIME_TOLERANCE = 0.5 / 86_400;

/** Numbers have 15 digits in what LibreOffice writes. */
function sameValue(found: SheetCell | undefined, expected: CellValue): boolean {
  const value = found?.value ?? null;
  if (typeof value !== 'number' || typeof expected !== 'number') return JSON.stringify(value) === JSON.stringify(expected);
  const digit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 14);
  return value === expected || Math.abs(value - expected) <= 0.7 * digit || (found?.date === true && Math.abs(value - expected) <= TIME_TOLERANCE);
}

describe('kept files', () => {
  it.each(['openpyxl.xlsx', 'libreoffice.xlsx'])('%s', async (name) => {
    const { sheetNames, names, sheets } = await ours(fixture(name));
    expect(sheetNames).toEqual(['数据 一', '隐']);
    expect(names.get('区')).toBe("'数据 一'!$A$1:INDEX('数据 一'!$A:$A,3)");
    expect(Object.fromEntries(sheets.get('数据 一') ?? [])).toMatchObject({
      A2: { value: '00123' }, B2: { value: 45_292, date: true }, D2: { value: ' 前后空格 ' }, E2: { value: 45_292, date: true }, F2: { value: 1.5, date: true },
      G2: { value: 7 }, A3: { value: 'A&B <c>' }, D3: { value: '二行\n文字' }, A4: { value: '=1+1' }, B4: { value: 0.25, date: true }, C4: { value: -1e21 },
      A6: { value: true }, B6: { value: { error: '#N/A' } }, XFD9: { value: '末' },
    });
    expect(sheets.get('数据 一')?.get('G2')).toEqual({ value: 7 });
    expect(sheets.get('数据 一')?.get('B3')?.value).toBeCloseTo(45_351 + 12.5 / 24, 8);
  });
});

describeWithOpenpyxl('against openpyxl', () => {
  it('the corpus: values, dates, formulas', async () => {
    const files = await allFiles();
    const theirs = await readByOpenpyxl(files.map(({ bytes }) => bytes));
    let cells = 0;
    const differences: string[] = [];
    for (const [i, { name, bytes }] of files.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one file after the other
      const reading = await ours(bytes).catch((error: Error) => error.message);
      if (typeof reading === 'string') differences.push(`${name}: ${reading}`);
      else {
        for (const sheet of reading.sheets.values()) cells += sheet.size;
        differences.push(...againstOpenpyxl(name, reading, theirs[i] ?? { refused: 'nothing' }));
      }
    }
    expect(differences).toEqual([]);
    expect([files.length >= 60, cells > 5000]).toEqual([true, true]);
  }, 300_000);

  it('random workbooks, those that it can read', async () => {
    const drawn = fc.sample(randomWorkbook, { seed: 29_500, numRuns: 60 }).filter(({ date1904 }) => !date1904);
    const files = drawn.map((workbook) => zipSync(Object.fromEntries(writeRandomWorkbook(workbook, true))));
    const theirs = await readByOpenpyxl(files);
    let judged = 0;
    for (const [i, bytes] of files.entries()) {
      const judge = theirs[i];
      if (judge === undefined || 'refused' in judge || judge.sheets.length === 0) continue;
      // oxlint-disable-next-line no-await-in-loop -- one file after the other
      expect(againstOpenpyxl(`random ${i}`, await ours(bytes), judge)).toEqual([]);
      judged++;
    }
    expect(judged).toBeGreaterThan(10);
  }, 120_000);
});

describeWithLibreOffice('against LibreOffice', () => {
  it('the corpus: values of the cells that it does not calculate', async () => {
    const files = await allFiles();
    const theirs = await readByLibreOffice(files.map(({ bytes }) => bytes));
    let cells = 0;
    const differences: string[] = [];
    for (const [i, { name: file, bytes }] of files.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one file after the other
      const reading = await ours(bytes).catch((error: Error) => error.message);
      if (typeof reading === 'string') differences.push(`${file}: ${reading}`);
      else for (const [sheet, found] of reading.sheets) {
        const judge = theirs[i]?.get(sheet);
        if (judge === undefined) differences.push(`${file}: LibreOffice has no ${sheet}`);
        for (const name of new Set([...found.keys(), ...(judge?.keys() ?? [])])) {
          const place = `${file} ${sheet}!${name}`;
          if (found.get(name)?.formula !== undefined || REFRESHED.test(place) || place === DATA_TABLE || (place.startsWith(WITHOUT_TEXTS) && typeof found.get(name)?.value === 'string' && judge?.has(name) === false) || (judge?.has(name) === true && judge.get(name) === undefined)) continue;
          cells++;
          if (!sameValue(found.get(name), judge?.get(name) ?? null)) differences.push(`${place} ${JSON.stringify(found.get(name))}, LibreOffice ${JSON.stringify(judge?.get(name))}`);
        }
      }
    }
    expect(differences).toEqual([]);
    expect(cells).toBeGreaterThan(4000);
  }, 400_000);
});
