/**
 * Times of employment of one person (工号) that overlap: who comes back has a new row that begins after the last working
 * day of the old one. Overlapping rows would count the person twice in the average headcount (A.1 3.1).
 */
import type { GroupRule } from '../group-rule';
import { columnOf, numberAt, textAt } from '../row-rule';

const PERIODS: Readonly<Record<string, { readonly id: string; readonly from: string; readonly to: string }>> = {
  employees: { id: 'id', from: 'joinDate', to: 'leaveDate' },
};

export const overlap: GroupRule = {
  create(def) {
    const table = PERIODS[def.key];
    if (table === undefined) return null;
    const id = columnOf(def, table.id);
    return {
      key(block, index) {
        const who = textAt(block, table.id, index).trim();
        return who === '' || numberAt(block, table.from, index) === null ? null : who;
      },
      judge(rows, report) {
        const stays = rows.map(({ block, index, row }) => ({
          row, who: textAt(block, table.id, index).trim(), from: numberAt(block, table.from, index) ?? 0, to: numberAt(block, table.to, index) ?? Infinity,
        }));
        stays.sort((a, b) => a.from - b.from || a.row - b.row);
        let last: (typeof stays)[number] | undefined;
        for (const stay of stays) {
          // The same first day twice is a duplicate key, which has its own rule.
          if (last !== undefined && stay.from <= last.to && stay.from !== last.from) {
            report({ code: 'row/overlap', params: { key: `${id.header}=${stay.who}`, first: last.row } }, table.from, stay.row);
          }
          if (last === undefined || stay.to > last.to) last = stay;
        }
      },
    };
  },
};
