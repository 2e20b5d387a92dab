/**
 * What the program proposes for a cell, and what becomes of it. The workbook keeps the last proposal of every cell (the hidden
 * sheet 建议): a cell that still holds it is the program's and follows a new one; one that holds anything else is people's and
 * stays; one that was blanked is dismissed and stays blank.
 */
import { isFilled } from '../model/filled';
import type { CellValue } from '../model/cell';
import { sameValue } from '../merge/same-value';

/** Kept of a cell that people wrote first, or took over as their own: it is no proposal, and once blanked it stays blank. */
export const PEOPLES = '（人写的）';

export type Act =
  /** A blank cell was filled. */
  | 'proposed'
  /** The program's own text of an earlier run was replaced. */
  | 'updated'
  /** The cell holds the same proposal as before. */
  | 'same'
  /** People's words. */
  | 'kept'
  /** People blanked it. */
  | 'dismissed'
  /** Nothing is there and nothing is known. */
  | 'open';

export interface Settled {
  readonly value: CellValue;
  /** What 建议 keeps. */
  readonly memory: CellValue;
  readonly act: Act;
}

/** `proposal` is null where nothing can be proposed: then nothing changes. With `renew`, blanked cells are proposed anew. */
export function settle(cell: CellValue, memory: CellValue, proposal: CellValue, renew = false): Settled {
  if (!isFilled(cell)) {
    if (isFilled(memory) && !renew) return { value: cell, memory, act: 'dismissed' };
    return proposal === null ? { value: cell, memory, act: 'open' } : { value: proposal, memory: proposal, act: 'proposed' };
  }
  if (!isFilled(memory) || !sameValue(cell, memory)) return { value: cell, memory: isFilled(memory) ? memory : PEOPLES, act: 'kept' };
  if (proposal === null || sameValue(cell, proposal)) return { value: cell, memory, act: 'same' };
  return { value: proposal, memory: proposal, act: 'updated' };
}
