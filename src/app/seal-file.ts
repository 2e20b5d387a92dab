/** Use cases: a workbook file sealed, and what changed in it since (7.8). The file is changed in its record sheet only. */
import { brokenSeal, changesSince, makeSeal, type Seal, type SealedChange } from '../core/copy/seal';
import { aboutFile } from './about-file';
import { firstStamp, readCopyRecord, recordPatch } from './copy-record';
import { freePath } from './free-path';
import { InputError } from './input-error';
import { loadWorkbook } from './load-workbook';
import type { Files, Gzip, Identity, WorkbookFormat } from './ports';
import { readSealedStates, readSeals, sealRows, sheetStates } from './seals';
import type { Standard } from './standard';

export interface SealHost {
  readonly files: Files;
  readonly xlsx: WorkbookFormat;
  readonly gzip: Gzip;
  readonly identity: Identity;
}

export interface SealOutcome {
  readonly seal: Seal;
  /** Where the file as it was is kept; null when that was not asked for. */
  readonly copy: string | null;
  /** False where the state is too large: changes will be named by sheet only. */
  readonly kept: boolean;
}

/** Throws `HostError` and `InputError` (`seal/broken`: `number`, where the seals that are there do not hold). */
export async function sealFile({ file, by, keepCopy }: { readonly file: string; readonly by: string; readonly keepCopy?: string }, host: SealHost, standard: Standard): Promise<SealOutcome> {
  const { workbook, file: opened } = await loadWorkbook(file, host, standard);
  return aboutFile(file, async () => {
    const own = await readCopyRecord(workbook);
    const seals = readSeals(own.others);
    const broken = seals === null ? 1 : brokenSeal(seals);
    if (seals === null || broken !== null) throw new InputError('seal/broken', { file, number: broken ?? 1 });
    const states = await sheetStates(workbook);
    const seal = makeSeal(states, seals.at(-1), host.identity.now(), by);
    const { rows, kept } = await sealRows(own.others, [...seals, seal], states, host.gzip);
    const record = own.record ?? { stamp: firstStamp(host.identity, by), snapshots: [] };
    const copy = keepCopy === undefined ? null : await freePath(keepCopy, host.files);
    await host.files.replace(file, workbook.changes(recordPatch(workbook, record, rows)), { unchangedSince: opened.version, keepsBytes: true, ...(copy === null ? {} : { keepCopyAs: copy }) });
    return { seal, copy, kept };
  });
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

/** `digest` is what somebody noted when the file was sealed. Throws `HostError` and `InputError` (`seal/none`). */
export async function verifyFile({ file, digest }: { readonly file: string; readonly digest?: string }, host: Omit<SealHost, 'identity'>, standard: Standard): Promise<Verification> {
  const { workbook } = await loadWorkbook(file, host, standard);
  return aboutFile(file, async () => {
    const { others } = await readCopyRecord(workbook);
    const seals = readSeals(others);
    const last = seals?.at(-1);
    if (seals !== null && last === undefined) throw new InputError('seal/none', { file });
    if (seals === null || last === undefined) return { seals: [], broken: 1, changes: [], noted: digest === undefined ? null : false };
    return {
      seals, broken: brokenSeal(seals), changes: changesSince(last, await readSealedStates(others, host.gzip), await sheetStates(workbook)),
      noted: digest === undefined ? null : seals.some((seal) => seal.digest === digest.toLowerCase()),
    };
  });
}
