/**
 * The review (审核记录) in a merge. Findings hold on to rows and fields: those of both copies are brought to the places of mine before the
 * merge, so that a row that went elsewhere is no change of a finding, and to where their cells are after it. Signatures of both stay, each
 * with what was signed: whether it still stands is judged over the merged content.
 */
import type { Conflict } from '../core/compare/conflict';
import type { ContentMerge, Typed } from '../core/compare/merge-contents';
import type { Entries } from '../core/compare/form-tables';
import type { RawSheetDef } from '../core/model/raw-sheet';
import type { SignedState } from '../core/review/signed-content';
import { signatureStates, type SignatureState, type SignedStates } from '../core/review/check-signoffs';
import { FINDINGS, REVIEW_FORM } from '../core/review/finding';
import { codesInUse } from '../core/review/signoff';
import type { ComparedWorkbook } from './compare-workbooks';
import { anchored, movedTo, reviewPlaces, type ReviewPlaces } from './review-places';
import type { Standard } from './standard';

export interface ReviewedSides {
  readonly base: Typed | null;
  readonly mine: Typed;
  readonly theirs: Typed;
}

/** The three contents with their findings as they would be in the file of mine. */
export function inPlacesOfMine(base: Typed | null, mine: ComparedWorkbook, theirs: ComparedWorkbook, standard: Standard): ReviewedSides {
  const [own, other] = [placesOf(mine, standard), placesOf(theirs, standard)];
  return {
    base: base === null ? null : withReview(base, (entries) => movedTo(entries, own)),
    mine: withReview(mine.reading.content, (entries) => anchored(entries, own)),
    theirs: withReview(theirs.reading.content, (entries) => movedTo(anchored(entries, other), own)),
  };
}

/** The merged content with findings where their cells are now, those of sheets that theirs brought among them. */
export function inMergedPlaces({ typed, added }: Pick<ContentMerge, 'typed' | 'added'>, { workbook, reading }: ComparedWorkbook, standard: Standard): Typed {
  const brought = standard.rawSheets.filter(({ key }) => added.includes(key)).map((def) => [def.key, columnsOf(def)] as const);
  const places = { ...reading.places, ...Object.fromEntries(brought) };
  const content = { ...reading.content, ...typed };
  return withReview(typed, (entries) => anchored(entries, reviewPlaces(workbook, { content, places, formMoves: reading.formMoves }, standard)));
}

/** What a finding holds on to is written by the program: a difference there alone is not one of people's. */
export function ofPeople<T extends Pick<Conflict, 'owner' | 'list' | 'field'>>(all: readonly T[]): readonly T[] {
  return all.filter(({ owner, list, field }) => !(owner === REVIEW_FORM && list === FINDINGS && field === 'anchor'));
}

export interface MergedSignatures {
  /** What was signed, for every signature that is there. */
  readonly signed: SignedStates;
  /** Signatures that do not stand over the merged content. */
  readonly broken: readonly SignatureState[];
}

export function mergedSignatures(merged: Typed, mine: SignedStates, theirs: SignedStates, standard: Standard): MergedSignatures {
  const states = new Map<string, SignedState | null>();
  for (const code of codesInUse(merged.entries[REVIEW_FORM] ?? {})) {
    // A copy with pseudonyms knows only that something was signed.
    const state = mine.get(code) ?? theirs.get(code) ?? (mine.has(code) || theirs.has(code) ? null : undefined);
    if (state !== undefined) states.set(code, state);
  }
  return { signed: states, broken: signatureStates(merged, states, standard).filter(({ state }) => state === 'broken') };
}

function placesOf({ workbook, reading }: ComparedWorkbook, standard: Standard): ReviewPlaces {
  return reviewPlaces(workbook, reading, standard);
}

function withReview<T extends Typed>(typed: T, change: (entries: Entries) => Entries): T {
  const entries = typed.entries[REVIEW_FORM];
  return entries === undefined || !typed.chosen.includes(REVIEW_FORM) ? typed : { ...typed, entries: { ...typed.entries, [REVIEW_FORM]: change(entries) } };
}

/** As a sheet is generated. */
function columnsOf({ columns }: RawSheetDef): Readonly<Record<string, number>> {
  return Object.fromEntries(columns.map(({ key }, i) => [key, i + 1]));
}
