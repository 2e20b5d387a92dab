/** One step of a change: what it does to the workbook, how large it is in a request, how it is taken back. */
import type { Context } from '../api';
import type { Undo } from './undo-data';

/** Bytes of a request that are aimed at; what one range costs besides its values. */
export const REQUEST_BYTES = 1_300_000;
export const RANGE_BYTES = 700;

export interface Step {
  /** The sheet that it is about. */
  readonly sheet?: string;
  /** About how many bytes it is in the request. */
  readonly bytes: number;
  readonly carryOut: (context: Context) => void;
  /** It takes a protection away. */
  readonly opens?: true;
  /** What comes after it waits until it is known to be carried out. */
  readonly waitsFor?: true;
  /** In this order; may be done where the step was not carried out. */
  readonly undo?: readonly Undo[];
}
