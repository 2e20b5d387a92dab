/** Texts without what exports and web pages leave around them. */
import { INVISIBLE } from '../model/filled';

/** Texts of this shape need nothing: the common case, by far. */
const PLAIN = /^(?:[\u0021-\u007e\u4e00-\u9fa5](?:[\u0020-\u007e\u4e00-\u9fa5]*[\u0021-\u007e\u4e00-\u9fa5])?)?$/;

/** Trimmed, without invisible characters; blanks inside stay. */
export function cleanText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(INVISIBLE, '').trim();
}

/** Letters, digits and blanks in full width. Not the punctuation, which Chinese text needs. */
const WIDE = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u3000]/gu;

/** Full-width letters, digits and blanks as plain ones; all else stays. */
export function narrowText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(WIDE, (character) => character.normalize('NFKC'));
}

/** `cleanText` with full-width letters, digits and signs folded to plain ones. */
export function foldText(text: string): string {
  return PLAIN.test(text) ? text : cleanText(text.normalize('NFKC'));
}
