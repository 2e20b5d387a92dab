/** One wrong row at a time: every pair and table that the rules over rows know, in every raw-data sheet that has it. */
import { ORDERED } from '../../src/core/check/row/above-order';
import { COMPANIONS } from '../../src/core/check/row/companion';
import { BOUNDED } from '../../src/core/check/row/exceeds';
import { DATE_ORDERS } from '../../src/core/check/row/order';
import { QUANTITIES } from '../../src/core/check/row/quantity';
import { SUMS } from '../../src/core/check/row/sum';
import { UNIFORM } from '../../src/core/check/row/uniform';
import { COMPLETIONS } from '../../src/core/check/consistency/raw-facts';
import { NONE_ROWS } from '../../src/core/codec/none-rows';
import { serialOf } from '../../src/core/codec/date';
import { address } from '../../src/core/model/address';
import type { RawSheetDef } from '../../src/core/model/raw-sheet';
import { FIRST_DATA_ROW } from '../../src/core/model/raw-sheet';
import { ROWS, SIDE, standard, type Corrupted, type Row } from './base';
import type { Corruption } from './corruption';

function sheetDef(key: string): RawSheetDef {
  const def = standard.rawSheets.find((one) => one.key === key);
  if (def === undefined) throw new RangeError(`no sheet ${key}`);
  return def;
}

function at(def: RawSheetDef, column: string, index: number): string {
  return `${def.sheet}!${address(FIRST_DATA_ROW + index, def.columns.findIndex(({ key }) => key === column) + 1)}`;
}

/** The sheet's rows with those at `index` changed; one that is not there is a copy of the first. */
function rowsWith(key: string, index: number, change: Row): Corrupted {
  const rows = ROWS[key] ?? [];
  const [first = {}] = rows;
  return { rows: { [key]: Array.from({ length: Math.max(rows.length, index + 1) }, (_, i) => (i === index ? { ...(rows[i] ?? first), ...change } : (rows[i] ?? first))) } };
}

const one = (key: string, code: string, column: string, change: Row, index = 0): Corruption => {
  const def = sheetDef(key);
  return { name: `${def.sheet} ${code} ${column}`, code, at: at(def, column, index), corrupted: rowsWith(key, index, change) };
};

const entriesOf = <T>(table: Readonly<Record<string, T>>): readonly (readonly [string, T])[] => Object.entries(table);
const DAY = serialOf(2024, 5, 6);
const AFTER_AS_OF = serialOf(2027, 1, 1);

const reversed = entriesOf(DATE_ORDERS).flatMap(([key, pairs]) => pairs.map(([earlier, later]) => ({ ...one(key, 'row/order', later, { [earlier]: DAY, [later]: DAY - 1 }), name: `${key} ${later} before ${earlier}` })));
const exceeding = entriesOf(BOUNDED).flatMap(([key, pairs]) => pairs.map(([part, whole]) => one(key, 'row/exceeds', part, { [whole]: 5, [part]: 6 })));
const above = entriesOf(ORDERED).map(([key, [came, ordered]]) => one(key, 'row/above-order', came, { [ordered]: 100, [came]: 1000 }));
const sums = entriesOf(SUMS).flatMap(([key, { whole, parts }]) => parts.map((part) => ({ ...one(key, 'row/sum', whole, { [whole]: 10, ...Object.fromEntries(parts.map((other) => [other, 2])), [part]: 3 }), name: `${key} with other ${part}` })));
const bare = entriesOf(QUANTITIES).map(([key, { day, oneOf: [first = '', ...others] }]) => one(key, 'row/quantity', first, { [day]: DAY, [first]: null, ...Object.fromEntries(others.map((other) => [other, null])) }));
const alone = entriesOf(COMPANIONS).flatMap(([key, pairs]) => pairs.map(({ when, says: [said] = [], needs }) => one(key, 'row/companion', needs, { ...(said === undefined ? {} : { [when]: said }), [needs]: null })));
const uneven = entriesOf(UNIFORM).flatMap(([key, { by, same }]) => {
  const [first = {}] = ROWS[key] ?? [];
  return same.map((column) => one(key, 'row/uniform', column, { ...Object.fromEntries(by.map((name) => [name, first[name] ?? null])), [column]: typeof first[column] === 'number' ? DAY : first[column] === '越大越好' ? '越小越好' : '别的' }, 1));
});
/** The first row once more at the end. */
const twice = standard.rawSheets.flatMap((def) => {
  const [first = {}, ...others] = ROWS[def.key] ?? [];
  const [key] = def.unique ?? [];
  const pasted = ['processInspection', 'compliance'].includes(def.key);
  const column = key ?? def.columns[0]?.key ?? '';
  return key === undefined && !pasted ? [] : [one(def.key, pasted ? 'row/repeated' : 'row/duplicate', column, first, others.length + 1)];
});
/** Done after the as-of date. */
const late = entriesOf(COMPLETIONS).flatMap(([key, columns]) => columns.map((column) => one(key, 'consistency/after-as-of', column, { [column]: AFTER_AS_OF }, 1)));
/** 无 stands for a period by its date. */
const none = entriesOf(NONE_ROWS).flatMap(([key, { says, keeps }]) => keeps.map((column) => one(key, 'cell/required', column, { ...Object.fromEntries(sheetDef(key).columns.map((other) => [other.key, null])), [says]: '无', [column]: null }, 1)));

const stay = (index: number, join: number, leave: number | null): Row => ({ ...(ROWS['employees'] ?? [])[index], id: 'P1', joinDate: join, leaveDate: leave, leaveType: leave === null ? null : '主动离职' });
const weights = (...rows: readonly Row[]): Corrupted => ({ side: { ...SIDE, satisfaction: rows } });
const satisfaction = sheetDef('satisfaction');
const side = (index: number, column: number): string => `${satisfaction.sheet}!${address(FIRST_DATA_ROW + index, satisfaction.columns.length + 2 + column)}`;

const others: readonly Corruption[] = [
  { name: 'employment that overlaps', code: 'row/overlap', at: at(sheetDef('employees'), 'joinDate', 1), corrupted: { rows: { employees: [stay(0, DAY, null), stay(1, DAY + 9, null), ...(ROWS['employees'] ?? []).slice(2)] } } },
  one('warranty', 'row/after-warranty', 'firstFailureDate', { shipDate: DAY, warrantyMonths: 12, firstFailureDate: DAY + 400 }),
  one('satisfaction', 'row/scale', 'score', { score: 0, fullScore: 5 }),
  one('satisfaction', 'row/scale', 'fullScore', { score: 1, fullScore: 1 }),
  { name: 'weights below 1', code: 'side/weights', at: side(0, 1), corrupted: weights({ item: '质量', weight: 0.4 }, { item: '交付', weight: 0.5 }) },
  { name: 'a weight above 1', code: 'cell/range', at: side(1, 1), corrupted: weights({ item: '质量', weight: 0.4 }, { item: '交付', weight: 60 }) },
  { name: 'a weight as text', code: 'cell/number-as-text', at: side(0, 1), corrupted: weights({ item: '质量', weight: '0.4' }, { item: '交付', weight: 0.6 }) },
  { name: 'a weight of no item', code: 'cell/required', at: side(0, 0), corrupted: weights({ weight: 0.4 }, { item: '交付', weight: 0.6 }) },
  { name: 'an item twice', code: 'side/item-twice', at: side(1, 0), corrupted: weights({ item: '质量', weight: 0.4 }, { item: '质量', weight: 0.6 }) },
];

export const rowCorruptions: readonly Corruption[] = [...reversed, ...exceeding, ...above, ...sums, ...bare, ...alone, ...uneven, ...twice, ...late, ...none, ...others];
