/** Two people edit one workbook at random: the merge keeps what either changed, reports what both changed, and does not depend on whose file comes first. */
import * as fc from 'fast-check';
import { loadStandard } from '../../../src/app/standard';
import { compareContents } from '../../../src/core/compare/compare-contents';
import { rawTable } from '../../../src/core/compare/content-tables';
import { formTables, tableRows } from '../../../src/core/compare/form-tables';
import { mergeContents, type ContentMerge } from '../../../src/core/compare/merge-contents';
import { rowsOfBlocks } from '../../../src/core/compare/table';
import type { WorkbookContent } from '../../../src/core/model/content';
import { contentOf, edited, expectedMerge, filled, rowText, START, TABLES, twoSides, type Model } from './random-edits';

const standard = loadStandard();
const shape = { fields: standard.fields, rawSheets: standard.rawSheets, firstRows: { deliveries: 4, processInspection: 4 } };
const runs = { numRuns: 1000, ...(process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }) };

function merged(base: Model, mine: Model, theirs: Model): ContentMerge {
  return mergeContents(contentOf(base), contentOf(mine), contentOf(theirs), shape);
}

type Typed = Pick<WorkbookContent, 'entries' | 'rows'>;

/** Rows of each table as texts, in any order. */
function rowTexts({ entries, rows }: Typed): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(TABLES.map(({ name }) => {
    const def = standard.rawSheets.find(({ key }) => key === name);
    const list = formTables('D', standard.fields['D'] ?? []).get('problems');
    const found = def !== undefined ? rowsOfBlocks(rawTable(def).columns, rows[name] ?? []) : list === undefined ? [] : tableRows(list, entries['D'] ?? {});
    return [name, found.map(({ values }) => rowText(values)).sort()];
  }));
}

function conflictTexts({ conflicts }: ContentMerge): readonly string[] {
  return conflicts.map((one) => {
    const name = one.list === null ? 'field' : one.list === '' ? one.owner : `${one.owner}.${one.list}`;
    if (one.kind === 'value') return `${name} ${one.field} ${[one.mine, one.theirs].map(String).sort().join('/')}`;
    return one.kind === 'removed-changed' ? `${name} removed ${rowText(one.changed)}` : `${name} ${one.kind}`;
  }).sort();
}

test('every edit of one side is kept, every conflict reported, whichever side is first', () => {
  fc.assert(fc.property(twoSides, ([a, b]) => {
    const [mine, theirs] = [edited(START, a), edited(START, b)];
    const expected = expectedMerge(START, mine, theirs);
    const [result, swapped] = [merged(START, mine, theirs), merged(START, theirs, mine)];
    expect(filled(result.typed.entries['home'] ?? {})).toEqual(expected.fields);
    expect(rowTexts(result.typed)).toEqual(expected.rows);
    expect(conflictTexts(result)).toEqual(expected.conflicts);
    expect(conflictTexts(swapped)).toEqual(expected.conflicts);
    // Cells in conflict hold the value of the file that is changed.
    const other = expectedMerge(START, theirs, mine);
    expect([filled(swapped.typed.entries['home'] ?? {}), rowTexts(swapped.typed)]).toEqual([other.fields, other.rows]);
  }), runs);
});

test('how the rows of mine change gives the merged rows', () => {
  fc.assert(fc.property(twoSides, ([a, b]) => {
    const [mine, theirs] = [contentOf(edited(START, a)), contentOf(edited(START, b))];
    const { typed, rows } = mergeContents(contentOf(START), mine, theirs, shape);
    for (const def of standard.rawSheets.filter(({ key }) => key === 'deliveries' || key === 'processInspection')) {
      const columns = rawTable(def).columns;
      const { remove = [], edits = [], append = [] } = rows[def.key] ?? {};
      const left = rowsOfBlocks(columns, mine.rows[def.key] ?? []).filter(({ at }) => !remove.includes(at)).map(({ values }) => ({ ...values }));
      for (const { row, key, value } of edits) left[row - 4] = { ...left[row - 4], [key]: value };
      const applied = [...left, ...rowsOfBlocks(columns, append).map(({ values }) => values)].map(rowText);
      expect(applied).toEqual(rowsOfBlocks(columns, typed.rows[def.key] ?? []).map(({ values }) => rowText(values)));
    }
  }), { ...runs, numRuns: 150 });
});

test('merging what did not change changes nothing, and comparing finds nothing', () => {
  fc.assert(fc.property(twoSides, ([a]) => {
    const mine = edited(START, a);
    for (const [base, other] of [[START, START], [mine, mine], [START, mine]] as const) {
      const result = merged(base, mine, other);
      expect([result.conflicts, result.taken]).toEqual([[], []]);
      expect(rowTexts(result.typed)).toEqual(rowTexts(contentOf(mine)));
    }
    expect(compareContents(contentOf(mine), contentOf(mine), shape)).toEqual([]);
  }), { ...runs, numRuns: 100 });
});

test('what one side changed is what a comparison finds', () => {
  fc.assert(fc.property(twoSides, ([a]) => {
    const theirs = edited(START, a);
    const result = merged(START, START, theirs);
    expect(result.conflicts).toEqual([]);
    expect(rowTexts(result.typed)).toEqual(rowTexts(contentOf(theirs)));
    const differences = compareContents(contentOf(START), contentOf(theirs), shape);
    expect(differences).toHaveLength(result.taken.length);
  }), { ...runs, numRuns: 100 });
});
