/** Full-width letters, digits and blanks in names and codes: Ａ型 and A型 look alike and are two products. */
import { foldText } from '../../codec/clean';
import { TEXTUAL, type CellRule } from '../cell-rule';

/** Not the punctuation, which Chinese text needs. */
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u3000]/u;
const EACH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u3000]/gu;

export const fullWidth: CellRule = {
  kinds: TEXTUAL,
  find({ value }) {
    if (typeof value !== 'string' || !FULL_WIDTH.test(value)) return null;
    const right = value.replaceAll(EACH, (character) => (character === '\u3000' ? ' ' : foldText(character))).trim();
    return { code: 'cell/full-width', params: { value, right } };
  },
};
