/** What a corruption is: one thing done to the correct workbook, what is said of it, and where. */
import type { Corrupted } from './base';

export interface Corruption {
  /** Tells it from the others. */
  readonly name: string;
  readonly code: string;
  /** `sheet!cell`; `sheet!` for a sheet as a whole. */
  readonly at: string;
  readonly corrupted: Corrupted;
}
