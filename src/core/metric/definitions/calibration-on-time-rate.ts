/** A.1 3.3 监视测量设备按期检定校准: by due date; a failed calibration done in time is still in time. */
import { and, cell, isAny, isDate, isDateOrBlank, not } from '../algebra';
import { count, ratio } from '../declare';
import { byTheDay } from './common';

const shared = {
  key: 'calibration-on-time-rate', item: '3.3', name: '监视测量设备按期检定校准率', nameEn: 'Measuring equipment calibrated in time', version: 1,
  populations: [{
    sheet: 'measuring', window: 'period',
    scope: not(isAny('status', '停用', '封存', '报废')),
    valid: and(isAny('status', '在用', '送检'), isDate('dueDate'), isDateOrBlank('actualDate')),
    due: cell('dueDate'),
  }],
} as const;

export const calibrationOnTimeRate = ratio({
  ...shared,
  definition: '应检日期落在本期且按期（含当日）检定校准的在用台件数（含送检中） ÷ 本期到期应检台件数；到截止日仍未检的算未按期；停用、封存、报废不计',
  parts: { numerator: count(byTheDay('actualDate', 'dueDate')), denominator: count() },
});

export const calibrationCoverageRate = ratio({
  ...shared,
  variant: { id: 'coverage', label: '周期受检率' }, monthly: false,
  definition: '本期到期应检且已检（逾期也计）的台件数 ÷ 本期到期应检台件数',
  parts: { numerator: count(isDate('actualDate')), denominator: count() },
});
