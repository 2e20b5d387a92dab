/**
 * The state that two copies began with: the one that is given, else the one that their stamps lead to. A file that was copied by hand has the
 * stamp of another: it does not hold what the other sent back before. Then the state before that is taken, and it is said.
 */
import { compareContents, type Difference } from '../core/compare/compare-contents';
import type { Shape, Typed } from '../core/compare/merge-contents';
import { valueKey } from '../core/compare/table';
import { commonAncestors, type Ancestor, type CopyRecord } from '../core/copy/stamp';
import { unpackContent } from './copy-record';
import type { Gzip } from './ports';

export type AncestorFrom = 'base' | 'stamp' | 'none' | 'damaged';

export interface FoundAncestor {
  readonly typed: Typed | null;
  readonly from: AncestorFrom;
  /** When the state was kept; '' where none was. */
  readonly at: string;
  /** Both files are one copy, made two by hand; or one lacks so many changes of a later state (of that time) that it never had them. */
  readonly handCopy: { readonly lacking: number; readonly of: string } | null;
}

export interface AncestorSides {
  readonly mine: { readonly record: CopyRecord | null; readonly content: Typed };
  readonly theirs: { readonly record: CopyRecord | null; readonly content: Typed };
}

/** Part of the changes that must be undone for a file not to descend from them. */
const LACKING = 0.5;

/** `back` gives states that theirs keeps the names of mine. */
export async function findAncestor({ mine, theirs }: AncestorSides, gzip: Gzip, shape: Pick<Shape, 'fields' | 'rawSheets'>, back: (typed: Typed) => Typed): Promise<FoundAncestor> {
  const candidates = candidatesOf(mine.record, theirs.record);
  const [latest, earlier] = candidates;
  if (latest === undefined) return { typed: null, from: 'none', at: '', handCopy: null };
  const open = async ({ snapshot }: Ancestor): Promise<Typed | null> => {
    const typed = await unpackContent(snapshot, gzip);
    return typed === null ? null : back(typed);
  };
  const typed = await open(latest);
  if (typed === null) return { typed, from: 'damaged', at: latest.snapshot.at, handCopy: null };
  const before = earlier === undefined ? null : await open(earlier);
  if (earlier !== undefined && before !== null) {
    const since = compareContents(before, typed, shape).map(changeOf);
    // Who kept the state knows it; the other has nothing but its stamp to say that it was there.
    const { content } = latest.keptBy === 'mine' ? theirs : mine;
    const undone = new Set(compareContents(typed, content, shape).map(undoneBy));
    const lacking = since.filter((change) => undone.has(change)).length;
    if (lacking > 0 && lacking >= since.length * LACKING) return { typed: before, from: 'stamp', at: earlier.snapshot.at, handCopy: { lacking, of: latest.snapshot.at } };
  }
  const one = mine.record !== null && theirs.record !== null && mine.record.stamp.copy === theirs.record.stamp.copy;
  return { typed, from: 'stamp', at: latest.snapshot.at, handCopy: one ? { lacking: 0, of: '' } : null };
}

/** The latest first. A file without a stamp is taken for the one that the copy was made of, and the other way round. */
function candidatesOf(mine: CopyRecord | null, theirs: CopyRecord | null): readonly Ancestor[] {
  if (mine !== null && theirs !== null) return commonAncestors(mine, theirs);
  const only = mine ?? theirs;
  const snapshot = only?.snapshots.find(({ of }) => of === only.stamp.parent);
  return snapshot === undefined ? [] : [{ snapshot, keptBy: mine === null ? 'theirs' : 'mine' }];
}

type Change = readonly [kind: string, subject: string, before: string, after: string];

/** What became of what, as a text that the undoing of it has too. */
function changeOf(difference: Difference): string {
  return JSON.stringify(partsOf(difference));
}

function undoneBy(difference: Difference): string {
  const [kind, subject, before, after] = partsOf(difference);
  return JSON.stringify([OPPOSITE[kind] ?? kind, subject, after, before] satisfies Change);
}

const OPPOSITE: Readonly<Record<string, string>> = { 'row-added': 'row-removed', 'row-removed': 'row-added', 'sheet-added': 'sheet-removed', 'sheet-removed': 'sheet-added' };

function partsOf(difference: Difference): Change {
  const { kind, owner, list, field, row } = difference;
  // The words of a row may be what was changed in it.
  const subject = JSON.stringify([owner, list, field, kind === 'row-changed' && list !== '' ? '' : row]);
  return kind === 'entry' || kind === 'row-changed' ? [kind, subject, valueKey(difference.before), valueKey(difference.after)] : [kind, subject, '', ''];
}
