import { describe, expect, it } from '@jest/globals';
import { shiftFormula } from '../../../../src/host/xlsx/read/shift-formula';
import { describeWithOpenpyxl, runOpenpyxl } from '../../../support/openpyxl';

const FORMULAS = [
  'A1+$A$1+A$1+$A1', 'SUM(A1:B3)', "'表 A1'!C3*Sheet2!D4", '"A1"&A1', 'SUM(B:C)+SUM($B:C)', 'SUM(3:4)', 'LOG10(A1)', 'IF(AND(A1>0,B1=""),A1/B1,"")', 'Rate1x+AB12', 'SUMIFS(表!$F:$F,表!$A:$A,$B5)',
];

describe('shiftFormula', () => {
  it.each([
    ['A1+$A$1+A$1+$A1', 'C2+$A$1+C$1+$A2'],
    ['"A1"&A1', '"A1"&C2'],
    ["'表 A1'!C3*Sheet2!D4", "'表 A1'!E4*Sheet2!F5"],
    ['SUM(B:C)+SUM($B:C)+SUM(3:4)', 'SUM(D:E)+SUM($B:E)+SUM(4:5)'],
    ['LOG10(A1)+表1[A1]+名称A1', 'LOG10(C2)+表1[A1]+名称A1'],
    ['XFD1', '#REF!'],
    // Beyond the last column or row no cell can be meant: these are names, and a table.
    ['YTD2024*A1+$XFE$1', 'YTD2024*C2+$XFE$1'],
    ['REV2024001+A1048577+A0+SUM(A1:REV2024001)', 'REV2024001+A1048577+A0+SUM(C2:REV2024001)'],
    ['SUM(XFE:ZZZ)+SUM(A:XFE)+SUM(1:1048577)', 'SUM(XFE:ZZZ)+SUM(A:XFE)+SUM(1:1048577)'],
    ['SUM(Xyz1[Col])+Abc1[[#This Row],[A1]]+A1', 'SUM(Xyz1[Col])+Abc1[[#This Row],[A1]]+C2'],
  ])('%s', (formula, moved) => {
    expect(shiftFormula(formula, 1, 2)).toBe(moved);
  });
});

describeWithOpenpyxl('shiftFormula against openpyxl', () => {
  it('moves references alike', async () => {
    const code = `import json\nfrom openpyxl.formula.translate import Translator\nprint(json.dumps([Translator("="+f,origin="H9").translate_formula("J12")[1:] for f in json.loads(${JSON.stringify(JSON.stringify(FORMULAS))})]))`;
    const expected: unknown = JSON.parse((await runOpenpyxl(code)).toString('utf8'));
    expect(FORMULAS.map((formula) => shiftFormula(formula, 3, 2))).toEqual(expected);
  });
});
