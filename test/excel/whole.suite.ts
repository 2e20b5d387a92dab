/** The whole workbook is the same in Excel and in the file, and goes over in a few requests of bounded size. */
import { beforeAll, expect, test } from '@jest/globals';
import { addWorkbook } from '../../src/app/add-workbook';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { filledWorkbook } from '../support/excel-rules-workbooks';
import { calculatorOf } from '../support/excel-wire/calculator';
import type { ExcelPage } from '../support/excel-wire/excel-page';
import { bookCharts } from '../support/excel-wire/charts-said';
import { createBook, sheetOf } from '../support/excel-wire/model';
import { saidOf } from '../support/excel-wire/same-workbook';
import { fileCharts } from '../support/file-charts';
import { sourceOf } from '../support/memory-files';

/** What may go over the wire at once. */
const MOST = 2_000_000;
const xlsx = createXlsxFormat();

export function wholeSuite(excel: () => ExcelPage): void {
  const spec = filledWorkbook(7);
  let id = '';
  let left: unknown;
  beforeAll(async () => {
    ({ id } = excel().serve(createBook(calculatorOf(spec))));
    left = await (await excel().open(id)).apply(addWorkbook(spec));
  }, 240_000);

  test('goes over in a few requests of bounded size', () => {
    const { counts, session } = excel().server.get(id);
    expect(session.breaches).toEqual([]);
    // The npm client has no notes yet.
    expect(left).toEqual(spec.sheets.filter((sheet) => sheet.cells.some(({ note }) => note !== undefined)).map(({ name }) => ({ what: 'notes', sheet: name })));
    const cells = spec.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
    expect(cells).toBeGreaterThan(5000);
    // Opening, the survey, and the content by size.
    expect(counts.syncs).toBeLessThanOrEqual(2 + Math.ceil(counts.sent / 600_000));
    expect(counts.syncs).toBeLessThanOrEqual(24);
    expect(counts.largestRequest).toBeLessThan(MOST);
    expect(counts.largestAnswer).toBeLessThan(MOST);
  });

  test('draws the same charts with the same series, titles and looks, in the same places', async () => {
    const file = fileCharts(await xlsx.write(spec));
    const { book } = excel().server.get(id);
    const drawn = bookCharts(book);
    expect(drawn.size).toBeGreaterThan(3);
    expect([...drawn.keys()].sort()).toEqual([...file.keys()].sort());
    for (const [name, chart] of file) expect([name, drawn.get(name)]).toEqual([name, chart]);
    const kinds = new Set([...file.values()].flatMap(({ series }) => series.map(({ kind, secondary }) => `${kind} ${secondary}`)));
    expect(kinds).toEqual(new Set(['bar false', 'line false', 'bar true', 'line true']));
  }, 60_000);

  test('has rows of the same height', () => {
    for (const { name, rowHeights = {} } of spec.sheets) {
      const { settings } = sheetOf(excel().server.get(id).book, name);
      expect([name, Object.keys(rowHeights).filter((row) => settings.get(`height ${row}:${row}`) !== rowHeights[Number(row)])]).toEqual([name, []]);
    }
  });

  test('holds the same cells, formulas, dates, rules, names and formats as the file', async () => {
    const file = await saidOf(await xlsx.open(sourceOf(await xlsx.write(spec))));
    const inExcel = await saidOf(await excel().open(id));
    expect(Object.keys(inExcel.sheets).filter((name) => name !== 'Sheet1')).toEqual(Object.keys(file.sheets));
    expect(inExcel.names).toEqual(file.names);
    expect(inExcel.cells).toEqual(file.cells);
    for (const [name, sheet] of Object.entries(file.sheets)) expect([name, inExcel.sheets[name]]).toEqual([name, sheet]);
  }, 240_000);
}
