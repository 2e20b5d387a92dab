/** A workbook is a function of its content: what was written is what is read. */
import * as fc from 'fast-check';
import { buildWorkbook } from '../../src/app/build-workbook';
import { makeContent } from '../../src/app/make-content';
import { measure } from '../../src/app/measure';
import { readContent, type ContentReading } from '../../src/app/read-content';
import { loadStandard } from '../../src/app/standard';
import { BlockBuilder } from '../../src/core/model/block-builder';
import type { CellValue } from '../../src/core/model/cell';
import type { WorkbookContent } from '../../src/core/model/content';
import type { FieldPlace } from '../../src/core/model/form';
import { FIRST_DATA_ROW, type RawSheetDef, type ValueKind } from '../../src/core/model/raw-sheet';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { sourceOf } from '../support/memory-files';

const standard = loadStandard();
const xlsx = createXlsxFormat();

const text = fc.oneof(
  fc.constantFrom('示例', ' 前后空格 ', '第一行\n第二行', '=1+1', '0012', '<b>&"\'</b>', '_x0041_', '😀𠮷', '9.13205E+17', 'TRUE', '#N/A', '2024-05-06'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);
const number = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((n) => (n === 0 ? 0 : n)), fc.constantFrom(0.1 + 0.2, 45_292, 45_292.5, 1e-7));
/** People type anything anywhere. */
const cell: fc.Arbitrary<CellValue> = fc.oneof(text, number, fc.boolean(), fc.constantFrom({ error: '#N/A' }, { error: '#DIV/0!' }));

function rowsOf(def: RawSheetDef): fc.Arbitrary<WorkbookContent['rows'][string]> {
  const row = fc.array(fc.option(cell, { freq: 4 }), { minLength: def.columns.length, maxLength: def.columns.length });
  return fc.array(row, { maxLength: 5 }).map((rows) => {
    const builder = new BlockBuilder(def.columns.map(({ key }) => key));
    rows.forEach((values, i) => {
      if (values.some((value) => value !== null)) builder.add(FIRST_DATA_ROW + i, values);
    });
    return builder.blocks();
  });
}

function entryOf(place: FieldPlace): fc.Arbitrary<CellValue> {
  const byKind: Partial<Record<ValueKind, fc.Arbitrary<CellValue>>> = { date: fc.integer({ min: 45_000, max: 47_000 }), number, count: fc.nat(), money: number };
  return fc.oneof({ weight: 4, arbitrary: byKind[place.kind] ?? text }, { weight: 1, arbitrary: fc.oneof(text, number) });
}

function entriesOf(places: readonly FieldPlace[]): fc.Arbitrary<Readonly<Record<string, CellValue>>> {
  return fc
    .subarray([...places], { maxLength: Math.min(12, places.length) })
    .chain((some) => fc.tuple(...some.map((place) => entryOf(place).map((value) => [place.key, value] as const))))
    .map((pairs) => Object.fromEntries(pairs));
}

const content: fc.Arbitrary<WorkbookContent> = fc
  .record({ forms: fc.subarray(standard.library.forms.filter(({ key }) => key !== 'home')), sheets: fc.subarray([...standard.rawSheets], { maxLength: 5 }) })
  .chain(({ forms, sheets }) => {
    const home = standard.library.forms.filter(({ key }) => key === 'home');
    const chosen = [...standard.library.forms.filter((form) => home.includes(form) || forms.includes(form)), ...standard.rawSheets.filter((def) => sheets.includes(def))].map(({ key }) => key);
    const record = <T>(keys: readonly string[], of: (key: string) => fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> => fc.record(Object.fromEntries(keys.map((key) => [key, of(key)])));
    const formKeys = [...home, ...forms].map(({ key }) => key);
    return fc
      .record({
        entries: record(formKeys, (key) => entriesOf(standard.fields[key] ?? [])),
        rows: record(sheets.map(({ key }) => key), (key) => rowsOf(standard.rawSheets.find((def) => def.key === key) ?? sheets[0]!)),
        weights: fc.array(fc.record({ item: text, weight: number }), { maxLength: 3 }),
      })
      .map(({ entries, rows, weights }) => makeContent({ chosen, entries, rows, side: sheets.some(({ key }) => key === 'satisfaction') && weights.length > 0 ? { satisfaction: weights } : {} }));
  });

async function roundTrip(written: WorkbookContent): Promise<ContentReading> {
  const bytes = await xlsx.write(buildWorkbook(written, standard, measure(written)));
  return readContent(await xlsx.open(sourceOf(bytes)), standard);
}

test('whatever was typed comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(content, async (written) => {
      const { content: read, issues } = await roundTrip(written);
      expect(issues).toEqual([]);
      expect(read).toEqual(written);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('every field of every form has a cell of its own', async () => {
  const entries = Object.fromEntries(Object.entries(standard.fields).map(([form, places]) => [form, Object.fromEntries(places.map(({ key }) => [key, `${form} ${key}`]))]));
  const written = makeContent({ chosen: [...standard.library.forms, ...standard.rawSheets].map(({ key }) => key), entries, rows: Object.fromEntries(standard.rawSheets.map(({ key }) => [key, []])), side: {} });
  expect((await roundTrip(written)).content.entries).toEqual(entries);
}, 60_000);
