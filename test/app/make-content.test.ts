import { makeContent, periodsIn, summariesIn } from '../../src/app/make-content';
import { serialOf } from '../../src/core/codec/date';

const DATES = {
  'periods.baseline.start': serialOf(2023, 1, 1),
  'periods.baseline.end': serialOf(2023, 12, 31),
  'periods.current.start': serialOf(2024, 1, 1),
  'periods.current.end': serialOf(2024, 12, 31),
  asOf: serialOf(2024, 12, 31),
};

test('five dates make the periods; a time of day is left out', () => {
  expect(periodsIn({ ...DATES, asOf: DATES.asOf + 0.75 })).toEqual({
    baseline: { start: DATES['periods.baseline.start'], end: DATES['periods.baseline.end'] },
    current: { start: DATES['periods.current.start'], end: DATES['periods.current.end'] },
    asOf: DATES.asOf,
  });
});

test.each(Object.keys(DATES))('without %s, or with a text there, nothing is measured', (key) => {
  expect(periodsIn({ ...DATES, [key]: null })).toBeNull();
  expect(periodsIn({ ...DATES, [key]: '2024-01-01' })).toBeNull();
  expect(periodsIn({ ...DATES, [key]: -1 })).toBeNull();
});

test.each([
  ['a period that runs backwards', { 'periods.current.end': DATES['periods.current.start'] - 1 }],
  ['periods that overlap', { 'periods.baseline.end': DATES['periods.current.start'] }],
])('%s gives no periods', (_what, wrong) => {
  expect(periodsIn({ ...DATES, ...wrong })).toBeNull();
});

test('汇总填报 by metric and period; what is no number is no figure', () => {
  expect(
    summariesIn({
      'metrics.on-time-delivery-rate.baseline.numerator': 9,
      'metrics.on-time-delivery-rate.baseline.denominator': 10,
      'metrics.on-time-delivery-rate.current.numerator': '9 次',
      'metrics.on-time-delivery-rate.current.evidence': '月报',
      'metrics.penalty-count.current.numerator': 0,
      'metrics.penalty-count.current.evidence': '',
      'other.baseline.numerator': 1,
    }),
  ).toEqual({
    'on-time-delivery-rate': { baseline: { numerator: 9, denominator: 10, evidence: '' }, current: { numerator: null, denominator: null, evidence: '月报' } },
    'penalty-count': { current: { numerator: 0, denominator: null, evidence: '' } },
  });
});

test('content takes both from the forms', () => {
  const content = makeContent({ chosen: ['home'], entries: { home: DATES }, rows: {}, side: {} });
  expect([content.periods?.asOf, content.summaries]).toEqual([DATES.asOf, {}]);
});
