/** Parts of one row that must add up to their whole, checked where all of them are filled. */
import { columnOf, numberAt, type RowRule } from '../row-rule';

/** Sheet key -> whole and parts. */
export const SUMS: Readonly<Record<string, { readonly whole: string; readonly parts: readonly string[] }>> = {
  processInspection: { whole: 'inspected', parts: ['firstPassed', 'reworkPassed', 'scrapped'] },
};

/** Quantities may be weights: rounding in the last place is no mistake. */
const SLACK = 1e-9;

export const sum: RowRule = {
  create(def) {
    const table = SUMS[def.key];
    if (table === undefined) return null;
    const whole = columnOf(def, table.whole);
    const parts = table.parts.map((key) => columnOf(def, key));
    const names = parts.map((part) => part.header).join('+');
    return {
      row(block, index, report) {
        const value = numberAt(block, whole.key, index);
        if (value === null) return;
        let total = 0;
        for (const part of parts) {
          const one = numberAt(block, part.key, index);
          if (one === null) return;
          total += one;
        }
        if (Math.abs(total - value) <= SLACK * Math.max(1, Math.abs(value))) return;
        report({ code: 'row/sum', params: { column: whole.header, value, parts: names, sum: total } }, whole.key, block.firstRow + index);
      },
    };
  },
};
