/**
 * Check character of the 统一社会信用代码, GB 32100-2015: C18 = (31 - sum(Ci x Wi) mod 31) mod 31. The outer mod matters:
 * about one code in 31 has the check character 0.
 */
import json from '../../../templates/reference/uscc.json';
import { readUsccRule } from '../template/reference';

export type UsccCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** `scientific`: a spreadsheet made a number of it (9.13205E+17), its last digits are lost. */
      readonly reason: 'length' | 'alphabet' | 'check' | 'scientific';
    };

const rule = readUsccRule('templates/reference/uscc.json', json);

/** Takes the code as it must be stored: 18 capitals and digits, nothing around them. */
export function checkUscc(code: string): UsccCheck {
  if (/^\d([.,]\d+)?E\+?\d{1,3}$/i.test(code)) return { ok: false, reason: 'scientific' };
  if (code.length !== rule.length) return { ok: false, reason: 'length' };
  let sum = 0;
  for (let i = 0; i < rule.length; i++) {
    const value = rule.alphabet.indexOf(code.charAt(i));
    if (value < 0) return { ok: false, reason: 'alphabet' };
    sum += value * (rule.weights[i] ?? 0); // no weight for the check character itself
  }
  const check = rule.alphabet.charAt((rule.modulus - (sum % rule.modulus)) % rule.modulus);
  return code.endsWith(check) ? { ok: true } : { ok: false, reason: 'check' };
}
