/** What is asked and answered about copies of the workbook on the desk. */
import type { Seal } from '../../core/copy/seal';
import type { CopiesMerge } from '../merge-copies';
import type { DeskState } from './desk-state';
import type { NamedFile } from './named-file';

export interface MergeQuery {
  readonly theirs: NamedFile;
  /** What both began with, where somebody has it; else the stamps say. */
  readonly base: NamedFile | null;
  /** The list of names, for a copy with pseudonyms. */
  readonly key: NamedFile | null;
  readonly by: string;
}

/** What a merge does, without the change itself. */
export type MergeReport = Omit<CopiesMerge, 'patch' | 'sheetNames'>;

export interface SealDone {
  readonly state: DeskState;
  readonly seal: Seal;
  /** False where the state is too large: changes will be named by sheet only. */
  readonly kept: boolean;
}
