import { describe, expect, it } from '@jest/globals';
import { fileFormula } from '../../../../src/host/xlsx/write/future-functions';

describe('functions of Excel 2010 in the file', () => {
  it.each([
    ['NORM.S.INV(0.975)', '_xlfn.NORM.S.INV(0.975)'],
    ['IF(A1>0,CHISQ.INV(0.5,2),chisq.inv.rt(0.5,2))', 'IF(A1>0,_xlfn.CHISQ.INV(0.5,2),_xlfn.chisq.inv.rt(0.5,2))'],
    ['NORMSINV(0.5)+STDEV(A1:A9)', 'NORMSINV(0.5)+STDEV(A1:A9)'],
    ['"STDEV.S("&VAR.S(A:A)', '"STDEV.S("&_xlfn.VAR.S(A:A)'],
    ["'VAR.S(1)'!A1+1", "'VAR.S(1)'!A1+1"],
    ['_xlfn.VAR.S(A:A)', '_xlfn.VAR.S(A:A)'],
  ])('%s', (formula, stored) => {
    expect(fileFormula(formula)).toBe(stored);
  });
});
