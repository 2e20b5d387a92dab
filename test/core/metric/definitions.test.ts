/** Every metric and variant on hand-made rows: row by row, and all rows together. */
import { describe, expect, it, test } from '@jest/globals';
import { METRICS, metricId, VARIANTS } from '../../../src/core/metric/metrics';
import { within } from '../stats/near';
import { blocksOf, contentOf, fateOf, metricOf, parseTable, resultIn, type Expected, type MetricCase } from '../../support/metric-case';
import { CASES } from './cases';

/** Figures by hand are exact but for the last digits of sums of fractions; times of day are binary fractions of a day. */
const close = (value: number | null | undefined, id = ''): unknown => {
  if (typeof value !== 'number') return value;
  if (id.endsWith('mean-hours')) return within(value, 1e-9);
  return Number.isInteger(value) ? value : within(value, 1e-13 * Math.abs(value));
};

function like({ rows, ...rest }: Expected, id: string): object {
  return { ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, typeof value === 'number' ? close(value, id) : value])), ...(rows === undefined ? {} : { rows }) };
}

interface Judgement {
  readonly row: object;
  readonly why: string;
  /** By metric: what the row counts as. */
  readonly fates: readonly unknown[];
}

/** Each row measured alone: what it counted as, and what it must count as. */
function judgeRows({ judged, rows, periods, side }: MetricCase): { readonly found: readonly Judgement[]; readonly wanted: readonly Judgement[] } {
  const { sheet, ids } = judged ?? { sheet: '', ids: [] };
  const others = contentOf({ periods, rows, ...(side === undefined ? {} : { side }) });
  const lines = parseTable(rows[sheet] ?? '').filter(({ note }) => note.length > 0);
  const judge = (fatesOf: (line: (typeof lines)[number]) => readonly unknown[]): readonly Judgement[] =>
    lines.map((line) => ({ row: line.cells, why: line.note.slice(ids.length).join(' '), fates: fatesOf(line) }));
  return {
    found: judge(({ cells }) => {
      const content = { ...others, rows: { ...others.rows, [sheet]: blocksOf(sheet, [cells]) } };
      return ids.map((id) => {
        const { rows: { used, notDue, outside, invalid }, numerator, denominator } = resultIn(content, id, 'current');
        if (used === 1) return { numerator, denominator };
        return ['notDue', 'outside', 'invalid'].filter((_, i) => [notDue, outside, invalid][i] === 1).join() || 'blank';
      });
    }),
    wanted: judge(({ note }) => ids.map((id, i) => {
      const fate = fateOf(note[i] ?? '');
      return typeof fate === 'string' ? fate : { numerator: close(fate.numerator, id), denominator: close(fate.denominator, id) };
    })),
  };
}

describe.each(CASES.map((each) => [each.name, each] as const))('%s', (_, each) => {
  const { judged } = each;
  if (judged !== undefined) {
    it('judges each row', () => {
      const { found, wanted } = judgeRows(each);
      expect(found).toEqual(wanted);
    });
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
