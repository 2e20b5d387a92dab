/**
 * Columns that say the same in every row of one thing: one characteristic has one unit and one direction (A.1 4.1), one step of
 * a product one name (A.1 6.4), one product one day of launch (A.1 8.3). The first row that says something is held to be right.
 */
import { foldText } from '../../codec/clean';
import { shown } from '../../codec/codec';
import { isoOf } from '../../codec/date';
import { isSerial } from '../../codec/serial';
import { cellOf } from '../../model/block-builder';
import type { RawColumnDef } from '../../model/raw-sheet';
import type { GroupRule, RowAt } from '../group-rule';
import { columnOf } from '../row-rule';

/** Sheet key -> what names the thing, and what must then be the same. */
export const UNIFORM: Readonly<Record<string, { readonly by: readonly string[]; readonly same: readonly string[] }>> = {
  performanceTests: { by: ['characteristic'], same: ['unit', 'direction'] },
  processInspection: { by: ['product', 'step'], same: ['process'] },
  productRevenue: { by: ['product'], same: ['launchDate'] },
};

export const uniform: GroupRule = {
  create(def) {
    const table = UNIFORM[def.key];
    if (table === undefined) return null;
    const by = table.by.map((key) => columnOf(def, key));
    const same = table.same.map((key) => columnOf(def, key));
    return {
      key(block, index) {
        const parts = by.map(({ key }) => plain(shown(cellOf(block, key, index))));
        return parts.includes('') ? null : parts.join('\u0000');
      },
      judge(rows, report) {
        const [head] = rows;
        if (head === undefined) return;
        const named = by.map((column) => `${column.header}=${said(head, column)}`).join('、');
        for (const column of same) {
          const first = rows.find((row) => said(row, column) !== '');
          for (const row of first === undefined ? [] : rows) {
            const value = said(row, column);
            if (first === undefined || value === '' || plain(value) === plain(said(first, column))) continue;
            report({ code: 'row/uniform', params: { column: column.header, value, key: named, first: first.row, firstValue: said(first, column) } }, column.key, row.row);
          }
        }
      },
    };
  },
};

function plain(text: string): string {
  return foldText(text).toLowerCase();
}

function said({ block, index }: RowAt, { key, kind }: RawColumnDef): string {
  const value = cellOf(block, key, index);
  return kind === 'date' && typeof value === 'number' && isSerial(value) ? isoOf(value) : shown(value).trim();
}
