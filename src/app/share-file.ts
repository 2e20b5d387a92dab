/**
 * Use case: a copy of a workbook that is fit to be sent. It knows which copy it is and carries the state in which it left, so that it can
 * be merged when it comes back; on request names are pseudonyms, and a mail is drafted. The workbook itself is not touched.
 */
import { withSnapshot, type CopyRecord, type Stamp } from '../core/copy/stamp';
import { HOME_KEY } from '../core/form/form-context';
import { shown } from '../core/codec/codec';
import type { Language } from '../core/text/cli';
import { shareText } from '../core/text/share-texts';
import type { WorkbookPatch } from '../core/model/workbook-patch';
import { joinBytes } from '../core/model/join-bytes';
import { aboutFile } from './about-file';
import { packContent, readCopyRecord, recordPatch } from './copy-record';
import { bytesSource } from './bytes-source';
import { fileName } from './file-name';
import { loadWorkbook } from './load-workbook';
import { mailDraft } from './mail-draft';
import type { Files, Gzip, Identity, Progress, WorkbookFormat } from './ports';
import { pseudonymKeyText, readPseudonymKey, type PseudonymKey } from './pseudonym-key';
import { pseudonymise } from './pseudonymise';
import { shareNotes, type ShareNote } from './share-check';
import { withSigned } from './signed-patch';
import type { Standard } from './standard';
import type { TravelFormat } from './travel-ports';

/** States that a copy carries. */
const MOST_SNAPSHOTS = 3;

export interface ShareRequest {
  readonly file: string;
  readonly out: string;
  readonly by: string;
  readonly to: string;
  /** File of the list of names; pseudonyms are made when it is given. Names that it has keep their pseudonyms. */
  readonly key?: string;
  /** Where the mail draft goes. */
  readonly mail?: string;
  readonly language: Language;
}

export interface ShareHost {
  readonly files: Files;
  readonly xlsx: WorkbookFormat;
  readonly travel: TravelFormat;
  readonly gzip: Gzip;
  readonly identity: Identity;
}

export interface ShareOutcome {
  readonly stamp: Stamp;
  readonly notes: readonly ShareNote[];
  /** Bytes of the copy. */
  readonly size: number;
  /** Number of names that were replaced; null when that was not asked for. */
  readonly pseudonyms: number | null;
}

/** Throws `HostError` and `InputError` (`key/wrong`). */
export async function shareFile(request: ShareRequest, host: ShareHost, standard: Standard, progress: Progress): Promise<ShareOutcome> {
  const { file, out, by, to, key: keyFile, mail, language } = request;
  progress.report('read', 0, 0);
  const { workbook, file: opened, ...reading } = await loadWorkbook(file, host, standard);
  return aboutFile(file, async () => {
    const own = await readCopyRecord(workbook);
    const key = keyFile === undefined ? null : await openKey(keyFile, host);
    const replaced = key === null ? null : pseudonymise(reading, key.names, standard);
    progress.report('check', 0, 0);
    const notes = await shareNotes(workbook, reading, await host.travel.facts(opened), standard);
    const at = host.identity.now();
    const parent = own.record?.stamp.copy ?? host.identity.newId();
    const stamp: Stamp = { workbook: own.record?.stamp.workbook ?? host.identity.newId(), copy: host.identity.newId(), parent, at, by, to, pseudonyms: key?.id ?? own.record?.stamp.pseudonyms ?? '' };
    const packed = await packContent(replaced?.typed ?? reading.content, host.gzip);
    // States of before hold names that are no pseudonyms.
    const earlier = replaced === null ? own.record?.snapshots ?? [] : [];
    const record: CopyRecord = { stamp, snapshots: packed === null ? earlier : withSnapshot(earlier, { of: parent, at, packed }, MOST_SNAPSHOTS) };
    progress.report('write', 0, 0);
    const recorded = recordPatch(workbook, record, replaced === null ? own.others : []);
    // What was signed holds the names; whether it still stands is seen where they are.
    const elsewhere = new Map([...reading.signed.keys()].map((code) => [code, null]));
    const patch: WorkbookPatch = replaced === null ? recorded : withSigned({ ...recorded, sheets: replaced.cells }, workbook, reading.signed, elsewhere);
    const copy = await joinBytes(workbook.patch(patch));
    const bytes = replaced === null ? copy : await host.travel.rewrite(bytesSource(copy), { text: replaced.text, mustBeGone: replaced.mustBeGone });
    if (keyFile !== undefined && key !== null && replaced !== null) await host.files.replace(keyFile, new TextEncoder().encode(pseudonymKeyText({ id: key.id, names: replaced.names })));
    await host.files.replace(out, bytes);
    if (mail !== undefined) {
      const name = fileName(out);
      const enterprise = (replaced?.text ?? ((text: string) => text))(shown(reading.content.entries[HOME_KEY]?.['enterprise.name'] ?? null));
      const words = { enterprise, file: name, by, pseudonyms: replaced === null ? '' : shareText(language, 'mail/pseudonyms') };
      await host.files.replace(mail, mailDraft({ to, subject: shareText(language, 'mail/subject', words), body: shareText(language, 'mail/body', words), file: { name, bytes } }));
    }
    const more: ShareNote[] = [
      ...(packed === null ? [{ code: 'share/no-ancestor' as const, params: {} }] : []),
      ...(replaced !== null && replaced.kept.length > 0 ? [{ code: 'share/kept-names' as const, params: { names: replaced.kept.join('、') } }] : []),
      ...(replaced !== null && notes.some(({ code }) => code === 'share/pictures' || code === 'share/embedded') ? [{ code: 'share/pictures-unseen' as const, params: {} }] : []),
    ];
    const said = replaced === null ? notes : notes.filter(({ code }) => code !== 'share/personal');
    return { stamp, notes: [...said, ...more], size: bytes.length, pseudonyms: replaced === null ? null : replaced.mustBeGone.length + replaced.kept.length };
  });
}

/** A list that is there is gone on with. */
async function openKey(path: string, { files, identity }: ShareHost): Promise<PseudonymKey> {
  if (!(await files.exists(path))) return { id: identity.newId(), names: [] };
  return readPseudonymKey(new TextDecoder().decode(await files.read(path)), path);
}
