/** Random workbook contents for property tests: plausible rows with every kind of trouble mixed in. */
import * as fc from 'fast-check';
import { BlockBuilder } from '../../src/core/model/block-builder';
import type { CellValue } from '../../src/core/model/cell';
import type { WorkbookContent } from '../../src/core/model/content';
import { FIRST_DATA_ROW, type RawColumnDef, type RawSheetDef } from '../../src/core/model/raw-sheet';
import { serialOf } from '../../src/core/codec/date';
import { METRICS } from '../../src/core/metric/metrics';
import { RAW_SHEETS } from './metric-workbook';

const START = serialOf(2022, 10, 1);
const END = serialOf(2025, 3, 31);

/** Texts that test grouping and look-ups: wildcards, case, digits as text. */
const WORDS = ['甲', '乙', 'A-1', 'a-1', 'M8*20', '泵?', '~x', '1001', '丙 泵'];

/** First and last days of periods, as-of dates and the days beside them, where an off-by-one shows. */
const EDGES = [[2023, 1, 1], [2023, 12, 31], [2024, 1, 1], [2024, 2, 29], [2024, 10, 17], [2024, 12, 31], [2021, 12, 31], [2023, 2, 28]]
  .flatMap(([y = 0, m = 0, d = 0]) => [-1, 0, 1].map((by) => serialOf(y, m, d) + by));

function day(): fc.Arbitrary<number> {
  return fc.oneof({ weight: 3, arbitrary: fc.integer({ min: START, max: END }) }, { weight: 1, arbitrary: fc.constantFrom(...EDGES) });
}

function cell(column: RawColumnDef): fc.Arbitrary<CellValue> {
  switch (column.kind) {
    case 'date': return day();
    case 'month': return fc.integer({ min: 0, max: 29 }).map((m) => serialOf(2022 + Math.floor((9 + m) / 12), ((9 + m) % 12) + 1, 1));
    case 'datetime': return fc.tuple(day(), fc.integer({ min: 0, max: 1439 })).map(([d, minute]) => d + minute / 1440);
    case 'choice': return fc.constantFrom(...(column.choices ?? ['甲']));
    case 'count': return fc.integer({ min: 0, max: column.key === 'step' ? 4 : 24 });
    case 'number':
    case 'money': return fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 4000 }).map((n) => n / 100));
    default: return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: fc.constant('无') }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) });
  }
}

function troubled(column: RawColumnDef): fc.Arbitrary<CellValue> {
  return fc.oneof(
    { weight: column.required ? 60 : 24, arbitrary: cell(column) },
    { weight: column.required ? 2 : 12, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<CellValue>('2024/5/1', ' 是', '', -3, { error: '#N/A' }, 'x') },
  );
}

/** Deadline -> what is held against it. */
const DEADLINES: Readonly<Record<string, readonly [string, string]>> = {
  measuring: ['dueDate', 'actualDate'], purchases: ['dueDate', 'arrivalDate'], supplierIssues: ['dueDate', 'closedDate'],
  workOrders: ['planDate', 'actualDate'], deliveries: ['dueDate', 'deliveryDate'], qualityIssues: ['dueDate', 'closedDate'],
  complaints: ['dueDate', 'closedDate'], employees: ['joinDate', 'leaveDate'],
};

/** Most completions fall within two days of their deadline; survey scores stay on one scale most of the time; amounts on both sides of a line are close. */
function plausible(def: RawSheetDef, row: readonly CellValue[], scale: number): readonly CellValue[] {
  const at = (key: string): number => def.columns.findIndex((column) => column.key === key);
  const values = [...row];
  if (def.key === 'satisfaction') {
    const score = values[at('score')];
    values[at('fullScore')] = scale;
    if (typeof score === 'number') values[at('score')] = 1 + (Math.abs(Math.round(score)) % scale);
  }
  const pairs: Readonly<Record<string, readonly [string, string]>> = {
    processInspection: ['inspected', 'firstPassed'], finalInspection: ['submitted', 'passed'],
    deliveries: ['quantity', 'deliveredQuantity'], purchases: ['quantity', 'arrivalQuantity'], workOrders: ['planQuantity', 'doneQuantity'],
  };
  const [deadline, done] = (DEADLINES[def.key] ?? []).map(at);
  const [due, on] = [values[deadline ?? -1], values[done ?? -1]];
  if (done !== undefined && typeof due === 'number' && typeof on === 'number' && on > 0 && on % 4 !== 0) values[done] = due + (on % 5) - 2;
  const [big, small] = pairs[def.key] ?? [];
  if (big !== undefined && small !== undefined) {
    const [whole, part] = [values[at(big)], values[at(small)]];
    if (typeof whole === 'number' && typeof part === 'number' && part > whole && Math.round(part) % 4 !== 0) values[at(small)] = whole;
  }
  if (def.key === 'finalInspection' && typeof values[at('submission')] === 'number') values[at('submission')] = (Number(values[at('submission')]) % 3) + 1;
  return values;
}

function rowsOf(def: RawSheetDef, mostRows: number): fc.Arbitrary<readonly (readonly CellValue[])[]> {
  const row = fc.tuple(...def.columns.map(troubled));
  const scale = fc.constantFrom(5, 10, 100);
  const odd = fc.integer({ min: 0, max: 19 });
  return fc.tuple(fc.array(fc.oneof({ weight: 30, arbitrary: row }, { weight: 1, arbitrary: fc.constant(def.columns.map((): CellValue => null)) }), { maxLength: mostRows, size: 'max' }), scale, odd)
    .map(([rows, k, unlucky]) => rows.map((values, i) => plausible(def, values, unlucky === 0 && i === 0 ? 7 : k)));
}

const side: fc.Arbitrary<WorkbookContent['side']> = fc.oneof(
  fc.constant({}),
  fc.constant({ satisfaction: WORDS.slice(0, 3).map((item, i) => ({ item, weight: [0.5, 0.3, 0.2][i] ?? 0 })) }),
  fc.constant({ satisfaction: [...new Set([...WORDS.map((word) => word.toLowerCase()), '无', '1', '2', '3'])].map((item, i, all) => ({ item, weight: i === 0 ? 1 - (all.length - 1) / 16 : 1 / 16 })) }),
  fc.constant({ satisfaction: [{ item: '甲', weight: 0.7 }] }),
);

const summaries: fc.Arbitrary<WorkbookContent['summaries']> = fc.array(
  fc.tuple(
    fc.constantFrom(...METRICS.filter(({ summary }) => summary).map(({ key }) => key)), fc.constantFrom('baseline' as const, 'current' as const),
    fc.record({ numerator: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 50 })), denominator: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 80 })), evidence: fc.constant('') }),
  ),
  { maxLength: 30 },
).map((entries) => {
  const all: Record<string, Partial<Record<'baseline' | 'current', { numerator: number | null; denominator: number | null; evidence: string }>>> = {};
  for (const [key, period, summary] of entries) all[key] = { ...all[key], [period]: summary };
  return all;
});

const periods: fc.Arbitrary<WorkbookContent['periods']> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(serialOf(2024, 12, 31), serialOf(2024, 10, 17), serialOf(2025, 6, 30), serialOf(2024, 2, 29)).map((asOf) => ({
    baseline: { start: serialOf(2023, 1, 1), end: serialOf(2023, 12, 31) }, current: { start: serialOf(2024, 1, 1), end: serialOf(2024, 12, 31) }, asOf,
  })) },
  { weight: 2, arbitrary: fc.constant({
    baseline: { start: serialOf(2023, 2, 10), end: serialOf(2023, 8, 9) }, current: { start: serialOf(2024, 2, 10), end: serialOf(2024, 8, 9) }, asOf: serialOf(2024, 8, 9),
  }) },
  { weight: 1, arbitrary: fc.constant({
    baseline: { start: serialOf(2023, 1, 1), end: serialOf(2023, 6, 30) }, current: { start: serialOf(2024, 1, 1), end: serialOf(2024, 12, 31) }, asOf: serialOf(2024, 12, 31),
  }) },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** Contents with up to `mostRows` rows on each raw-data sheet. */
export function randomContent(mostRows = 40): fc.Arbitrary<WorkbookContent> {
  return fc.tuple(periods, side, summaries, ...RAW_SHEETS.map((def) => rowsOf(def, mostRows))).map(([of, beside, typed, ...rows]) => ({
    chosen: RAW_SHEETS.map(({ key }) => key),
    periods: of, entries: {}, side: beside, summaries: typed,
    rows: Object.fromEntries(RAW_SHEETS.map((def, i) => {
      const builder = new BlockBuilder(def.columns.map(({ key }) => key));
      rows[i]?.forEach((values, r) => builder.add(FIRST_DATA_ROW + r, values));
      return [def.key, builder.blocks()];
    })),
  }));
}
