/**
 * Size class by 统计上大中小微型企业划分办法(2017): large, medium or small when every indicator of the industry reaches the
 * lower bound (inclusive), otherwise one step down; micro when one falls short of the bound of small.
 */
import json from '../../../templates/reference/enterprise-size.json';
import { readEnterpriseSize, type EnterpriseSizeTable } from '../template/reference';
import { categories, divisionOf } from './industry';

export type SizeClass = '大型' | '中型' | '小型' | '微型';

export interface SizeInput {
  /** GB/T 4754-2017: category letter, division, or a code of three or four digits where the division is not enough (59, 70). */
  readonly industry: string;
  /** Persons. */
  readonly employees?: number | null;
  /** 万元. */
  readonly revenue?: number | null;
  /** 万元. */
  readonly assets?: number | null;
}

export type SizeResult =
  | { readonly size: SizeClass }
  | {
      readonly size: null;
      /** `class-needed`: the rule divides this division, give three or four digits. */
      readonly reason: 'industry-unknown' | 'not-covered' | 'class-needed' | 'figure-missing';
      /** The figures that decide and are missing. */
      readonly missing?: readonly Indicator[];
    };

type Row = EnterpriseSizeTable['rows'][number];
export type Indicator = Row['limits'][number]['indicator'];

const table = readEnterpriseSize('templates/reference/enterprise-size.json', json);
const NAMES: readonly SizeClass[] = ['微型', '小型', '中型', '大型'];

/** A figure that is missing but cannot change the class is not asked for. */
export function sizeClass(input: SizeInput): SizeResult {
  const codes = categories.find((one) => one.code === input.industry)?.divisions ?? (divisionOf(input.industry) === undefined ? [] : [input.industry]);
  const rows = table.rows.filter((row) => codes.some((code) => meets(code, row.codes) && !row.except?.some((except) => code.startsWith(except))));
  const uncovered = table.notCovered.some((row) => codes.some((code) => meets(code, row.codes)));
  const [first] = rows;
  if (first === undefined) return { size: null, reason: uncovered ? 'not-covered' : 'industry-unknown' };
  if (uncovered || rows.some((row) => step(row, input, 0) !== step(first, input, 0) || step(row, input, Infinity) !== step(first, input, Infinity)))
    return { size: null, reason: 'class-needed' };
  const name = NAMES[step(first, input, 0)];
  if (name !== undefined && step(first, input, 0) === step(first, input, Infinity)) return { size: name };
  return { size: null, reason: 'figure-missing', missing: first.limits.map((limit) => limit.indicator).filter((indicator) => figure(input, indicator) === null) };
}

/** The code lies in one of the ranges, or a range lies in it. */
function meets(code: string, ranges: readonly string[]): boolean {
  return ranges.some((range) => code.startsWith(range) || range.startsWith(code));
}

/** 0 micro ... 3 large, with `absent` for a missing figure. */
function step(row: Row, input: SizeInput, absent: number): number {
  const reaches = (bound: 'large' | 'medium' | 'small') => row.limits.every((limit) => (figure(input, limit.indicator) ?? absent) >= limit[bound]);
  return reaches('large') ? 3 : reaches('medium') ? 2 : reaches('small') ? 1 : 0;
}

function figure(input: SizeInput, indicator: Indicator): number | null {
  return input[indicator] ?? null;
}
