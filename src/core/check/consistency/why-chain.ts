/** A chain of 5 Why in 原因分析: its answers, and whether a level was left out. */
import type { EntryReader } from './form-facts';

export const WHY_LEVELS = [1, 2, 3, 4, 5] as const;

export const CAUSE_CATEGORIES = [['human', '人'], ['machine', '机'], ['material', '料'], ['method', '法'], ['environment', '环'], ['measurement', '测']] as const;

export interface WhyChain {
  /** In their order, without blanks. */
  readonly answers: readonly string[];
  /** No answer stands below a blank one. */
  readonly whole: boolean;
  /** Levels that are blank though a deeper one is not. */
  readonly gaps: readonly number[];
}

export function chainOf(block: Pick<EntryReader, 'text'>): WhyChain {
  const texts = WHY_LEVELS.map((level) => block.text(`why${level}`));
  const deepest = texts.reduce((last, text, i) => (text === '' ? last : i + 1), 0);
  const gaps = WHY_LEVELS.filter((level) => level < deepest && texts[level - 1] === '');
  return { answers: texts.filter((text) => text !== ''), whole: gaps.length === 0, gaps };
}

/** Something is written under one of the six bones. */
export function hasBones(block: Pick<EntryReader, 'text'>): boolean {
  return CAUSE_CATEGORIES.some(([key]) => block.text(key) !== '');
}
