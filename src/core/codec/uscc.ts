/** 统一社会信用代码: stored as 18 capitals and digits. Blanks, dashes, lower case and full width are typing, not errors. */
import { checkUscc } from '../reference/uscc';
import { foldText } from './clean';
import { decodeCode } from './code';
import { problem, type Codec } from './codec';

export const usccCodec: Codec = {
  decode: (cell) => {
    const read = decodeCode(cell);
    if ('problem' in read || typeof read.value !== 'string') return read;
    const code = foldText(read.value).replace(/[\s-]/g, '').toUpperCase();
    const check = checkUscc(code);
    if (check.ok) return { value: code };
    return check.reason === 'scientific' ? problem('cell/code-lost', read.value) : problem('cell/uscc', read.value, { reason: check.reason });
  },
  format: '@',
};
