/** Every code of the sheet itself has its sentences in both languages, with the parameters that its rule gives. */
import { tamperIssues, type TamperCode } from '../../../../src/core/check/tamper/codes';
import { blanksOf, type Text } from '../../../../src/core/text/message';
import { tamperTexts } from '../../../../src/core/text/tamper-texts';

/** Does not compile when a code has no sentence. */
const texts: Readonly<Record<TamperCode, Text>> = tamperTexts;
const declared: Readonly<Record<string, readonly string[]>> = Object.fromEntries(Object.entries(tamperIssues).map(([code, { params }]) => [code, params]));

test('no sentence without a code', () => expect(Object.keys(texts).sort()).toEqual(Object.keys(declared).sort()));

test.each(Object.entries(texts))('%s says where it is, what it is and what to do', (code, { zh, en }) => {
  expect([...zh, ...en].flatMap(blanksOf).filter((blank) => declared[code]?.includes(blank) !== true)).toEqual([]);
  expect(new Set(blanksOf(zh[0]))).toEqual(new Set(declared[code]));
  expect(new Set(zh.flatMap(blanksOf))).toEqual(new Set(en.flatMap(blanksOf)));
  for (const sentence of zh) expect([sentence.length < 90, sentence.endsWith('。'), /[!！]|系统|请/u.test(sentence.replace('请选', ''))]).toEqual([true, true, false]);
});
