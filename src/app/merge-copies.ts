/**
 * Use case: a copy that came back merged into the workbook that is at hand, wherever both are open, as a patch of it. The ancestor is the one
 * given, else the one that the stamps lead to. The result remembers the state of the copy, so that the next merge begins there.
 */
import type { Typed } from '../core/compare/merge-contents';
import { mapTexts } from '../core/copy/map-texts';
import { backwards, replacer } from '../core/copy/pseudonyms';
import { withSnapshot, type CopyRecord } from '../core/copy/stamp';
import type { WorkbookPatch } from '../core/model/workbook-patch';
import { comparedOf, type ComparedWorkbook } from './compare-workbooks';
import { firstStamp, packContent, readCopyRecord, recordPatch } from './copy-record';
import { findAncestor, type AncestorFrom, type FoundAncestor } from './find-ancestor';
import { InputError } from './input-error';
import { makeContent } from './make-content';
import { takeOwnSheets, type OwnSheetsTaken } from './merge-own-sheets';
import { mergeSheets, type MergeNames } from './merge-sheets';
import { mergeWorkbooks, type WorkbookMerge } from './merge-workbooks';
import { namesSigned } from './names-signed';
import type { Gzip, Identity } from './ports';
import type { PseudonymKey } from './pseudonym-key';
import type { Standard } from './standard';

/** States of other copies that a workbook remembers. */
const MOST_SNAPSHOTS = 4;

export interface MergeCopies {
  readonly mine: ComparedWorkbook;
  readonly theirs: ComparedWorkbook;
  /** What both began with, where somebody says so. */
  readonly base: Typed | null;
  /** The list of names, asked for where theirs has pseudonyms. */
  readonly key: () => Promise<PseudonymKey | null>;
  /** As people know the files. */
  readonly names: Omit<MergeNames, 'at'>;
  readonly by: string;
}

export interface CopiesMerge extends WorkbookMerge {
  readonly ancestor: AncestorFrom;
  /** When the state was kept that both began with; '' where another was taken. */
  readonly ancestorAt: string;
  readonly handCopy: FoundAncestor['handCopy'];
  readonly names: MergeNames;
  /** Sheets of theirs' own that came in as new sheets, and those that are too large. */
  readonly sheetsTaken: OwnSheetsTaken['taken'];
  readonly sheetsLeft: OwnSheetsTaken['left'];
  /** False where the content is too large to be remembered. */
  readonly remembered: boolean;
  /** Tabs of mine before. */
  readonly sheetNames: readonly string[];
}

/** Throws `HostError` and `InputError` (`key/needed`, `key/other`: `file`). */
export async function mergeCopies({ mine, theirs, base, key, names, by }: MergeCopies, { gzip, identity }: { readonly gzip: Gzip; readonly identity: Identity }, standard: Standard): Promise<CopiesMerge> {
  const [own, other] = [await readCopyRecord(mine.workbook), (await readCopyRecord(theirs.workbook)).record];
  const named = await namesBack(key, names.theirs, own.record, other);
  const back = (typed: Typed): Typed => (named === null ? typed : mapTexts(typed, named));
  const content = makeContent(back(theirs.reading.content));
  const came = comparedOf({ workbook: theirs.workbook, ...theirs.reading, content, ...(named === null ? {} : namesSigned(theirs.reading, content, standard)) });
  const found: FoundAncestor = base === null
    ? await findAncestor({ mine: { record: own.record, content: mine.reading.content }, theirs: { record: other, content: came.reading.content } }, gzip, standard, back)
    : { typed: base, from: 'base', at: '', handCopy: null };
  const merge = await mergeWorkbooks(found.typed, mine, came, standard);
  const said: MergeNames = { ...names, at: identity.now() };
  const record = await remember(own.record, other, came.reading.content, said.at, by, gzip, identity);
  const ownSheets = await takeOwnSheets(merge.ownSheets, theirs.workbook, mine.workbook, named ?? ((text) => text));
  const { sheetNames } = mine.workbook;
  return {
    ...merge, sheetsTaken: ownSheets.taken, sheetsLeft: ownSheets.left, ancestor: found.from, ancestorAt: found.at, handCopy: found.handCopy, names: said, remembered: record.kept, sheetNames,
    patch: joined([merge.patch, mergeSheets(merge, said, sheetNames, standard), { add: ownSheets.specs.map((spec) => ({ spec })) }, recordPatch(mine.workbook, record.record, own.others)]),
  };
}

/** Pseudonyms of theirs back to names; null where there are none, or mine has the same. */
async function namesBack(keyOf: MergeCopies['key'], file: string, mine: CopyRecord | null, theirs: CopyRecord | null): Promise<((text: string) => string) | null> {
  const id = theirs?.stamp.pseudonyms ?? '';
  if (id === '' || id === mine?.stamp.pseudonyms) return null;
  const key = await keyOf();
  if (key === null) throw new InputError('key/needed', { file });
  if (key.id !== id) throw new InputError('key/other', { file });
  return replacer(backwards(key.names));
}

async function remember(mine: CopyRecord | null, theirs: CopyRecord | null, content: Typed, at: string, by: string, gzip: Gzip, identity: Identity): Promise<{ readonly record: CopyRecord; readonly kept: boolean }> {
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
