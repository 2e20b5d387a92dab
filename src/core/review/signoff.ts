/** Signatures in 审核记录, by step and party: read, put in, taken out. A signature that people wrote by hand has no code. */
import { cleanText } from '../codec/clean';
import type { Entries } from '../compare/form-tables';
import type { CellValue } from '../model/cell';
import { STAGES } from '../model/stages';

export type Party = 'enterprise' | 'agency';

export const PARTIES: readonly Party[] = ['enterprise', 'agency'];

export interface Signature {
  readonly stage: string;
  readonly party: Party;
  readonly by: string;
  /** Serial date; null where there is none. */
  readonly on: number | null;
  /** '' where nothing says over what it was given. */
  readonly code: string;
}

export const signoffKey = (stage: string, party: Party, part: 'By' | 'Date' | 'Code'): string => `signoff.${stage}.${party}${part}`;

/** The signature that a field is a part of: who, when and over what are one thing. Null for other fields. */
export function signatureOf(key: string): string | null {
  return /^signoff\..+\.(?:enterprise|agency)(?=(?:By|Date|Code)$)/u.exec(key)?.[0] ?? null;
}

/** Codes of all signatures that are there. */
export function codesInUse(entries: Entries): ReadonlySet<string> {
  return new Set(STAGES.flatMap(({ key }) => PARTIES.flatMap((party) => readSignature(entries, key, party)?.code ?? [])));
}

export function readSignature(entries: Entries, stage: string, party: Party): Signature | null {
  const text = (part: 'By' | 'Code'): string => textOf(entries[signoffKey(stage, party, part)] ?? null);
  const date = entries[signoffKey(stage, party, 'Date')] ?? null;
  const [by, code] = [text('By'), text('Code')];
  if (by === '' && date === null) return null;
  return { stage, party, by, on: typeof date === 'number' ? Math.floor(date) : null, code };
}

export function withSignature(entries: Entries, { stage, party, by, on, code }: Signature): Entries {
  return { ...entries, [signoffKey(stage, party, 'By')]: by, [signoffKey(stage, party, 'Date')]: on, [signoffKey(stage, party, 'Code')]: code };
}

export function withoutSignature(entries: Entries, stage: string, party: Party): Entries {
  const gone = new Set((['By', 'Date', 'Code'] as const).map((part) => signoffKey(stage, party, part)));
  return Object.fromEntries(Object.entries(entries).filter(([key]) => !gone.has(key)));
}

function textOf(value: CellValue): string {
  return typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : '';
}
