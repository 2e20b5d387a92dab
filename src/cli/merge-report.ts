/** What a merge did: as lines for people, and as the document of `--json`. */
import { rowWords } from '../app/difference-list';
import type { MergeOutcome, MergeRequest } from '../app/merge-files';
import { conflictSheetName, shownConflict } from '../app/merge-sheets';
import type { LocatedConflict, LocatedTaken } from '../app/merge-workbooks';
import type { Standard } from '../app/standard';
import type { Language } from '../core/text/cli';
import { issuePlace, issueText } from '../core/text/issue-text';
import { isoOf } from '../core/codec/date';
import type { SignatureState } from '../core/review/check-signoffs';
import { partyName } from '../core/text/review-texts';
import { stageName } from '../core/text/stage-texts';
import { mergeText } from '../core/text/merge-texts';

/** Of each kind, on the screen. */
const LISTED = 40;

export function mergeLines(request: MergeRequest, outcome: MergeOutcome, standard: Standard, language: Language): readonly string[] {
  const { conflicts, taken, keptMine, duplicates, notTaken, sheetsTaken, sheetsLeft, brokenSignatures, left } = outcome;
  const separator = language === 'zh' ? '、' : ', ';
  const list = (head: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [head, ...lines.slice(0, LISTED).map((line) => `  ${line}`), ...(lines.length > LISTED ? [mergeText(language, 'merge/more', { count: lines.length - LISTED })] : [])];
  const sheet = conflictSheetName(outcome.sheetNames);
  return [
    ...ancestorLines(request, outcome, language),
    ...(taken.length + conflicts.length === 0 ? [mergeText(language, 'merge/nothing')] : [mergeText(language, 'merge/counts', { taken: taken.length, kept: keptMine, conflicts: conflicts.length })]),
    ...list(mergeText(language, request.dryRun ? 'merge/conflicts-preview' : 'merge/conflicts', { sheet }), conflicts.map((one) => conflictLine(one, standard, language))),
    ...list(mergeText(language, 'merge/duplicates'), duplicates.map(({ sheet: where, row }) => `${where} “${row}”`)),
    ...list(mergeText(language, 'merge/not-taken'), notTaken.map(({ issue }) => `${issuePlace(issue, language)}${language === 'zh' ? '：' : ': '}${issueText(issue, language).message}`)),
    ...list(mergeText(language, 'merge/sheets-taken'), sheetsTaken.map(({ sheet: from, as, values }) => mergeText(language, values.length === 0 ? 'merge/sheet-taken' : 'merge/sheet-values', { sheet: from, as, count: values.length, cells: values.slice(0, 20).join(separator) }))),
    ...(sheetsLeft.length === 0 ? [] : [mergeText(language, 'merge/own-sheets', { sheets: sheetsLeft.join(separator) })]),
    ...list(mergeText(language, 'merge/broken-signatures'), brokenSignatures.map((one) => signatureLine(one, language))),
    ...(left.left.length === 0 ? [] : [mergeText(language, 'merge/left', { count: left.left.length, cells: left.left.slice(0, 20).map((one) => `${one.sheet}!${one.cell}`).join(separator) })]),
    ...(outcome.remembered ? [] : [mergeText(language, 'merge/not-kept')]),
    outcome.written ? mergeText(language, 'merge/written', { file: request.out }) : mergeText(language, 'merge/dry-run'),
    ...(outcome.copy === null ? [] : [mergeText(language, 'merge/copy', { file: outcome.copy })]),
  ];
}

function ancestorLines(request: MergeRequest, outcome: MergeOutcome, language: Language): readonly string[] {
  const { handCopy } = outcome;
  const byhand = handCopy === null ? [] : [mergeText(language, handCopy.lacking > 0 ? 'merge/hand-copy-lacking' : 'merge/hand-copy', { lacking: handCopy.lacking, of: handCopy.of })];
  return [ancestorLine(request, outcome, language), ...byhand];
}

function signatureLine({ stage, party, by, on, changed }: SignatureState, language: Language): string {
  const separator = language === 'zh' ? '、' : ', ';
  return mergeText(language, 'merge/broken-signature', {
    stage, name: stageName(stage, language), party: partyName(party, language), by: by === '' ? '—' : by, date: on === null ? '—' : isoOf(on),
    cells: changed.length === 0 ? '—' : changed.slice(0, LISTED).join(separator),
  });
}

function ancestorLine({ base = '' }: MergeRequest, { ancestor, ancestorAt }: MergeOutcome, language: Language): string {
  if (ancestor === 'base') return mergeText(language, 'merge/ancestor-base', { base });
  if (ancestor === 'stamp') return mergeText(language, 'merge/ancestor-stamp', { at: ancestorAt });
  const twoWay = mergeText(language, 'merge/two-way');
  return ancestor === 'none' ? twoWay : `${mergeText(language, 'merge/ancestor-damaged')}${language === 'zh' ? '' : ' '}${twoWay}`;
}

function conflictLine(one: LocatedConflict, standard: Standard, language: Language): string {
  const { name, cell, conflict } = one;
  const place = [name.sheet, cell, conflict.row === '' ? '' : `“${conflict.row}”`, name.label].filter((part) => part !== '').join(' ');
  return `${place}${language === 'zh' ? '：' : ': '}${shownConflict(one, standard, language).remark.replaceAll(/\s*\n\s*/g, ' ⏎ ')}`;
}

export function mergeDocument(request: MergeRequest, outcome: MergeOutcome, standard: Standard, language: Language): unknown {
  const { mine, theirs, base = null, out, dryRun } = request;
  const { ancestor, ancestorAt, handCopy, twoWay, conflicts, taken, keptMine, duplicates, notTaken, ownSheets, sheetsTaken, sheetsLeft, brokenSignatures, left, written, copy, remembered } = outcome;
  return {
    mine, theirs, base, out, dryRun, written, copy, remembered,
    ancestor: { from: ancestor, at: ancestorAt, handCopy }, twoWay,
    counts: { taken: taken.length, keptMine, conflicts: conflicts.length, duplicates: duplicates.length },
    conflictSheet: conflicts.length === 0 || !written ? null : conflictSheetName(outcome.sheetNames),
    conflicts: conflicts.map((one) => ({ kind: one.conflict.kind, sheet: one.name.sheet, cell: one.cell, row: one.conflict.row, item: one.name.label, ...shownConflict(one, standard, language) })),
    taken: taken.map((one) => takenDocument(one, standard, language)),
    duplicates,
    notTaken: notTaken.map(({ kind, issue }) => ({ kind, ...issue, ...issueText(issue, language) })),
    ownSheets, sheetsTaken, sheetsLeft,
    brokenSignatures: brokenSignatures.map(({ stage, party, by, on, changed }) => ({ stage, party, by, on: on === null ? null : isoOf(on), changed })),
    left: { cells: left.left, names: left.leftNames },
  };
}

function takenDocument({ taken, name }: LocatedTaken, standard: Standard, language: Language): unknown {
  const { change, row, before, after } = taken;
  const cell = change === 'entry' || change === 'row-changed';
  return { change, sheet: name.sheet, row, item: name.label, ...(cell ? { before: value(before), after: value(after) } : {}) };

  function value(given: LocatedTaken['taken']['before']): string {
    return given === null ? '' : rowWords(taken.owner, taken.list, { [taken.field]: given }, standard, language).replace(/^[^=]*=/, '');
  }
}
