/**
 * Size class by 统计上大中小微型企业划分办法(2017): large, medium or small when every indicator reaches its bound
 * (inclusive), micro otherwise. The table stands on the hidden sheet; its row for this enterprise is found once there.
 */
import type { ComputedDef, SizeBounds } from '../../model/form-def';
import { quoted, textOf, type ComputeScope, type Computation } from './scope';

type Words = Extract<ComputedDef, { readonly rule: 'size-class' }>['words'];

/** Names on the hidden sheet. */
export const SIZE_CODES = '划型_代码';
export const SIZE_INDUSTRIES = '划型_行业';
export const SIZE_BOUNDS = '划型_下限';
export const SIZE_ROW = '划型_行';

/** More than any bound. */
const MOST = '9E+99';

const INDICATORS = [
  { key: 'enterprise.employees', name: '从业人员', bounds: 'employees', offset: 0 },
  { key: 'enterprise.revenue', name: '营业收入', bounds: 'revenue', offset: 3 },
  { key: 'enterprise.assets', name: '资产总额', bounds: 'assets', offset: 6 },
] as const;

/** Row of the table: the enterprise's code for sizing (or else its industry code), by four, three, then two digits. */
export function sizeRow(scope: Pick<ComputeScope, 'home' | 'reference'>): Computation {
  const code = `IF(划型代码="",行业代码,划型代码)`;
  const match = [4, 3, 2].reduceRight((rest, digits) => `IFERROR(MATCH(LEFT(${code},${digits}),${SIZE_CODES},0),${rest})`, '0');
  return { formula: `IF(行业代码&划型代码="",0,${match})`, value: rowIndex(scope) + 1 };
}

export function sizeIndustry(scope: ComputeScope): Computation {
  return { formula: `IF(${SIZE_ROW}=0,"",INDEX(${SIZE_INDUSTRIES},${SIZE_ROW}))`, value: bounds(scope)?.industry ?? '' };
}

/** A figure that is missing but cannot change the class is not asked for: the class is tried with it at its least and its most. */
export function sizeClass(words: Words, scope: ComputeScope): Computation {
  const level = (absent: string): string => [1, 2, 3].map((l) => reaches(l, absent)).join('+');
  const least = level('0');
  const classes = upwards(words).map(quoted).join(',');
  return {
    formula:
      `IF(行业代码&划型代码="","",IF(${SIZE_ROW}=0,${quoted(words.unlisted)},` +
      `IF(${least}<${level(MOST)},${quoted(words.missing)},CHOOSE(1+${least},${classes}))))`,
    value: classify(words, scope),
  };
}

function reaches(level: number, absent: string): string {
  return `AND(${INDICATORS.map((i) => `IF(ISNUMBER(${i.name}),${i.name},${absent})>=INDEX(${SIZE_BOUNDS},${SIZE_ROW},${i.offset + level})`).join(',')})`;
}

function rowIndex(scope: Pick<ComputeScope, 'home' | 'reference'>): number {
  const code = textOf(scope.home('enterprise.sizeCode')) || textOf(scope.home('enterprise.industry'));
  if (code === '') return -1;
  for (const digits of [4, 3, 2]) {
    const index = scope.reference.sizes.findIndex((row) => row.code === code.slice(0, digits));
    if (index >= 0) return index;
  }
  return -1;
}

function bounds(scope: ComputeScope): SizeBounds | undefined {
  return scope.reference.sizes[rowIndex(scope)];
}

function classify(words: Words, scope: ComputeScope): string {
  if (textOf(scope.home('enterprise.industry')) + textOf(scope.home('enterprise.sizeCode')) === '') return '';
  const row = bounds(scope);
  if (row === undefined) return words.unlisted;
  const level = (absent: number): number =>
    [0, 1, 2].filter((l) =>
      INDICATORS.every((i) => {
        const value = scope.home(i.key);
        return (typeof value === 'number' ? value : absent) >= (row[i.bounds][l] ?? 0);
      }),
    ).length;
  return level(0) < level(Infinity) ? words.missing : (upwards(words)[level(0)] ?? '');
}

/** The classes from the smallest up. */
function upwards({ classes: [large, medium, small, micro] }: Words): readonly string[] {
  return [micro, small, medium, large];
}
