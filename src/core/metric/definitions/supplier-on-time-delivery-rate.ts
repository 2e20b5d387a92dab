/** A.1 5.3 采购产品(服务)及时交付率: order lines by promised date, in full. */
import { cell } from '../algebra';
import { count, ratio } from '../declare';
import { onTimeInFull, orderLineValid } from './common';

const line = { date: 'arrivalDate', delivered: 'arrivalQuantity' } as const;

export const supplierOnTimeDeliveryRate = ratio({
  key: 'supplier-on-time-delivery-rate', item: '5.3', name: '采购产品(服务)及时交付率', nameEn: 'Purchased lines delivered in time', version: 1,
  definition: '承诺交期落在本期且按期（含当日）足量到货的订单行 ÷ 承诺交期落在本期的订单行；到截止日仍未到的算未按期；分批到货以按期到货数量为准',
  populations: [{ sheet: 'purchases', window: 'period', valid: orderLineValid(line), due: cell('dueDate') }],
  parts: { numerator: count(onTimeInFull(line)), denominator: count() },
});
