/**
 * Use case: what somebody else did to a copy, merged into the workbook that is at hand, as a patch of it. The workbook keeps everything
 * that is its people's own; entries and rows become the merged ones. Without a common ancestor what both have counts as one.
 */
import { commonPart } from '../core/compare/common-part';
import type { Conflict, Side } from '../core/compare/conflict';
import { mergeContents, type ContentMerge, type RowChanges, type Shape, type Typed } from '../core/compare/merge-contents';
import type { Taken } from '../core/compare/merge-table';
import type { Block } from '../core/model/block';
import { FIRST_DATA_ROW, HEADER_ROW, type RawSheetDef, type ValueKind } from '../core/model/raw-sheet';
import type { SignatureState } from '../core/review/check-signoffs';
import { REVIEW_FORM } from '../core/review/finding';
import { signatureOf } from '../core/review/signoff';
import type { CellEdit, SheetPatch, WorkbookPatch } from '../core/model/workbook-patch';
import { compareWorkbooks, type ComparedWorkbook, type OneSided, type OwnSheet } from './compare-workbooks';
import { checkWorkbook } from './check-workbook';
import { lastCheckOf } from './last-check';
import { cellOfSubject, nameOf, type Named } from './locate';
import { makeContent } from './make-content';
import { measure } from './measure';
import { inMergedPlaces, inPlacesOfMine, mergedSignatures, ofPeople } from './merge-reviews';
import { reviseWorkbook, type Revision } from './revise-workbook';
import { withSigned } from './signed-patch';
import type { Standard } from './standard';

export interface LocatedConflict {
  readonly conflict: Conflict;
  readonly name: Named;
  /** Address in the merged workbook; '' where it has none. */
  readonly cell: string;
}

export interface LocatedTaken {
  readonly taken: Taken;
  readonly name: Named;
}

export interface WorkbookMerge {
  readonly patch: WorkbookPatch;
  /** Nobody knew what both began with. */
  readonly twoWay: boolean;
  readonly conflicts: readonly LocatedConflict[];
  readonly taken: readonly LocatedTaken[];
  readonly keptMine: number;
  /** Signatures that do not stand over what came of it. */
  readonly brokenSignatures: readonly SignatureState[];
  readonly duplicates: readonly { readonly sheet: string; readonly row: string }[];
  /** Changes of theirs that are no entries: formulas, rules, structure. They stay where they are, in theirs. */
  readonly notTaken: readonly OneSided[];
  readonly ownSheets: readonly OwnSheet[];
  readonly left: Pick<Revision, 'left' | 'leftNames'>;
}

/** `base` is null where nothing is known. Throws `HostError` when a sheet is damaged. */
export async function mergeWorkbooks(base: Typed | null, mine: ComparedWorkbook, theirs: ComparedWorkbook, standard: Standard): Promise<WorkbookMerge> {
  const shape = { ...shapeOf(mine, standard), unread: unreadSheets(mine, theirs, standard) };
  const sides = inPlacesOfMine(base, mine, theirs, standard);
  const merge = mergeContents(sides.base ?? commonPart(sides.mine, sides.theirs, shape), sides.mine, sides.theirs, shape);
  const wanted = makeContent(inMergedPlaces(merge, mine, standard));
  const { signed, broken } = mergedSignatures(wanted, mine.reading.signed, theirs.reading.signed, standard);
  const measurement = measure(wanted);
  const check = checkWorkbook({ content: wanted, readIssues: mine.reading.issues, places: mine.reading.places, sheetNames: mine.workbook.sheetNames, signed, results: measurement.results, changes: measurement.changes }, standard);
  const lists = Object.entries(merge.rows).flatMap(([key, changes]) => {
    const def = standard.rawSheets.find((one) => one.key === key);
    return def === undefined ? [] : [listPatch(def, changes, mine)];
  });
  const { patch, left, leftNames } = await reviseWorkbook(mine.workbook, mine.reading.content, wanted, lists, standard, { measurement, lastCheck: lastCheckOf(check) });
  const { oneSided, ownSheets } = await compareWorkbooks(mine, theirs, standard);
  return {
    patch: withSigned(patch, mine.workbook, mine.reading.signed, signed), twoWay: base === null, keptMine: merge.keptMine, brokenSignatures: broken,
    conflicts: ofPeople(merge.conflicts).map((conflict) => ({ conflict, name: nameOf(conflict, standard), cell: conflictCell(conflict, merge, mine, standard) })),
    taken: ofPeople(merge.taken).map((taken) => ({ taken, name: nameOf(taken, standard) })),
    duplicates: merge.duplicates.map(({ owner, row }) => ({ sheet: nameOf({ owner, list: null, field: '' }, standard).sheet, row })),
    notTaken: oneSided.filter(({ side }) => side === 'b'),
    ownSheets: ownSheets.filter(({ change }) => change !== 'removed'),
    left: { left, leftNames },
  };
}

function shapeOf({ reading: { headerRows, places, content } }: ComparedWorkbook, { fields, rawSheets }: Standard): Shape {
  return {
    fields, rawSheets, units: { [REVIEW_FORM]: signatureOf },
    firstRows: Object.fromEntries(rawSheets.map(({ key }) => [key, (headerRows[key] ?? FIRST_DATA_ROW - 1) + 1])),
    missing: Object.fromEntries(rawSheets.filter(({ key }) => content.chosen.includes(key)).map(({ key, columns }) => [key, columns.map((column) => column.key).filter((column) => places[key]?.[column] === undefined)])),
  };
}

/** Sheets of which columns are missing or doubled in one of the files. */
function unreadSheets(mine: ComparedWorkbook, theirs: ComparedWorkbook, { rawSheets }: Standard): Readonly<Record<string, Side>> {
  const broken = ({ reading }: ComparedWorkbook, sheet: string): boolean => reading.issues.some((issue) => issue.sheet === sheet && (issue.code === 'header/missing' || issue.code === 'header/twice'));
  return Object.fromEntries(rawSheets.flatMap(({ key, sheet }): [string, Side][] => (broken(theirs, sheet) ? [[key, 'theirs']] : broken(mine, sheet) ? [[key, 'mine']] : [])));
}

const DATES: ReadonlySet<ValueKind> = new Set(['date', 'datetime', 'month']);

function listPatch(def: RawSheetDef, { remove, edits, append }: RowChanges, { reading }: ComparedWorkbook): SheetPatch {
  const columns = reading.places[def.key] ?? {};
  const cells = edits.flatMap(({ row, key, value }): CellEdit[] => {
    const column = columns[key];
    const dated = DATES.has(def.columns.find((one) => one.key === key)?.kind ?? 'text') && typeof value === 'number';
    return column === undefined ? [] : [{ row, column, value, ...(dated ? { date: true as const } : {}) }];
  });
  const list = { headerRow: reading.headerRows[def.key] ?? HEADER_ROW, columns, remove, append: append.map((block) => placed(block, columns)) };
  return { sheet: def.sheet, ...(remove.length + append.length === 0 ? {} : { list }), ...(cells.length === 0 ? {} : { cells }) };
}

/** Without columns that the sheet lacks. */
function placed(block: Block, places: Readonly<Record<string, number>>): Block {
  return { ...block, columns: Object.fromEntries(Object.entries(block.columns).filter(([key]) => places[key] !== undefined)) };
}

/** Rows above which others were taken out moved up. */
function conflictCell(conflict: Conflict, merge: ContentMerge, mine: ComparedWorkbook, standard: Standard): string {
  const { at } = conflict;
  const above = at === null || conflict.list !== '' ? 0 : (merge.rows[conflict.owner]?.remove ?? []).filter((row) => row < at).length;
  return cellOfSubject(conflict, at === null ? null : at - above, mine.workbook, mine.reading, standard);
}
