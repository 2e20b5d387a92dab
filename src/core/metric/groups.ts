/** From the parts of each group to the figures of the metric: weights, derived values, totals. */
import type { CellValue } from '../model/cell';
import type { Grouping, Total } from './metric-def';
import { holds, numberOf, type Parts } from './scalar';

export interface GroupRow {
  /** Shown key: the product, the step, the first day of the month. */
  readonly key: string | number;
  /** Parts, then derived values, by name; weight and days where the grouping has them. */
  readonly values: ReadonlyMap<string, number>;
}

export interface GroupTable {
  readonly rows: readonly GroupRow[];
  readonly totals: ReadonlyMap<string, number>;
}

/** The weights of groups as the side table gives them: rows with a number count, the sum must be 1. */
export interface Weights {
  readonly rows: number;
  readonly sum: number;
  /** Weight of a key in lower case; 1 for all when no weight is given, -1 for a key that the table lacks. */
  readonly weightOf: (key: string) => number;
}

export function weightsOf(grouping: Grouping, side: readonly Readonly<Record<string, CellValue>>[]): Weights {
  const declared = grouping.weights;
  if (declared === undefined) return { rows: 0, sum: 0, weightOf: () => 1 };
  const known = new Map<string, number>();
  let rows = 0;
  let sum = 0;
  for (const row of side) {
    const [key, weight] = [row[declared.key] ?? null, row[declared.weight] ?? null];
    if (typeof weight === 'number') {
      rows++;
      sum += weight;
    }
    const text = typeof key === 'string' || typeof key === 'number' ? String(key).toLowerCase() : '';
    if (text !== '' && !known.has(text)) known.set(text, typeof weight === 'number' ? weight : -1);
  }
  return { rows, sum, weightOf: (key) => (rows === 0 ? 1 : (known.get(key) ?? -1)) };
}

/** Parts of each group, `weight` and `days` among them, to the table. */
export function groupTable(grouping: Grouping, groups: readonly { readonly key: string | number; readonly parts: Parts }[]): GroupTable {
  const rows = groups.map(({ key, parts }): GroupRow => {
    const values = new Map(parts);
    for (const [name, expression] of Object.entries(grouping.derived)) values.set(name, numberOf(expression, values));
    return { key, values };
  });
  const totals = new Map(Object.entries(grouping.totals).map(([name, total]) => [name, totalOf(total, rows)]));
  return { rows, totals };
}

function totalOf({ kind, of = '', where }: Total, rows: readonly GroupRow[]): number {
  // PRODUCT over no number is 0 in a spreadsheet.
  let result = kind === 'product' && rows.length > 0 ? 1 : 0;
  for (const { values } of rows) {
    if (where !== undefined && !holds(where, values)) continue;
    const value = kind === 'count' ? 1 : (values.get(of) ?? Number.NaN);
    result = kind === 'product' ? result * value : result + value;
  }
  return result;
}
