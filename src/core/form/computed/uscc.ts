/** Check of the unified social credit code (GB 32100-2015): 18 characters, alphabet of 31, check character mod 31. */
import type { CellValue } from '../../model/cell';
import type { ComputedDef } from '../../model/form-def';
import { quoted, textOf, type ComputeScope, type Computation } from './scope';

type Words = Extract<ComputedDef, { readonly rule: 'uscc' }>['words'];

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const LENGTH = 18;
/** Name of the cell on 首页. */
const CODE = '统一社会信用代码';

export function uscc(words: Words, scope: ComputeScope): Computation {
  return { formula: formula(words), value: verdict(words, scope.home('enterprise.uscc')) };
}

function formula(words: Words): string {
  const places = (count: number): string => Array.from({ length: count }, (_, i) => i + 1).join(',');
  const alphabet = quoted(ALPHABET);
  const legal = `SUMPRODUCT(--ISNUMBER(FIND(MID(${CODE},{${places(LENGTH)}},1),${alphabet})))=${LENGTH}`;
  const sum = `SUMPRODUCT((FIND(MID(${CODE},{${places(WEIGHTS.length)}},1),${alphabet})-1)*{${WEIGHTS.join(',')}})`;
  const check = `MID(${alphabet},MOD(31-MOD(${sum},31),31)+1,1)`;
  return (
    `IF(${CODE}="","",IF(ISNUMBER(${CODE}),${quoted(words.number)},IF(LEN(${CODE})<>${LENGTH},${quoted(words.length)},` +
    `IF(NOT(${legal}),${quoted(words.letters)},IF(EXACT(${check},RIGHT(${CODE},1)),${quoted(words.ok)},${quoted(words.check)})))))`
  );
}

function verdict(words: Words, code: CellValue): string {
  if (typeof code === 'number') return words.number;
  const text = textOf(code);
  if (text === '') return '';
  if (text.length !== LENGTH) return words.length;
  const digits = Array.from(text, (char) => ALPHABET.indexOf(char));
  if (digits.includes(-1)) return words.letters;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * (digits[i] ?? 0), 0);
  return (31 - (sum % 31)) % 31 === digits[LENGTH - 1] ? words.ok : words.check;
}
