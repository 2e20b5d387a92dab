/** What the work on a desk is done on: the version that is open, and the one way to change it. */
import type { Call } from '../ports';
import type { ChangeWords, DeskState } from './desk-state';
import type { Changed, Version } from './version';

/** Where the workbook lies, and how it is changed. */
export interface Bench {
  /** Throws `InputError` (`desk/nothing-open`). */
  now(): Version;
  name(): string;
  state(): DeskState;
  /** One change after the other, whatever became of the one before. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  apply(words: ChangeWords, change: Changed, call: Call): Promise<DeskState>;
}
