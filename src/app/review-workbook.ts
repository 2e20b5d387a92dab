/**
 * The review of an opened workbook (审核记录): its findings with their cells as they are now, and what can be done to them. Nothing is
 * written here: an act gives the content that is wanted.
 */
import { serialOf } from '../core/codec/date';
import type { Issue } from '../core/issue/issue';
import type { WorkbookContent } from '../core/model/content';
import { actOnFinding, addFinding, type FindingAct, type Signed } from '../core/review/change';
import { isClosed, REVIEW_FORM, type Finding, type FindingLevel } from '../core/review/finding';
import type { SignedStates } from '../core/review/check-signoffs';
import { readFindings } from '../core/review/findings';
import type { Party } from '../core/review/signoff';
import { InputError } from './input-error';
import { makeContent } from './make-content';
import type { ReadableWorkbook } from './ports';
import type { ContentReading } from './read-content';
import { anchored, placeOfFinding, reviewPlaces, type FindingPlace } from './review-places';
import type { Standard } from './standard';
import { readSignoffs, signStage, unsignStage, type StageSignoff } from './sign-stage';
import { takeIssues } from './take-issues';

export interface LocatedFinding extends Omit<Finding, 'anchor'> {
  readonly place: FindingPlace;
  readonly closed: boolean;
}

export interface Review {
  /** False where the workbook lacks 审核记录: then nothing can be done. */
  readonly there: boolean;
  readonly findings: readonly LocatedFinding[];
  readonly counts: { readonly open: number; readonly answered: number; readonly closed: number; /** Not closed, and must be put right. */ readonly must: number };
  /** Rows that are left. */
  readonly room: number;
  /** Steps of clause 6 that the workbook has, with what they are signed with. */
  readonly signoffs: readonly StageSignoff[];
}

export type ReviewAct =
  | { readonly act: 'add'; readonly sheet: string; /** '' for the whole sheet. */ readonly cell: string; readonly finding: string; readonly level: FindingLevel; readonly clause: string }
  /** Errors alone, or warnings too; of one sheet or of all. */
  | { readonly act: 'take'; readonly severity: 'error' | 'warning'; readonly sheet?: string }
  /** The name of who calls is the one that signs. */
  | { readonly act: 'sign' | 'unsign'; readonly stage: string; readonly party: Party }
  | FindingAct;

export interface ReviewChange {
  readonly content: WorkbookContent;
  /** What is signed now, by code. */
  readonly signed: SignedStates;
  /** Steps that were signed, or whose signatures were taken out. */
  readonly stages: readonly string[];
  /** Numbers of the findings that were added or changed. */
  readonly numbers: readonly number[];
  /** What `take` found an open finding for already, and what had no room. */
  readonly known: number;
  readonly noRoom: number;
}

/** What was read, and the file it was read from. */
export type Opened = { readonly workbook: ReadableWorkbook } & Pick<ContentReading, 'content' | 'places' | 'formMoves' | 'signed'>;

export function readReview({ workbook, ...reading }: Opened, standard: Standard): Review {
  const { content } = reading;
  const entries = content.entries[REVIEW_FORM] ?? {};
  const there = content.chosen.includes(REVIEW_FORM);
  const places = reviewPlaces(workbook, reading, standard);
  const findings = there ? readFindings(entries) : [];
  const open = findings.filter((finding) => !isClosed(finding));
  return {
    there,
    findings: findings.map(({ anchor, ...finding }) => ({ ...finding, place: placeOfFinding({ ...finding, anchor }, places), closed: isClosed(finding) })),
    counts: {
      open: open.filter(({ state }) => state !== 'answered').length, answered: open.filter(({ state }) => state === 'answered').length,
      closed: findings.length - open.length, must: open.filter(({ level }) => level === 'must').length,
    },
    room: roomOf(standard) - findings.length,
    signoffs: there ? readSignoffs(content, reading.signed, standard) : [],
  };
}

/** One act after the other, all or none. `issues` are those of the check, for `take`. Throws `InputError` (`review/none`, `review/who`, `review/sheet`, `review/cell`, `review/text`, `review/no-room` and those of `actOnFinding`). */
export function changeReview(opened: Opened, acts: readonly ReviewAct[], { by, now, issues }: ReviewBy, standard: Standard): ReviewChange {
  let change: ReviewChange = { content: opened.content, signed: opened.signed, stages: [], numbers: [], known: 0, noRoom: 0 };
  for (const act of acts) {
    const next = changed({ ...opened, content: change.content, signed: change.signed }, act, { by, now, issues }, standard);
    change = { content: next.content, signed: next.signed, stages: [...change.stages, ...next.stages], numbers: [...change.numbers, ...next.numbers], known: change.known + next.known, noRoom: change.noRoom + next.noRoom };
  }
  return change;
}

export interface ReviewBy {
  readonly by: string;
  /** ISO time. */
  readonly now: string;
  readonly issues: () => readonly Issue[];
}

function changed({ workbook, ...reading }: Opened, request: ReviewAct, { by, now, issues }: ReviewBy, standard: Standard): ReviewChange {
  const { content } = reading;
  if (!content.chosen.includes(REVIEW_FORM)) throw new InputError('review/none');
  if (by.trim() === '') throw new InputError('review/who');
  const signed: Signed = { by: by.trim(), on: dayOf(now) };
  const places = reviewPlaces(workbook, reading, standard);
  const fields = standard.fields[REVIEW_FORM] ?? [];
  // What people typed into the sheet is anchored first, so that it is found whatever comes later.
  const entries = anchored(content.entries[REVIEW_FORM] ?? {}, places);
  const wanted = (written: typeof entries, numbers: readonly number[], known = 0, noRoom = 0): ReviewChange => ({
    content: makeContent({ ...content, entries: { ...content.entries, [REVIEW_FORM]: written } }), signed: reading.signed, stages: [], numbers, known, noRoom,
  });
  switch (request.act) {
    case 'add': {
      const { sheet, finding, level, clause } = request;
      if (finding.trim() === '') throw new InputError('review/text');
      const known = sheetOf(sheet, workbook, standard);
      const anchor = places.anchorAt(known, request.cell);
      const cell = request.cell.trim().replaceAll('$', '').toUpperCase();
      if (cell !== '' && !CELL.test(cell)) throw new InputError('review/cell', { cell: request.cell });
      const added = addFinding(entries, fields, { sheet: known, cell, finding: finding.trim(), level, clause: clause.trim(), source: '', anchor }, signed);
      if (added === null) throw new InputError('review/no-room', { room: roomOf(standard) });
      return wanted(added.entries, [added.number]);
    }
    case 'take': {
      const sheet = request.sheet === undefined ? undefined : sheetOf(request.sheet, workbook, standard);
      const said = issues().filter((issue) => (issue.severity === 'error' || (request.severity === 'warning' && issue.severity === 'warning')) && (sheet === undefined || issue.sheet === sheet));
      const own = fields[0]?.sheet ?? '';
      const { entries: written, added, known, noRoom } = takeIssues(entries, said, fields, places, own, signed);
      return wanted(written, added, known, noRoom);
    }
    case 'sign':
    case 'unsign': {
      const { stage, party } = request;
      const from = { ...content, entries: { ...content.entries, [REVIEW_FORM]: entries } };
      const done = request.act === 'sign' ? signStage(from, reading.signed, { stage, party, ...signed }, standard) : unsignStage(from, reading.signed, stage, party);
      return { content: makeContent(done.content), signed: done.signed, stages: [stage], numbers: [], known: 0, noRoom: 0 };
    }
    default: {
      const done = actOnFinding(entries, request, signed);
      if ('refused' in done) throw new InputError(done.refused, { number: request.number });
      return wanted(done.entries, [request.number]);
    }
  }
}

const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/u;

/** The sheet by its name, or by what only one name begins with, as people say it: 附录E. Throws `InputError` (`review/sheet`). */
function sheetOf(name: string, { sheetNames }: ReadableWorkbook, { library }: Standard): string {
  const plain = (text: string): string => text.replaceAll(/\s/gu, '').toLowerCase();
  const hidden = new Set(library.forms.flatMap(({ sheet, hidden: isHidden }) => (isHidden === true ? [sheet] : [])));
  const names = sheetNames.filter((sheet) => !hidden.has(sheet));
  const exact = names.find((sheet) => plain(sheet) === plain(name));
  if (exact !== undefined) return exact;
  const like = plain(name) === '' ? [] : names.filter((sheet) => plain(sheet).startsWith(plain(name)));
  const [only] = like;
  if (only === undefined || like.length > 1) throw new InputError('review/sheet', { name, sheets: names.join('、') });
  return only;
}

function roomOf({ fields }: Standard): number {
  return (fields[REVIEW_FORM] ?? []).filter(({ key }) => /^findings\[\d+\]\.finding$/u.test(key)).length;
}

/** Serial date of an ISO time. */
export function dayOf(now: string): number {
  const [year = 0, month = 0, day = 0] = now.slice(0, 10).split('-').map(Number);
  return serialOf(year, month, day);
}
