/** Editing a workbook in place loses nothing: every edit over the whole corpus, held by a comparison that is not ours and by two other programs. */
import { buildCorpus, handmadeFiles } from '../support/corpus/build-corpus';
import { compare } from '../support/corpus/compare';
import { book, pack } from '../support/corpus/by-hand/book';
import type { CorpusFile } from '../support/corpus/corpus-file';
import { EDITS, editOf, editWithExceljs } from '../support/corpus/edits';
import { countFeatures } from '../support/corpus/features';
import { openInLibreOffice, openInOpenpyxl } from '../support/corpus/openers';
import { viewPackage } from '../support/corpus/package-view';
import { damageOf, openingDamage, pairsOf, tryEdits, type Trial } from '../support/corpus/trials';
import { describeWithLibreOffice } from '../support/libreoffice';
import { describeWithOpenpyxl } from '../support/openpyxl';

let files: readonly CorpusFile[];
let trials: readonly Trial[];

beforeAll(async () => {
  ({ files } = await buildCorpus());
  trials = await tryEdits(files, EDITS, 'ours');
}, 120_000);

const named = (list: readonly (readonly [Trial, readonly string[]])[]): readonly string[] => list.filter(([, said]) => said.length > 0).map(([{ name, file }, said]) => `${name} in ${file.name}: ${said.join('; ')}`);

describe('the corpus', () => {
  it('holds every feature that is counted', () => {
    const held = new Set(files.flatMap(({ bytes }) => [...countFeatures(viewPackage(bytes))].filter(([, count]) => count > 0).map(([feature]) => feature)));
    const counted = [...countFeatures(viewPackage(book('empty.xlsx', {}).bytes)).keys()];
    expect(counted.length).toBeGreaterThan(60);
    expect(counted.filter((feature) => !held.has(feature) && (files.some(({ madeBy }) => madeBy === 'openpyxl') || !/trend|outline|sheet views/.test(feature)))).toEqual([]);
  });

  it('gets every edit, but where a sheet has no room for rows', () => {
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    expect(files.length * EDITS.length - trials.length).toBeLessThanOrEqual(2);
    expect(trials.filter(({ name }) => name !== 'rows').length).toBe(files.length * (EDITS.length - 1));
  });
});

describe('an edit in place', () => {
  it.each(EDITS)('%s: no feature lost, no fault, no other cell changed, every part that it does not concern the same bytes', (name) => {
    expect(named(trials.filter((trial) => trial.name === name).map((trial) => [trial, damageOf(trial, true)]))).toEqual([]);
  });

  describeWithOpenpyxl('opened by openpyxl', () => {
    it('shows the same values, formulas, looks, merges and widths', async () => {
      const pairs = pairsOf(trials);
      const opened = await openInOpenpyxl(pairs.map(([, pair]) => pair));
      expect(named(pairs.map(([trial], i) => [trial, openingDamage('openpyxl', opened[i] ?? { before: true, after: false, differences: ['no answer'] })]))).toEqual([]);
      // It cannot read the strict form, nor a workbook part by a content type of its ending.
      expect(opened.filter(({ before }) => before).length).toBeGreaterThan(opened.length * 0.9);
    }, 120_000);
  });

  describeWithLibreOffice('opened by LibreOffice', () => {
    it('shows the same values: every second file with one of the edits, in turn', async () => {
      const chosen = new Map(files.filter((_, i) => i % 2 === 0).map((file, i) => [file, EDITS[i % EDITS.length]]));
      const pairs = pairsOf(trials.filter(({ file, name }) => chosen.get(file) === name));
      const opened = await openInLibreOffice(pairs.map(([, pair]) => pair));
      expect(named(pairs.map(([trial], i) => [trial, openingDamage('LibreOffice', opened[i] ?? { before: true, after: false, differences: ['no answer'] })]))).toEqual([]);
      expect(opened.filter(({ before }) => before).length).toBe(opened.length);
    }, 180_000);
  });
});

/** A comparison that finds nothing must be able to find something. */
describe('the comparison', () => {
  const base = book('base.xlsx', { afterData: '<mergeCells count="1"><mergeCell ref="F1:G2"/></mergeCells>' });
  const view = viewPackage(base.bytes);
  const edit = editOf('number', view);
  const changed = (change: (parts: Record<string, string>) => void): readonly string[] => {
    const parts = Object.fromEntries([...view.entries].map(([path, { bytes }]) => [path, new TextDecoder().decode(bytes)]));
    change(parts);
    if (edit === null) throw new Error('no edit');
    return damageOf({ file: base, name: 'number', edit, result: { bytes: new Uint8Array(), comparison: compare(view, pack(parts), edit) } }, true);
  };
  const sheet = 'xl/worksheets/sheet1.xml';
  const swap = (path: string, from: string | RegExp, to: string) => (parts: Record<string, string>): void => { parts[path] = (parts[path] ?? '').replace(from, to); };

  it.each<[string, (parts: Record<string, string>) => void, string]>([
    ['nothing where nothing changed', () => undefined, 'nothing'],
    ['a merge gone', swap(sheet, /<mergeCells.*<\/mergeCells>/, ''), 'lost: merges'],
    ['a value changed', swap(sheet, '<c r="B3"><v>4.5</v>', '<c r="B3"><v>4.6</v>'), 'cell changed: 清单!3,2'],
    ['a formula lost', swap(sheet, '<f>B3*2</f>', ''), 'lost: formulas'],
    ['elements in the wrong order', swap(sheet, /(<sheetData>.*<\/sheetData>)(<mergeCells.*<\/mergeCells>)/s, '$2$1'), 'fault: xl/worksheets/sheet1.xml: sheetData too late in worksheet'],
    ['cells in the wrong order', swap(sheet, '<c r="B3">', '<c r="E3"/><c r="B3">'), 'out of place'],
    ['XML that is broken', swap(sheet, '</sheetData>', ''), 'fault: xl/worksheets/sheet1.xml'],
    ['a prefix that nothing declares', swap(sheet, '<mergeCell ', '<x:mergeCell '), 'nothing declares'],
    ['a part without a type', (parts) => { parts['xl/new.odd'] = 'x'; }, 'no content type: xl/new.odd'],
    ['a part gone', (parts) => { parts['xl/theme/theme1.xml'] = ''; }, 'part gone: xl/theme/theme1.xml'],
    ['a part touched that is not concerned', swap('xl/styles.xml', 'Calibri', 'Arial'), 'part touched: xl/styles.xml'],
    ['an id given twice', swap('xl/_rels/workbook.xml.rels', 'rId2', 'rId1'), 'relationship twice: rid1'],
  ])('sees %s', (_, change, words) => {
    expect(changed(change).join('\n') || 'nothing').toContain(words);
  });

  it('sees what exceljs does to a slicer', async () => {
    const file = handmadeFiles().find(({ name }) => name === 'table-slicer.xlsx');
    const before = viewPackage(file?.bytes ?? new Uint8Array());
    const typing = editOf('number', before);
    if (typing === null || file === undefined) throw new Error('no slicer');
    expect(compare(before, await editWithExceljs(file.bytes, typing), typing).features).toEqual(expect.arrayContaining(['slicers', 'drawings', 'table formulas and totals']));
  });
});
