/** Periods, gates and limits of the whole workbook. */
import { serialOf } from '../../src/core/codec/date';
import type { Issue } from '../../src/core/issue/issue';
import { loadStandard } from '../../src/app/standard';
import { signedCode, signedState } from '../../src/core/review/signed-content';
import { contentOf, placeOf, type Variation } from '../core/check/consistency/base-content';
import { ROWS, type Corrupted, type Row } from './base';
import type { Corruption } from './corruption';

const home = (changes: Readonly<Record<string, number | null>>): Variation => ({ changes: { home: changes } });
const at = (key: string): string => placeOf('home', key);

const STATE = signedState('7.3', contentOf({}), loadStandard()) ?? {};
const CODE = signedCode(STATE);
const SIGNED = new Map([[CODE, STATE]]);
const signature = (code: string | null): Readonly<Record<string, Readonly<Record<string, string | number | null>>>> =>
  ({ review: { 'signoff.7.3.enterpriseBy': '示例总经理', 'signoff.7.3.enterpriseDate': serialOf(2025, 8, 20), 'signoff.7.3.enterpriseCode': code } });

/** Many times the first delivery, each wrong in the same way. */
const many = (count: number, change: Row): Corrupted => ({ rows: { deliveries: Array.from({ length: count }, (_, i) => ({ ...(ROWS['deliveries'] ?? [])[0], orderNo: `SO-${i}`, ...change })) } });
const damaged: readonly Issue[] = Array.from({ length: 5001 }, (_, i) => ({ code: 'rule/mark', severity: 'warning', sheet: '首页', cell: `A${i + 1}`, clause: '', params: { range: `A${i + 1}` } }));

export const wholeCorruptions: readonly Corruption[] = [
  { name: 'no as-of date', code: 'period/missing', at: at('asOf'), corrupted: home({ asOf: null }) },
  { name: 'a period that ends before it starts', code: 'period/reversed', at: at('periods.current.end'), corrupted: home({ 'periods.current.end': serialOf(2025, 1, 1) }) },
  { name: 'periods that overlap', code: 'period/overlap', at: at('periods.current.start'), corrupted: home({ 'periods.baseline.end': serialOf(2026, 1, 31) }) },
  { name: 'half a year against a year', code: 'period/length', at: at('periods.current.end'), corrupted: home({ 'periods.current.end': serialOf(2025, 12, 31) }) },
  { name: 'an as-of date before the baseline is over', code: 'period/as-of-early', at: at('asOf'), corrupted: home({ asOf: serialOf(2025, 1, 31) }) },
  { name: 'an as-of date before the current period', code: 'period/as-of-before-current', at: at('asOf'), corrupted: home({ 'periods.current.start': serialOf(2026, 7, 1), 'periods.current.end': serialOf(2027, 6, 30) }) },
  { name: 'a step changed after it was signed', code: 'consistency/sign-broken', at: placeOf('review', 'signoff.7.3.enterpriseBy'), corrupted: { signed: SIGNED, changes: { ...signature(CODE), D: { 'problems[0].cause': '没有排产' } } } },
  { name: 'a signature over what nobody kept', code: 'consistency/sign-lost', at: placeOf('review', 'signoff.7.3.enterpriseBy'), corrupted: { changes: signature('Q0123456789abcdef0123') } },
  { name: 'a signature typed by hand', code: 'consistency/sign-unproven', at: placeOf('review', 'signoff.7.3.enterpriseBy'), corrupted: { changes: signature(null) } },
  { name: 'a signature without a day', code: 'consistency/sign-incomplete', at: placeOf('review', 'signoff.7.3.enterpriseDate'), corrupted: { signed: SIGNED, changes: { review: { ...signature(CODE)['review'], 'signoff.7.3.enterpriseDate': null } } } },
  { name: 'more of one kind than are listed', code: 'check/capped', at: '数据_销售交付!', corrupted: many(101, { quantity: '一件' }) },
  { name: 'more in a sheet than are listed', code: 'check/capped-sheet', at: '数据_销售交付!', corrupted: many(100, Object.fromEntries(Object.keys((ROWS['deliveries'] ?? [])[0] ?? {}).filter((key) => key !== 'orderNo').map((key) => [key, { error: '#N/A' }]))) },
  { name: 'more in the workbook than are listed', code: 'check/capped-total', at: '!', corrupted: { readIssues: damaged } },
];
