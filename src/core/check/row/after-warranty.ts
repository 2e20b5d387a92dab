/** A first failure at an age beyond the warranty: it is no failure within the warranty (A.1 6.7), or one of the three cells is wrong. */
import { daysInMonth, isoOf, MAX_SERIAL, partsOf, serialOf } from '../../codec/date';
import { isSerial } from '../../codec/serial';
import { columnOf, numberAt, type RowRule } from '../row-rule';

const SHEET = 'warranty';
const LONGEST = 600;

export const afterWarranty: RowRule = {
  create(def) {
    if (def.key !== SHEET) return null;
    const failed = columnOf(def, 'firstFailureDate');
    const months = columnOf(def, 'warrantyMonths');
    return {
      row(block, index, report) {
        const [shipped, term, failure] = [numberAt(block, 'shipDate', index), numberAt(block, months.key, index), numberAt(block, failed.key, index)];
        if (shipped === null || term === null || failure === null || !isSerial(shipped) || !isSerial(failure) || !Number.isInteger(term) || term < 1 || term > LONGEST) return;
        const end = monthsLater(shipped, term);
        if (Math.floor(failure) <= end) return;
        report({ code: 'row/after-warranty', params: { column: failed.header, value: isoOf(failure), end: isoOf(end), other: months.header, otherValue: term } }, failed.key, block.firstRow + index);
      },
    };
  },
};

/** As EDATE counts: the last day of a shorter month. */
function monthsLater(serial: number, months: number): number {
  const { year, month, day } = partsOf(serial);
  const at = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  return toYear > 9999 ? MAX_SERIAL : serialOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}
