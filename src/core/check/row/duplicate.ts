/** Rows whose key columns say the same. Optional key columns may be blank; a row without a required one has no key. */
import { rowKeyReader, shownKey } from '../../codec/row-key';
import { cellOf } from '../../model/block-builder';
import { columnOf, type RowRule } from '../row-rule';

export const duplicate: RowRule = {
  create(def) {
    const [first] = (def.unique ?? []).map((key) => columnOf(def, key));
    if (first === undefined) return null;
    const keyOf = rowKeyReader(def);
    const seen = new Map<string, number>();
    return {
      row(block, index, report) {
        const id = keyOf((key) => cellOf(block, key, index));
        if (id === null) return;
        const row = block.firstRow + index;
        const before = seen.get(id);
        if (before === undefined) {
          seen.set(id, row);
          return;
        }
        report({ code: 'row/duplicate', params: { key: shownKey(def, (key) => cellOf(block, key, index)), first: before } }, first.key, row);
      },
    };
  },
};
