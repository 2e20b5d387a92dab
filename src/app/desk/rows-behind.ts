/** The rows that a metric was computed from in a period, failing ones first: what stands behind a number. */
import { METRICS } from '../../core/metric/metrics';
import { rowStandings, STANDINGS, type RowStanding } from '../../core/metric/row-standing';
import type { Block } from '../../core/model/block';
import { cellOf } from '../../core/model/block-builder';
import type { WorkbookContent } from '../../core/model/content';
import type { PeriodKey } from '../../core/model/period';
import { headerText, type RawColumnDef } from '../../core/model/raw-sheet';
import { InputError } from '../input-error';
import type { Standard } from '../standard';
import { storedText } from './stored-text';

export interface RowsBehindQuery {
  readonly metric: string;
  readonly period: PeriodKey;
  /** Rows that are left out before the first, and how many are wanted. */
  readonly from: number;
  readonly count: number;
}

export interface BehindRow {
  /** Row of the sheet. */
  readonly row: number;
  readonly standing: RowStanding;
  /** In the order of the columns. */
  readonly texts: readonly string[];
}

export interface RowsBehind {
  readonly sheet: string;
  readonly columns: readonly { readonly key: string; readonly header: string; readonly number: boolean }[];
  readonly total: number;
  readonly counts: Readonly<Record<RowStanding, number>>;
  readonly rows: readonly BehindRow[];
}

const NUMBERS: ReadonlySet<RawColumnDef['kind']> = new Set(['number', 'count', 'money']);

/** Throws `InputError` (`desk/no-metric`: `metric`). */
export function rowsBehind({ metric, period, from, count }: RowsBehindQuery, content: WorkbookContent, { rawSheets }: Standard): RowsBehind {
  const def = METRICS.find(({ key }) => key === metric);
  const sheet = rawSheets.find(({ key }) => key === def?.populations[0]?.sheet);
  if (def === undefined || sheet === undefined) throw new InputError('desk/no-metric', { metric });
  const blocks = content.rows[sheet.key] ?? [];
  const rows = content.periods === null ? null : rowStandings(def, period, content.periods, blocks);
  const counted = (standing: RowStanding): number => rows?.[standing].length ?? 0;
  const page: { readonly row: number; readonly standing: RowStanding }[] = [];
  let skipped = 0;
  for (const standing of STANDINGS) {
    const all = rows?.[standing] ?? [];
    const start = Math.max(0, from - skipped);
    for (let i = start; i < all.length && page.length < count; i++) page.push({ row: all[i] ?? 0, standing });
    skipped += all.length;
  }
  return {
    sheet: sheet.sheet,
    columns: sheet.columns.map((column) => ({ key: column.key, header: headerText(column), number: NUMBERS.has(column.kind) })),
    total: skipped,
    counts: { missed: counted('missed'), invalid: counted('invalid'), notDue: counted('notDue'), used: counted('used'), met: counted('met') },
    rows: page.map(({ row, standing }) => ({ row, standing, texts: textsOf(sheet.columns, blocks, row) })),
  };
}

function textsOf(columns: readonly RawColumnDef[], blocks: readonly Block[], row: number): readonly string[] {
  const block = blocks.find(({ firstRow, length }) => row >= firstRow && row < firstRow + length);
  return columns.map((column) => (block === undefined ? '' : storedText(column, cellOf(block, column.key, row - block.firstRow))));
}
