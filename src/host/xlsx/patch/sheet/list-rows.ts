/**
 * Where rows, ranges and references of a list go when rows are taken out of it and others appended: cells move up inside
 * the list's columns, what lies beside stays.
 */
import { rangeOf, type Area } from '../../../../core/model/area';
import { columnLetters, columnNumber } from '../../../../core/model/address';

export interface ListShape {
  readonly header: number;
  readonly left: number;
  readonly right: number;
  /** Last row before the change; at least the row under the header. */
  readonly end: number;
  /** Last row of the table, where rows were typed under it. */
  readonly tableEnd: number;
  /** Rows taken out, ascending, as runs. */
  readonly removed: readonly Run[];
  /** Last row after the change. */
  readonly newEnd: number;
}

/** Rows `from` to `to`; `before` rows are taken out above them. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly before: number;
}

export function runsOf(rows: readonly number[]): readonly Run[] {
  const sorted = [...new Set(rows)];
  sorted.sort((a, b) => a - b);
  const runs: { from: number; to: number; before: number }[] = [];
  sorted.forEach((row, i) => {
    const last = runs.at(-1);
    if (last !== undefined && last.to === row - 1) last.to = row;
    else runs.push({ from: row, to: row, before: i });
  });
  return runs;
}

/** The last run that begins at or above the row. */
function runAt(runs: readonly Run[], row: number): Run | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}

export function isRemoved(runs: readonly Run[], row: number): boolean {
  return row <= (runAt(runs, row)?.to ?? 0);
}

/** Rows taken out above this one. */
export function removedAbove(runs: readonly Run[], row: number): number {
  const run = runAt(runs, row - 1);
  return run === undefined ? 0 : run.before + Math.min(run.to, row - 1) - run.from + 1;
}

/** Where a row that stays goes. */
export function rowAfter(list: ListShape, row: number): number {
  return row > list.end ? row : row - removedAbove(list.removed, row);
}

/** The row that comes to stand here; null where none does. */
export function rowBefore(list: Pick<ListShape, 'removed' | 'end'>, row: number): number | null {
  let source = row;
  for (const run of list.removed) {
    if (run.from > source) break;
    source += run.to - run.from + 1;
  }
  return source > list.end ? null : source;
}

export interface Following {
  /** A range down to the list's last row reaches to its new last row; otherwise only as far as cells moved. */
  readonly grow?: boolean;
  /** A range over more than the list's columns too. */
  readonly wide?: boolean;
}

/** The area after the change, null when all its rows are gone. Areas that reach below the list's end are open: their end stays. */
export function areaAfter(list: ListShape, area: Area, { grow = false, wide = false }: Following = {}): Area | null {
  if (area.bottom <= list.header || area.top > list.end) return area;
  const whole = area.bottom === list.end || area.bottom === list.tableEnd;
  if (area.left < list.left || area.right > list.right) {
    const around = area.left <= list.left && area.right >= list.right;
    return around && grow && whole && (wide || list.newEnd > area.bottom) ? { ...area, bottom: Math.max(area.top, list.newEnd) } : area;
  }
  const top = area.top <= list.header ? area.top : area.top - removedAbove(list.removed, area.top);
  if (area.bottom > list.end) return { ...area, top };
  const bottom = whole && grow ? list.newEnd : area.bottom - removedAbove(list.removed, area.bottom + 1);
  if (bottom >= top) return { ...area, top, bottom };
  // What holds for the whole list holds for the row that is left under its header.
  return grow && whole && area.top <= list.header + 1 ? { ...area, top, bottom: Math.max(top, list.header + 1) } : null;
}

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const NAME = String.raw`[\p{L}_][\p{L}\p{N}_.]*`;
/** Strings; references to several sheets or another workbook; brackets; then a reference with or without its sheet; quoted names. */
const REFERENCE = new RegExp(
  [
    '"(?:[^"]|"")*"',
    String.raw`(?:\[[^\]]*\](?:${NAME}:)?|(?<![\p{L}\p{N}_.\\$!])(?!${CELL}:)${NAME}:)${NAME}!(?:${CELL}(?::${CELL})?)?`,
    String.raw`\[[^\]]*\]`,
    String.raw`(?<![\p{L}\p{N}_.\\$!\]])('(?:[^']|'')*'!|${NAME}!)?(${CELL})(:${CELL})?(?![\p{L}\p{N}_.(!\\])`,
    "'(?:[^']|'')*'",
  ].join('|'),
  'gu',
);

/** `$` as before. */
function cellText(before: string, row: number, column: number): string {
  const [, columnFixed = '', letters = '', rowFixed = ''] = /^(\$?)([A-Za-z]{1,3})(\$?)/.exec(before) ?? [];
  return `${columnFixed}${columnNumber(letters.toUpperCase()) === column ? letters : columnLetters(column)}${rowFixed}${row}`;
}

/** The formula after the change, as it stands in a cell of the list's sheet (`own`) or elsewhere (`inside` false: only references that name the sheet). */
export function formulaAfter(list: ListShape, formula: string, own: string, inside: boolean, following: Following = {}): string {
  return withReferences(formula, own, inside, (area) => areaAfter(list, area, following));
}

/**
 * The formula of a rule. Where it is for several cells, rows without `$` are counted from each of those, so only rows with
 * `$` are the list's. A range over all of the list's rows stays one.
 */
export function ruleFormulaAfter(list: ListShape, formula: string, own: string, single: boolean): string {
  return withReferences(formula, own, true, (area, first, last) => {
    const [top, bottom] = [single || isRowFixed(first), single || isRowFixed(last)];
    if ((!top && !bottom) || (top !== bottom && Number(/\d+$/.exec(first)) !== area.top)) return area;
    if (top && bottom) return areaAfter(list, area, { grow: area.top <= list.header + 1 });
    return top
      ? { ...area, top: areaAfter(list, { ...area, bottom: Math.max(area.top, list.end) })?.top ?? area.top - removedAbove(list.removed, area.top) }
      : { ...area, bottom: areaAfter(list, { ...area, top: Math.min(area.bottom, list.header + 1) }, { grow: true })?.bottom ?? list.header + 1 };
  });
}

function isRowFixed(cell: string): boolean {
  return cell.lastIndexOf('$') > 0;
}

type AreaChange = (area: Area, first: string, last: string) => Area | null;

function withReferences(formula: string, own: string, inside: boolean, change: AreaChange): string {
  return formula.replace(REFERENCE, (token: string, sheet: string | undefined, first: string | undefined, last: string | undefined) => {
    if (first === undefined) return token;
    if (sheet === undefined ? !inside : sheetName(sheet) !== own.toLowerCase()) return token;
    const area = rangeOf(first + (last ?? ''));
    if (area === null) return token;
    const after = change(area, first, last?.slice(1) ?? first);
    if (after === null) return `${sheet ?? ''}#REF!`;
    if (after.top === area.top && after.bottom === area.bottom) return token;
    const end = last === undefined ? '' : `:${cellText(last.slice(1), after.bottom, after.right)}`;
    return `${sheet ?? ''}${cellText(first, after.top, after.left)}${end}`;
  });
}

/** `'It''s'!` -> `it's`. */
function sheetName(qualifier: string): string {
  return qualifier.slice(0, -1).replace(/^'([\s\S]*)'$/, '$1').replaceAll("''", "'").toLowerCase();
}
