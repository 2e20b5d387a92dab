import { checkUscc } from '../../../src/core/reference/uscc';
import vectors from '../../fixtures/reference/uscc-vectors.json';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('the check character of a 统一社会信用代码', () => {
  it.each(vectors.pass)('%s holds', (code) => expect(checkUscc(code)).toEqual({ ok: true }));

  it.each(vectors.fail.map(({ code, why }) => [code, why]))('%s does not: %s', (code) => expect(checkUscc(code).ok).toBe(false));

  it.each([
    ['12345', 'length'],
    ['', 'length'],
    ['9111000060003IOZSV', 'alphabet'],
    ['91350100m000100y43', 'alphabet'],
    ['91110000600037342L', 'check'],
    ['9.13205E+17', 'scientific'],
    ['9.13205056082348E17', 'scientific'],
  ])('%s fails by %s', (code, reason) => expect(checkUscc(code)).toEqual({ ok: false, reason }));

  it('follows the worked calculation: 1640 mod 31 = 28, so the check is 3', () => {
    const body = vectors.worked.slice(0, 17);
    expect(Array.from(ALPHABET).filter((check) => checkUscc(body + check).ok)).toEqual([vectors.check]);
  });

  it('finds one wrong character anywhere in the code', () => {
    for (const code of vectors.pass) {
      const near = Array.from({ length: 18 }, (_, i) => Array.from(ALPHABET, (other) => code.slice(0, i) + other + code.slice(i + 1))).flat();
      expect(new Set(near.filter((one) => checkUscc(one).ok))).toEqual(new Set([code]));
    }
  });
});
