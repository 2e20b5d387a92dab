/** Dates of one row that must follow each other, as far as the words of the columns leave no doubt. */
import { isoOf, isoTimeOf, MAX_SERIAL } from '../../codec/date';
import { columnOf, numberAt, type RowRule } from '../row-rule';

/** Sheet key -> pairs of columns, the earlier first. Doing something before it is due is no mistake. */
export const DATE_ORDERS: Readonly<Record<string, readonly (readonly [earlier: string, later: string])[]>> = {
  employees: [['joinDate', 'leaveDate']],
  purchases: [['arrivalDate', 'inspectDate']],
  supplierIssues: [['foundDate', 'dueDate'], ['foundDate', 'closedDate']],
  deliveries: [['deliveryDate', 'returnDate']],
  warranty: [['shipDate', 'firstFailureDate']],
  serviceRequests: [['requestedAt', 'respondedAt'], ['requestedAt', 'resolvedAt'], ['respondedAt', 'resolvedAt']],
  qualityIssues: [['foundDate', 'dueDate'], ['foundDate', 'closedDate']],
  complaints: [['receivedDate', 'dueDate'], ['receivedDate', 'closedDate']],
  customers: [['firstDeal', 'lastDeal'], ['firstDeal', 'lostDate'], ['lastDeal', 'lostDate']],
  compliance: [['date', 'validTo'], ['date', 'rectifiedDate']],
};

const isDay = (serial: number | null): serial is number => serial !== null && serial >= 1 && serial < MAX_SERIAL + 1 && Math.floor(serial) !== 60;

export const order: RowRule = {
  create(def) {
    const pairs = DATE_ORDERS[def.key]?.map(([earlier, later]) => ({ earlier: columnOf(def, earlier), later: columnOf(def, later) }));
    if (pairs === undefined) return null;
    return {
      row(block, index, report) {
        for (const { earlier, later } of pairs) {
          const from = numberAt(block, earlier.key, index);
          const to = numberAt(block, later.key, index);
          if (!isDay(from) || !isDay(to)) continue;
          const timed = earlier.kind === 'datetime' && later.kind === 'datetime';
          if (timed ? from <= to : Math.floor(from) <= Math.floor(to)) continue;
          const shown = timed ? isoTimeOf : isoOf;
          const params = { column: later.header, value: shown(to), other: earlier.header, otherValue: shown(from) };
          report({ code: 'row/order', params }, later.key, block.firstRow + index);
        }
      },
    };
  },
};
