/**
 * A small language for hand-made rows and what must come out of them. A table is text: column keys in the first line,
 * then one row per line. `2024-05-20` is a date, `2024-05-20T14:30` a moment, `.` a blank, `"…"` a text whatever it
 * looks like, `#N/A` an error, `TRUE` a truth value; other words are texts, and digits are numbers. Behind `|` stands
 * what the row must count as, then why.
 */
import { resultOf } from '../../src/app/measure';
import { serialOf } from '../../src/core/codec/date';
import { measureMetrics } from '../../src/core/metric/measure-metrics';
import { METRICS, metricId, VARIANTS } from '../../src/core/metric/metrics';
import type { MetricDef } from '../../src/core/metric/metric-def';
import type { Block } from '../../src/core/model/block';
import { BlockBuilder } from '../../src/core/model/block-builder';
import type { CellValue } from '../../src/core/model/cell';
import type { WorkbookContent } from '../../src/core/model/content';
import type { MetricResult, RowCounts } from '../../src/core/model/metric-result';
import type { Period, PeriodKey, Periods } from '../../src/core/model/period';
import { FIRST_DATA_ROW, type RawSheetDef } from '../../src/core/model/raw-sheet';
import { RAW_SHEETS } from './metric-workbook';

/** What one row must count as: parts of numerator and denominator, or why it does not count. */
export type Fate = { readonly numerator: number; readonly denominator: number | null } | 'notDue' | 'outside' | 'invalid' | 'blank';

export interface TableRow {
  readonly cells: Readonly<Record<string, CellValue>>;
  /** What stands behind `|`, by words. */
  readonly note: readonly string[];
}

/** Part of a result; what is left out is not asked for. */
export type Expected = Partial<Pick<MetricResult, 'status' | 'reason' | 'basis' | 'numerator' | 'denominator' | 'value'>> & { readonly rows?: Partial<RowCounts> };

export interface MetricCase {
  readonly name: string;
  readonly periods: Periods | null;
  /** Raw-sheet key -> table. */
  readonly rows: Readonly<Record<string, string>>;
  readonly side?: WorkbookContent['side'];
  readonly summaries?: WorkbookContent['summaries'];
  /** Metric id (`key` or `key/variant`) -> period -> what must come out. */
  readonly expect: Readonly<Record<string, Partial<Record<PeriodKey, Expected>>>>;
  /** The sheet whose rows carry their fates, one for each of these metrics, and then why. */
  readonly judged?: { readonly sheet: string; readonly ids: readonly string[] };
}

/** A table whose rows are judged one by one and together, in the current period. */
export function judged(
  sheet: string,
  table: string,
  /** Metric id -> numerator and denominator of all rows together. */
  totals: Readonly<Record<string, readonly [number, number | null]>>,
  more: Partial<Omit<MetricCase, 'judged' | 'expect'>> = {},
): MetricCase {
  const ids = Object.keys(totals);
  const expectOf = ([numerator, denominator]: readonly [number, number | null]): Expected =>
    ({ status: 'ok', reason: null, basis: 'rows', numerator, denominator, value: numerator / (denominator ?? 1) });
  return {
    name: ids.join(', '), periods: YEARS, ...more,
    rows: { ...more.rows, [sheet]: table },
    expect: Object.fromEntries(Object.entries(totals).map(([id, total]) => [id, { current: expectOf(total) }])),
    judged: { sheet, ids },
  };
}

/** One expectation of one metric in the current period, over rows given sheet by sheet. */
export function stated(id: string, name: string, rows: Readonly<Record<string, string>>, current: Expected, more: Partial<MetricCase> = {}): MetricCase {
  return { name: `${id}: ${name}`, periods: YEARS, rows, expect: { [id]: { current } }, ...more };
}

/** `2024-05-20` or `2024-05-20T14:30` as a serial date. */
export function day(text: string): number {
  const [date = '', time = '00:00'] = text.split('T');
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return serialOf(y, m, d) + (hours * 60 + minutes) / 1440;
}

export const span = (start: string, end: string): Period => ({ start: day(start), end: day(end) });
export const until = (asOf: string): Periods => ({ baseline: span('2023-01-01', '2023-12-31'), current: span('2024-01-01', '2024-12-31'), asOf: day(asOf) });
/** 2023 against 2024, known to the end: what tables are measured over unless they say otherwise. */
export const YEARS = until('2024-12-31');

function cellValue(word: string): CellValue {
  if (word === '.') return null;
  if (word.startsWith('"')) return word.slice(1, -1);
  if (/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(word)) return day(word);
  if (/^-?\d+(\.\d+)?(e-?\d+)?$/.test(word)) return Number(word);
  if (word.startsWith('#')) return { error: word };
  return word === 'TRUE' || word === 'FALSE' ? word === 'TRUE' : word;
}

const words = (text: string): readonly string[] => text.match(/"[^"]*"|\S+/g) ?? [];

export function fateOf(text: string): Fate {
  const counted = /^(-?[\d.]+)(?:\/(-?[\d.]+))?$/.exec(text);
  if (counted !== null) return { numerator: Number(counted[1]), denominator: counted[2] === undefined ? null : Number(counted[2]) };
  if (text === 'notDue' || text === 'outside' || text === 'invalid' || text === 'blank') return text;
  throw new Error(`no fate: ${text}`);
}

export function parseTable(table: string): readonly TableRow[] {
  const [head = '', ...lines] = table.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const keys = words(head);
  return lines.map((line) => {
    const [left = '', right = ''] = line.split(' | ');
    const values = words(left);
    if (values.length !== keys.length) throw new Error(`${values.length} cells for ${keys.length} columns: ${line}`);
    return { cells: Object.fromEntries(keys.map((key, i) => [key, cellValue(values[i] ?? '.')])), note: words(right) };
  });
}

export function sheetDef(key: string): RawSheetDef {
  const def = RAW_SHEETS.find((sheet) => sheet.key === key);
  if (def === undefined) throw new Error(`no raw-data sheet ${key}`);
  return def;
}

/** Rows as a sheet would hold them; few rows to a block, so that most tables run over the end of one. */
export function blocksOf(key: string, rows: readonly Readonly<Record<string, CellValue>>[]): readonly Block[] {
  const keys = sheetDef(key).columns.map((column) => column.key);
  const builder = new BlockBuilder(keys, 5);
  rows.forEach((row, i) => {
    for (const name of Object.keys(row)) if (!keys.includes(name)) throw new Error(`${key} has no column ${name}`);
    builder.add(FIRST_DATA_ROW + i, keys.map((name) => row[name] ?? null));
  });
  return builder.blocks();
}

export function contentOf({ periods, rows, side = {}, summaries = {} }: Pick<MetricCase, 'periods' | 'rows' | 'side' | 'summaries'>): WorkbookContent {
  return {
    chosen: Object.keys(rows), periods, entries: {}, side, summaries,
    rows: Object.fromEntries(Object.entries(rows).map(([key, table]) => [key, blocksOf(key, parseTable(table).map(({ cells }) => cells))])),
  };
}

/** Content of rows given as records. */
export function contentFrom(rows: Readonly<Record<string, readonly Readonly<Record<string, CellValue>>[]>>, periods: Periods | null = YEARS, side: WorkbookContent['side'] = {}): WorkbookContent {
  return { chosen: Object.keys(rows), periods, entries: {}, side, summaries: {}, rows: Object.fromEntries(Object.entries(rows).map(([key, records]) => [key, blocksOf(key, records)])) };
}

/** The result of one metric or variant (`key` or `key/variant`). */
export function resultIn(content: WorkbookContent, id: string, period: PeriodKey = 'current'): MetricResult {
  const found = measureMetrics([metricOf(id)], content).find((each) => each.period === period);
  if (found === undefined) throw new Error(`${id} was not measured`);
  return resultOf(found);
}

export function metricOf(id: string): MetricDef {
  const def = [...METRICS, ...VARIANTS].find((each) => metricId(each) === id);
  if (def === undefined) throw new Error(`no metric ${id}`);
  return def;
}

/** Cases that need different cells put together: as few contents as first fit gives, so that LibreOffice opens few files. */
export function packCases(cases: readonly MetricCase[]): readonly { readonly content: WorkbookContent; readonly names: readonly string[] }[] {
  const packs: { claimed: Set<string>; periods: string; cases: MetricCase[] }[] = [];
  for (const each of cases) {
    const claims = [
      ...Object.keys(each.rows),
      ...Object.keys(each.summaries ?? {}).map((key) => `summary ${key}`),
      ...Object.keys(each.expect).flatMap((id) => [...metricOf(id).populations.map(({ sheet }) => sheet), `summary ${metricOf(id).key}`]),
    ];
    const periods = JSON.stringify(each.periods);
    const fits = packs.find((pack) => pack.periods === periods && claims.every((claim) => !pack.claimed.has(claim)));
    const pack = fits ?? { claimed: new Set<string>(), periods, cases: [] };
    if (fits === undefined) packs.push(pack);
    pack.cases.push(each);
    for (const claim of claims) pack.claimed.add(claim);
  }
  return packs.map(({ cases: all }) => ({
    names: all.map(({ name }) => name),
    content: contentOf({
      periods: all[0]?.periods ?? null,
      rows: Object.assign({}, ...all.map(({ rows }) => rows)),
      side: Object.assign({}, ...all.map(({ side }) => side ?? {})),
      summaries: Object.assign({}, ...all.map(({ summaries }) => summaries ?? {})),
    }),
  }));
}
