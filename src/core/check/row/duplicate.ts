/** Rows whose key columns say the same. Optional key columns may be blank; a row without a required one has no key. */
import { rowKeyReader, shownKey } from '../../codec/row-key';
import { cellOf } from '../../model/block-builder';
import type { GroupRule } from '../group-rule';
import { columnOf } from '../row-rule';

export const duplicate: GroupRule = {
  create(def) {
    const [first] = (def.unique ?? []).map((key) => columnOf(def, key));
    if (first === undefined) return null;
    const keyOf = rowKeyReader(def);
    return {
      key: (block, index) => keyOf((key) => cellOf(block, key, index)),
      judge([before, ...others], report) {
        for (const { block, index, row } of others) {
          report({ code: 'row/duplicate', params: { key: shownKey(def, (key) => cellOf(block, key, index)), first: before?.row ?? row } }, first.key, row);
        }
      },
    };
  },
};
