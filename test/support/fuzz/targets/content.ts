/** A whole workbook that people changed: read, measured, checked, planned, compared and merged. */
import { isDeepStrictEqual } from 'node:util';
import { buildWorkbook } from '../../../../src/app/build-workbook';
import { checkWorkbook } from '../../../../src/app/check-workbook';
import { inspectWorkbook } from '../../../../src/app/inspect-workbook';
import { makeContent } from '../../../../src/app/make-content';
import { measure } from '../../../../src/app/measure';
import { mergeWorkbooks } from '../../../../src/app/merge-workbooks';
import { compareWorkbooks } from '../../../../src/app/compare-workbooks';
import { planContent } from '../../../../src/app/plan-content';
import { readContent } from '../../../../src/app/read-content';
import { loadStandard } from '../../../../src/app/standard';
import { commonPart } from '../../../../src/core/compare/common-part';
import { compareContents } from '../../../../src/core/compare/compare-contents';
import { mergeContents, type Typed } from '../../../../src/core/compare/merge-contents';
import { contentState } from '../../../../src/core/copy/content-text';
import type { CellValue } from '../../../../src/core/model/cell';
import type { WorkbookContent } from '../../../../src/core/model/content';
import { demoContent } from '../../demo-content';
import { memoryWorkbook } from '../../memory-workbook';
import { changedBook, plainBook, readable, type PlainBook } from '../changed-book';
import type { Random } from '../random';
import { codeOfFailure, unsaid } from './said';
import { refused, RIGHT, wrong, type Judgement, type Target } from './target';

const ROWS = 12;
/** A workbook without it is not one of ours: nothing else is read then. */
const HOME = '首页';

/** The worked example with a few rows of each sheet. */
export function smallContent(root: string): WorkbookContent {
  const content = demoContent(root);
  const rows = Object.fromEntries(Object.entries(content.rows).map(([key, [first]]) => [key, first === undefined ? [] : [shortened(first, ROWS)]]));
  return makeContent({ ...content, rows });
}

function shortened(block: WorkbookContent['rows'][string][number], most: number): typeof block {
  const length = Math.min(most, block.length);
  return { ...block, length, columns: Object.fromEntries(Object.entries(block.columns).map(([key, column]) => [key, { kind: column.kind.slice(0, length), number: column.number.slice(0, length), text: column.text.slice(0, length) }])) };
}

let seed: Promise<PlainBook> | null = null;

function seedBook(root: string): Promise<PlainBook> {
  const content = smallContent(root);
  seed ??= plainBook(memoryWorkbook(buildWorkbook(content, loadStandard(), measure(content))));
  return seed;
}

const NUMBERS = ['numerator', 'denominator', 'value'] as const;

/** Read, measured, checked and looked over: figures are numbers, and everything found has words. */
export const contentTarget: Target = {
  name: 'workbook', share: 3,
  create: async (root) => {
    const standard = loadStandard();
    const book = await seedBook(root);
    return async (random: Random): Promise<Judgement> => {
      const workbook = readable(changedBook(book, random, 5));
      if (!workbook.sheetNames.includes(HOME)) return refused('not ours');
      const reading = await readContent(workbook, standard);
      const measurement = measure(reading.content);
      const strange = measurement.results.find((result) => NUMBERS.some((part) => result[part] !== null && !Number.isFinite(result[part])));
      if (strange !== undefined) return wrong(`${strange.key}: ${JSON.stringify(strange)}`);
      const { issues } = checkWorkbook({ content: reading.content, readIssues: reading.issues, places: reading.places, results: measurement.results, changes: measurement.changes }, standard);
      const found = random.once(12) ? await inspectWorkbook(workbook, reading, standard, buildWorkbook(reading.content, standard, measurement)) : [];
      const words = unsaid([...issues, ...found]);
      return words === null ? RIGHT : wrong(words);
    };
  },
};

/** Assembling the plan a second time changes nothing. */
export const planTarget: Target = {
  name: 'plan', share: 3,
  create: async (root) => {
    const standard = loadStandard();
    const book = await seedBook(root);
    return async (random: Random): Promise<Judgement> => {
      const { content } = await readContent(readable(changedBook(book, random, 4)), standard);
      let once;
      try {
        once = planContent(content, standard).content;
      } catch (error) {
        const code = codeOfFailure(error);
        if (code?.startsWith('plan/') === true) return refused(code);
        throw error;
      }
      const twice = planContent(once, standard).content;
      if (isDeepStrictEqual(once.entries, twice.entries)) return RIGHT;
      const [form = ''] = Object.keys(once.entries).filter((key) => !isDeepStrictEqual(once.entries[key], twice.entries[key]));
      const fields = Object.keys({ ...once.entries[form], ...twice.entries[form] }).filter((key) => !isDeepStrictEqual(once.entries[form]?.[key], twice.entries[form]?.[key]));
      return wrong(`planned again ${form} ${fields.slice(0, 3).map((key) => `${key}: ${JSON.stringify(once.entries[form]?.[key])} -> ${JSON.stringify(twice.entries[form]?.[key])}`).join('; ')}`);
    };
  },
};

/** What is filled: a blank cell is there as null in one copy and not there in another. */
function filledState(typed: Typed): unknown {
  const filled = (values: Readonly<Record<string, CellValue>>): unknown => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
  const { side, entries, ...state } = contentState(typed);
  return { ...state, entries: Object.entries(entries).map(([key, values]) => [key, filled(values)]), side: Object.entries(side).map(([key, rows]) => [key, rows.map(filled)]) };
}

/** Copies that went separate ways: what only one changed stands in the merge, and nothing differs from itself. */
export const mergeTarget: Target = {
  name: 'merge', share: 3,
  create: async (root) => {
    const standard = loadStandard();
    const book = await seedBook(root);
    const base = (await readContent(readable(book), standard)).content;
    return async (random: Random): Promise<Judgement> => {
      const books = [changedBook(book, random, 4), changedBook(book, random, 4)].map(readable);
      if (books.some(({ sheetNames }) => !sheetNames.includes(HOME))) return refused('not ours');
      const [mine, theirs] = await Promise.all(books.map(async (workbook) => ({ workbook, reading: await readContent(workbook, standard) })));
      if (mine === undefined || theirs === undefined) throw new RangeError('two copies');
      const shape = { fields: standard.fields, rawSheets: standard.rawSheets, firstRows: {} };
      const [a, b] = [mine.reading.content, theirs.reading.content];
      if (compareContents(a, a, shape).length > 0) return wrong('a copy differs from itself');
      const ours = mergeContents(base, a, base, shape);
      if (ours.conflicts.length + ours.taken.length > 0) return wrong(`a merge with the original: ${JSON.stringify([...ours.conflicts, ...ours.taken][0])}`);
      if (!isDeepStrictEqual(filledState(ours.typed), filledState(a))) return wrong('a merge with the original changes mine');
      const same = mergeContents(commonPart(a, a, shape), a, a, shape);
      if (same.conflicts.length > 0) return wrong(`a merge with itself: ${JSON.stringify(same.conflicts[0])}`);
      mergeContents(base, a, b, shape);
      if (random.once(60)) {
        await mergeWorkbooks(random.once(2) ? base : null, mine, theirs, standard);
        await compareWorkbooks(mine, theirs, standard);
      }
      return RIGHT;
    };
  },
};
