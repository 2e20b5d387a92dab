/** Figures with a unit in running Chinese text: `80.9%`, `73.7 分`, `3 起`, `一起`. */
import type { MetricUnit } from '../../model/metric-result';

export interface TextFigure {
  /** As written, without blanks. */
  readonly text: string;
  /** The number in digits. */
  readonly number: string;
  /** Units that metrics of this figure can have; `points` for 个百分点, a difference of two rates. */
  readonly unit: MetricUnit | 'points';
  readonly start: number;
  readonly end: number;
}

const UNITS: readonly (readonly [words: string, unit: TextFigure['unit']])[] = [
  ['个百分点', 'points'], ['%', 'ratio'], ['％', 'ratio'], ['万元', 'money'], ['小时', 'hours'], ['分', 'score'],
  ['起', 'count'], ['件', 'count'], ['项', 'count'], ['个', 'count'],
];
const DIGITS = '零一二三四五六七八九十';

const DECIMAL = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
// 分之, 分钟, 分析 ... are no points, and 一次 is mostly no count.
const PATTERN = new RegExp(String.raw`(?:(${DECIMAL})(个百分点|[%％]|万元|小时|分(?![之钟析类层解级厂公支布别工为])|[起件项个])|([${DIGITS}两])([起件项]))`, 'gu');

/** Blanks must have been taken out. */
export function figuresIn(text: string): readonly TextFigure[] {
  return [...text.matchAll(PATTERN)].map((match) => {
    const [whole, decimal, unit, digit, counter] = match;
    const number = decimal?.replaceAll(',', '') ?? String(digit === '两' ? 2 : DIGITS.indexOf(digit ?? ''));
    const word = unit ?? counter ?? '';
    return { text: whole, number, unit: UNITS.find(([words]) => words === word)?.[1] ?? 'count', start: match.index, end: match.index + whole.length };
  });
}

/** Blanks of all kinds: text is set with and without them around figures. */
export function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

/** Letters and digits only, for comparing texts that people typed twice. */
export function bareText(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
