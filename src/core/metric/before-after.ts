/**
 * The change of metrics that compare two samples themselves (A.1 4.1, 4.2, 4.4). With several characteristics the
 * evidence is joined by Stouffer's method with equal weights (S. A. Stouffer 1949).
 */
import type { ChangeTest, Interval } from '../model/metric-result';
import type { Moments } from '../stats/moments';
import { normalQuantile, normalTwoSided } from '../stats/normal';
import { newcombe } from '../stats/newcombe';
import { compareProportions } from '../stats/two-proportions';
import { varianceRatio } from '../stats/variance-ratio';
import { welch } from '../stats/welch';
import type { GroupRow } from './groups';
import type { Measured } from './measure-metrics';

export interface Evidence {
  readonly interval: Interval | null;
  readonly test: ChangeTest | null;
}

const NOTHING: Evidence = { interval: null, test: null };
const LEVEL = 0.95;

export function evidenceOf(measured: Measured): Evidence {
  const { def, parts, table } = measured;
  if (def.evidence === 'shares') {
    const [k1 = 0, n1 = 0, k2 = 0, n2 = 0] = ['beforeOk', 'beforeAll', 'afterOk', 'afterAll'].map((name) => parts.get(name));
    return { interval: { method: 'newcombe', level: LEVEL, ...newcombe(k1, n1, k2, n2, LEVEL) }, test: compareProportions(k1, n1, k2, n2) };
  }
  const rows = table?.rows ?? [];
  const each = rows.map((row) => (def.evidence === 'spreads' ? spread(row) : means(row)));
  const [only] = each;
  if (only === undefined || each.some((one) => one === null)) return NOTHING;
  if (each.length === 1) return only ?? NOTHING;
  const z = each.reduce((sum, one) => sum + signedZ(one?.test ?? null), 0) / Math.sqrt(each.length);
  return { interval: null, test: { method: 'stouffer', statistic: z, p: normalTwoSided(z) } };
}

function sample({ values }: GroupRow, stage: 'before' | 'after'): Moments {
  return {
    n: values.get(`${stage}N`) ?? 0,
    mean: values.get(`${stage}Mean`) ?? 0,
    variance: values.get(`${stage}Variance`) ?? 0,
  };
}

/** Welch's test of the means, positive for the better; the interval relative to the mean before. */
function means(row: GroupRow): Evidence | null {
  const [before, after] = [sample(row, 'before'), sample(row, 'after')];
  const sign = (row.values.get('lowerN') ?? 0) > 0 ? -1 : 1;
  const result = welch(before, after, LEVEL);
  if (result === null) return null;
  const scale = Math.abs(before.mean);
  const [a, b] = [(sign * result.low) / scale, (sign * result.high) / scale];
  return {
    interval: { method: 'welch', level: LEVEL, low: Math.min(a, b), high: Math.max(a, b) },
    test: { method: 'welch', statistic: sign * result.t, p: result.p },
  };
}

/** F test of the variances, positive for the more even; the interval of the ratio of standard deviations less 1. */
function spread(row: GroupRow): Evidence | null {
  const result = varianceRatio(sample(row, 'before'), sample(row, 'after'), LEVEL);
  if (result === null) return null;
  return {
    interval: { method: 'f', level: LEVEL, low: result.low - 1, high: result.high - 1 },
    test: { method: 'f', statistic: result.f, p: result.p },
  };
}

function signedZ(test: ChangeTest | null): number {
  if (test === null || test.statistic === null || test.p >= 1) return 0;
  const size = -normalQuantile(Math.max(test.p, 1e-300) / 2);
  const better = test.method === 'f' ? test.statistic < 1 : test.statistic > 0;
  return better ? size : -size;
}
