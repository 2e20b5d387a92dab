/** The sheets that a merge leaves in the workbook: what is in conflict, and what came from theirs. */
import { address, quoteSheet } from '../core/model/address';
import type { RowValues } from '../core/compare/table';
import type { SheetSpec } from '../core/model/sheet-spec';
import type { WorkbookPatch } from '../core/model/workbook-patch';
import { fill } from '../core/text/message';
import { issueText } from '../core/text/issue-text';
import { CONFLICT_SHEET, mergeText, ORIGIN_SHEET } from '../core/text/merge-texts';
import type { Language } from '../core/text/cli';
import { shownValue } from '../core/text/shown-value';
import { rowWords } from './difference-list';
import { listSheet, type ListCell } from './list-sheet';
import type { LocatedConflict, LocatedTaken, WorkbookMerge } from './merge-workbooks';
import type { Standard } from './standard';

/** Names of the files, and when. */
export interface MergeNames {
  readonly mine: string;
  readonly theirs: string;
  readonly at: string;
}

export interface ShownConflict {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  readonly remark: string;
}

/** Both sides of a conflict as people read them. */
export function shownConflict({ conflict, name }: LocatedConflict, standard: Standard, language: Language): ShownConflict {
  const row = (values: RowValues): string => rowWords(conflict.owner, conflict.list, values, standard, language);
  switch (conflict.kind) {
    case 'value': {
      const [base = '', mine = '', theirs = ''] = [conflict.base, conflict.mine, conflict.theirs].map((value) => shownValue(value, name.kind, language));
      return { base, mine, theirs, remark: mergeText(language, 'conflict/value', { base, mine, theirs }) };
    }
    case 'removed-changed':
      return { base: row(conflict.base), mine: conflict.removedBy === 'mine' ? '' : row(conflict.changed), theirs: conflict.removedBy === 'mine' ? row(conflict.changed) : '', remark: mergeText(language, `conflict/removed-by-${conflict.removedBy}`) };
    case 'duplicate':
      return { base: '', mine: conflict.mine.map(row).join('\n'), theirs: conflict.theirs.map(row).join('\n'), remark: mergeText(language, 'conflict/duplicate', { mine: conflict.mine.length, theirs: conflict.theirs.length }) };
    case 'no-room':
      return { base: '', mine: '', theirs: row(conflict.theirs), remark: mergeText(language, 'conflict/no-room') };
    case 'sheet-unread':
      return { base: '', mine: '', theirs: '', remark: mergeText(language, `conflict/sheet-unread-${conflict.side}`) };
    default:
      return { base: '', mine: '', theirs: '', remark: mergeText(language, `conflict/${conflict.kind}`, { changes: conflict.changes }) };
  }
}

const CONFLICT_WIDTHS = [6, 20, 9, 20, 18, 26, 26, 26, 34, 20];
const ORIGIN_WIDTHS = [6, 22, 24, 18, 12, 32, 32];

/** The first of `合并冲突`, `合并冲突-2` ... that no sheet has. */
export function conflictSheetName(sheetNames: readonly string[]): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? CONFLICT_SHEET.name : `${CONFLICT_SHEET.name}-${n}`;
    if (!sheetNames.includes(name)) return name;
  }
}

/** The sheets as additions to the patch; none where there is nothing to say. */
export function mergeSheets({ conflicts, taken, notTaken }: Pick<WorkbookMerge, 'conflicts' | 'taken' | 'notTaken'>, names: MergeNames, sheetNames: readonly string[], standard: Standard): Required<Pick<WorkbookPatch, 'add' | 'replace'>> {
  const origin = taken.length + notTaken.length === 0 ? [] : [originSheet(taken, notTaken, names)];
  const there = sheetNames.includes(ORIGIN_SHEET.name);
  const conflict = conflicts.length === 0 ? [] : [conflictSheet(conflicts, conflictSheetName(sheetNames), names, standard)];
  return { add: [...conflict, ...(there ? [] : origin)].map((spec) => ({ spec })), replace: there ? origin : [] };
}

function conflictSheet(conflicts: readonly LocatedConflict[], name: string, names: MergeNames, standard: Standard): SheetSpec {
  return listSheet({
    name, title: CONFLICT_SHEET.title, about: fill(CONFLICT_SHEET.about, { ...names }, 'zh'),
    columns: CONFLICT_SHEET.headers.map((header, c) => ({ header, width: CONFLICT_WIDTHS[c] ?? 12, centred: c === 0 || c === 2, input: c === CONFLICT_SHEET.headers.length - 1 })),
    rows: conflicts.map((one, i): readonly ListCell[] => {
      const { base, mine, theirs, remark } = shownConflict(one, standard, 'zh');
      const link = one.cell === '' ? {} : { link: `${quoteSheet(one.name.sheet)}!${one.cell}` };
      return [{ value: i + 1 }, { value: one.name.sheet, ...link }, { value: one.cell }, { value: one.conflict.row }, { value: one.name.label }, { value: base }, { value: mine }, { value: theirs }, { value: one.conflict.kind === 'value' ? '' : remark }, { value: null }];
    }),
  });
}

function originSheet(taken: readonly LocatedTaken[], notTaken: WorkbookMerge['notTaken'], names: MergeNames): SheetSpec {
  const left = notTaken.map(({ issue }, i): readonly ListCell[] => [{ value: taken.length + i + 1 }, { value: issue.sheet }, { value: issue.cell }, { value: '' }, { value: ORIGIN_SHEET.notTaken }, { value: '' }, { value: issueText(issue, 'zh').message }]);
  return listSheet({
    name: ORIGIN_SHEET.name, title: ORIGIN_SHEET.title, about: fill(ORIGIN_SHEET.about, { ...names }, 'zh'),
    columns: ORIGIN_SHEET.headers.map((header, c) => ({ header, width: ORIGIN_WIDTHS[c] ?? 12, centred: c === 0 || c === 4 })),
    rows: [...taken.map(({ taken: one, name }, i): readonly ListCell[] => {
      const cell = one.change === 'entry' || one.change === 'row-changed';
      const values = cell ? [one.before, one.after].map((value) => shownValue(value, name.kind, 'zh')) : ['', ''];
      return [{ value: i + 1 }, { value: name.sheet, link: `${quoteSheet(name.sheet)}!${address(1, 1)}` }, { value: one.row }, { value: name.label }, { value: ORIGIN_SHEET.changes[one.change] }, { value: values[0] ?? '' }, { value: values[1] ?? '' }];
    }), ...left],
  });
}
