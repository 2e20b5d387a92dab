/**
 * Cells that belong together: one is filled (or says a certain thing), the other is blank. Each pair is one that a metric or
 * the standard needs: without its partner the entry counts wrongly, or not at all.
 */
import { isoOf } from '../../codec/date';
import { saysNone } from '../../codec/none-rows';
import { isSerial } from '../../codec/serial';
import { BLANK, NUMBER, TEXT, type Block } from '../../model/block';
import { cellOf } from '../../model/block-builder';
import { columnOf, numberAt, textAt, type RowRule } from '../row-rule';

interface Pair {
  readonly when: string;
  /** Only where it says one of these. */
  readonly says?: readonly string[];
  readonly needs: string;
}

/** Sheet key -> pairs. Quantities without their day count from 0 on: 0 delivered needs no day. */
export const COMPANIONS: Readonly<Record<string, readonly Pair[]>> = {
  productRevenue: [{ when: 'newProduct', says: ['是'], needs: 'launchDate' }, { when: 'segmentTotal', needs: 'segment' }, { when: 'segmentTotal', needs: 'segmentSource' }],
  employees: [{ when: 'leaveDate', needs: 'leaveType' }, { when: 'leaveType', needs: 'leaveDate' }],
  measuring: [{ when: 'actualDate', needs: 'result' }, { when: 'result', needs: 'actualDate' }],
  purchases: [{ when: 'arrivalQuantity', needs: 'arrivalDate' }, { when: 'inspectDate', needs: 'conclusion' }],
  supplierIssues: [{ when: 'closedDate', needs: 'verification' }],
  deliveries: [{ when: 'deliveredQuantity', needs: 'deliveryDate' }, { when: 'returnQuantity', needs: 'returnDate' }, { when: 'returnQuantity', needs: 'returnReason' }],
  warranty: [{ when: 'firstFailureHours', needs: 'hours' }],
  serviceRequests: [{ when: 'resolvedAt', needs: 'respondedAt' }],
  satisfaction: [{ when: 'surveyor', says: ['第三方'], needs: 'agency' }],
  complaints: [{ when: 'closedDate', needs: 'callback' }],
  innovations: [{ when: 'category', says: ['质量奖', '科技奖励'], needs: 'level' }, { when: 'category', says: ['实用新型专利', '发明专利'], needs: 'status' }],
};

export const companion: RowRule = {
  create(def) {
    const pairs = COMPANIONS[def.key]?.map(({ when, needs, says }) => ({ when: columnOf(def, when), needs: columnOf(def, needs), says }));
    if (pairs === undefined) return null;
    return {
      row(block, index, report) {
        for (const { when, needs, says } of pairs) {
          const value = sayingOf(block, when.key, index, when.kind === 'date' || when.kind === 'datetime');
          if (value === null || (says !== undefined && !says.includes(value)) || block.columns[needs.key] === undefined) continue;
          if ((block.columns[needs.key]?.kind[index] ?? BLANK) !== BLANK || saysNone(def.key, (key) => cellOf(block, key, index))) continue;
          report({ code: 'row/companion', params: { column: needs.header, other: when.header, value } }, needs.key, block.firstRow + index);
        }
      },
    };
  },
};

/** Null where the cell says nothing that needs a partner: blank, 0, or no value of its kind. */
function sayingOf(block: Block, key: string, index: number, dated: boolean): string | null {
  const kind = block.columns[key]?.kind[index] ?? BLANK;
  if (kind === TEXT) return textAt(block, key, index).trim() || null;
  const number = kind === NUMBER ? numberAt(block, key, index) : null;
  if (number === null || number === 0) return null;
  return dated && isSerial(number) ? isoOf(number) : String(number);
}
