/** Intervals and tests as formulas: Wilson, Newcombe, z and Fisher, Poisson, chi-square. The same methods as `core/stats`. */

/** Two-sided 95 %: the normal quantile, in all the digits a formula keeps. */
const Z = '1.95996398454005';
/** Fisher's tables and binomial outcomes are summed over this many rows at most; beyond it no p is given. */
const MOST_OUTCOMES = 2000;
const OUTCOMES = `(ROW($1:$${MOST_OUTCOMES})-1)`;
/** Two outcomes count as equally probable within this factor, as in R. */
const TIES = '1.0000001';

export function wilsonFormula(k: string, n: string, side: '-' | '+'): string {
  return `(${k}/${n}+${Z}^2/(2*${n})${side}${Z}*SQRT(${k}/${n}*(1-${k}/${n})/${n}+${Z}^2/(4*${n}^2)))/(1+${Z}^2/${n})`;
}

/** Cells of two proportions with their Wilson limits. */
export interface ProportionCells {
  readonly k: string;
  readonly n: string;
  readonly low: string;
  readonly high: string;
}

export function newcombeFormula(a: ProportionCells, b: ProportionCells, side: '-' | '+'): string {
  const [from, to] = side === '-' ? [`${b.k}/${b.n}-${b.low}`, `${a.high}-${a.k}/${a.n}`] : [`${b.high}-${b.k}/${b.n}`, `${a.k}/${a.n}-${a.low}`];
  return `${b.k}/${b.n}-${a.k}/${a.n}${side}SQRT((${from})^2+(${to})^2)`;
}

/** z test, or Fisher's exact test when an expected count is below 5, which needs whole counts. An array formula. */
export function proportionTestFormula(a: ProportionCells, b: ProportionCells): string {
  const total = `(${a.n}+${b.n})`;
  const events = `(${a.k}+${b.k})`;
  const fewer = `MIN(${events},${total}-${events})`;
  const pooled = `${events}/${total}`;
  const error = `SQRT(${pooled}*(1-${pooled})*(1/${a.n}+1/${b.n}))`;
  const z = `2*NORMSDIST(-ABS(IFERROR((${b.k}/${b.n}-${a.k}/${a.n})/${error},0)))`;
  const rare = `MIN(${a.n},${b.n})*${fewer}/${total}<5`;
  const whole = `AND(INT(${a.k})=${a.k},INT(${a.n})=${a.n},INT(${b.k})=${b.k},INT(${b.n})=${b.n})`;
  return `IF(${rare},IF(${whole},${fisherFormula(a, b, events, total)},""),${z})`;
}

function fisherFormula(a: ProportionCells, b: ProportionCells, events: string, total: string): string {
  // Of the smaller sample, counting whichever outcome is rarer: the fewest tables to sum.
  const size = `MIN(${a.n},${b.n})`;
  const rare = `MIN(${events},${total}-${events})`;
  const observed = `IF(${a.n}<=${b.n},IF(${events}<=${total}-${events},${a.k},${a.n}-${a.k}),IF(${events}<=${total}-${events},${b.k},${b.n}-${b.k}))`;
  const chance = (x: string): string => `HYPGEOMDIST(${x},${size},${rare},${total})`;
  const possible = (inner: string): string => `IF(${OUTCOMES}>=MAX(0,${size}+${rare}-${total}),IF(${OUTCOMES}<=MIN(${size},${rare}),${inner},0),0)`;
  const sum = `SUM(${possible(`IF(${chance(OUTCOMES)}<=${chance(observed)}*${TIES},${chance(OUTCOMES)},0)`)})`;
  return `IF(MIN(${size},${rare})>=${MOST_OUTCOMES},"",MIN(1,${sum}))`;
}

/** Two counts under exposures: conditional binomial, two-sided. An array formula. */
export function poissonTestFormula(k1: string, exposure1: string, k2: string, exposure2: string): string {
  const n = `(${k1}+${k2})`;
  const share = `(${exposure2})/((${exposure1})+(${exposure2}))`;
  const chance = (x: string): string => `BINOMDIST(${x},${n},${share},FALSE)`;
  const sum = `SUM(IF(${OUTCOMES}<=${n},IF(${chance(OUTCOMES)}<=${chance(k2)}*${TIES},${chance(OUTCOMES)},0),0))`;
  return `IF(${n}=0,1,IF(${n}>=${MOST_OUTCOMES},"",MIN(1,${sum})))`;
}

/** 95 % interval of a count (Garwood), per unit of `per`. */
export function poissonLimitFormula(k: string, per: string, side: '-' | '+'): string {
  return side === '-' ? `IF(${k}=0,0,CHIINV(0.975,2*${k})/2/${per})` : `CHIINV(0.025,2*${k}+2)/2/${per}`;
}

/** 90 % interval of a mean time between failures; without failure only the lower limit exists. */
export function timeLimitFormula(time: string, failures: string, side: '-' | '+'): string {
  return side === '-'
    ? `IF(${failures}=0,${time}/-LN(0.05),2*${time}/CHIINV(0.05,2*${failures}+2))`
    : `IF(${failures}=0,"",2*${time}/CHIINV(0.95,2*${failures}))`;
}

export function normalLimitFormula(value: string, error: string, side: '-' | '+'): string {
  return `${value}${side}${Z}*${error}`;
}

export function normalTestFormula(difference: string, error1: string, error2: string): string {
  return `2*NORMSDIST(-ABS(${difference}/SQRT(${error1}^2+${error2}^2)))`;
}
