/** The parts of the case (F.2) and their length, counted as the sheet counts it: without blanks and line breaks. */
import type { FormFacts } from './form-facts';

/** Key and the share of the whole that the standard asks for, in %. */
export const CASE_PARTS = [['intro', 5], ['problems', 10], ['results', 30], ['highlights', 50], ['lessons', 5]] as const;

/** F.2: within 2,500 characters. */
export const CASE_LIMIT = 2500;

const BLANKS = /[ \u3000\n]/gu;

export interface CasePart {
  readonly key: string;
  readonly about: number;
  readonly length: number;
}

export function partLength(text: string): number {
  return text.replaceAll(BLANKS, '').length;
}

export function casePartsOf(form: FormFacts): readonly CasePart[] {
  return CASE_PARTS.map(([key, about]) => ({ key, about, length: partLength(form.text(key)) }));
}

export function caseLength(parts: readonly CasePart[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
