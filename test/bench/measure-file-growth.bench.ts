import type { Bench } from './bench';
import { exponent } from './growth';
import { checkOrders, measureOrders, writeOrders } from './measure-file';

const SIZES = [10_000, 100_000, 1_000_000];
const checked = (size: number): string => `${size}, checked too`;

export const bench: Bench = {
  title: 'file to all metrics, and to all checks: how the time grows with the rows',
  unit: 'rows',
  apart: true,
  prepare: async (folder) => {
    for (const size of SIZES) await writeOrders(folder, size);
  },
  ways: Object.fromEntries(SIZES.flatMap((size) => [
    [String(size), (folder: string) => Promise.resolve(() => measureOrders(folder, size))] as const,
    [checked(size), (folder: string) => Promise.resolve(() => checkOrders(folder, size))] as const,
  ])),
  figures: (perSecond) => {
    const ofChecked = Object.fromEntries(SIZES.map((size) => [String(size), perSecond[checked(size)] ?? NaN]));
    return {
      'growth exponent of measuring, 100,000 to 1,000,000': exponent(perSecond, 100_000, 1_000_000),
      'growth exponent of checking, 100,000 to 1,000,000': exponent(ofChecked, 100_000, 1_000_000),
    };
  },
};
