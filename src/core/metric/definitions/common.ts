/** Conditions that several definitions share. */
import {
  add, and, cell, isAny, isBlank, isDate, isDateOrBlank, isNumber, isNumberOrBlank, less, lessOrEqual, not, number, or,
  type Bool,
} from '../algebra';

/** The cell's day is that of the other cell or earlier (a time of day on the last day is still in time). */
export const byTheDay = (column: string, deadline: string): Bool =>
  and(isDate(column), less(cell(column), add(cell(deadline), number(1))));

export const positive = (column: string): Bool => and(isNumber(column), less(number(0), cell(column)));
export const notNegative = (column: string): Bool => and(isNumber(column), lessOrEqual(number(0), cell(column)));
/** Filled with a number, zero or more, or left blank. */
export const notNegativeOrBlank = (column: string): Bool =>
  and(isNumberOrBlank(column), lessOrEqual(number(0), cell(column)));

/** An order line: ordered quantity, promised date, what came and when. 附录A 5.3, 6.6. */
export interface OrderLine {
  readonly date: string;
  readonly delivered: string;
}

export const orderLineValid = ({ date, delivered }: OrderLine): Bool => and(
  isDate('dueDate'),
  positive('quantity'),
  isDateOrBlank(date),
  isNumberOrBlank(delivered),
  isNumberOrBlank('onTimeQuantity'),
  or(isBlank(date), isNumber(delivered), isNumber('onTimeQuantity')),
);

/** In full by the promised date: by the quantity on time where it is given, else by date and delivered quantity. */
export const onTimeInFull = ({ date, delivered }: OrderLine): Bool => or(
  and(isNumber('onTimeQuantity'), lessOrEqual(cell('quantity'), cell('onTimeQuantity'))),
  and(isBlank('onTimeQuantity'), byTheDay(date, 'dueDate'), lessOrEqual(cell('quantity'), cell(delivered))),
);

/** A row that says 无: nothing of the kind happened (blank is not zero, 无 must be typed). */
export const saysNone = (column: string): Bool => isAny(column, '无');
export const notNone = (column: string): Bool => not(saysNone(column));
