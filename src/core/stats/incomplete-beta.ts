/**
 * Regularised incomplete beta function and its inverse: the distribution function behind t, F and the binomial. By the
 * continued fraction DLMF 8.17.22 (modified Lentz); jstat stops its own at 3e-7, which is too coarse.
 */
import { binomialPmf } from './binomial';

const MAX_TERMS = 100_000;
const TINY = 1e-300;

/** A point of (0, 1) with its complement, so that neither end loses digits. */
export interface UnitPoint {
  readonly x: number;
  /** 1 - x */
  readonly y: number;
}

/** x^a y^b / B(a, b), from the binomial probability of a successes among a + b. */
function factor(a: number, b: number, { x, y }: UnitPoint): number {
  return (binomialPmf(a, a + b, x, y) * a * b) / (a + b);
}

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) return value;
  }
  throw new RangeError(`incomplete beta of ${a}, ${b} at ${x} does not converge`);
}

function guard(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** I_x(a, b) for a, b > 0. */
export function incompleteBeta(a: number, b: number, at: UnitPoint): number {
  if (at.x <= 0) return 0;
  if (at.y <= 0) return 1;
  if (at.x <= (a + 1) / (a + b + 2)) return (factor(a, b, at) * fraction(a, b, at.x)) / a;
  return 1 - (factor(a, b, at) * fraction(b, a, at.y)) / b;
}

/** The point with I_x(a, b) = p, by bisection on the logit of x. */
export function inverseIncompleteBeta(a: number, b: number, p: number): UnitPoint {
  let low = -745;
  let high = 745;
  for (;;) {
    const middle = (low + high) / 2;
    const at = { x: 1 / (1 + Math.exp(-middle)), y: 1 / (1 + Math.exp(middle)) };
    if (middle <= low || middle >= high) return at;
    if (incompleteBeta(a, b, at) < p) low = middle;
    else high = middle;
  }
}
