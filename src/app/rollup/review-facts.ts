/** What the review and the records of a workbook say, without the names of people: who signed becomes that somebody did. */
import { isoOf } from '../../core/codec/date';
import { SIGNERS, type BookFacts, type Signer } from '../../core/rollup/facts';
import type { FormFacts } from '../../core/check/consistency/form-facts';
import type { StageStatus } from '../../core/check/stage/stage-status';
import type { Entries } from '../../core/compare/form-tables';
import { isClosed } from '../../core/review/finding';
import { readFindings } from '../../core/review/findings';
import type { WorkbookCheck } from '../compose-check';

/** Beginnings of the keys of 5.1, 5.2, 5.3. */
const REQUIREMENT = /^(?:enterprise|agency|personnel)[.[].*\.result$/;
const RECORD_STATE = /^records[.[].*\.state$/;
/** 7.8.2 a) to e). */
const NAMED = ['talks', 'checkup', 'diagnosis', 'plan', 'results'].map((key) => `records.${key}.state`);
const NOT_FORMED = '未形成';

export function requirementFacts(form: FormFacts | null): BookFacts['requirements'] {
  const results = (form?.keys(REQUIREMENT) ?? []).map((key) => form?.text(key) ?? '').filter((text) => text !== '');
  const count = (word: string): number => results.filter((text) => text === word).length;
  return { met: count('符合'), notMet: count('不符合'), open: count('待核实') };
}

export function recordFacts(form: FormFacts | null): BookFacts['records'] {
  const states = (form?.keys(RECORD_STATE) ?? []).flatMap((key): readonly (readonly [string, string])[] => {
    const text = form?.text(key) ?? '';
    return text === '' ? [] : [[key, text]];
  });
  const formed = states.filter(([, text]) => text !== NOT_FORMED);
  return { formed: formed.length, listed: states.length, named: formed.filter(([key]) => NAMED.includes(key)).length };
}

/** 7.1 to 7.8 as they were signed. A signature that an edit broke is none. */
export function signFacts({ stages, signatures = [] }: { readonly stages: readonly Pick<StageStatus, 'key' | 'state'>[] } & Pick<WorkbookCheck, 'signatures'>): Pick<BookFacts, 'signed' | 'editedSteps'> {
  const present = stages.filter(({ state }) => state !== 'absent').map(({ key }) => key);
  const signed = SIGNERS.flatMap((signer): readonly (readonly [Signer, string])[] => {
    const held = signatures.filter(({ party, state }) => party === signer && state !== 'broken');
    if (present.length === 0 || !present.every((key) => held.some(({ stage }) => stage === key))) return [];
    const last = held.reduce((day, { on }) => Math.max(day, on ?? 0), 0);
    return [[signer, last === 0 ? '' : isoOf(last)]];
  });
  return { signed: Object.fromEntries(signed), editedSteps: [...new Set(signatures.filter(({ state }) => state === 'broken').map(({ stage }) => stage))] };
}

export function openFindings(entries: Entries): number {
  return readFindings(entries).filter((one) => one.finding !== '' && !isClosed(one)).length;
}
