/** Texts longer than their field allows, in characters as people count them. */
import { tooLong } from '../../codec/text-limit';
import { TEXTUAL, type CellRule } from '../cell-rule';

export const length: CellRule = {
  kinds: TEXTUAL,
  find({ read }, { max }) {
    const characters = max === undefined || typeof read !== 'string' ? null : tooLong(read, max);
    return characters === null || max === undefined ? null : { code: 'cell/length', params: { length: characters, limit: max } };
  },
};
