import type { Bench } from './bench';
import { checkOrders, measureOrders, readOrders, writeOrders } from './measure-file';

const ROWS = 1_000_000;

export const bench: Bench = {
  title: 'file to all metrics: 1,000,000 order lines x 13 of a workbook of every sheet',
  unit: 'rows',
  rounds: 5,
  prepare: (folder) => writeOrders(folder, ROWS),
  ways: {
    /** First, so that the ratios say what measuring and checking take beyond it. */
    'reading alone': (folder) => Promise.resolve(() => readOrders(folder, ROWS)),
    'zhisheng, measured': (folder) => Promise.resolve(() => measureOrders(folder, ROWS)),
    'zhisheng, measured and checked': (folder) => Promise.resolve(() => checkOrders(folder, ROWS)),
  },
};
