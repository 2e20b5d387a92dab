/**
 * A workbook as Excel holds it, for tests of the host that talks to Excel: cells, formats, rules, tables, names. It does not
 * calculate: the results of formulas come from the calculator that a test gives. References in formulas do not move when
 * cells are deleted.
 */
import type { Area } from '../../../src/core/model/area';
import { holds } from '../../../src/core/model/area';
import { MAX_ROW } from '../../../src/core/model/address';

export type Plain = string | number | boolean;

export interface Cell {
  /** Constant, '' where there is none. */
  value: Plain;
  /** With its leading `=`. */
  formula?: string;
  /** Number format of the cell itself. */
  format?: string;
  /** Written with a leading apostrophe. */
  prefixed?: boolean;
  error?: boolean;
}

export interface Validation {
  areas: readonly Area[];
  rule: Readonly<Record<string, unknown>>;
  errorAlert: Readonly<Record<string, unknown>>;
  prompt: Readonly<Record<string, unknown>>;
  ignoreBlanks: boolean;
}

export interface Conditional {
  readonly id: string;
  areas: readonly Area[];
  type: string;
  formula: string;
  format: Map<string, unknown>;
}

export interface Table {
  readonly id: string;
  name: string;
  area: Area;
  style: string;
}

/** A property of the look of cells, set later ones over earlier ones. */
export interface Overlay {
  readonly area: Area;
  readonly key: string;
  readonly value: unknown;
}

export interface Chart {
  readonly id: string;
  values: Map<string, unknown>;
  series: { readonly id: string; values: Map<string, unknown> }[];
}

export interface Sheet {
  readonly id: string;
  name: string;
  visibility: string;
  cells: Map<number, Map<number, Cell>>;
  /** Number formats of large areas, later ones over earlier ones. */
  formats: { readonly area: Area; readonly format: string }[];
  looks: Overlay[];
  merges: readonly Area[];
  validations: Validation[];
  conditionals: Conditional[];
  tables: Table[];
  charts: Chart[];
  links: Map<string, Readonly<Record<string, unknown>>>;
  protection: { on: boolean; password: boolean; options: Readonly<Record<string, unknown>> };
  /** Freeze, print, grid lines and so on, by path. */
  settings: Map<string, unknown>;
  /** Rows made on demand, for sheets that are too large to keep. */
  virtual?: { readonly rows: number; readonly columns: number; at(row: number, column: number): Plain };
}

export interface Book {
  /** Events that somebody listens to. */
  listening: Set<string>;
  name: string;
  sheets: Sheet[];
  /** Workbook scope. */
  names: { name: string; formula: string }[];
  properties: Map<string, unknown>;
  readOnly: boolean;
  cellEditing: boolean;
  /** What Excel computes for a formula; undefined where the test does not know. */
  calculate: (formula: string, sheet: string, row: number, column: number) => Plain | undefined;
  nextId: number;
}

/** Areas of more cells than this are not kept cell by cell. */
export const LARGE = 200_000;

export function createBook(calculate: Book['calculate'] = () => undefined): Book {
  const book: Book = { listening: new Set(), name: '工作簿1.xlsx', sheets: [], names: [], properties: new Map(), readOnly: false, cellEditing: false, calculate, nextId: 1 };
  addSheet(book, 'Sheet1');
  return book;
}

export function addSheet(book: Book, name: string): Sheet {
  const sheet: Sheet = {
    id: `{${String(book.nextId++).padStart(8, '0')}}`, name, visibility: 'Visible', cells: new Map(), formats: [], looks: [], merges: [], validations: [], conditionals: [],
    tables: [], charts: [], links: new Map(), protection: { on: false, password: false, options: {} }, settings: new Map(),
  };
  book.sheets.push(sheet);
  return sheet;
}

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  if (sheet.virtual !== undefined && row <= sheet.virtual.rows && column <= sheet.virtual.columns) return { value: sheet.virtual.at(row, column) };
  return sheet.cells.get(row)?.get(column);
}

export function ensureCell(sheet: Sheet, row: number, column: number): Cell {
  const cells = sheet.cells.get(row) ?? new Map<number, Cell>();
  sheet.cells.set(row, cells);
  const cell = cells.get(column) ?? { value: '' };
  cells.set(column, cell);
  return cell;
}

export function formatAt(sheet: Sheet, row: number, column: number): string {
  const own = sheet.cells.get(row)?.get(column)?.format;
  if (own !== undefined) return own;
  for (let i = sheet.formats.length - 1; i >= 0; i--) {
    const run = sheet.formats[i];
    if (run !== undefined && holds(run.area, row, column)) return run.format;
  }
  return 'General';
}

export function lookAt(sheet: Sheet, row: number, column: number, key: string): unknown {
  for (let i = sheet.looks.length - 1; i >= 0; i--) {
    const overlay = sheet.looks[i];
    if (overlay !== undefined && overlay.key === key && holds(overlay.area, row, column)) return overlay.value;
  }
  return undefined;
}

export function isLocked(sheet: Sheet, area: Area): boolean | null {
  const overlays = sheet.looks.filter(({ key, area: one }) => key === 'protection.locked' && one.top <= area.bottom && area.top <= one.bottom && one.left <= area.right && area.left <= one.right);
  if (overlays.length === 0) return true;
  const seen = new Set<boolean>();
  // Far below what was ever formatted all rows are alike.
  const lastRow = Math.min(area.bottom, Math.max(area.top, ...overlays.flatMap(({ area: one }) => [one.top, ...(one.bottom === MAX_ROW ? [] : [one.bottom + 1])])));
  for (let row = area.top; row <= lastRow && seen.size < 2; row++) for (let column = area.left; column <= area.right; column++) seen.add(lookAt(sheet, row, column, 'protection.locked') !== false);
  return seen.size > 1 ? null : seen.has(true);
}

/** The area of cells that hold something; with `formats`, or have a format of their own. */
export function usedArea(sheet: Sheet, valuesOnly: boolean): Area | null {
  let area: Area | null = sheet.virtual === undefined ? null : { top: 1, left: 1, bottom: sheet.virtual.rows, right: sheet.virtual.columns };
  for (const [row, cells] of sheet.cells) {
    for (const [column, { value, formula, format }] of cells) {
      if (value === '' && formula === undefined && (valuesOnly || format === undefined)) continue;
      area = area === null ? { top: row, bottom: row, left: column, right: column } : { top: Math.min(area.top, row), bottom: Math.max(area.bottom, row), left: Math.min(area.left, column), right: Math.max(area.right, column) };
    }
  }
  return area;
}

export function cloneBook(book: Book): Book {
  const { calculate, sheets, ...rest } = book;
  return { ...structuredClone(rest), calculate, sheets: sheets.map(cloneSheet) };
}

export function cloneSheet({ virtual, ...sheet }: Sheet): Sheet {
  return { ...structuredClone(sheet), ...(virtual === undefined ? {} : { virtual }) };
}

export function sheetNamed(book: Book, key: string): Sheet | undefined {
  return book.sheets.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
}

/** Throws where there is none. */
export function sheetOf(book: Book, name: string): Sheet {
  const sheet = sheetNamed(book, name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** What is put in one cell through `values` or `formulas`, as Excel takes it. */
export function enter(book: Book, sheet: Sheet, row: number, column: number, raw: Plain): void {
  const cell = ensureCell(sheet, row, column);
  delete cell.formula;
  delete cell.prefixed;
  delete cell.error;
  cell.value = raw;
  if (typeof raw !== 'string') return;
  if (raw.startsWith("'")) {
    cell.value = raw.slice(1);
    cell.prefixed = true;
    return;
  }
  if (formatAt(sheet, row, column) === '@' && !raw.startsWith('=')) return;
  if (formatAt(sheet, row, column) === '@') return;
  if (/^[=+\-@]/.test(raw) && raw.length > 1 && Number.isNaN(Number(raw))) {
    assertFormula(book, raw);
    cell.value = '';
    cell.formula = raw.startsWith('=') ? raw : `=${raw}`;
    return;
  }
  const taken = asTyped(raw);
  cell.value = taken;
  if (typeof taken === 'string' && ERRORS.has(taken)) cell.error = true;
  if (taken !== raw && typeof taken === 'number' && /[-/年月:]/.test(raw)) cell.format = 'yyyy/m/d';
  if (typeof taken === 'number' && raw.endsWith('%')) cell.format = '0%';
}

export const ERRORS: ReadonlySet<string> = new Set(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']);

/** What Excel makes of a text that is typed: numbers, percentages, dates, logical values. */
function asTyped(text: string): Plain {
  const bare = text.trim();
  if (/^(true|false)$/i.test(bare)) return bare.toLowerCase() === 'true';
  if (/^[-+]?(\d+|\d{1,3}(,\d{3})+)?\.?\d*([eE][-+]?\d+)?$/.test(bare) && /\d/.test(bare)) return Number(bare.replaceAll(',', ''));
  if (/^[¥￥$]?\d+(\.\d+)?%$/.test(bare)) return Number(bare.slice(0, -1)) / 100;
  if (/^[¥￥$€£]\s*\d[\d,.]*$/.test(bare)) return Number(bare.replace(/[^\d.]/g, ''));
  if (/^\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?( \d{1,2}:\d{2}(:\d{2})?)?$/.test(bare) || /^\d{2,4}年(\d{1,2}月(\d{1,2}日)?)?$/.test(bare) || /^\d{1,2}月\d{1,2}日$/.test(bare)) return 45_000;
  if (/^\d{1,2}:\d{2}(:\d{2})?( ?[ap]m)?$/i.test(bare)) return 0.5;
  if (/^\d+ \d+\/\d+$/.test(bare)) return 1.5;
  if (/^\d{1,2}[- ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]?(\d{2,4})?$/i.test(bare) || /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]\d{1,4}$/i.test(bare)) return 45_000;
  return text;
}

/** Excel refuses a formula that names a sheet which is not there, and one that is too long. */
function assertFormula(book: Book, formula: string): void {
  if (formula.length > 8193) throw new Refusal('InvalidArgument', 'a formula that is too long');
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  for (const [, quoted, plain] of bare.matchAll(/'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu)) {
    const name = quoted?.replaceAll("''", "'") ?? plain ?? '';
    if (name !== '' && sheetNamed(book, name) === undefined) throw new Refusal('InvalidArgument', `a formula that names ${name}, which is not there: ${formula.slice(0, 80)}`);
  }
  let depth = 0;
  for (const sign of bare) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  if (depth !== 0) throw new Refusal('InvalidArgument', `parentheses: ${formula.slice(0, 80)}`);
}

/** An answer with `Error`: what Excel says no to. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
