/**
 * New rows into a workbook that people went on working in: whatever they did elsewhere, afterwards the file reads as the new
 * content, every generated figure is that of the new rows, and what people did is still there.
 */
import * as fc from 'fast-check';
import { buildWorkbook } from '../../src/app/build-workbook';
import { measure } from '../../src/app/measure';
import type { OpenWorkbook } from '../../src/app/ports';
import { readContent } from '../../src/app/read-content';
import { reviseWorkbook } from '../../src/app/revise-workbook';
import { loadStandard } from '../../src/app/standard';
import { trimRows } from '../../src/core/import/trim-rows';
import { sameValue } from '../../src/core/merge/same-value';
import { address } from '../../src/core/model/address';
import type { Block } from '../../src/core/model/block';
import { cellOf } from '../../src/core/model/block-builder';
import type { CellValue } from '../../src/core/model/cell';
import type { WorkbookContent } from '../../src/core/model/content';
import type { WorkbookSpec } from '../../src/core/model/sheet-spec';
import type { CellEdit, SheetPatch, WorkbookPatch } from '../../src/core/model/workbook-patch';
import { joined, sourceOf } from '../support/memory-files';
import { memoryFormat } from '../support/memory-workbook';
import { randomContent } from '../support/random-content';
import { blocksOf, cellAt, sheetOf } from '../support/workbook-spec';

const standard = loadStandard();
const built = (content: WorkbookContent): WorkbookSpec => buildWorkbook(content, standard, measure(content));
const patched = async (book: OpenWorkbook, patch: WorkbookPatch): Promise<OpenWorkbook> => memoryFormat.open(sourceOf(await joined(book.patch(patch))));

/** Row and values of every filled row. */
function filled(blocks: readonly Block[] = [], keys: readonly string[]): readonly unknown[] {
  return blocks.flatMap((block) => Array.from({ length: block.length }, (_, i) => [block.firstRow + i, ...keys.map((key) => cellOf(block, key, i))]))
    .filter(([, ...values]) => values.some((value) => value !== null));
}

async function valuesOf(book: OpenWorkbook, sheet: string): Promise<ReadonlyMap<string, CellValue>> {
  const values = new Map<string, CellValue>();
  for await (const { row, cells } of book.rows(sheet)) for (const [column, { value }] of cells) values.set(address(row, column), value);
  return values;
}

interface Deed {
  readonly sheet: string;
  readonly edit: CellEdit;
}

/** What people do: notes far from everything, figures and formulas over ours. `pick` chooses among the formulas of the workbook. */
const deeds = fc.array(fc.record({ what: fc.constantFrom('note', 'value', 'formula', 'delete'), pick: fc.nat(), value: fc.oneof(fc.integer(), fc.constantFrom('手填', '经理的话')) }), { maxLength: 6 });

function done({ sheets }: WorkbookSpec, wishes: readonly { readonly what: string; readonly pick: number; readonly value: number | string }[]): readonly Deed[] {
  const formulas = sheets.flatMap(({ name, cells }) => cells.flatMap(({ row, column, formula }) => (formula === undefined ? [] : [{ sheet: name, row, column }])));
  const places = new Map(wishes.map(({ what, pick, value }) => {
    const { sheet, row, column } = formulas[pick % formulas.length] ?? { sheet: '', row: 1, column: 1 };
    const at = what === 'note' ? { row: 900 + (pick % 50), column: 60 } : { row, column };
    const edit: CellEdit = what === 'formula' ? { ...at, value, formula: '1+1' } : { ...at, value: what === 'delete' ? null : value };
    return [`${sheet} ${address(at.row, at.column)}`, { sheet, edit }] as const;
  }));
  return [...places.values()];
}

const patchesOf = (list: readonly Deed[]): readonly SheetPatch[] =>
  [...new Set(list.map(({ sheet }) => sheet))].map((sheet) => ({ sheet, cells: list.filter((deed) => deed.sheet === sheet).map(({ edit }) => edit) }));

test('new rows go in, every figure follows, and what people did stays', async () => {
  await fc.assert(fc.asyncProperty(randomContent(8), randomContent(8), fc.nat(), fc.boolean(), deeds, async (first, second, pick, replace, wishes) => {
    const def = standard.rawSheets[pick % standard.rawSheets.length];
    if (def === undefined) throw new Error('no raw-data sheets');
    // Few sheets: what is said holds for each alone.
    const chosen = ['home', 'summary', ...first.chosen.filter((key, i) => key === def.key || i % 7 === pick % 7)];
    const before = built({ ...first, chosen });
    const people = done(before, wishes);
    const file = await patched(await memoryFormat.open(sourceOf(await memoryFormat.write(before))), {
      sheets: patchesOf(people), add: [{ spec: sheetOf('经理的表', { cells: [cellAt(3, 3, '看板')] }), before: '首页' }],
    });
    const { content: read, places, headerRows } = await readContent(file, standard);
    const keys = def.columns.map(({ key }) => key);
    const kept = replace ? [] : trimRows(read.rows[def.key] ?? []);
    const last = kept.at(-1);
    const headerRow = headerRows[def.key] ?? 0;
    const incoming = (second.rows[def.key] ?? []).flatMap((block) => Array.from({ length: block.length }, (_, i) => keys.map((key) => cellOf(block, key, i))));
    const append = blocksOf(keys, last === undefined ? headerRow + 1 : last.firstRow + last.length, incoming);
    const wanted: WorkbookContent = { ...read, rows: { ...read.rows, [def.key]: [...kept, ...append] } };

    const list = { headerRow, columns: places[def.key] ?? {}, append, ...(replace ? { remove: 'all' as const } : {}) };
    const { patch, left } = await reviseWorkbook(file, read, wanted, [{ sheet: def.sheet, list }], standard);
    const after = await patched(file, patch);

    const { content: again, issues } = await readContent(after, standard);
    expect(issues).toEqual([]);
    expect({ ...again, rows: {} }).toEqual({ ...wanted, rows: {} });
    for (const each of standard.rawSheets.filter(({ key }) => chosen.includes(key))) {
      const columns = each.columns.map(({ key }) => key);
      expect(filled(again.rows[each.key], columns)).toEqual(filled(wanted.rows[each.key], columns));
    }
    const theirs = new Map(people.map(({ sheet, edit }) => [`${sheet}!${address(edit.row, edit.column)}`, edit.value]));
    expect(left.map(({ sheet, cell }) => `${sheet}!${cell}`).filter((place) => !theirs.has(place))).toEqual([]);
    for (const { name, cells, rawRows } of built(wanted).sheets) {
      if (rawRows !== undefined) continue;
      // oxlint-disable-next-line no-await-in-loop -- sheet by sheet
      const values = await valuesOf(after, name);
      const wrong = cells.filter(({ row, column, value }) => {
        const place = address(row, column);
        const mine = theirs.get(`${name}!${place}`);
        return !sameValue(values.get(place), mine === undefined ? value : mine);
      });
      expect([name, wrong.map(({ row, column }) => address(row, column))]).toEqual([name, []]);
    }
    for (const { sheet, edit } of people) expect(sameValue((await valuesOf(after, sheet)).get(address(edit.row, edit.column)), edit.value)).toBe(true);
    expect([after.sheetNames[0], await valuesOf(after, '经理的表')]).toEqual(['经理的表', new Map([['C3', '看板']])]);
  }), { numRuns: 12 });
}, 180_000);

test('nothing new is nothing to do', async () => {
  const [content] = fc.sample(randomContent(5), 1);
  if (content === undefined) throw new Error('no content');
  const file = await memoryFormat.open(sourceOf(await memoryFormat.write(built({ ...content, summaries: {}, chosen: ['home', ...content.chosen.slice(0, 3)] }))));
  const { content: read } = await readContent(file, standard);
  expect(await reviseWorkbook(file, read, read, [], standard)).toEqual({ patch: { sheets: [] }, left: [], leftNames: [] });
});

test('a generated cell under a merge of people is left, and the rest is written', async () => {
  const [content] = fc.sample(randomContent(5), 1);
  if (content === undefined) throw new Error('no content');
  const spec = built({ ...content, summaries: {}, chosen: ['home', 'summary'] });
  const home = spec.sheets.find(({ name }) => name === '首页');
  const file = await memoryFormat.open(sourceOf(await memoryFormat.write(spec)));
  const { content: read } = await readContent(file, standard);
  const lastCheck = { summary: '没有发现问题', stages: {} };
  const { patch } = await reviseWorkbook(file, read, read, [], standard, { lastCheck });
  const edits = patch.sheets?.find(({ sheet }) => sheet === '首页')?.cells ?? [];
  const [covered, ...others] = edits;
  if (home === undefined || covered === undefined) throw new Error('nothing is stamped');
  const merges = [...(home.merges ?? []), `${address(covered.row, covered.column - 1)}:${address(covered.row, covered.column)}`];
  const merged = await memoryFormat.open(sourceOf(await memoryFormat.write({ ...spec, sheets: spec.sheets.map((sheet) => (sheet === home ? { ...sheet, merges } : sheet)) })));
  const revision = await reviseWorkbook(merged, read, read, [], standard, { lastCheck });
  expect(revision.left).toEqual([{ sheet: '首页', cell: address(covered.row, covered.column) }]);
  expect(revision.patch.sheets?.find(({ sheet }) => sheet === '首页')?.cells ?? []).toEqual(others);
  await expect(patched(merged, revision.patch)).resolves.toBeDefined();
});
