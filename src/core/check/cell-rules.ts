/** The rules over single cells, in the order in which they are asked: the first that finds something speaks for the cell. */
import { blankText } from './cell/blank-text';
import { dateAsText } from './cell/date-as-text';
import { form } from './cell/form';
import { fullWidth } from './cell/full-width';
import { length } from './cell/length';
import { monthDay } from './cell/month-day';
import { numberAsText } from './cell/number-as-text';
import { space } from './cell/space';
import { spelling } from './cell/spelling';
import { textAsNumber } from './cell/text-as-number';
import type { CellRule } from './cell-rule';

export const cellRules: readonly CellRule[] = [blankText, numberAsText, dateAsText, monthDay, textAsNumber, spelling, form, length, fullWidth, space];
