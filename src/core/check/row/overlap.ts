/**
 * Times of employment of one person (工号) that overlap: who comes back has a new row that begins after the last working
 * day of the old one. Overlapping rows would count the person twice in the average headcount (A.1 3.1).
 */
import { columnOf, numberAt, textAt, type RowRule } from '../row-rule';

const PERIODS: Readonly<Record<string, { readonly id: string; readonly from: string; readonly to: string }>> = {
  employees: { id: 'id', from: 'joinDate', to: 'leaveDate' },
};

interface Stay {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

export const overlap: RowRule = {
  create(def) {
    const table = PERIODS[def.key];
    if (table === undefined) return null;
    const id = columnOf(def, table.id);
    const stays = new Map<string, Stay[]>();
    return {
      row(block, index) {
        const who = textAt(block, table.id, index).trim();
        const from = numberAt(block, table.from, index);
        if (who === '' || from === null) return;
        const stay = { row: block.firstRow + index, from, to: numberAt(block, table.to, index) ?? Infinity };
        const known = stays.get(who);
        if (known === undefined) stays.set(who, [stay]);
        else known.push(stay);
      },
      end(report) {
        for (const [who, list] of stays) {
          if (list.length < 2) continue;
          list.sort((a, b) => a.from - b.from || a.row - b.row);
          let last: Stay | undefined;
          for (const stay of list) {
            // The same first day twice is a duplicate key, which has its own rule.
            if (last !== undefined && stay.from <= last.to && stay.from !== last.from) {
              report({ code: 'row/overlap', params: { key: `${id.header}=${who}`, first: last.row } }, table.from, stay.row);
            }
            if (last === undefined || stay.to > last.to) last = stay;
          }
        }
      },
    };
  },
};
