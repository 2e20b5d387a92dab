/** The rules over rows that belong together. */
import type { GroupRule } from './group-rule';
import { duplicate } from './row/duplicate';
import { overlap } from './row/overlap';
import { repeated } from './row/repeated';
import { uniform } from './row/uniform';

export const groupRules: readonly GroupRule[] = [duplicate, overlap, uniform, repeated];
