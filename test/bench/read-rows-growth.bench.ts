import { join } from 'node:path';
import type { Bench } from './bench';
import { writeExcelLike } from './excel-like';
import { exponent } from './growth';
import { readBlocks } from './read-rows';

const SIZES = [10_000, 100_000, 1_000_000];

export const bench: Bench = {
  title: 'read rows x 8: how the time grows',
  unit: 'rows',
  apart: true,
  prepare: async (folder) => {
    for (const size of SIZES) await writeExcelLike(join(folder, `${size}.xlsx`), size);
  },
  ways: Object.fromEntries(SIZES.map((size) => [String(size), (folder: string) => Promise.resolve(() => readBlocks(join(folder, `${size}.xlsx`)))])),
  figures: (perSecond) => ({
    'growth exponent, 10,000 to 1,000,000': exponent(perSecond, 10_000, 1_000_000),
    'growth exponent, 100,000 to 1,000,000': exponent(perSecond, 100_000, 1_000_000),
  }),
};
