/**
 * Every issue that an import can raise: its severity and the parameters that its sentence needs. `column` and `columns`
 * are headers of the target sheet, `source` and `sources` headers of the source, `row` a row of the source (1-based, as a
 * spreadsheet shows it), lists are joined with 、. Problems of single cells are in `core/codec/problem.ts`; on import
 * they carry `column` and `row` as well.
 */
import type { CellProblemCode } from '../codec/problem';
import type { Issue, Severity } from '../issue/issue';

interface Declared {
  readonly severity: Severity;
  readonly params: readonly string[];
}

export const importIssues = {
  /** The source is empty. */
  'import/no-header': { severity: 'error', params: [] },
  /** A header, and no rows under it. */
  'import/no-rows': { severity: 'error', params: [] },
  /** A required column has no source. */
  'import/column-missing': { severity: 'error', params: ['column'] },
  /** More than one source column fits one target: none is taken. `by` is `header` or `synonym`. */
  'import/column-ambiguous': { severity: 'error', params: ['column', 'sources', 'by'] },
  /** The source column that would fit `column` is taken by the map for another; `columns` are both. */
  'import/source-ambiguous': { severity: 'error', params: ['source', 'columns', 'column'] },
  /** The source has the same header twice, and the map asks for it. */
  'import/source-repeated': { severity: 'error', params: ['column', 'source', 'count'] },
  /** A source column that goes nowhere. */
  'import/source-unused': { severity: 'info', params: ['source'] },
  /** The map has a key that maps do not have. `path` is the place in the file. */
  'import/map-unknown-key': { severity: 'error', params: ['path', 'key'] },
  /** The map's JSON is not of the shape of a map. */
  'import/map-shape': { severity: 'error', params: ['path', 'problem'] },
  /** The map names a target column that the sheet lacks; `part` is columns, constants, choices or derive. */
  'import/map-unknown-column': { severity: 'error', params: ['part', 'name'] },
  /** The map names a source column that the source lacks. */
  'import/map-unknown-source': { severity: 'error', params: ['column', 'source'] },
  /** The map fills one target in two ways; `parts` joined with 、. */
  'import/map-conflict': { severity: 'error', params: ['column', 'parts'] },
  /** A constant or a translated choice is not a value of its column; `code` says why. */
  'import/map-value': { severity: 'error', params: ['column', 'value', 'code'] },
  /** A derived column copies a column of another kind or unit. */
  'import/map-kind': { severity: 'error', params: ['column', 'copy'] },
  /** The header of the source names another unit, and the values were converted: 元 to 万元. */
  'import/unit-converted': { severity: 'info', params: ['column', 'source', 'from', 'to'] },
  /** The header of the source names a unit that cannot become the column's. */
  'import/unit-mismatch': { severity: 'error', params: ['column', 'source', 'from', 'to'] },
  /** A column of money whose header names no unit: taken to be in the column's unit. */
  'import/unit-assumed': { severity: 'warning', params: ['column', 'source', 'to'] },
  /** Derived columns that copy from each other, or one that copies itself. */
  'import/map-circle': { severity: 'error', params: ['column'] },
  /** No row tells day from month: refused. `row`/`value` an example, `dmy`/`mdy` its readings (ISO), `count` such rows. */
  'import/date-order-ambiguous': { severity: 'error', params: ['column', 'source', 'row', 'value', 'dmy', 'mdy', 'count'] },
  /** Some rows can only be day first, others only month first. */
  'import/date-order-contradiction': { severity: 'error', params: ['column', 'source', 'dmyRow', 'dmyValue', 'mdyRow', 'mdyValue'] },
  /** How the dates of a column were read, and the row that proves it. `order` is `ymd`, `dmy` or `mdy`. */
  'import/date-order-decided': { severity: 'info', params: ['column', 'source', 'order', 'row', 'value'] },
  /** Some numbers can only have a decimal point, others only a decimal comma. */
  'import/decimal-contradiction': { severity: 'error', params: ['column', 'source', 'pointRow', 'pointValue', 'commaRow', 'commaValue'] },
  /** The comma was taken for the decimal mark of a column, and the row that proves it. */
  'import/decimal-decided': { severity: 'info', params: ['column', 'source', 'row', 'value'] },
  /** The key of the row is in the sheet already, at row `clash`. `key` is `column=value` joined with 、. */
  'import/duplicate-key': { severity: 'error', params: ['row', 'key', 'clash'] },
  /** The key of the row was in the source already, at source row `clash`. */
  'import/duplicate-in-source': { severity: 'error', params: ['row', 'key', 'clash'] },
  /** Filled cells to the right of the header: most likely an unquoted separator has shifted the row. */
  'import/row-too-long': { severity: 'error', params: ['row', 'cells', 'columns'] },
  /** Rows without any filled cell, skipped. */
  'import/blank-rows': { severity: 'info', params: ['count'] },
  /** More rejected rows than are listed. */
  'import/rejected-unlisted': { severity: 'info', params: ['count', 'listed'] },
  /** Only rows 1 to 1,048,576 exist; `count` rows would not fit, and nothing is taken. */
  'import/sheet-full': { severity: 'error', params: ['count', 'limit'] },
} as const satisfies Readonly<Record<string, Declared>>;

export type ImportIssueCode = keyof typeof importIssues | CellProblemCode;

type Own = keyof typeof importIssues;
type Params<C extends Own> = Readonly<Record<(typeof importIssues)[C]['params'][number], string | number>>;

/** An issue of the import as a whole or of one source row; `sheet` is the target sheet. */
export function importIssue<C extends Own>(code: C, sheet: string, clause: string, params: Params<C>): Issue {
  return { code, severity: importIssues[code].severity, sheet, cell: '', clause, params };
}
