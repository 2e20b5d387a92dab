/**
 * Sign-off of a step of clause 6 by the enterprise or the personnel, over everything that is filled in for it. The enterprise's confirmation
 * that the forms print (企业确认 of E.1 and of the results) is written with it where it is blank.
 */
import { isoOf } from '../core/codec/date';
import { isBlankValue } from '../core/merge/same-value';
import type { WorkbookContent } from '../core/model/content';
import { STAGES } from '../core/model/stages';
import { signatureStates, type SignatureState, type SignedStates } from '../core/review/check-signoffs';
import { isClosed, REVIEW_FORM } from '../core/review/finding';
import { readFindings } from '../core/review/findings';
import { signedCode, signedState } from '../core/review/signed-content';
import { codesInUse, readSignature, withoutSignature, withSignature, type Party } from '../core/review/signoff';
import { confirmationText } from '../core/text/review-texts';
import { stageName } from '../core/text/stage-texts';
import { InputError } from './input-error';
import type { Standard } from './standard';

export interface StageSignoff {
  /** Clause number: 7.1 to 7.8. */
  readonly stage: string;
  /** As printed in the sheet. */
  readonly title: string;
  readonly enterprise: SignatureState | null;
  readonly agency: SignatureState | null;
  /** Findings that must be put right before it can be signed, by number. */
  readonly mustFirst: readonly number[];
}

interface SignRequest {
  readonly stage: string;
  readonly party: Party;
  readonly by: string;
  /** Serial date. */
  readonly on: number;
}

interface SignedContent {
  readonly content: WorkbookContent;
  readonly signed: SignedStates;
}

const CONFIRMATION = 'confirmation';

export function readSignoffs(content: WorkbookContent, signed: SignedStates, standard: Standard): readonly StageSignoff[] {
  const states = signatureStates(content, signed, standard);
  return STAGES.flatMap(({ key: stage }): StageSignoff[] => {
    if (!hasStage(stage, content, standard)) return [];
    const of = (party: Party): StageSignoff['enterprise'] => states.find((one) => one.stage === stage && one.party === party) ?? null;
    return [{ stage, title: stageName(stage, 'zh'), enterprise: of('enterprise'), agency: of('agency'), mustFirst: mustFirst(stage, content, standard) }];
  });
}

/** Throws `InputError` (`review/stage`, `review/must-first`: `stage`, `numbers`; `review/signed`: `stage`, `name`, `date`). */
export function signStage(given: WorkbookContent, signed: SignedStates, { stage, party, by, on }: SignRequest, standard: Standard): SignedContent {
  if (!hasStage(stage, given, standard)) throw new InputError('review/stage', { stage, stages: STAGES.filter(({ key }) => hasStage(key, given, standard)).map(({ key }) => key).join('、') });
  const first = mustFirst(stage, given, standard);
  if (first.length > 0) throw new InputError('review/must-first', { stage, numbers: first.join('、') });
  const there = signatureStates(given, signed, standard).find((one) => one.stage === stage && one.party === party);
  if (there !== undefined && there.state === 'holds') throw new InputError('review/signed', { stage, name: there.by, date: there.on === null ? '—' : isoOf(there.on) });
  const content = party === 'enterprise' ? confirmed(given, stage, confirmationText({ name: by, date: isoOf(on) }), standard) : given;
  const state = signedState(stage, content, standard) ?? {};
  const code = signedCode(state);
  const entries = withSignature(content.entries[REVIEW_FORM] ?? {}, { stage, party, by, on, code });
  return kept({ ...content, entries: { ...content.entries, [REVIEW_FORM]: entries } }, new Map([...signed, [code, state]]));
}

export function unsignStage(content: WorkbookContent, signed: SignedStates, stage: string, party: Party): SignedContent {
  if (readSignature(content.entries[REVIEW_FORM] ?? {}, stage, party) === null) throw new InputError('review/not-signed', { stage });
  return kept({ ...content, entries: { ...content.entries, [REVIEW_FORM]: withoutSignature(content.entries[REVIEW_FORM] ?? {}, stage, party) } }, signed);
}

/** Only what a signature refers to is kept. */
function kept(content: WorkbookContent, signed: SignedStates): SignedContent {
  const used = codesInUse(content.entries[REVIEW_FORM] ?? {});
  return { content, signed: new Map([...signed].filter(([code]) => used.has(code))) };
}

function confirmed(content: WorkbookContent, stage: string, text: string, { library, fields }: Standard): WorkbookContent {
  const entries = { ...content.entries };
  for (const { key, stage: of } of library.forms) {
    if (of !== stage || !content.chosen.includes(key) || fields[key]?.some((field) => field.key === CONFIRMATION) !== true) continue;
    if (isBlankValue(entries[key]?.[CONFIRMATION] ?? null)) entries[key] = { ...entries[key], [CONFIRMATION]: text };
  }
  return { ...content, entries };
}

function hasStage(stage: string, { chosen }: Pick<WorkbookContent, 'chosen'>, { library }: Pick<Standard, 'library'>): boolean {
  return library.forms.some((form) => form.stage === stage && chosen.includes(form.key));
}

function mustFirst(stage: string, content: WorkbookContent, { library, rawSheets }: Standard): readonly number[] {
  const sheets = new Set([...library.forms.flatMap((form) => (form.stage === stage ? [form.sheet] : [])), ...(stage === '7.6' ? rawSheets.map(({ sheet }) => sheet) : [])]);
  return readFindings(content.entries[REVIEW_FORM] ?? {}).flatMap((finding) => (finding.level === 'must' && !isClosed(finding) && sheets.has(finding.sheet.trim()) ? [finding.number] : []));
}
