/**
 * What can be done to a finding, as changes of the entries of 审核记录. Who does it and the day are written beside it each time; a
 * closed finding is opened again before it is answered anew.
 */
import type { Entries } from '../compare/form-tables';
import type { FieldPlace } from '../model/form';
import type { Anchor } from './anchor';
import { isClosed, type Finding, type FindingLevel } from './finding';
import { changeFinding, freeNumber, readFindings } from './findings';

export interface NewFinding {
  readonly sheet: string;
  readonly cell: string;
  readonly finding: string;
  readonly clause: string;
  readonly level: FindingLevel;
  readonly source: string;
  readonly anchor: Anchor | null;
}

export type FindingAct =
  | { readonly act: 'answer'; readonly number: number; readonly answer: string }
  | { readonly act: 'accept' | 'reject'; readonly number: number; /** Written as the answer where there is none. */ readonly reason?: string }
  | { readonly act: 'reopen'; readonly number: number };

export interface Signed {
  readonly by: string;
  /** Serial date. */
  readonly on: number;
}

/** Why an act cannot be done. */
export type FindingRefusal = 'review/no-finding' | 'review/closed' | 'review/not-closed' | 'review/no-answer' | 'review/no-reason';

/** Null where the sheet has no row left. */
export function addFinding(entries: Entries, fields: readonly FieldPlace[], found: NewFinding, { by, on }: Signed): { readonly entries: Entries; readonly number: number } | null {
  const number = freeNumber(entries, fields);
  if (number === null) return null;
  return { number, entries: changeFinding(entries, number, { ...found, raisedBy: by, raised: on, answer: '', answeredBy: '', answered: null, state: 'open', settledBy: '', settled: null }) };
}

export function actOnFinding(entries: Entries, act: FindingAct, signed: Signed): { readonly entries: Entries } | { readonly refused: FindingRefusal } {
  const finding = readFindings(entries).find(({ number }) => number === act.number);
  if (finding === undefined) return { refused: 'review/no-finding' };
  const refused = refusal(finding, act);
  return refused === null ? { entries: changeFinding(entries, act.number, changeOf(finding, act, signed)) } : { refused };
}

function refusal(finding: Finding, act: FindingAct): FindingRefusal | null {
  if (act.act === 'reopen') return isClosed(finding) || finding.state === 'answered' ? null : 'review/not-closed';
  if (isClosed(finding)) return 'review/closed';
  if (act.act === 'answer') return act.answer.trim() === '' ? 'review/no-answer' : null;
  return act.act === 'reject' && finding.answer === '' && (act.reason ?? '').trim() === '' ? 'review/no-reason' : null;
}

function changeOf(finding: Finding, act: FindingAct, { by, on }: Signed): Parameters<typeof changeFinding>[2] {
  switch (act.act) {
    case 'answer':
      return { answer: act.answer.trim(), answeredBy: by, answered: on, state: 'answered' };
    case 'reopen':
      return { state: 'open', settledBy: '', settled: null };
    default: {
      const reason = (act.reason ?? '').trim();
      const answer = reason === '' ? {} : finding.answer === '' ? { answer: reason, answeredBy: by, answered: on } : { answer: `${finding.answer}\n${reason}` };
      return { ...answer, state: act.act === 'accept' ? 'accepted' : 'rejected', settledBy: by, settled: on };
    }
  }
}
