/**
 * A correct workbook with everything in it: what the example enterprise typed, and in every raw-data sheet two rows made from
 * the examples of the template, so that a sheet or a column that is added is in it too. Nothing is wrong with it.
 */
import { checkWorkbook, type CheckInput } from '../../src/app/check-workbook';
import { LiveCheck } from '../../src/app/live-check';
import { makeContent } from '../../src/app/make-content';
import { loadStandard } from '../../src/app/standard';
import type { WorkbookCheck } from '../../src/app/compose-check';
import { shown } from '../../src/core/codec/codec';
import { codecs } from '../../src/core/codec/codecs';
import { monthStart, serialOf } from '../../src/core/codec/date';
import type { Issue } from '../../src/core/issue/issue';
import type { CellValue } from '../../src/core/model/cell';
import type { WorkbookContent } from '../../src/core/model/content';
import type { MetricResult } from '../../src/core/model/metric-result';
import { BlockBuilder } from '../../src/core/model/block-builder';
import { FIRST_DATA_ROW, type RawColumnDef, type RawSheetDef } from '../../src/core/model/raw-sheet';
import { contentOf, RESULTS, type Variation, SHEET_NAMES, VERDICTS } from '../core/check/consistency/base-content';
import { blocksOf } from '../core/check/rows-of';

export const standard = loadStandard();

export type Row = Readonly<Record<string, CellValue>>;
/** Raw-data sheet key -> rows from row 4 on. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** Examples stand alone in the template; side by side in one row some have to agree. */
const FITTING: Readonly<Record<string, Row>> = {
  customers: { lastDeal: serialOf(2024, 3, 1) },
};

function exampleOf(column: RawColumnDef): CellValue {
  const decoded = codecs[column.kind].decode(column.example, column);
  return 'value' in decoded ? decoded.value : null;
}

/** A second row with another key: its first column that is not chosen from a list says something else. */
function second(def: RawSheetDef, row: Row): Row {
  const column = def.columns.find(({ key, kind }) => kind !== 'choice' && (def.unique ?? [def.columns[0]?.key, def.columns[1]?.key]).includes(key));
  if (column === undefined) throw new RangeError(`${def.key} has nothing to tell rows apart`);
  const value = row[column.key] ?? null;
  const other = column.kind === 'month' && typeof value === 'number' ? monthStart(value + 31) : typeof value === 'number' ? value + 1 : `${shown(value)}-2`;
  return { ...row, [column.key]: other };
}

function exampleRows(def: RawSheetDef): readonly Row[] {
  const row = { ...Object.fromEntries(def.columns.map((column) => [column.key, exampleOf(column)])), ...FITTING[def.key] };
  return [row, second(def, row)];
}

/** People whom the forms name. */
const STAFF = ['示例员工001', '王小明'];

function baseRows(): Rows {
  const rows = Object.fromEntries(standard.rawSheets.map((def) => [def.key, exampleRows(def)]));
  const [employee = {}] = rows['employees'] ?? [];
  return { ...rows, employees: [...(rows['employees'] ?? []), ...STAFF.map((name, i) => ({ ...employee, id: `P90${i}`, name }))] };
}

export const ROWS: Rows = baseRows();
export const SIDE: WorkbookContent['side'] = contentOf({}).side;

export interface Corrupted extends Variation {
  /** Rows of these sheets in place of those of the base. */
  readonly rows?: Rows;
  readonly side?: WorkbookContent['side'];
  readonly readIssues?: readonly Issue[];
  /** What was signed, by code. */
  readonly signed?: CheckInput['signed'];
}

export function inputOf({ rows = {}, side = SIDE, readIssues = [], signed, ...variation }: Corrupted): CheckInput {
  const content = contentOf(variation);
  const all = { ...ROWS, ...rows };
  const results: readonly MetricResult[] = variation.results === undefined ? RESULTS : RESULTS.map(variation.results);
  return {
    content: makeContent({ ...content, side, rows: Object.fromEntries(standard.rawSheets.map((def) => [def.key, blocksOf(def, all[def.key] ?? [], 100)])) }),
    readIssues, results, changes: VERDICTS, sheetNames: SHEET_NAMES, ...(signed === undefined ? {} : { signed }),
  };
}

export function checked(corrupted: Corrupted): WorkbookCheck {
  return checkWorkbook(inputOf(corrupted), standard);
}

const live = new LiveCheck(inputOf({}), standard);

/** The same of a workbook in which only rows are others: they are edited, checked, and put back. */
export function checkedAsEdited({ rows = {} }: Pick<Corrupted, 'rows'>): WorkbookCheck {
  const edit = (key: string, list: readonly Row[]): void => {
    const blank = Array.from({ length: Math.max(0, (rows[key]?.length ?? 0) - list.length) }, (): Row => ({}));
    const def = standard.rawSheets.find((one) => one.key === key);
    const builder = new BlockBuilder((def?.columns ?? []).map((column) => column.key), list.length + blank.length);
    for (const [i, row] of [...list, ...blank].entries()) builder.add(FIRST_DATA_ROW + i, (def?.columns ?? []).map((column) => row[column.key] ?? null));
    for (const block of builder.blocks()) live.editRows(key, block);
  };
  for (const [key, list] of Object.entries(rows)) edit(key, list);
  const check = live.check(RESULTS, VERDICTS);
  for (const key of Object.keys(rows)) edit(key, ROWS[key] ?? []);
  return check;
}
