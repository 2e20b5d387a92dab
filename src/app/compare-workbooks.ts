/**
 * Use case: everything in which two workbooks differ. What people put in is compared by field and by row, wherever they stand in either
 * file; formulas, cell rules, structure and formats by what each file shows against the workbook as it is generated; sheets of people's
 * own cell by cell.
 */
import { CHECK_LIMITS } from '../core/check/collector';
import { compareContents, type Difference } from '../core/compare/compare-contents';
import { commonAncestor, type Stamp } from '../core/copy/stamp';
import { RECORD_SHEET } from '../core/copy/record-sheet';
import type { Issue } from '../core/issue/issue';
import { sameValue } from '../core/merge/same-value';
import { formulaKey } from '../core/merge/formula-key';
import type { SheetGrid } from '../core/merge/sheet-grid';
import { address } from '../core/model/address';
import type { SheetCell } from '../core/model/cell';
import { buildWorkbook } from './build-workbook';
import { readCopyRecord } from './copy-record';
import { inspectWorkbook } from './inspect-workbook';
import { cellOfSubject, nameOf, type Named } from './locate';
import { measure } from './measure';
import type { ReadableWorkbook } from './ports';
import type { ContentReading } from './read-content';
import { SIGNED_SHEET } from '../core/review/signed-sheet';
import { readGrid } from './read-grid';
import type { Standard } from './standard';

export type DifferenceKind = 'entry' | 'row' | 'formula' | 'rule' | 'structure' | 'format' | 'own-sheet';

export interface LocatedDifference {
  readonly difference: Difference;
  readonly name: Named;
  /** Addresses in the first and the second file; '' where it is not there. */
  readonly cellA: string;
  readonly cellB: string;
}

/** What only one of the files shows: a changed formula, a lost rule, a renamed sheet. */
export interface OneSided {
  readonly kind: 'formula' | 'rule' | 'structure' | 'format';
  readonly side: 'a' | 'b';
  readonly issue: Issue;
}

/** A sheet of people's own. */
export interface OwnSheet {
  readonly sheet: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Addresses of cells that differ in value or formula, as in both files. */
  readonly cells: readonly string[];
}

export interface Comparison {
  readonly stamps: { readonly a: Stamp | null; readonly b: Stamp | null };
  /** False when the stamps say that they are two workbooks; null when one has none. */
  readonly sameWorkbook: boolean | null;
  readonly hasAncestor: boolean;
  readonly entries: readonly LocatedDifference[];
  readonly oneSided: readonly OneSided[];
  readonly ownSheets: readonly OwnSheet[];
  readonly counts: Readonly<Record<DifferenceKind, number>>;
}

export interface ComparedWorkbook {
  readonly workbook: ReadableWorkbook;
  readonly reading: ContentReading;
}

export function comparedOf({ workbook, content, issues, places, headerRows, formMoves, signed }: ContentReading & { readonly workbook: ReadableWorkbook }): ComparedWorkbook {
  return { workbook, reading: { content, issues, places, headerRows, formMoves, signed } };
}

/** Throws `HostError` when a sheet is damaged. */
export async function compareWorkbooks(first: ComparedWorkbook, second: ComparedWorkbook, standard: Standard): Promise<Comparison> {
  const [recordA, recordB] = [(await readCopyRecord(first.workbook)).record, (await readCopyRecord(second.workbook)).record];
  const entries = compareContents(first.reading.content, second.reading.content, standard).map((difference) => located(difference, first, second, standard));
  const oneSided = await sides(first, second, standard);
  const ownSheets = await compareOwnSheets(first, second, standard);
  const count = (kind: OneSided['kind']): number => oneSided.filter((one) => one.kind === kind).length;
  const single = entries.filter(({ difference }) => difference.kind === 'entry').length;
  const sheets = entries.filter(({ difference }) => difference.kind === 'sheet-added' || difference.kind === 'sheet-removed').length;
  return {
    stamps: { a: recordA?.stamp ?? null, b: recordB?.stamp ?? null },
    sameWorkbook: recordA === null || recordB === null ? null : recordA.stamp.workbook === recordB.stamp.workbook,
    hasAncestor: recordA !== null && recordB !== null && commonAncestor(recordA, recordB) !== null,
    entries, oneSided, ownSheets,
    counts: {
      entry: single, row: entries.length - single - sheets, formula: count('formula'), rule: count('rule'), structure: count('structure') + sheets, format: count('format'), 'own-sheet': ownSheets.length,
    },
  };
}

export function located(difference: Difference, a: ComparedWorkbook, b: ComparedWorkbook, standard: Standard): LocatedDifference {
  const cell = (at: number | null, { workbook, reading }: ComparedWorkbook): string => cellOfSubject(difference, at, workbook, reading, standard);
  return { difference, name: nameOf(difference, standard), cellA: cell(difference.a, a), cellB: cell(difference.b, b) };
}

/** Issues of the sheets themselves that only one of the files has. */
async function sides(a: ComparedWorkbook, b: ComparedWorkbook, standard: Standard): Promise<readonly OneSided[]> {
  const [inA, inB] = [await found(a, standard), await found(b, standard)];
  const only = (side: 'a' | 'b', own: readonly Issue[], other: readonly Issue[]): readonly OneSided[] => {
    const known = new Set(other.map(keyOf));
    return own.flatMap((issue): OneSided[] => {
      const kind = kindOf(issue.code);
      return kind === null || known.has(keyOf(issue)) ? [] : [{ kind, side, issue }];
    });
  };
  return [...only('a', inA, inB), ...only('b', inB, inA)];
}

async function found({ workbook, reading }: ComparedWorkbook, standard: Standard): Promise<readonly Issue[]> {
  const measurement = measure(reading.content);
  return inspectWorkbook(workbook, reading, standard, buildWorkbook(reading.content, standard, measurement), { ...CHECK_LIMITS, perRule: Number.MAX_SAFE_INTEGER });
}

/** Where rows were inserted, the same thing stands elsewhere: the cell does not tell two issues apart where their words do. */
function keyOf({ code, sheet, cell, params }: Issue): string {
  return JSON.stringify([code, sheet, code.startsWith('formula/') ? cell : '', params]);
}

/** What was filled in is compared as such. */
function kindOf(code: string): OneSided['kind'] | null {
  const [topic] = code.split('/');
  if (topic === 'formula') return code === 'formula/error' ? null : 'formula';
  if (topic === 'rule' || topic === 'format') return topic;
  return topic === 'sheet' || topic === 'name' || topic === 'column' || topic === 'rows' || topic === 'merge' || topic === 'header' ? 'structure' : null;
}

async function compareOwnSheets({ workbook: a, reading: ofA }: ComparedWorkbook, { workbook: b, reading: ofB }: ComparedWorkbook, standard: Standard): Promise<readonly OwnSheet[]> {
  const content = { ...ofA.content, chosen: [...standard.library.forms, ...standard.rawSheets].map(({ key }) => key).filter((key) => ofA.content.chosen.includes(key) || ofB.content.chosen.includes(key)) };
  const ours = new Set([RECORD_SHEET, SIGNED_SHEET, ...buildWorkbook(content, standard, measure(content)).sheets.map(({ name }) => name)]);
  const [inA, inB] = [a.sheetNames.filter((name) => !ours.has(name)), b.sheetNames.filter((name) => !ours.has(name))];
  const shared: OwnSheet[] = [];
  for (const sheet of inA.filter((name) => inB.includes(name))) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    const cells = differingCells(await readGrid(a, sheet, Infinity), await readGrid(b, sheet, Infinity));
    if (cells.length > 0) shared.push({ sheet, change: 'changed', cells });
  }
  return [
    ...inA.filter((name) => !inB.includes(name)).map((sheet): OwnSheet => ({ sheet, change: 'removed', cells: [] })),
    ...inB.filter((name) => !inA.includes(name)).map((sheet): OwnSheet => ({ sheet, change: 'added', cells: [] })),
    ...shared,
  ];
}

function differingCells(a: SheetGrid, b: SheetGrid): readonly string[] {
  const cells: string[] = [];
  for (const row of [...new Set([...a.keys(), ...b.keys()])].sort((x, y) => x - y)) {
    const [ofA, ofB] = [a.get(row), b.get(row)];
    for (const column of [...new Set([...(ofA?.keys() ?? []), ...(ofB?.keys() ?? [])])].sort((x, y) => x - y)) if (!sameCell(ofA?.get(column), ofB?.get(column))) cells.push(address(row, column));
  }
  return cells;
}

function sameCell(a: SheetCell | undefined, b: SheetCell | undefined): boolean {
  if (a?.formula !== undefined || b?.formula !== undefined) return a?.formula !== undefined && b?.formula !== undefined && formulaKey(a.formula) === formulaKey(b.formula);
  return sameValue(a?.value, b?.value);
}
