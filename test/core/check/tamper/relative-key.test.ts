import * as fc from 'fast-check';
import { relativeKey } from '../../../../src/core/check/tamper/relative-key';
import { shiftFormula } from '../../../../src/host/xlsx/read/shift-formula';

const FORMULAS = ['AND(ISBLANK($A4),COUNTA($A4:$F4)>0)', 'ISBLANK($B$5)', 'C7="A1"', 'IF(B2>$C2,表!D4,\'a b\'!$E$9)', 'LOG10(A1)+名A1', 'SUM(表_1[A1])'];

test('a formula means the same wherever it is written for, as copying shows', () => {
  fc.assert(fc.property(fc.constantFrom(...FORMULAS), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 9 }), (formula, down, right) => {
    expect(relativeKey(shiftFormula(formula, down, right), 9 + down, 8 + right)).toBe(relativeKey(formula, 9, 8));
  }));
});

test('and another elsewhere', () => {
  expect(relativeKey('ISBLANK($A4)', 4, 1)).not.toBe(relativeKey('ISBLANK($A4)', 5, 1));
  expect(relativeKey('ISBLANK($A$4)', 4, 1)).toBe(relativeKey('isblank( $A$4 )', 5, 3));
  expect(relativeKey('ISBLANK($A4)', 4, 1)).not.toBe(relativeKey('ISBLANK($B4)', 4, 1));
});
