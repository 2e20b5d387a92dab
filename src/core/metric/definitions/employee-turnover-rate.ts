/**
 * A.1 3.1 员工流失率: leavers over the mean of the monthly average headcounts, a month's average being the sum of the
 * daily headcounts over the days (official statistics rule). A leaver is on the headcount up to the day before leaving.
 */
import {
  add, and, bound, cell, choose, divide, equal, isAny, isBlank, isDate, isDateOrBlank, less, lessOrEqual, max, min, not,
  number, or, part, subtract, type Bool,
} from '../algebra';
import { count, ratio, sum } from '../declare';

const employed: Bool = not(isAny('employmentType', '派遣', '劳务'));
const datesValid: Bool = and(isDate('joinDate'), isDateOrBlank('leaveDate'), or(isBlank('leaveDate'), lessOrEqual(cell('joinDate'), cell('leaveDate'))));
const left: Bool = and(
  isDate('leaveDate'),
  lessOrEqual(bound('low'), cell('leaveDate')),
  less(cell('leaveDate'), add(bound('high'), number(1))),
  not(isAny('leaveType', '退休', '内部调动')),
);
/** Present at the beginning of a day: joined on it or before, not left before or on it. */
const presentOn = (day: Parameters<typeof add>[0]): Bool =>
  and(lessOrEqual(cell('joinDate'), day), or(isBlank('leaveDate'), less(day, cell('leaveDate'))));
const daysPresent = max(number(0), subtract(
  choose(isDate('leaveDate'), min(cell('leaveDate'), add(bound('high'), number(1))), add(bound('high'), number(1))),
  max(cell('joinDate'), bound('low')),
));

/** Everybody who was there at some time of the window. */
const population = {
  sheet: 'employees', window: 'elapsed', scope: employed,
  valid: datesValid,
  due: choose(less(cell('joinDate'), bound('low')),
    choose(and(isDate('leaveDate'), less(cell('leaveDate'), bound('low'))), number(0), bound('low')),
    cell('joinDate')),
} as const;

const shared = {
  key: 'employee-turnover-rate', item: '3.1', name: '员工流失率', nameEn: 'Staff turnover', version: 1,
  better: 'lower', family: 'countRate', monthly: false,
  populations: [population],
} as const;

export const employeeTurnoverRate = ratio({
  ...shared,
  definition: '本期离职人数（主动、被动、试用期；不含退休、内部调动） ÷ 各月平均人数的平均（月平均人数=每日人数之和÷日历天数）；派遣、劳务人员不计；截止日在期内时计到截止日',
  parts: { numerator: count(left) },
  grouping: {
    by: { kind: 'months' }, heading: '月份', limit: 24,
    labels: { personDays: '人日', heads: '月平均人数', months: '月数' },
    parts: { personDays: sum(daysPresent) },
    derived: { heads: divide(part('personDays'), part('days')) },
    totals: { heads: { kind: 'sum', of: 'heads' }, months: { kind: 'count' } },
  },
  denominator: divide(part('heads'), part('months')),
});

export const employeeTurnoverRateByEnds = ratio({
  ...shared,
  variant: { id: 'average-of-ends', label: '期初期末平均法' },
  definition: '本期离职人数 ÷ （（期初人数＋期末人数）÷2）',
  parts: {
    numerator: count(left),
    opening: count(presentOn(bound('low'))),
    closing: count(presentOn(add(bound('high'), number(1)))),
  },
  denominator: divide(add(part('opening'), part('closing')), number(2)),
  guards: [{ when: equal(add(part('opening'), part('closing')), number(0)), status: 'not-applicable', reason: 'zero-denominator' }],
});
