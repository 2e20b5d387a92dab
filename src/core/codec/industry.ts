/**
 * GB/T 4754-2017: a division (34), optionally with its category (C34), or its full name. Three or four digits are kept:
 * the size classes of divisions 59 and 70 need them.
 */
import { divisionNamed, divisionOf } from '../reference/industry';
import { foldText } from './clean';
import { decodeCode } from './code';
import { problem, type Codec } from './codec';

export const industryCodec: Codec = {
  decode: (cell) => {
    const read = decodeCode(cell);
    if ('problem' in read || typeof read.value !== 'string') return read;
    const text = foldText(read.value);
    const named = divisionNamed(text) ?? divisionNamed(read.value);
    if (named !== undefined) return { value: named.code };
    const match = /^([A-T]?)(\d{1,4})$/i.exec(text);
    const digits = match?.[2] ?? '';
    // A number cell has lost a leading zero: 5 is 05. Three digits of a number may be 0111 or 111.
    const typed = typeof cell === 'string' || typeof cell.value === 'string';
    const code = digits.length === 1 ? `0${digits}` : digits;
    const division = typed || digits.length !== 3 ? divisionOf(code) : undefined;
    const category = (match?.[1] ?? '').toUpperCase();
    if (division === undefined || (category !== '' && category !== division.category)) return problem('cell/industry', read.value);
    return { value: code };
  },
  format: '@',
};
