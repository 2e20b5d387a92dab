/** Every metric and variant on hand-made rows: row by row, and all rows together. */
import { describe, expect, it, test } from '@jest/globals';
import { resultOf } from '../../../src/app/measure';
import { measureMetrics } from '../../../src/core/metric/measure-metrics';
import { METRICS, metricId, VARIANTS } from '../../../src/core/metric/metrics';
import type { WorkbookContent } from '../../../src/core/model/content';
import type { MetricResult } from '../../../src/core/model/metric-result';
import type { PeriodKey } from '../../../src/core/model/period';
import { within } from '../stats/near';
import { blocksOf, contentOf, fateOf, metricOf, parseTable, type Expected, type MetricCase } from '../../support/metric-case';
import { CASES } from './cases';

/** Figures by hand are exact but for the last digits of sums of fractions; times of day are binary fractions of a day. */
const close = (value: number | null | undefined, id = ''): unknown => {
  if (typeof value !== 'number') return value;
  if (id.endsWith('mean-hours')) return within(value, 1e-9);
  return Number.isInteger(value) ? value : within(value, 1e-13 * Math.abs(value));
};

function resultIn(content: WorkbookContent, id: string, period: PeriodKey): MetricResult {
  const found = measureMetrics([metricOf(id)], content).find((each) => each.period === period);
  if (found === undefined) throw new Error(`${id} was not measured`);
  return resultOf(found);
}

function like(expected: Expected, id: string): object {
  const { rows, ...rest } = expected;
  return { ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, typeof value === 'number' ? close(value, id) : value])), ...(rows === undefined ? {} : { rows: expect.objectContaining(rows) }) };
}

function judgeRows({ judged, rows, periods, side }: MetricCase): void {
  if (judged === undefined) return;
  const { sheet, ids } = judged;
  const others = contentOf({ periods, rows, ...(side === undefined ? {} : { side }) });
  for (const row of parseTable(rows[sheet] ?? '')) {
    if (row.note.length === 0) continue;
    const content = { ...others, rows: { ...others.rows, [sheet]: blocksOf(sheet, [row.cells]) } };
    const found = ids.map((id) => {
      const { rows: { used, notDue, outside, invalid }, numerator, denominator } = resultIn(content, id, 'current');
      if (used === 1) return { numerator, denominator };
      return ['notDue', 'outside', 'invalid'].filter((_, i) => [notDue, outside, invalid][i] === 1).join() || 'blank';
    });
    const wanted = ids.map((id, i) => {
      const fate = fateOf(row.note[i] ?? '');
      return typeof fate === 'string' ? fate : { numerator: close(fate.numerator, id), denominator: close(fate.denominator, id) };
    });
    expect({ row: row.cells, why: row.note.slice(ids.length).join(' '), found }).toEqual({ row: row.cells, why: row.note.slice(ids.length).join(' '), found: wanted });
  }
}

describe.each(CASES.map((each) => [each.name, each] as const))('%s', (_, each) => {
  const { judged } = each;
  if (judged !== undefined) {
    it('judges each row', () => judgeRows(each));
    it('counts every row once', () => {
      const lines = parseTable(each.rows[judged.sheet] ?? '');
      for (const [m, id] of judged.ids.entries()) {
        if (lines.some(({ note }) => note.length === 0)) continue;
        const fates = lines.map(({ note }) => fateOf(note[m] ?? ''));
        const of = (kind: string): number => fates.filter((fate) => fate === kind).length;
        const { used, ...rest } = resultIn(contentOf(each), id, 'current').rows;
        expect({ used, ...rest }).toEqual({ used: fates.filter((fate) => typeof fate !== 'string').length, notDue: of('notDue'), outside: of('outside'), invalid: of('invalid') });
      }
    });
  }
  it.each(Object.entries(each.expect).flatMap(([id, periods]) => Object.entries(periods).map(([period, expected]) => [id, period, expected] as const)))('%s %s', (id, period, expected) => {
    expect(resultIn(contentOf(each), id, period === 'baseline' ? 'baseline' : 'current')).toMatchObject(like(expected, id));
  });
});

describe('the cases', () => {
  const states = CASES.flatMap((each) => Object.entries(each.expect).flatMap(([id, periods]) => Object.values(periods).map((expected) => ({ id, expected }))));

  test.each([...METRICS, ...VARIANTS].map(metricId))('have a figure of %s worked out by hand', (id) => {
    const figures = states.filter((state) => state.id === id && state.expected.status === 'ok' && typeof state.expected.value === 'number');
    expect(figures.length).toBeGreaterThan(0);
  });

  test('meet every reason for which a definition gives no figure', () => {
    const declared = new Set([...METRICS, ...VARIANTS].flatMap((def) => (def.guards ?? []).map(({ reason }) => `${def.key} ${reason}`)));
    const met = new Set(states.map(({ id, expected }) => `${metricOf(id).key} ${expected.reason ?? ''}`));
    expect([...declared].filter((each) => !met.has(each))).toEqual([]);
    const general = new Set(states.map(({ expected }) => expected.reason));
    for (const reason of ['no-rows', 'not-due', 'too-many-groups', 'zero-denominator', 'periods-missing', 'invalid-summary']) expect(general).toContain(reason);
  });
});
