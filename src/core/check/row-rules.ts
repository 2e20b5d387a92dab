/** The rules over whole rows, each row by itself. */
import { aboveOrder } from './row/above-order';
import { afterWarranty } from './row/after-warranty';
import { companion } from './row/companion';
import { exceeds } from './row/exceeds';
import { order } from './row/order';
import { quantity } from './row/quantity';
import { scale } from './row/scale';
import { sum } from './row/sum';
import type { RowRule } from './row-rule';

export const rowRules: readonly RowRule[] = [order, exceeds, aboveOrder, sum, quantity, companion, afterWarranty, scale];
