/**
 * More delivered, received or made than was ordered or planned, beyond what trade allows: a slip of the pen or another unit.
 * Contracts usually allow 5 to 10 % more or less; up to 10 % is let pass.
 */
import { columnOf, numberAt, type RowRule } from '../row-rule';

/** Sheet key -> what came, and what was asked for. */
export const ORDERED: Readonly<Record<string, readonly [came: string, ordered: string]>> = {
  purchases: ['arrivalQuantity', 'quantity'],
  workOrders: ['doneQuantity', 'planQuantity'],
  deliveries: ['deliveredQuantity', 'quantity'],
};

export const TOLERANCE = 0.1;
/** Sums of weights end in the last place. */
const SLACK = 1e-9;

export const aboveOrder: RowRule = {
  create(def) {
    const pair = ORDERED[def.key];
    if (pair === undefined) return null;
    const [came, ordered] = pair.map((key) => columnOf(def, key));
    if (came === undefined || ordered === undefined) return null;
    return {
      row(block, index, report) {
        const value = numberAt(block, came.key, index);
        const limit = numberAt(block, ordered.key, index);
        if (value === null || limit === null || limit <= 0 || value <= limit * (1 + TOLERANCE + SLACK)) return;
        const params = { column: came.header, value, other: ordered.header, otherValue: limit, over: `${Math.round((value / limit - 1) * 100)}%`, limit: `${TOLERANCE * 100}%` };
        report({ code: 'row/above-order', params }, came.key, block.firstRow + index);
      },
    };
  },
};
