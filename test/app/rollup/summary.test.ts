/** The summary as data, of nothing and of workbooks of every kind: it keeps to Excel's rules, and every finding has its sentence. */
import { describe, expect, it } from '@jest/globals';
import { rollupWorkbook } from '../../../src/app/rollup/summary/workbook';
import { readFacts } from '../../../src/app/rollup/read-facts';
import { METRICS } from '../../../src/core/metric/metrics';
import { FACTS_VERSION, type BookFacts } from '../../../src/core/rollup/facts';
import { FINDING_CODES, findingsOf } from '../../../src/core/rollup/findings';
import { KINDS } from '../../../src/core/rollup/kinds';
import { TableBuilder } from '../../../src/core/rollup/tables';
import { SUMMARY_SHEETS } from '../../../src/core/text/rollup-sheet-text';
import { findingKind, findingText } from '../../../src/core/text/rollup-texts';
import { bookOf, factOf, figureOf } from '../../core/rollup/made';
import { specFaults } from '../../support/excel-rules-spec';

function specOf(books: readonly BookFacts[]): ReturnType<typeof rollupWorkbook> {
  const builder = new TableBuilder();
  for (const book of books) builder.add(book, book.enterprise !== '');
  const tables = builder.tables();
  return rollupWorkbook({ tables, findings: findingsOf(tables), aside: [{ kind: 'aside', facts: FACTS_VERSION, file: 'x.xlsx', version: '1', code: 'xlsx/damaged', params: { part: 'zip' } }, { kind: 'aside', facts: FACTS_VERSION, file: 'y.xlsx', version: '1', code: 'other/unknown', params: {} }], at: '2025-03-01T09:30:00+08:00', found: books.length + 2, passed: 1 });
}

const many = Array.from({ length: 30 }, (_, i) => bookOf(`=企业"${i}".xlsx`, {
  uscc: `u${i}`, enterprise: i === 3 ? '' : `=1+1公司&<${i}>`, division: ['34', '', '99'][i % 3] ?? '', city: ['徐州市', '', '浙江省'][i % 3] ?? '', size: ['小型', '', '大型'][i % 3] ?? '', agency: i % 4 === 0 ? '' : `机构${i % 5}`,
  baseline: i === 5 ? null : ['2023-01-01', '2023-12-31'], signed: i % 2 === 0 ? { agency: '', enterprise: '2025-01-02' } : {},
  metrics: METRICS.map(({ key, unit, scope }, m) => factOf(key, {
    unit, baseline: scope === 'comparison' ? null : figureOf(50 + m, 100), written: (i + m) % 11 === 0 ? 3 : 1, difference: i === 29 ? 9 : (i % 7) / 100, verdict: (['improved', 'worsened', 'no-evidence'] as const)[i % 3] ?? 'improved',
    ...((i + m) % 6 === 0 ? { current: figureOf(9, 10, { basis: 'summary' }), baseline: scope === 'comparison' ? null : figureOf(8, 10, { basis: 'summary' }) } : {}),
  })),
}));

describe('the summary', () => {
  it.each([['nothing', []], ['one workbook', [bookOf('a')]], ['many', many]] as const)('of %s breaks no rule of Excel', (_, books) => {
    expect(specFaults(specOf(books))).toEqual([]);
  });

  it('has a line for each kind of 7.6 by definition and basis, and live figures', () => {
    const { sheets } = specOf(many);
    const metrics = sheets.find(({ name }) => name === SUMMARY_SHEETS.metrics);
    const lines = metrics?.cells.filter(({ column, formula }) => column === 5 && formula !== undefined) ?? [];
    expect(lines.length).toBeGreaterThan(KINDS.length);
    expect(lines.reduce((sum, { value }) => sum + Number(value), 0)).toBe(29 * KINDS.length);
    expect(sheets.filter(({ charts }) => (charts ?? []).length > 0).map(({ name }) => name)).toEqual([SUMMARY_SHEETS.overview, SUMMARY_SHEETS.division, SUMMARY_SHEETS.city, SUMMARY_SHEETS.agency, SUMMARY_SHEETS.size]);
  });

  it('types what people wrote as texts, never as formulas', () => {
    const typed = specOf(many).sheets.flatMap(({ name, cells }) => cells.filter(({ value, formula }) => formula === undefined && typeof value === 'string' && /^[=+@]/u.test(value)).map(({ format }) => [name, format]));
    expect(typed.length).toBeGreaterThan(5);
    expect(typed.filter(([, format]) => format !== '@')).toEqual([]);
  });
});

describe('findings', () => {
  it.each(FINDING_CODES)('%s has a kind and a sentence in both languages', (code) => {
    for (const language of ['zh', 'en'] as const) {
      expect(findingKind(code, language)).not.toBe('');
      expect(/\p{Script=Han}/u.test(findingText(code, { metric: 'x', value: 1, median: 1, low: 1, high: 1, uscc: 'u', from: 'a', to: 'b', count: 1, at: 'd', parts: 'p', exact: 1, size: 's', written: 2, version: 1 }, language))).toBe(language === 'zh');
    }
  });
});

describe('a line of facts', () => {
  it('comes back as it was, and is refused when it is of another version, cut off, or no facts', () => {
    const [book] = many;
    const text = JSON.stringify(book);
    expect(readFacts(text)).toEqual(book);
    for (const wrong of [text.slice(0, -5), '', 'null', '{}', text.replace(`"facts":${FACTS_VERSION}`, '"facts":999'), text.replace('"improved"', '"better"')]) expect(readFacts(wrong)).toBeNull();
  });
});
