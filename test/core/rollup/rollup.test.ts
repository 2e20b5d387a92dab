/** Which workbooks count, what is added up with what, and what somebody should look at. */
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { digest, exactText, gistText } from '../../../src/core/rollup/case-text';
import { definitionOf } from '../../../src/core/rollup/definition';
import { findDoubles } from '../../../src/core/rollup/duplicates';
import type { BookFacts, CaseFact } from '../../../src/core/rollup/facts';
import { findingsOf, type Finding } from '../../../src/core/rollup/findings';
import { outerFences } from '../../../src/core/rollup/outliers';
import { Spread } from '../../../src/core/rollup/spread';
import { TableBuilder, type Tables } from '../../../src/core/rollup/tables';
import { bookOf, factOf, figureOf } from './made';

function tablesOf(books: readonly BookFacts[], uncounted: readonly string[] = []): Tables {
  const builder = new TableBuilder();
  for (const book of books) builder.add(book, !uncounted.includes(book.file));
  return builder.tables();
}

const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ code, book, other }) => `${code} ${book.file} ${other}`.trim());

describe('doubles', () => {
  const candidate = (file: string, more: Partial<BookFacts> = {}) => ({ ...bookOf(file, more), stagesDone: 1 });

  it('are of one code and one period; the later as-of date counts, then more steps, fewer errors, the first name', () => {
    const group = (books: readonly ReturnType<typeof candidate>[]): unknown => findDoubles(books).map(({ counted, others }) => [counted.file, others.map(({ file }) => file)]);
    expect(group([candidate('a', { asOf: '2024-11-30' }), candidate('b')])).toEqual([['b', ['a']]]);
    expect(group([candidate('a'), { ...candidate('b'), stagesDone: 4 }])).toEqual([['b', ['a']]]);
    expect(group([candidate('a', { errors: 2 }), candidate('b', { errors: 1 }), candidate('c', { errors: 1 })])).toEqual([['b', ['c', 'a']]]);
    expect(group([candidate('a'), candidate('b', { current: ['2025-01-01', '2025-12-31'] })])).toEqual([]);
    expect(group([candidate('a', { usccRight: false }), candidate('b', { usccRight: false })])).toEqual([]);
    expect(group([candidate('a', { current: null }), candidate('b', { current: null })])).toEqual([]);
  });

  it('are the same in whatever order the files come', () => {
    const all = ['a', 'b', 'c', 'd'].map((file, i) => candidate(file, { errors: i % 2, asOf: i < 2 ? '2024-12-31' : '2024-06-30' }));
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (order) => {
      expect(findDoubles(order)).toEqual(findDoubles(all));
    }));
  });
});

describe('figures of many', () => {
  it('add numerators and denominators, and never average rates', () => {
    const spread = new Spread();
    spread.add(factOf('product-pass-rate', { baseline: figureOf(1, 2), current: figureOf(2, 2), difference: 0.5 }));
    spread.add(factOf('product-pass-rate', { baseline: figureOf(900, 1000), current: figureOf(890, 1000), difference: -0.01, verdict: 'worsened' }));
    spread.add(factOf('product-pass-rate', { verdict: 'not-comparable', difference: null, baseline: figureOf(5, 5) }));
    expect(spread.figures()).toMatchObject({
      enterprises: 3, compared: 2, improved: 1, worsened: 1, share: 0.5, quartiles: { median: 0.245 },
      baseline: { numerator: 901, denominator: 1002, value: 901 / 1002 }, current: { numerator: 892, denominator: 1002 },
    });
  });

  it('of scores are not added up, and nothing is made of nothing', () => {
    const spread = new Spread();
    spread.add(factOf('third-party-satisfaction', { unit: 'score', difference: 4 }));
    expect(spread.figures()).toMatchObject({ baseline: null, current: null, quartiles: { median: 4 } });
    expect(new Spread().figures()).toMatchObject({ enterprises: 0, share: null, quartiles: null });
  });

  it('of another definition, and of 汇总填报, stand apart', () => {
    const tables = tablesOf([
      bookOf('a', { metrics: [factOf('product-pass-rate')] }),
      bookOf('b', { metrics: [factOf('product-pass-rate', { written: 2 })] }),
      bookOf('c', { metrics: [factOf('product-pass-rate', { baseline: figureOf(1, 2, { basis: 'summary' }), current: figureOf(1, 2, { basis: 'summary' }) })] }),
      bookOf('d', { metrics: [factOf('product-pass-rate', { current: figureOf(1, 2, { basis: 'summary' }), verdict: 'not-comparable', difference: null })] }),
    ]);
    expect(tables.lines.map(({ definition, spread }) => [definition.basis, definition.written, spread.figures().enterprises])).toEqual([['rows', null, 1], ['rows', 2, 1], ['summary', null, 1], ['mixed', null, 1]]);
    expect(tables.cuts.city.map(({ name, books, kinds }) => [name, books, kinds.rows.get('product-pass-rate')?.figures().compared, kinds.summary.get('product-pass-rate')?.figures().compared])).toEqual([['徐州市', 4, 1, 1]]);
    expect(codes(findingsOf(tables)).filter((code) => code.includes('version'))).toEqual(['rollup/other-version b']);
  });

  it('of a period without data do not make the basis mixed', () => {
    expect(definitionOf(factOf('x', { baseline: figureOf(0, 1, { basis: 'rows', status: 'no-data' }), current: figureOf(1, 2, { basis: 'summary' }) })).basis).toBe('summary');
  });

  it('do not hold what does not count', () => {
    const tables = tablesOf([bookOf('a', { metrics: [factOf('product-pass-rate')] }), bookOf('b', { metrics: [factOf('product-pass-rate')] })], ['b']);
    expect(tables.lines[0]?.spread.figures().enterprises).toBe(1);
    expect(tables.stages.get('7.1')).toEqual({ done: 1, present: 1 });
    expect(tables.books.map(({ file, counted }) => [file, counted])).toEqual([['a', true], ['b', false]]);
  });
});

describe('what somebody should look at', () => {
  it('changes far from all others: beyond three times the middle half, of eight and more', () => {
    const of = (values: readonly number[]): readonly string[] => codes(findingsOf(tablesOf(values.map((difference, i) => bookOf(`f${i}`, { uscc: `u${i}`, metrics: [factOf('plan-completion-rate', { difference })] })))));
    const usual = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07];
    expect(of([...usual, 0.9])).toEqual(['rollup/outlier f7']);
    expect(of([...usual, 0.15])).toEqual([]);
    expect(of([0.01, 0.02, 0.9])).toEqual([]);
    expect(outerFences({ low: 1, median: 1, high: 1 }, 100)).toBeNull();
  });

  const text = '本企业针对检验环节漏检较多的问题建立了首件检验制度并培训检验员明确了每道工序的检验频次和记录要求取得了明显成效';
  const caseOf = (...texts: readonly string[]): CaseFact => ({ length: 100, parts: Object.fromEntries(texts.map((one, i) => [['intro', 'problems'][i] ?? '', { exact: digest(exactText(one)), gist: digest(gistText(one, ['甲公司', '乙公司'])) }])) });

  it('cases that differ in names, digits and punctuation only', () => {
    expect(gistText(`甲公司2024年${text}。`, ['甲公司'])).toBe(gistText(` 乙公司：2023 年，${text}`, ['乙公司']));
    expect(gistText('太短了', [])).toBe('');
    const findings = findingsOf(tablesOf([bookOf('a', { uscc: 'u1', case: caseOf(`甲公司${text}`, text) }), bookOf('b', { uscc: 'u2', case: caseOf(`乙公司，${text}`, text) }), bookOf('c', { uscc: 'u3', case: caseOf(text.slice(20) + text.slice(0, 20)) })]));
    expect(codes(findings)).toEqual(['rollup/copied-case b a']);
    expect(findings[0]?.params).toEqual({ parts: 'intro problems', exact: 1 });
  });

  it('edits after the seal, wrong codes, size, requirements, copies made into another enterprise, the same enterprise twice', () => {
    const findings = findingsOf(tablesOf([
      bookOf('a', { uscc: 'u1', workbook: 'w', seal: { state: 'changed', at: '2025-01-02T08:00:00+08:00', changes: 3 } }),
      bookOf('b', { uscc: 'u2', workbook: 'w', seal: { state: 'broken', at: '', changes: 0 } }),
      bookOf('c', { uscc: '', usccRight: false }),
      bookOf('d', { uscc: '', usccRight: false, enterprise: '' }),
      bookOf('e', { uscc: 'u5', size: '中型', editedSteps: ['7.3', '7.4'] }),
      bookOf('f', { uscc: 'u6', requirements: { met: 1, notMet: 2, open: 0 } }),
      bookOf('g', { uscc: 'u1', current: ['2025-01-01', '2025-12-31'] }),
    ], ['d']));
    expect(codes(findings)).toEqual([
      'rollup/blank d', 'rollup/same-enterprise g a', 'rollup/edited-after-signing e', 'rollup/edited-after-seal a', 'rollup/seal-broken b', 'rollup/same-workbook b a', 'rollup/code-wrong c', 'rollup/not-small e', 'rollup/not-eligible f',
    ]);
    expect(findings[2]?.params).toEqual({ steps: '7.3、7.4' });
    expect(findings[3]?.params).toEqual({ count: 3, at: '2025-01-02' });
  });
});
