/** A.1 6.8 服务敏捷性: first response within the promised hours (calendar hours); and the mean hours to respond. */
import { add, and, cell, divide, isBlank, isDate, lessOrEqual, multiply, number, or, subtract, type Bool } from '../algebra';
import { count, ratio, sum } from '../declare';
import type { Population } from '../metric-def';
import { positive } from './common';

/** Half a second: times are typed to the minute, their serial numbers are binary fractions. */
const slack = number(0.5 / 86400);
const deadline = add(cell('requestedAt'), divide(cell('limitHours'), number(24)));
const responded: Bool = and(isDate('respondedAt'), lessOrEqual(cell('requestedAt'), add(cell('respondedAt'), slack)));

export const serviceRequests: Population = {
  sheet: 'serviceRequests', window: 'period',
  valid: and(isDate('requestedAt'), positive('limitHours'), or(isBlank('respondedAt'), responded)),
  // With the slack, so that a deadline at midnight falls on one side in every spreadsheet.
  due: add(deadline, slack),
};
export const respondedInTime: Bool = and(isDate('respondedAt'), lessOrEqual(cell('respondedAt'), add(deadline, slack)));

const shared = { key: 'service-response-rate', item: '6.8', name: '服务敏捷性', nameEn: 'Service requests answered in time', version: 1 } as const;

export const serviceResponseRate = ratio({
  ...shared,
  definition: '响应时限落在本期且在承诺时限内首次响应的请求 ÷ 响应时限落在本期的请求（按自然小时）；到截止日未响应的算未及时；响应早于受理的行无效',
  populations: [serviceRequests],
  parts: { numerator: count(respondedInTime), denominator: count() },
});

export const meanResponseHours = ratio({
  ...shared,
  variant: { id: 'mean-hours', label: '平均响应时间' },
  unit: 'hours', unitText: 'h', better: 'lower', family: 'census', monthly: false,
  definition: '本期已响应请求的首次响应时间与受理时间之差（小时）之和 ÷ 已响应请求数',
  populations: [serviceRequests],
  parts: {
    numerator: sum(multiply(subtract(cell('respondedAt'), cell('requestedAt')), number(24)), { where: isDate('respondedAt') }),
    denominator: count(isDate('respondedAt')),
  },
});
