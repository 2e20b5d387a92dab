/** Use cases: a workbook sealed, as a patch of its record sheet alone, and what changed in it since (7.8), wherever it is open. */
import { brokenSeal, makeSeal, type Seal, type SealedChange } from '../core/copy/seal';
import type { WorkbookPatch } from '../core/model/workbook-patch';
import { firstStamp, readCopyRecord, recordPatch } from './copy-record';
import { InputError } from './input-error';
import type { Gzip, Identity, ReadableWorkbook } from './ports';
import { changesInSealed, readSeals, sealRows, sheetStates } from './seals';

export interface WorkbookSeal {
  readonly seal: Seal;
  /** False where the state is too large: changes will be named by sheet only. */
  readonly kept: boolean;
  readonly patch: WorkbookPatch;
}

/** `file` is for messages. Throws `HostError` and `InputError` (`seal/broken`: `number`, where the seals that are there do not hold). */
export async function sealWorkbook(workbook: ReadableWorkbook, { file, by }: { readonly file: string; readonly by: string }, { gzip, identity }: { readonly gzip: Gzip; readonly identity: Identity }): Promise<WorkbookSeal> {
  const own = await readCopyRecord(workbook);
  const seals = readSeals(own.others);
  const broken = seals === null ? 1 : brokenSeal(seals);
  if (seals === null || broken !== null) throw new InputError('seal/broken', { file, number: broken ?? 1 });
  const states = await sheetStates(workbook);
  const seal = makeSeal(states, seals.at(-1), identity.now(), by);
  const { rows, kept } = await sealRows(own.others, [...seals, seal], states, gzip);
  const record = own.record ?? { stamp: firstStamp(identity, by), snapshots: [] };
  return { seal, kept, patch: recordPatch(workbook, record, rows) };
}

export interface Verification {
  readonly seals: readonly Seal[];
  /** Number of the first seal that does not hold; null when all do. */
  readonly broken: number | null;
  /** Since the last seal. */
  readonly changes: readonly SealedChange[];
  /** The digest that was noted elsewhere is that of one of the seals; null where none was given. */
  readonly noted: boolean | null;
}

/** `digest` is what somebody noted when the workbook was sealed. Throws `HostError` and `InputError` (`seal/none`). */
export async function verifyWorkbook(workbook: ReadableWorkbook, { file, digest }: { readonly file: string; readonly digest?: string }, gzip: Gzip): Promise<Verification> {
  const { others } = await readCopyRecord(workbook);
  const seals = readSeals(others);
  const last = seals?.at(-1);
  if (seals !== null && last === undefined) throw new InputError('seal/none', { file });
  if (seals === null || last === undefined) return { seals: [], broken: 1, changes: [], noted: digest === undefined ? null : false };
  return {
    seals, broken: brokenSeal(seals), changes: await changesInSealed(workbook, last, others, gzip),
    noted: digest === undefined ? null : seals.some((seal) => seal.digest === digest.toLowerCase()),
  };
}
