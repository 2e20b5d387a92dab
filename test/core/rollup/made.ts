/** Facts of a workbook, made up: what is not said is ordinary. */
import { FACTS_VERSION, type BookFacts, type Figure, type MetricFact } from '../../../src/core/rollup/facts';

export function figureOf(numerator: number, denominator: number, more: Partial<Figure> = {}): Figure {
  return { status: 'ok', basis: 'rows', numerator, denominator, value: numerator / denominator, ...more };
}

export function factOf(key: string, more: Partial<MetricFact> = {}): MetricFact {
  return { key, version: 1, written: 1, unit: 'ratio', baseline: figureOf(80, 100), current: figureOf(90, 100), difference: 0.1, verdict: 'improved', ...more };
}

export function bookOf(file: string, more: Partial<BookFacts> = {}): BookFacts {
  return {
    kind: 'book', facts: FACTS_VERSION, file, version: '1', workbook: '', enterprise: `${file}公司`, uscc: '91320321MA1XMPL00B', usccRight: true, division: '34', city: '徐州市', size: '小型', agency: '某机构',
    baseline: ['2023-01-01', '2023-12-31'], current: ['2024-01-01', '2024-12-31'], asOf: '2024-12-31',
    stages: [{ key: '7.1', state: 'done', total: 3, done: 3 }, { key: '7.6', state: 'open', total: 5, done: 2 }], errors: 0, warnings: 0,
    requirements: { met: 13, notMet: 0, open: 0 }, records: { formed: 5, listed: 6, named: 4 }, signed: {}, editedSteps: [], openFindings: 0, seal: { state: 'none', at: '', changes: 0 }, case: { length: 0, parts: {} }, metrics: [], ...more,
  };
}
