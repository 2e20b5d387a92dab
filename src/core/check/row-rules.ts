/** The rules over whole rows. */
import { duplicate } from './row/duplicate';
import { exceeds } from './row/exceeds';
import { order } from './row/order';
import { overlap } from './row/overlap';
import { quantity } from './row/quantity';
import { sum } from './row/sum';
import type { RowRule } from './row-rule';

export const rowRules: readonly RowRule[] = [order, exceeds, sum, quantity, duplicate, overlap];
