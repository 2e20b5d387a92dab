/**
 * Signatures of 审核记录 held against what is filled in now: what changed since is named with sheet and cell, where the state that was signed
 * is kept. Where names were replaced by pseudonyms the code cannot be held against anything, and nothing is said.
 */
import { consistencyIssues, type ConsistencyCode } from '../check/consistency/codes';
import { isoOf } from '../codec/date';
import type { Issue } from '../issue/issue';
import { address } from '../model/address';
import type { WorkbookContent } from '../model/content';
import { STAGES } from '../model/stages';
import { REVIEW_FORM } from './finding';
import { SEPARATOR, signedChanges, signedCode, signedState, type SignedStandard, type SignedState } from './signed-content';
import { PARTIES, readSignature, signoffKey, type Party, type Signature } from './signoff';

/** Code -> the state that was signed; null where the copy cannot tell (pseudonyms). */
export type SignedStates = ReadonlyMap<string, SignedState | null>;

export const NO_STATES: SignedStates = new Map();

/** Cells that are named one by one. */
const NAMED = 6;

export interface SignatureState extends Signature {
  /** holds: as it was signed; broken: changed since; unproven: written by hand, nothing to hold it against; elsewhere: to be checked in the workbook with the real names. */
  readonly state: 'holds' | 'broken' | 'unproven' | 'elsewhere';
  /** `附录E 提升方案 C12`, or a sheet; empty where the kept state is lost. */
  readonly changed: readonly string[];
}

type Content = Pick<WorkbookContent, 'chosen' | 'entries' | 'rows'>;

export function signatureStates(content: Content, states: SignedStates, standard: SignedStandard): readonly SignatureState[] {
  if (!content.chosen.includes(REVIEW_FORM)) return [];
  return STAGES.flatMap(({ key: stage }) => {
    const signatures = PARTIES.flatMap((party) => readSignature(content.entries[REVIEW_FORM] ?? {}, stage, party) ?? []);
    if (signatures.length === 0) return [];
    const now = signatures.some(({ code }) => code !== '') ? signedState(stage, content, standard) : null;
    return signatures.map((signature): SignatureState => judged(signature, now, states, standard));
  });
}

function judged(signature: Signature, now: SignedState | null, states: SignedStates, standard: SignedStandard): SignatureState {
  if (signature.code === '') return { ...signature, state: 'unproven', changed: [] };
  if (now !== null && signedCode(now) === signature.code) return { ...signature, state: 'holds', changed: [] };
  const was = states.get(signature.code);
  if (was === null) return { ...signature, state: 'elsewhere', changed: [] };
  const known = was !== undefined && signedCode(was) === signature.code && now !== null;
  return { ...signature, state: 'broken', changed: known ? signedChanges(was, now).map((key) => placeOf(key, standard)) : [] };
}

/** Where the form was generated; a row by its words. */
function placeOf(key: string, { fields, library, rawSheets }: SignedStandard): string {
  const [owner = '', field = ''] = key.split(SEPARATOR);
  const sheet = library.forms.find((form) => form.key === owner)?.sheet ?? rawSheets.find((def) => def.key === owner)?.sheet ?? owner;
  const place = (fields[owner] ?? []).find((one) => one.key === field);
  return `${sheet}${field === '' ? '' : ` ${place === undefined ? field : address(place.row, place.column)}`}`;
}

export function signoffIssues(signatures: readonly SignatureState[], standard: Pick<SignedStandard, 'fields'>): readonly Issue[] {
  const fields = standard.fields[REVIEW_FORM] ?? [];
  const issue = (code: ConsistencyCode, { stage, party }: Pick<Signature, 'stage' | 'party'>, part: 'By' | 'Date', params: Issue['params']): Issue => {
    const place = fields.find(({ key }) => key === signoffKey(stage, party, part));
    return { code, severity: consistencyIssues[code].severity, sheet: place?.sheet ?? '', cell: place === undefined ? '' : address(place.row, place.column), clause: stage, params };
  };
  const label = (stage: string, party: Party, part: 'By' | 'Date'): string => fields.find(({ key }) => key === signoffKey(stage, party, part))?.label ?? '';
  return signatures.flatMap((signature): readonly Issue[] => {
    const { stage, party, by, on, state, changed } = signature;
    const who = by === '' ? '—' : by;
    const lacking = by === '' ? (['By'] as const) : on === null ? (['Date'] as const) : [];
    const incomplete = lacking.map((part) => issue('consistency/sign-incomplete', signature, part, { stage, column: label(stage, party, part) }));
    if (state === 'unproven') return [...incomplete, ...(incomplete.length > 0 ? [] : [issue('consistency/sign-unproven', signature, 'By', { stage, name: who })])];
    if (state !== 'broken') return incomplete;
    const cells = `${changed.slice(0, NAMED).join('、')}${changed.length > NAMED ? '……' : ''}`;
    const params = { stage, name: who, date: on === null ? '—' : isoOf(on) };
    return [...incomplete, changed.length === 0 ? issue('consistency/sign-lost', signature, 'By', params) : issue('consistency/sign-broken', signature, 'By', { ...params, count: changed.length, cells })];
  });
}
