/** What the review and the records of a workbook say, without the names of people: who signed becomes that somebody did. */
import { isoOf } from '../../core/codec/date';
import { SIGNERS, type BookFacts, type Signer } from '../../core/rollup/facts';
import type { FormFacts } from '../../core/check/consistency/form-facts';

/** Beginnings of the keys of 5.1, 5.2, 5.3. */
const REQUIREMENT = /^(?:enterprise|agency|personnel)[.[].*\.result$/;
const RECORD_STATE = /^records[.[].*\.state$/;
/** 7.8.2 a) to e). */
const NAMED = ['talks', 'checkup', 'diagnosis', 'plan', 'results'].map((key) => `records.${key}.state`);
const NOT_FORMED = '未形成';
const CLOSED = '已关闭';

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

const DATE_OF: Readonly<Record<Signer, string>> = { reviewer: 'signoff.reviewDate', agency: 'signoff.agencyDate', enterprise: 'signoff.enterpriseDate' };

export function signFacts(form: FormFacts | null): BookFacts['signed'] {
  return Object.fromEntries(SIGNERS.flatMap((signer): readonly (readonly [string, string])[] => {
    if (form === null || form.text(`signoff.${signer}`) === '') return [];
    const day = form.day(DATE_OF[signer]);
    return [[signer, day === null ? '' : isoOf(day)]];
  }));
}

export function openFindings(form: FormFacts | null): number {
  return (form?.rows('findings') ?? []).filter((row) => row.filled('finding') && row.text('state') !== CLOSED).length;
}
