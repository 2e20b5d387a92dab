/** What somebody should look at before the figures are handed on: doubles, outliers, copied cases, edits after signing. */
import { isPlain, definitionOf } from './definition';
import { doubleKey, findDoubles, isBlank } from './duplicates';
import type { Book, Tables } from './tables';
import { KINDS } from './kinds';
import { isOut, outerFences } from './outliers';

export const FINDING_CODES = [
  'rollup/double', 'rollup/blank', 'rollup/same-enterprise', 'rollup/edited-after-signing', 'rollup/edited-after-seal', 'rollup/seal-broken', 'rollup/outlier', 'rollup/copied-case',
  'rollup/same-workbook', 'rollup/code-wrong', 'rollup/not-small', 'rollup/not-eligible', 'rollup/other-version',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export interface Finding {
  readonly code: FindingCode;
  readonly book: Book;
  /** The other file that it is about; '' where there is none. */
  readonly other: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** In the order of the codes; within one by file, those that belong together beside each other. */
export function findingsOf(tables: Tables): readonly Finding[] {
  const found: readonly Finding[] = [...doubles(tables), ...sameEnterprise(tables), ...single(tables), ...outliers(tables), ...copied(tables), ...sameWorkbook(tables), ...otherVersions(tables)];
  const order = new Map(FINDING_CODES.map((code, i) => [code, i]));
  return found.map((finding, i) => ({ finding, i })).sort((a, b) => (order.get(a.finding.code) ?? 0) - (order.get(b.finding.code) ?? 0) || a.i - b.i).map(({ finding }) => finding);
}

export const stagesDone = ({ stages }: Pick<Book, 'stages'>): number => stages.filter(({ state }) => state === 'done').length;

function doubles({ books }: Tables): readonly Finding[] {
  return findDoubles(books.map((book) => ({ ...book, stagesDone: stagesDone(book) })))
    .flatMap(({ counted, others }) => others.map((book): Finding => ({ code: 'rollup/double', book, other: counted.file, params: { uscc: book.uscc, from: book.current?.[0] ?? '', to: book.current?.[1] ?? '' } })));
}

/** The same enterprise with other periods: both count, in figures of their own periods. */
function sameEnterprise({ books }: Tables): readonly Finding[] {
  const first = new Map<string, Book>();
  return books.filter(({ counted, usccRight }) => counted && usccRight).flatMap((book): readonly Finding[] => {
    const known = first.get(book.uscc);
    if (known === undefined) first.set(book.uscc, book);
    return known === undefined || doubleKey(known) === doubleKey(book) ? [] : [{ code: 'rollup/same-enterprise', book, other: known.file, params: { uscc: book.uscc } }];
  });
}

const SMALL = ['小型', '微型', ''];

function single({ books }: Tables): readonly Finding[] {
  return books.flatMap((book): readonly Finding[] => {
    const of = (code: FindingCode, params: Finding['params'] = {}): Finding => ({ code, book, other: '', params });
    return [
      ...(book.editedSteps.length > 0 ? [of('rollup/edited-after-signing', { steps: book.editedSteps.join('、') })] : []),
      ...(book.seal.state === 'changed' ? [of('rollup/edited-after-seal', { count: book.seal.changes, at: book.seal.at.slice(0, 10) })] : []),
      ...(book.seal.state === 'broken' ? [of('rollup/seal-broken')] : []),
      ...(isBlank(book) ? [of('rollup/blank')] : book.usccRight ? [] : [of('rollup/code-wrong', { uscc: book.uscc })]),
      ...(SMALL.includes(book.size) ? [] : [of('rollup/not-small', { size: book.size })]),
      ...(book.requirements.notMet > 0 ? [of('rollup/not-eligible', { count: book.requirements.notMet })] : []),
    ];
  });
}

function outliers({ books, lines }: Tables): readonly Finding[] {
  return KINDS.flatMap((key) => lines.filter(({ definition }) => definition.key === key && isPlain(definition) && definition.basis === 'rows').flatMap(({ spread }): readonly Finding[] => {
    const { quartiles, compared } = spread.figures();
    const fences = outerFences(quartiles, compared);
    if (fences === null || quartiles === null) return [];
    return books.filter(({ counted }) => counted).flatMap((book): readonly Finding[] => {
      const fact = book.kinds[key];
      if (fact === undefined || fact.difference === null || !isOut(fact.difference, fences)) return [];
      const definition = definitionOf(fact);
      if (!isPlain(definition) || definition.basis !== 'rows') return [];
      return [{ code: 'rollup/outlier', book, other: '', params: { metric: key, value: fact.difference, median: quartiles.median, low: fences.low, high: fences.high } }];
    });
  }));
}

/** Each text is held against the first of its like. Doubles of a workbook have the same case by nature. */
function copied({ books }: Tables): readonly Finding[] {
  const first = new Map<string, Book>();
  const pairs = new Map<string, { readonly book: Book; readonly other: string; readonly parts: string[]; exact: number }>();
  for (const book of books) {
    if (!book.counted) continue;
    for (const [part, { exact, gist }] of Object.entries(book.case.parts)) {
      const known = first.get(`${part} ${gist}`);
      if (known === undefined) {
        first.set(`${part} ${gist}`, book);
        continue;
      }
      if (known.usccRight && known.uscc === book.uscc) continue;
      const id = `${known.file}\n${book.file}`;
      const pair = pairs.get(id) ?? { book, other: known.file, parts: [], exact: 0 };
      pair.parts.push(part);
      if (known.case.parts[part]?.exact === exact) pair.exact++;
      pairs.set(id, pair);
    }
  }
  return [...pairs.values()].map(({ book, other, parts, exact }): Finding => ({ code: 'rollup/copied-case', book, other, params: { parts: parts.join(' '), exact } }));
}

/** A workbook of one enterprise that was made into another's. */
function sameWorkbook({ books }: Tables): readonly Finding[] {
  const first = new Map<string, Book>();
  return books.flatMap((book): readonly Finding[] => {
    if (book.workbook === '') return [];
    const known = first.get(book.workbook);
    if (known === undefined) first.set(book.workbook, book);
    return known === undefined || known.uscc === book.uscc ? [] : [{ code: 'rollup/same-workbook', book, other: known.file, params: {} }];
  });
}

function otherVersions({ books }: Tables): readonly Finding[] {
  return books.flatMap((book) => Object.values(book.kinds).filter((fact) => fact.written !== null && fact.written !== fact.version)
    .map((fact): Finding => ({ code: 'rollup/other-version', book, other: '', params: { metric: fact.key, written: fact.written ?? 0, version: fact.version } })));
}
