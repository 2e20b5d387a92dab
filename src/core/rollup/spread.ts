/** How the changes of one metric lie over enterprises: counts of verdicts, quartiles, and numerators and denominators added up. */
import type { Verdict } from '../model/metric-result';
import { quartiles, type Quartiles } from '../stats/quantile';
import type { MetricFact } from './facts';

/** Numerators and denominators of the enterprises that are compared, added up; never a mean of rates. */
export interface Pooled {
  readonly numerator: number;
  readonly denominator: number;
  /** Null where the denominator is 0. */
  readonly value: number | null;
}

export interface SpreadFigures {
  /** Workbooks with any figure of the metric. */
  readonly enterprises: number;
  /** Those of which both periods can be compared. */
  readonly compared: number;
  readonly improved: number;
  readonly worsened: number;
  /** Improved of compared; null when none is compared. */
  readonly share: number | null;
  /** Of the differences of those compared. */
  readonly quartiles: Quartiles | null;
  /** Null for metrics that are themselves a comparison, and for those that numerator and denominator say nothing about. */
  readonly baseline: Pooled | null;
  readonly current: Pooled | null;
}

/** Metrics whose numerator and denominator are quantities that add up over enterprises. */
export function addsUp(fact: MetricFact): boolean {
  return fact.unit === 'ratio';
}

export class Spread {
  #enterprises = 0;
  readonly #verdicts: Record<Verdict, number> = { improved: 0, worsened: 0, 'no-evidence': 0, 'not-comparable': 0 };
  readonly #differences: number[] = [];
  readonly #sums = { baseline: [0, 0], current: [0, 0] };
  readonly #known = { baseline: false, current: false };

  add(fact: MetricFact): void {
    this.#enterprises++;
    this.#verdicts[fact.verdict]++;
    if (fact.verdict === 'not-comparable' || fact.difference === null) return;
    this.#differences.push(fact.difference);
    if (!addsUp(fact)) return;
    for (const period of ['baseline', 'current'] as const) {
      const figure = fact[period];
      if (figure === null || figure.numerator === null || figure.denominator === null) continue;
      this.#known[period] = true;
      this.#sums[period][0] = (this.#sums[period][0] ?? 0) + figure.numerator;
      this.#sums[period][1] = (this.#sums[period][1] ?? 0) + figure.denominator;
    }
  }

  /** In the order in which they came. */
  get differences(): readonly number[] {
    return this.#differences;
  }

  figures(): SpreadFigures {
    const compared = this.#differences.length;
    return {
      enterprises: this.#enterprises, compared, improved: this.#verdicts.improved, worsened: this.#verdicts.worsened,
      share: compared === 0 ? null : this.#verdicts.improved / compared,
      quartiles: quartiles(this.#differences), baseline: this.#pooled('baseline'), current: this.#pooled('current'),
    };
  }

  #pooled(period: 'baseline' | 'current'): Pooled | null {
    const [numerator = 0, denominator = 0] = this.#sums[period];
    return this.#known[period] ? { numerator, denominator, value: denominator === 0 ? null : numerator / denominator } : null;
  }
}
