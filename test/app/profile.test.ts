import { serialOf } from '../../src/core/codec/date';
import { InputError } from '../../src/app/input-error';
import { readProfile } from '../../src/app/profile';

const FULL = {
  enterprise: { name: '示例泵业有限公司', uscc: '91350100M000100Y43', industry: '34', employees: 86, revenue: 4200, assets: 3800, city: '徐州市', head: '示例' },
  agency: { name: '示例机构', personnel: ['甲', '乙'] },
  periods: { baseline: ['2023-01-01', '2023-12-31'], current: ['2024-01-01', '2024-12-31'] },
  asOf: '2024-12-31',
};

function refusal(profile: unknown): string {
  try {
    readProfile(typeof profile === 'string' ? profile : JSON.stringify(profile));
  } catch (error) {
    if (error instanceof InputError) return `${error.code} ${JSON.stringify(error.params)}`;
    throw error;
  }
  return 'taken';
}

test('reads the documented profile, with or without a byte order mark', () => {
  expect(readProfile(`\uFEFF${JSON.stringify(FULL)}`)).toEqual({
    ...FULL,
    periods: { baseline: [serialOf(2023, 1, 1), serialOf(2023, 12, 31)], current: [serialOf(2024, 1, 1), serialOf(2024, 12, 31)] },
    asOf: serialOf(2024, 12, 31),
  });
});

test('every key is optional', () => {
  expect(readProfile('{}')).toEqual({});
  expect(readProfile('{"enterprise":{"name":"甲"},"agency":{}}')).toEqual({ enterprise: { name: '甲' }, agency: {} });
});

test.each<[string, unknown, string]>([
  ['an unknown key', { enterprize: {} }, 'profile/unknown-key {"key":"enterprize"}'],
  ['an unknown key further in', { enterprise: { nmae: 'x' } }, 'profile/unknown-key {"key":"enterprise.nmae"}'],
  ['several unknown keys, all of them', { enterprize: {}, enterprise: { nmae: 'x', siez: 1 }, asof: '' }, 'profile/unknown-key {"key":"enterprise.nmae、enterprise.siez、enterprize、asof"}'],
  ['what is not JSON', '{ name: 1 }', 'profile/not-json {}'],
  ['a list', [], 'profile/wrong {"path":"{}","value":"[]"}'],
  ['a text for a number', { enterprise: { employees: '86' } }, 'profile/wrong {"path":"enterprise.employees","value":"\\"86\\""}'],
  ['half a person', { enterprise: { employees: 8.5 } }, 'profile/wrong {"path":"enterprise.employees","value":"8.5"}'],
  ['30 February', { asOf: '2024-02-30' }, 'profile/date {"path":"asOf","value":"\\"2024-02-30\\""}'],
  ['29 February of a common year', { periods: { ...FULL.periods, baseline: ['2023-01-01', '2023-02-29'] } }, 'profile/date {"path":"periods.baseline.1","value":"\\"2023-02-29\\""}'],
  ['another date format', { asOf: '31.12.2024' }, 'profile/date {"path":"asOf","value":"\\"31.12.2024\\""}'],
  ['a period that runs backwards', { periods: { ...FULL.periods, current: ['2024-12-31', '2024-01-01'] } }, 'profile/period-order {"path":"periods.current","value":"[\\"2024-12-31\\",\\"2024-01-01\\"]"}'],
  ['a missing period', { periods: { baseline: FULL.periods.baseline } }, 'profile/wrong {"path":"periods.current","value":""}'],
])('refuses %s', (_what, profile, expected) => {
  expect(refusal(profile)).toBe(expected);
});

test('refuses periods that overlap or stand in the wrong order', () => {
  expect(refusal({ periods: { baseline: FULL.periods.current, current: FULL.periods.baseline } })).toMatch(/^profile\/periods-overlap/);
  expect(refusal({ periods: { baseline: ['2023-01-01', '2024-01-01'], current: FULL.periods.current } })).toMatch(/^profile\/periods-overlap/);
});
