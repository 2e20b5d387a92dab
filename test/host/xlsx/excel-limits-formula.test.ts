/** Each rule on formulas can fail, and lets pass what Excel takes. Expectations: docs/formulas.md and its sources. */
import { describe, expect, it } from '@jest/globals';
import { formulaFaults, type FormulaPlace } from '../../support/excel-rules-formula';

const place = (as: FormulaPlace['as']): FormulaPlace => ({ as, sheets: new Set(['数据_a', '附录a 表']), names: new Map([['一格', 'cell'], ['多格', 'many']]) });
const faults = (formula: string, as: FormulaPlace['as'] = 'array'): string => formulaFaults(formula, place(as)).join('; ');
const nest = (levels: number): string => `${'ABS('.repeat(levels)}1${')'.repeat(levels)}`;

describe('formulaFaults', () => {
  it.each<[string, FormulaPlace['as']]>([
    ['SUM(IF(ISNUMBER(多格),多格,0))', 'array'],
    ['SUM(IF((多格>=61)*(多格<401769),1,0))', 'array'],
    ['SUMPRODUCT(--ISNUMBER(FIND(MID(一格,{1,2,3},1),"ABC")))=3', 'cell'],
    ['SUM(多格)/COUNT(多格)', 'cell'],
    ["IF('附录A 表'!$A$1=\"\",\"\",'附录A 表'!$A$1)", 'cell'],
    ['数据_a!$F$4:INDEX(数据_a!$F:$F,一格)', 'name'],
    ['INDEX(数据_a!$F:$F,4):INDEX(数据_a!$F:$F,一格)', 'name'],
    ['MAX(5,IFERROR(MATCH(9.9E+307,数据_a!$A:$A),0),3+COUNTA(数据_a!$A$4:$A$1048576))', 'cell'],
    ['SUM(IF(ROW($1:$2000)-1<=一格,BINOMDIST(ROW($1:$2000)-1,一格,0.5,FALSE),0))', 'array'],
    ['AND(ISBLANK($A4),COUNTA($A4:$C4)>0)', 'rule'],
    ['(-2)^2+2^-1', 'cell'],
    ['IF(一格="","",一格*50%)', 'cell'],
    [nest(64), 'cell'],
    ['"他说""好"""', 'cell'],
  ])('lets pass %s', (formula, as) => {
    expect(faults(formula, as)).toBe('');
  });

  it.each(([
    [`1${'+1'.repeat(4096)}`, /8193 characters/],
    [`A1${'+A1'.repeat(1200)}`, /bytes of at most 16384/],
    [nest(65), /65 levels/],
    ['=1', /begins with =/],
    [`"${'长'.repeat(256)}"`, /text of 256/],
    ['TODAY()', /volatile/],
    ['SUM(OFFSET(多格,1,0))', /volatile/],
    ['SUM(FILTER(多格,多格>1))', /FILTER is not among/],
    ['SUM(NORM.S.DIST(1,TRUE))', /NORM\.S\.DIST is not among/],
    ['IF(1)', /IF with 1 argument/],
    [`SUM(${Array.from({ length: 256 }, () => '1').join(',')})`, /256 arguments/],
    ['没有的名字+1', /no name 没有的名字/],
    ['别处!$A$1', /no sheet 别处/],
    ['#REF!:INDEX(数据_a!$F:$F,一格)', /holds #REF!/],
    ['SUM(数据_a:数据_b!A1)', /no references/],
    ['SUM([1]数据_a!A1)', /does not parse/],
    ['SUM(A1:B2 B1:C2)', /does not parse/],
    ['SUM((A1,B2))', /does not parse/],
    ['SUM(1', /does not parse/],
    ['1.2345678901234567', /more than 15 digits/],
    ['SUM(IF(AND(多格>0,多格<9),1,0))', /AND does not go through/],
    ['SUM(EDATE(多格,12))', /EDATE does not go through/],
    ['SUM(N(多格))', /N does not go through/],
    ['SUM(MIN(多格,1))', /one value for all rows/],
    ['SUM(INDEX(多格,ROW($1:$9)))', /INDEX with several places/],
    ['MATCH("甲",SUBSTITUTE($A$7:$A7,"~",""),0)', /MATCH in a single value/],
    ['SUM((多格=1)=1)', /truth value/],
    ['SUM(IF(ISNUMBER(多格)=1,1,0))', /truth value/],
    ['IF(一格>0,一格,"")+1', /may be a text/],
    ['-IFERROR(一格,"")', /may be a text/],
    ['IF(一格=0,"",1)>5', /any text is above all numbers/],
    ['-2^2', /\(-a\)\^b/],
    ['SUM(IF($A:$A>0,1,0))', /whole column/],
    ['SUM($A:$A)', /SUM over a whole column/],
    ['多格*2', /several values to one cell/],
    ['SUM(IF(多格>0,1,0))', /outside an array formula/, 'cell'],
    ['多格', /Excel takes the one of its own row/, 'cell'],
    ['SMALL(多格,多格)', /outside an array formula/, 'cell'],
    ['OR($A4={1,2})', /array constant in a rule/, 'rule'],
    ['INDEX(数据_a!$F:$F,4):5', /between things that are no references/, 'name'],
  ] as readonly (readonly [string, RegExp, FormulaPlace['as']?])[]).map(([formula, fault, as = 'array']) => ({ formula, fault, as })))('finds fault with $formula', ({ formula, fault, as }) => {
    expect(faults(formula, as)).toMatch(fault);
  });
});
