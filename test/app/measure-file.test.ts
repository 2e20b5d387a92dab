/** Measuring rows as they pass by gives what measuring them in memory gives, and reads no more than it must. */
import * as fc from 'fast-check';
import { buildWorkbook } from '../../src/app/build-workbook';
import { makeContent } from '../../src/app/make-content';
import { MEASURED, measure } from '../../src/app/measure';
import { measureFile, measureRows } from '../../src/app/measure-file';
import type { ReadableWorkbook } from '../../src/app/ports';
import { readContent } from '../../src/app/read-content';
import { loadStandard } from '../../src/app/standard';
import { columnsOf } from '../../src/core/metric/columns-of';
import type { WorkbookContent } from '../../src/core/model/content';
import { memoryFiles } from '../support/memory-files';
import { memoryFormat, memoryWorkbook } from '../support/memory-workbook';
import { randomContent } from '../support/random-content';

const standard = loadStandard();

/** With the periods as entries of the home sheet, which is where a file has them. */
function typed({ rows, side, periods }: WorkbookContent): WorkbookContent {
  const home = periods === null ? {} : {
    'periods.baseline.start': periods.baseline.start, 'periods.baseline.end': periods.baseline.end,
    'periods.current.start': periods.current.start, 'periods.current.end': periods.current.end, asOf: periods.asOf,
  };
  return makeContent({ chosen: [...standard.library.forms, ...standard.rawSheets].map(({ key }) => key), entries: { home }, rows, side });
}

const bookOf = (content: WorkbookContent): ReadableWorkbook => memoryWorkbook(buildWorkbook(content, standard, measure(content)));

/** Columns that were asked for, by sheet. */
function watched(book: ReadableWorkbook): { readonly book: ReadableWorkbook; readonly asked: Map<string, readonly string[]> } {
  const asked = new Map<string, readonly string[]>();
  return { asked, book: { ...book, blocks: (sheet, columns, options) => (asked.set(sheet, Object.keys(columns)), book.blocks(sheet, columns, options)) } };
}

test('every metric, as over rows in memory', async () => {
  const measuredAll = new Set<string>();
  await fc.assert(
    fc.asyncProperty(randomContent(), async (random) => {
      const book = bookOf(typed(random));
      const { content } = await readContent(book, standard);
      const { measurement, content: without } = await measureRows(book, standard);
      const expected = measure(content);
      // Charts are drawn of whole workbooks only.
      expect(measurement).toEqual({ ...expected, paretos: [] });
      expect(without).toEqual({ ...content, rows: {} });
      for (const { key, status } of expected.results) if (status === 'ok') measuredAll.add(key);
    }),
    { numRuns: 6 },
  );
  // Not for want of figures.
  expect(measuredAll.size).toBeGreaterThan(20);
}, 60_000);

test('columns that no metric looks at are not read, nor anything while the periods are missing', async () => {
  const [content] = fc.sample(randomContent(), { numRuns: 1, seed: 1 });
  if (content === undefined) throw new Error('no content');
  const { book, asked } = watched(bookOf(typed(content)));
  await measureRows(book, standard);
  const sheet = '数据_销售交付';
  expect(asked.get(sheet)).toEqual(expect.arrayContaining(['dueDate', 'deliveryDate']));
  expect(asked.get(sheet)).not.toContain('orderNo');
  const blank = watched(bookOf(typed({ ...content, periods: null })));
  const { measurement } = await measureRows(blank.book, standard);
  expect([...blank.asked.keys()]).toEqual([]);
  expect(new Set(measurement.results.map(({ status }) => status))).toEqual(new Set(['no-data']));
});

test('what sampling units are counted by is among the columns that a metric looks at', () => {
  const clustered = MEASURED.filter(({ grouping }) => grouping?.cluster !== undefined);
  expect(clustered.length).toBeGreaterThan(0);
  for (const def of clustered) expect(columnsOf(def, 0)).toContain(def.grouping?.cluster?.column);
});

test('failures name the file', async () => {
  const host = { files: memoryFiles(new Map()), xlsx: memoryFormat };
  await expect(measureFile('没有.xlsx', host, standard)).rejects.toMatchObject({ code: 'file/missing', params: { path: '没有.xlsx' } });
});
