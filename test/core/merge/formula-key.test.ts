/** One formula has one key, whichever program wrote it; another formula has another. */
import { formulaKey } from '../../../src/core/merge/formula-key';
import { expect, test } from '@jest/globals';

test.each([
  ['IF(A1=0,TRUE,FALSE)', 'IF(A1=0,TRUE(),FALSE())'],
  ['SUM(A1,2)', ' =SUM( A1 , 2 )'.trim()],
  ['NORM.S.DIST(A1,TRUE)', '_xlfn.NORM.S.DIST(A1,TRUE())'],
  ['FILTER(A1)', '_xlfn._xlws.FILTER(A1)'],
  ['sum(a1:$b$2)', 'SUM(A1:$B$2)'],
  ['参数!$A$4', "'参数'!$A$4"],
  ["'附录A 需求调研'!$A$4", "'附录A 需求调研'!$A$4"],
  ['MATCH(9.9E+307,数据_财务!$A:$A)', 'MATCH(9.9e307,数据_财务!$A$1:$A$1048576)'],
  ['A1*1E+9', 'A1*1000000000'],
  ['A1*0.05+.5', 'A1*0.0500+0.5'],
  ['IF(HYPGEOMDIST((A1-1),2,MIN(3,4),5)<=HYPGEOMDIST(1,2,3,5)*1.1,")",1)', 'IF(_xlfn.HYPGEOM.DIST((A1-1),2,MIN(3,4),5,0)<=HYPGEOM.DIST(1,2,3,5,FALSE())*1.1,")",1)'],
  ['HYPGEOMDIST(IF(A1=")",1,HYPGEOMDIST(1,2,3,4)),2,3,4)', 'HYPGEOM.DIST(IF(A1=")",1,HYPGEOM.DIST(1,2,3,4,0)),2,3,4,0)'],
  ['A1>1.645', 'A1>1.6450000000000001'],
])('%s and %s are one', (a, b) => {
  expect(formulaKey(b)).toBe(formulaKey(a));
});

test.each([
  ['"A b"', '"Ab"'],
  ['"TRUE()"', '"TRUE"'],
  ['"\'x\'!A1"', '"x!A1"'],
  ['A1+1', 'A1+10'],
  ['A1', '$A$1'],
  ['SUM(A1:A10)', 'SUM(A1:A11)'],
  ["'一 二'!A1", '一二!A1'],
  ['$A$1:$A$1048576', '$A$1:$A$10485760'],
  ['销售交付_产品', '销售交付_客户'],
  ['HYPGEOMDIST(1,2,3,4)', 'HYPGEOM.DIST(1,2,3,4,TRUE)'],
  ['1.64485362695147', '1.64485362695148'],
])('%s and %s are two', (a, b) => {
  expect(formulaKey(b)).not.toBe(formulaKey(a));
});
