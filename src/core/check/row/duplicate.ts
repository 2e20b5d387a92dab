/** Rows whose key columns say the same. Optional key columns may be blank; a row without a required one has no key. */
import { isoOf } from '../../codec/date';
import { cellOf } from '../../model/block-builder';
import { isCellError, type CellValue } from '../../model/cell';
import type { RawColumnDef } from '../../model/raw-sheet';
import { saysNone } from '../none';
import { columnOf, type RowRule } from '../row-rule';

const DAYS: ReadonlySet<string> = new Set(['date', 'month']);

/** Text as spreadsheets compare it: without case. Null where the cell holds nothing to compare. */
function comparable(value: CellValue, column: RawColumnDef): string | null {
  if (value === null || isCellError(value)) return null;
  if (typeof value === 'number') return String(DAYS.has(column.kind) ? Math.floor(value) : value);
  const text = String(value).trim().toLowerCase();
  return text === '' ? null : text;
}

function shown(value: CellValue, column: RawColumnDef): string {
  if (typeof value === 'number' && DAYS.has(column.kind) && value >= 61) return isoOf(value);
  return value === null || isCellError(value) ? '' : String(value).trim();
}

export const duplicate: RowRule = {
  create(def) {
    const keys = def.unique?.map((key) => columnOf(def, key));
    const [first] = keys ?? [];
    if (keys === undefined || first === undefined) return null;
    const seen = new Map<string, number>();
    return {
      row(block, index, report) {
        if (saysNone(def.key, block, index)) return;
        let id = '';
        for (const column of keys) {
          const text = comparable(cellOf(block, column.key, index), column);
          if (text === null && column.required) return;
          id += `\u0000${text ?? ''}`;
        }
        const row = block.firstRow + index;
        const before = seen.get(id);
        if (before === undefined) {
          seen.set(id, row);
          return;
        }
        const key = keys.map((column) => `${column.header}=${shown(cellOf(block, column.key, index), column)}`).join('、');
        report({ code: 'row/duplicate', params: { key, first: before } }, first.key, row);
      },
    };
  },
};
