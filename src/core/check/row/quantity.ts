/**
 * A delivery or completion with its day but without its quantity: nobody can tell whether it was in full, so that the
 * row counts in none of the rates (A.1 5.3, 6.2, 6.6), which then rest on what is left.
 */
import { columnOf, numberAt, type RowRule } from '../row-rule';

/** Sheet key -> the day, and the quantities of which one must stand beside it. */
export const QUANTITIES: Readonly<Record<string, { readonly day: string; readonly oneOf: readonly string[] }>> = {
  purchases: { day: 'arrivalDate', oneOf: ['arrivalQuantity', 'onTimeQuantity'] },
  deliveries: { day: 'deliveryDate', oneOf: ['deliveredQuantity', 'onTimeQuantity'] },
  workOrders: { day: 'actualDate', oneOf: ['doneQuantity'] },
};

export const quantity: RowRule = {
  create(def) {
    const pair = QUANTITIES[def.key];
    if (pair === undefined) return null;
    const day = columnOf(def, pair.day);
    const quantities = pair.oneOf.map((key) => columnOf(def, key));
    const [first] = quantities;
    if (first === undefined) return null;
    return {
      row(block, index, report) {
        if (numberAt(block, day.key, index) === null || quantities.some(({ key }) => numberAt(block, key, index) !== null)) return;
        report({ code: 'row/quantity', params: { column: first.header, other: day.header } }, first.key, block.firstRow + index);
      },
    };
  },
};
