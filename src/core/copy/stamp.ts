/**
 * Which copy of which workbook a file is, and which states of other copies are in it. Two copies that went separate ways find
 * in it the state that both began with.
 */
export interface Stamp {
  /** The same in all copies of a workbook. */
  readonly workbook: string;
  /** Told anew whenever a copy is made to be sent; a file that is only copied or renamed keeps it. */
  readonly copy: string;
  /** The copy that this one was made of; null for the first. */
  readonly parent: string | null;
  /** When it was made, ISO 8601 with the offset of the place. */
  readonly at: string;
  /** Who made it, '' where nobody said. */
  readonly by: string;
  /** For whom it was made, '' where nobody said. */
  readonly to: string;
  /** Names of the sheet's people are pseudonyms of this key; '' where they are not. */
  readonly pseudonyms: string;
}

/** A state of some copy that this file descends from: it holds everything that was in it then. */
export interface Snapshot {
  readonly of: string;
  readonly at: string;
  /** The content, packed. */
  readonly packed: string;
}

export interface CopyRecord {
  readonly stamp: Stamp;
  readonly snapshots: readonly Snapshot[];
}

export interface Ancestor {
  readonly snapshot: Snapshot;
  /** In whose file it is kept. */
  readonly keptBy: 'mine' | 'theirs';
}

/** The latest state that both files hold. Null where there is none, or the files are of different workbooks. */
export function commonAncestor(mine: CopyRecord, theirs: CopyRecord): Ancestor | null {
  return commonAncestors(mine, theirs)[0] ?? null;
}

/**
 * The states that both files hold, the latest first. A file holds every earlier state of the copy that it is; of two states of one copy
 * the earlier is part of the later. This is so unless somebody copied a file by hand: such a file has the stamp of the other.
 */
export function commonAncestors(mine: CopyRecord, theirs: CopyRecord): readonly Ancestor[] {
  if (mine.stamp.workbook !== theirs.stamp.workbook) return [];
  const found: Ancestor[] = [
    ...theirs.snapshots.filter(({ of }) => of === mine.stamp.copy).map((snapshot): Ancestor => ({ snapshot, keptBy: 'theirs' })),
    ...mine.snapshots.filter(({ of }) => of === theirs.stamp.copy).map((snapshot): Ancestor => ({ snapshot, keptBy: 'mine' })),
  ];
  for (const snapshot of mine.snapshots) {
    for (const other of theirs.snapshots) {
      if (other.of !== snapshot.of) continue;
      found.push(time(other) < time(snapshot) ? { snapshot: other, keptBy: 'theirs' } : { snapshot, keptBy: 'mine' });
    }
  }
  return found.sort((a, b) => time(b.snapshot) - time(a.snapshot));
}

function time({ at }: Snapshot): number {
  const value = Date.parse(at);
  return Number.isNaN(value) ? 0 : value;
}

/** Snapshots with a new one among them: one per copy, the latest first, no more than `most`. */
export function withSnapshot(snapshots: readonly Snapshot[], added: Snapshot, most: number): readonly Snapshot[] {
  return [added, ...snapshots.filter(({ of }) => of !== added.of)].slice(0, most);
}
