/** All that is fuzzed, by name: workbook files, and the readers and use cases behind them. */
import { contentTarget, mergeTarget, planTarget } from './content';
import { csvTarget } from './csv';
import { keyTarget, mapTarget, profileTarget } from './json';
import { recordTarget } from './record';
import type { Target } from './target';

export const FILES = 'files';
/** How often files are taken, in relation to the shares of the others. */
export const FILE_SHARE = 120;

export const TARGETS: readonly Target[] = [csvTarget, mapTarget, profileTarget, keyTarget, recordTarget, contentTarget, planTarget, mergeTarget];
