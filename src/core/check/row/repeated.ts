/** Rows of sheets without a key that say the same in every cell: most likely pasted twice. Sheets with a key have `row/duplicate`. */
import { shown } from '../../codec/codec';
import { saysNone } from '../../codec/none-rows';
import { cellOf } from '../../model/block-builder';
import type { GroupRule } from '../group-rule';

/** Measured values may well be equal: 数据_性能测试 is not among them. */
const SHEETS: ReadonlySet<string> = new Set(['processInspection', 'compliance']);

export const repeated: GroupRule = {
  create(def) {
    const [first] = def.columns;
    if (!SHEETS.has(def.key) || first === undefined) return null;
    return {
      key(block, index) {
        if (saysNone(def.key, (key) => cellOf(block, key, index))) return null;
        const cells = def.columns.map(({ key }) => shown(cellOf(block, key, index)));
        return cells.every((cell) => cell === '') ? null : cells.join('\u0000');
      },
      judge([before, ...others], report) {
        for (const { row } of others) report({ code: 'row/repeated', params: { first: before?.row ?? row } }, first.key, row);
      },
    };
  },
};
