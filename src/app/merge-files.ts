/**
 * Use case: a copy that came back merged into the workbook file. The ancestor is the one given, else the one that the stamps lead to. The
 * result is written as a whole or not at all, and remembers the state of the copy, so that the next merge begins there.
 */
import type { Typed } from '../core/compare/merge-contents';
import { mapTexts } from '../core/copy/map-texts';
import { backwards, replacer } from '../core/copy/pseudonyms';
import { withSnapshot, type CopyRecord } from '../core/copy/stamp';
import type { WorkbookPatch } from '../core/model/workbook-patch';
import { aboutFile } from './about-file';
import { comparedOf } from './compare-workbooks';
import { firstStamp, packContent, readCopyRecord, recordPatch } from './copy-record';
import { findAncestor, type AncestorFrom, type AncestorSides, type FoundAncestor } from './find-ancestor';
import { freePath } from './free-path';
import { InputError } from './input-error';
import { loadWorkbook } from './load-workbook';
import { makeContent } from './make-content';
import { takeOwnSheets, type OwnSheetsTaken } from './merge-own-sheets';
import { mergeSheets, type MergeNames } from './merge-sheets';
import { mergeWorkbooks, type WorkbookMerge } from './merge-workbooks';
import { namesSigned } from './names-signed';
import { readPseudonymKey } from './pseudonym-key';
import type { Files, Gzip, Identity, Progress, WorkbookFormat } from './ports';
import type { Standard } from './standard';

/** States of other copies that a workbook remembers. */
const MOST_SNAPSHOTS = 4;

export interface MergeRequest {
  readonly mine: string;
  readonly theirs: string;
  readonly base?: string;
  readonly out: string;
  /** File of the list of names, for a copy with pseudonyms. */
  readonly key?: string;
  readonly dryRun: boolean;
  readonly keepCopy?: string;
  readonly by: string;
}

export interface MergeHost {
  readonly files: Files;
  readonly xlsx: WorkbookFormat;
  readonly gzip: Gzip;
  readonly identity: Identity;
}

export interface MergeOutcome extends WorkbookMerge {
  readonly ancestor: AncestorFrom;
  /** When the state was kept that both began with; '' where another was taken. */
  readonly ancestorAt: string;
  readonly handCopy: FoundAncestor['handCopy'];
  readonly names: MergeNames;
  /** Sheets of theirs' own that came in as new sheets, and those that are too large. */
  readonly sheetsTaken: OwnSheetsTaken['taken'];
  readonly sheetsLeft: OwnSheetsTaken['left'];
  readonly written: boolean;
  readonly copy: string | null;
  /** False where the content is too large to be remembered. */
  readonly remembered: boolean;
  /** Tabs of mine before. */
  readonly sheetNames: readonly string[];
}

/** Throws `HostError` and `InputError` (`key/needed`, `key/other`, `key/wrong`). */
export async function mergeFiles(request: MergeRequest, host: MergeHost, standard: Standard, progress: Progress): Promise<MergeOutcome> {
  progress.report('read', 0, 2);
  const mine = await loadWorkbook(request.mine, host, standard);
  const theirs = await loadWorkbook(request.theirs, host, standard);
  return aboutFile(request.mine, async () => {
    const [own, other] = [await readCopyRecord(mine.workbook), (await readCopyRecord(theirs.workbook)).record];
    const named = await namesBack(request, own.record, other, host);
    const back = (typed: Typed): Typed => (named === null ? typed : mapTexts(typed, named));
    const content = makeContent(back(theirs.content));
    const came = named === null ? theirs : { ...theirs, ...namesSigned(theirs, content, standard) };
    progress.report('merge', 0, 0);
    const found = await ancestorOf(request, { mine: { record: own.record, content: mine.content }, theirs: { record: other, content: came.content } }, back, host, standard);
    const merge = await mergeWorkbooks(found.typed, comparedOf(mine), comparedOf(came), standard);
    const names: MergeNames = { mine: nameOf(request.mine), theirs: nameOf(request.theirs), at: host.identity.now() };
    const record = await remember(own.record, other, came.content, names.at, request.by, host);
    const ownSheets = await takeOwnSheets(merge.ownSheets, theirs.workbook, mine.workbook, named ?? ((text) => text));
    const outcome = { ...merge, sheetsTaken: ownSheets.taken, sheetsLeft: ownSheets.left, ancestor: found.from, ancestorAt: found.at, handCopy: found.handCopy, names, written: false, copy: null, remembered: record.kept, sheetNames: mine.workbook.sheetNames };
    if (request.dryRun) return outcome;
    progress.report('write', 0, 0);
    const patch = joined([merge.patch, mergeSheets(merge, names, mine.workbook.sheetNames, standard), { add: ownSheets.specs.map((spec) => ({ spec })) }, recordPatch(mine.workbook, record.record, own.others)]);
    const inPlace = request.out === request.mine;
    const copy = request.keepCopy === undefined ? null : await freePath(request.keepCopy, host.files);
    await host.files.replace(request.out, inPlace ? mine.workbook.changes(patch) : mine.workbook.patch(patch), { ...(inPlace ? { unchangedSince: mine.file.version, keepsBytes: true as const } : {}), ...(copy === null ? {} : { keepCopyAs: copy }) });
    return { ...outcome, patch, written: true, copy };
  });
}

/** Pseudonyms of theirs back to names; null where there are none, or mine has the same. */
async function namesBack({ key: keyFile, theirs: file }: MergeRequest, mine: CopyRecord | null, theirs: CopyRecord | null, { files }: MergeHost): Promise<((text: string) => string) | null> {
  const id = theirs?.stamp.pseudonyms ?? '';
  if (id === '' || id === mine?.stamp.pseudonyms) return null;
  if (keyFile === undefined) throw new InputError('key/needed', { file });
  const key = readPseudonymKey(new TextDecoder().decode(await files.read(keyFile)), keyFile);
  if (key.id !== id) throw new InputError('key/other', { file });
  return replacer(backwards(key.names));
}

async function ancestorOf({ base }: MergeRequest, sides: AncestorSides, back: (typed: Typed) => Typed, host: MergeHost, standard: Standard): Promise<FoundAncestor> {
  if (base !== undefined) return { typed: (await loadWorkbook(base, host, standard)).content, from: 'base', at: '', handCopy: null };
  return findAncestor(sides, host.gzip, standard, back);
}

async function remember(mine: CopyRecord | null, theirs: CopyRecord | null, content: Typed, at: string, by: string, { gzip, identity }: MergeHost): Promise<{ readonly record: CopyRecord; readonly kept: boolean }> {
  const first = firstStamp(identity, by);
  const record = mine ?? { stamp: theirs === null ? first : { ...first, workbook: theirs.stamp.workbook, copy: theirs.stamp.parent ?? first.copy }, snapshots: [] };
  if (theirs === null) return { record, kept: true };
  const packed = await packContent(content, gzip);
  return packed === null ? { record, kept: false } : { record: { ...record, snapshots: withSnapshot(record.snapshots, { of: theirs.stamp.copy, at, packed }, MOST_SNAPSHOTS) }, kept: true };
}

function joined(patches: readonly WorkbookPatch[]): WorkbookPatch {
  const [add, replace] = [patches.flatMap((patch) => patch.add ?? []), patches.flatMap((patch) => patch.replace ?? [])];
  return { ...patches[0], ...(add.length === 0 ? {} : { add }), ...(replace.length === 0 ? {} : { replace }) };
}

const nameOf = (path: string): string => /[^\\/]*$/.exec(path)?.[0] ?? path;
