/** What is decided from whole columns before any row is read: the order of dates, the decimal mark. */
import type { DateOrder } from '../codec/codec';
import type { Issue } from '../issue/issue';
import type { RawColumnDef, RawSheetDef } from '../model/raw-sheet';
import type { SourceTable } from '../model/source-table';
import { isBlank, typedText } from './cells';
import { importIssue } from './codes';
import type { ReadingContext } from './column-reader';
import { decideDateOrder, type Example } from './date-order';
import { decideDecimal } from './decimal-mark';
import type { Mapping } from './mapping';

export interface ColumnDateOrder {
  readonly key: string;
  readonly column: string;
  readonly source: string;
  readonly order: DateOrder;
  /** True when the caller gave it. */
  readonly given: boolean;
  /** The row that proves it, where one had to. */
  readonly proof: Example | null;
}

export interface ColumnDecisions {
  readonly contexts: ReadonlyMap<string, ReadingContext>;
  readonly dateOrders: readonly ColumnDateOrder[];
  readonly issues: readonly Issue[];
}

const DATES: readonly string[] = ['date', 'datetime', 'month'];
const NUMBERS: readonly string[] = ['number', 'count', 'money'];

export function decideColumns(def: RawSheetDef, table: SourceTable, mapping: Mapping, given?: DateOrder): ColumnDecisions {
  const contexts = new Map<string, ReadingContext>();
  const dateOrders: ColumnDateOrder[] = [];
  const issues: Issue[] = [];
  for (const column of def.columns) {
    const filling = mapping.columns.find((one) => one.key === column.key)?.filling;
    if (filling === undefined || !('index' in filling)) continue;
    const { source, index } = filling;
    if (NUMBERS.includes(column.kind)) {
      const decision = decimalOf(def, column, source, examples(table, index));
      issues.push(...decision.issues);
      if (decision.comma) contexts.set(column.key, { decimal: ',' });
    }
    if (!DATES.includes(column.kind)) continue;
    const decision = dateOrderOf(def, column, source, examples(table, index), given);
    issues.push(...decision.issues);
    if (decision.order === null) continue;
    dateOrders.push(decision.order);
    contexts.set(column.key, { dateOrder: decision.order.order });
  }
  return { contexts, dateOrders, issues };
}

function dateOrderOf(
  def: RawSheetDef,
  { key, header: column }: RawColumnDef,
  source: string,
  texts: Iterable<Example>,
  given: DateOrder | undefined,
): { readonly order: ColumnDateOrder | null; readonly issues: readonly Issue[] } {
  if (given !== undefined) return { order: { key, column, source, order: given, given: true, proof: null }, issues: [] };
  const reading = decideDateOrder(texts);
  if (reading.decided !== null) {
    const { decided: order, proof } = reading;
    const told = order === 'ymd' || proof === null ? [] : [importIssue('import/date-order-decided', def.sheet, def.feeds, { column, source, order, ...proof })];
    return { order: { key, column, source, order, given: false, proof }, issues: told };
  }
  if ('ambiguous' in reading) return { order: null, issues: [importIssue('import/date-order-ambiguous', def.sheet, def.feeds, { column, source, ...reading.ambiguous })] };
  const { dmy, mdy } = reading.contradiction;
  const params = { column, source, dmyRow: dmy.row, dmyValue: dmy.value, mdyRow: mdy.row, mdyValue: mdy.value };
  return { order: null, issues: [importIssue('import/date-order-contradiction', def.sheet, def.feeds, params)] };
}

function decimalOf(def: RawSheetDef, { header: column }: RawColumnDef, source: string, texts: Iterable<Example>): { readonly comma: boolean; readonly issues: readonly Issue[] } {
  const reading = decideDecimal(texts);
  if (reading.decided === null) {
    const { point, comma } = reading;
    const params = { column, source, pointRow: point.row, pointValue: point.value, commaRow: comma.row, commaValue: comma.value };
    return { comma: false, issues: [importIssue('import/decimal-contradiction', def.sheet, def.feeds, params)] };
  }
  if (reading.decided === '.' || reading.proof === null) return { comma: false, issues: [] };
  return { comma: true, issues: [importIssue('import/decimal-decided', def.sheet, def.feeds, { column, source, ...reading.proof })] };
}

function* examples(table: SourceTable, index: number): Iterable<Example> {
  for (const { row, cells } of table.rows) {
    const value = typedText(cells[index]);
    if (value !== null && !isBlank(value)) yield { row, value };
  }
}
