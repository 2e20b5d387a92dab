/** A.1 7.1: scores below the scale that the full score names: scales up to 10 points begin at 1, and a scale has two points at least. Above it: `row/exceeds`. */
import { columnOf, numberAt, type RowRule } from '../row-rule';

const SHEET = 'satisfaction';
/** Up to here points, beyond it out of a hundred. */
const MOST_POINTS = 10;
const LEAST_SCALE = 2;

export const scale: RowRule = {
  create(def) {
    if (def.key !== SHEET) return null;
    const [score, full] = [columnOf(def, 'score'), columnOf(def, 'fullScore')];
    return {
      row(block, index, report) {
        const [value, high] = [numberAt(block, score.key, index), numberAt(block, full.key, index)];
        if (value === null || high === null) return;
        const at = block.firstRow + index;
        if (high < LEAST_SCALE) report({ code: 'row/scale', params: { column: full.header, value: high, low: LEAST_SCALE, high: 100 } }, full.key, at);
        else if (high <= MOST_POINTS && value < 1) report({ code: 'row/scale', params: { column: score.header, value, low: 1, high } }, score.key, at);
      },
    };
  },
};
