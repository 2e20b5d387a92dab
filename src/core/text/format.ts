/** Figures for reading. Rounding is for display only: what is compared is never rounded. */
import type { MetricUnit } from '../model/metric-result';

/** Below this distance from 0 or 100 % one decimal of a percentage says too little. */
const EDGE = 0.01;

/** A true minus sign. */
function signed(text: string): string {
  return text.replace('-', '−');
}

/** `1234.5` with up to `digits` decimals, without zeros at the end and without an exponent. */
export function plainNumber(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  const short = text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
  return signed(short === '-0' ? '0' : short);
}

/** Decimals of percentages that stand beside each other: two when one of them is near 0 or 100 % and not exactly there. */
export function percentDigits(values: readonly number[]): number {
  return values.some((value) => nearEdge(Math.abs(value))) ? 2 : 1;
}

function nearEdge(value: number): boolean {
  return (value > 0 && value < EDGE) || (value > 1 - EDGE && value < 1);
}

export function percent(value: number, digits: number = percentDigits([value])): string {
  return `${fixed(value * 100, digits)}%`;
}

/** `-0.0` is shown as `0.0`. */
export function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return signed(Number(text) === 0 ? text.replace('-', '') : text);
}

/** `p=0.91`, `p=0.003`, `p<0.001`. Two significant figures at least, never rounded to 0 or to the other side of 0.05. */
export function pValue(p: number): string {
  if (p < 0.001) return 'p<0.001';
  const digits = p < 0.1 ? 3 : 2;
  const text = p.toFixed(digits);
  return (p < 0.05) === (Number(text) < 0.05) ? `p=${text}` : `p=${p.toFixed(4)}`;
}

/** Decimals for amounts of this size, so that about four figures are shown. */
export function amountDigits(values: readonly number[]): number {
  const most = Math.max(...values.map(Math.abs));
  return most >= 1000 ? 0 : most >= 10 ? 1 : 2;
}

/** Units as printed where the metric does not name its own. */
export const UNIT_TEXT: Readonly<Record<MetricUnit, { readonly zh: string; readonly en: string }>> = {
  ratio: { zh: '%', en: '%' },
  hours: { zh: '小时', en: 'h' },
  score: { zh: '分', en: 'points' },
  count: { zh: '', en: '' },
  money: { zh: '万元', en: '10,000 yuan' },
};
