/** The whole workbook, blank and filled, under the rules of Excel; and loaded and saved by openpyxl and LibreOffice. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { WorkbookSpec } from '../../../src/core/model/sheet-spec';
import { writeWorkbook } from '../../../src/host/xlsx/write/workbook';
import { packageFaults } from '../../support/excel-rules-package';
import { areasOf, overlap } from '../../support/excel-rules-ranges';
import { specFaults } from '../../support/excel-rules-spec';
import { blankWorkbook, filledWorkbook } from '../../support/excel-rules-workbooks';
import { convert, describeWithLibreOffice } from '../../support/libreoffice';
import { describeWithOpenpyxl, openpyxlLoadsAll, runOpenpyxl } from '../../support/openpyxl';

const SEED = 20_244_918;
const workbooks: { readonly name: string; readonly spec: WorkbookSpec; readonly bytes: Uint8Array }[] = [];
beforeAll(async () => {
  for (const [name, spec] of [['blank', blankWorkbook()], ['filled', filledWorkbook(SEED)]] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one workbook in memory at a time
    workbooks.push({ name, spec, bytes: await writeWorkbook(spec) });
  }
}, 120_000);

function formulasOf(spec: WorkbookSpec): number {
  return spec.sheets.flatMap(({ cells }) => cells).filter(({ formula }) => formula !== undefined).length;
}

describe('the whole workbook', () => {
  it('holds sheets of every kind, thousands of formulas, and texts that need escaping', () => {
    for (const { spec } of workbooks) {
      expect(spec.sheets.length).toBeGreaterThan(35);
      expect(formulasOf(spec)).toBeGreaterThan(5000);
      expect(spec.sheets.filter(({ table }) => table !== undefined).length).toBeGreaterThan(20);
    }
    expect(workbooks[1]?.spec.sheets.some(({ cells }) => cells.some(({ value }) => typeof value === 'string' && value.includes('<b>&"')))).toBe(true);
  });

  it.each([0, 1])('breaks no rule of Excel as data (%s)', (i) => {
    expect(specFaults(workbooks[i]?.spec ?? blankWorkbook())).toEqual([]);
  });

  it.each([0, 1])('breaks no rule of Excel as a package (%s)', (i) => {
    expect(packageFaults(workbooks[i]?.bytes ?? new Uint8Array())).toEqual([]);
  });
});

/** Loads and saves again with every warning turned into an error. */
const SAVE = String.raw`
import base64, json, sys, warnings
warnings.simplefilter("error")
import io, openpyxl
out = []
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    saved = io.BytesIO()
    book.save(saved)
    out.append(base64.b64encode(saved.getvalue()).decode())
json.dump(out, sys.stdout)
`;

describeWithOpenpyxl('the whole workbook, loaded and saved by openpyxl', () => {
  it('warns of nothing, and keeps formulas, names, cell rules and tables', async () => {
    const files = workbooks.map(({ bytes }) => bytes);
    const saved = z.array(z.string()).parse(JSON.parse((await runOpenpyxl(SAVE, files)).toString('utf8'))).map((text) => Uint8Array.from(Buffer.from(text, 'base64')));
    const before = await openpyxlLoadsAll(files);
    const after = await openpyxlLoadsAll(saved);
    before.forEach((book, i) => {
      const again = after[i];
      expect(again?.names).toEqual(book.names);
      book.sheets.forEach((sheet, s) => {
        const same = again?.sheets[s];
        expect(same?.validations).toEqual(sheet.validations);
        expect(same?.tables).toEqual(sheet.tables);
        expect(same?.merges).toEqual(sheet.merges);
        expect(same?.cells.filter(({ formula }) => formula !== null).map(({ row, column, formula }) => [row, column, formula]))
          .toEqual(sheet.cells.filter(({ formula }) => formula !== null).map(({ row, column, formula }) => [row, column, formula]));
      });
      expect(book.sheets.flatMap(({ cells }) => cells).filter(({ formula }) => formula !== null).length).toBeGreaterThan(3000);
    });
  }, 180_000);
});

describeWithLibreOffice('the whole workbook, loaded and saved by LibreOffice', () => {
  it('keeps every formula, name, cell rule and merge', async () => {
    const [saved] = await openpyxlLoadsAll(await convert([workbooks[1]?.bytes ?? new Uint8Array()], 'xlsx:Calc MS Excel 2007 XML'));
    const spec = workbooks[1]?.spec;
    expect(Object.keys(saved?.names ?? {}).sort()).toEqual(expect.arrayContaining(spec?.names.map(({ name }) => name) ?? ['?']));
    for (const sheet of spec?.sheets ?? []) {
      const same = saved?.sheets.find(({ name }) => name === sheet.name);
      expect(same?.merges.length).toBe(sheet.merges?.length ?? 0);
      // Equal rules of several places become one rule.
      const ruled = same?.validations.flatMap(({ ref }) => areasOf(ref, [])) ?? [];
      for (const { ref } of sheet.validations ?? []) expect([ref, areasOf(ref, []).every(({ area }) => ruled.some((other) => overlap(other.area, area)))]).toEqual([ref, true]);
      expect(same?.tables.map(({ name }) => name)).toEqual(sheet.table === undefined ? [] : [sheet.table.name]);
    }
    const kept = saved?.sheets.flatMap(({ cells }) => cells).filter(({ formula }) => formula !== null).length ?? 0;
    const plain = spec?.sheets.flatMap(({ cells }) => cells).filter(({ formula, array }) => formula !== undefined && array !== true).length ?? 0;
    expect(kept).toBeGreaterThanOrEqual(plain);
  }, 240_000);
});
