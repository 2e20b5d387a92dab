/** The children of a worksheet that we write ourselves: view, links and cell rules. */
import { address, columnNumber } from '../../../core/model/address';
import type { SheetSpec, ValidationSpec } from '../../../core/model/sheet-spec';
import { fileFormula } from './future-functions';
import { attributes, encodeText, escapeXml } from './text';

/** Excel's limits for what a cell rule says (Range.Validation). */
const MAX_TITLE = 32;
const MAX_PROMPT = 255;

/** The pane that holds the cell when rows above and columns left of the split are frozen. */
function paneOf(cell: { top: number; left: number }, rows: number, columns: number): 'bottomRight' | 'bottomLeft' | 'topRight' | 'topLeft' {
  const below = cell.top > rows && rows > 0;
  const right = cell.left > columns && columns > 0;
  if (below) return right ? 'bottomRight' : 'bottomLeft';
  return right ? 'topRight' : 'topLeft';
}

function frozen(sheet: SheetSpec, rows: number, columns: number): string {
  const active = paneOf(parseRange(sheet.activeCell), rows, columns);
  const panes = (['topRight', 'bottomLeft', 'bottomRight'] as const).filter((pane) =>
    (pane === 'topRight' ? columns > 0 && rows === 0 : pane === 'bottomLeft' ? rows > 0 && columns === 0 : false) || (rows > 0 && columns > 0));
  const cell = (pane: string): Record<string, string> => (pane === active ? { activeCell: sheet.activeCell, sqref: sheet.activeCell } : {});
  const split = { xSplit: columns || undefined, ySplit: rows || undefined, topLeftCell: address(rows + 1, columns + 1), activePane: active, state: 'frozen' };
  const first = active === 'topLeft' ? `<selection${attributes(cell(active))}/>` : '';
  return `<pane${attributes(split)}/>${first}${panes.map((pane) => `<selection${attributes({ pane, ...cell(pane) })}/>`).join('')}`;
}

/** One view: panes, the selected cell, grid lines only where rows are typed. */
export function sheetViews(sheet: SheetSpec, selected: boolean): string {
  const columns = (sheet.freeze?.column ?? 1) - 1;
  const rows = (sheet.freeze?.row ?? 1) - 1;
  const inside = columns > 0 || rows > 0
    ? frozen(sheet, rows, columns)
    : `<selection${attributes({ activeCell: sheet.activeCell, sqref: sheet.activeCell })}/>`;
  const grid = sheet.table === undefined && sheet.rawRows === undefined ? '0' : undefined;
  return `<sheetViews><sheetView${attributes({ showGridLines: grid, tabSelected: selected ? '1' : undefined, workbookViewId: 0 })}>${inside}</sheetView></sheetViews>`;
}

export function hyperlinks(sheet: SheetSpec): string {
  const links = sheet.cells.map(({ row, column, link, value }) => (link === undefined
    ? ''
    : `<hyperlink${attributes({ ref: address(row, column), location: link, display: typeof value === 'string' ? value : undefined })}/>`));
  return `<hyperlinks>${links.join('')}</hyperlinks>`;
}

function bounds(min: number | undefined, max: number | undefined): { operator: string | undefined; formulas: readonly string[] } {
  if (min !== undefined && max !== undefined) return { operator: undefined, formulas: [String(min), String(max)] }; // between is the default
  if (min !== undefined) return { operator: 'greaterThanOrEqual', formulas: [String(min)] };
  if (max !== undefined) return { operator: 'lessThanOrEqual', formulas: [String(max)] };
  return { operator: undefined, formulas: [] };
}

/** Smallest and largest values that a type takes where the rule leaves a side open altogether. */
const WIDEST: Readonly<Record<string, readonly [number, number]>> = {
  date: [1, 2_958_465], decimal: [-1e307, 1e307], whole: [-2_147_483_648, 2_147_483_647], textLength: [0, 32_767],
};

function condition({ rule }: ValidationSpec): { operator: string | undefined; formulas: readonly string[] } {
  if (rule.type === 'list') return { operator: undefined, formulas: [fileFormula(rule.source)] };
  if (rule.type === 'custom') return { operator: undefined, formulas: [fileFormula(rule.formula)] };
  if (rule.type === 'any') return { operator: undefined, formulas: [] };
  const found = bounds(rule.min, rule.max);
  return found.formulas.length > 0 ? found : bounds(...(WIDEST[rule.type] ?? [0, 0]));
}

function validation(spec: ValidationSpec): string {
  const { operator, formulas } = condition(spec);
  const says = {
    type: spec.rule.type === 'any' ? undefined : spec.rule.type,
    errorStyle: spec.severity === 'warning' ? 'warning' : undefined,
    operator,
    allowBlank: spec.allowBlank ? '1' : undefined,
    showInputMessage: spec.prompt === undefined && spec.promptTitle === undefined ? undefined : '1',
    showErrorMessage: spec.rule.type === 'any' ? undefined : '1',
    errorTitle: spec.errorTitle?.slice(0, MAX_TITLE),
    error: spec.error?.slice(0, MAX_PROMPT),
    promptTitle: spec.promptTitle?.slice(0, MAX_TITLE),
    prompt: spec.prompt?.slice(0, MAX_PROMPT),
    sqref: spec.ref,
  };
  const elements = formulas.map((formula, i) => `<formula${i + 1}>${escapeXml(encodeText(formula))}</formula${i + 1}>`).join('');
  return `<dataValidation${attributes(says)}>${elements}</dataValidation>`;
}

export function dataValidations(sheet: SheetSpec): string {
  const rules = sheet.validations ?? [];
  return `<dataValidations count="${rules.length}">${rules.map((spec) => validation(spec)).join('')}</dataValidations>`;
}

/** Rows and columns of an A1 range, `$` allowed; a single cell is a range of one. Throws RangeError for anything else. */
export function parseRange(ref: string): { top: number; left: number; bottom: number; right: number } {
  const found = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(ref);
  if (found === null) throw new RangeError(`not a range: ${ref}`);
  const [, left = 'A', top = '1', right = left, bottom = top] = found;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}
