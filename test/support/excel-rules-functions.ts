/**
 * The functions that formulas of the workbook may use, each looked at once: all of Excel 2010 and before, none volatile,
 * none that needs the prefix `_xlfn.`. What each does with arrays decides where it may stand (docs/formulas.md).
 */

/**
 * - `each`: takes arrays element by element;
 * - `whole`: takes arrays whole and gives one value;
 * - `lookup`: the first argument element by element, the others whole;
 * - `reference`: looks at the place, not at the values;
 * - `single`: does not take ranges of several cells (AND, OR: take them, but give one answer for all rows).
 */
export type ArrayUse = 'each' | 'whole' | 'lookup' | 'reference' | 'single';

export interface ExcelFunction {
  readonly least: number;
  readonly most: number;
  readonly use: ArrayUse;
  readonly gives: 'number' | 'text' | 'bool' | 'any';
}

const MOST_ARGUMENTS = 255;

function table(use: ArrayUse, gives: ExcelFunction['gives'], text: string): readonly (readonly [string, ExcelFunction])[] {
  return text.split(' ').map((entry) => {
    const [name = '', least = '1', most = least] = entry.split(/[:-]/);
    return [name, { least: Number(least), most: most === '*' ? MOST_ARGUMENTS : Number(most), use, gives }] as const;
  });
}

export const FUNCTIONS: ReadonlyMap<string, ExcelFunction> = new Map([
  ...table('each', 'any', 'IF:2-3 IFERROR:2 CHOOSE:2-*'),
  ...table('each', 'bool', 'ISNUMBER:1 ISTEXT:1 ISERROR:1 ISNA:1 ISBLANK:1 NOT:1 EXACT:2'),
  ...table('each', 'number', 'LEN:1 ABS:1 INT:1 SQRT:1 LN:1 EXP:1 MOD:2 ROUND:2 YEAR:1 MONTH:1 DAY:1 DATE:3 FIND:2-3 VALUE:1 NA:0'),
  ...table('each', 'text', 'LEFT:1-2 RIGHT:1-2 MID:3 SUBSTITUTE:3-4 REPT:2 CHAR:1 FIXED:2-3 TRIM:1 UPPER:1 TEXT:2'),
  // Compatibility functions of Excel 2010: the names that every version and WPS know.
  ...table('each', 'number', 'NORMSDIST:1 CHIINV:2 BINOMDIST:4 HYPGEOMDIST:4 TINV:2 FINV:3 POISSON:3'),
  ...table('whole', 'number', 'SUM:1-* COUNT:1-* COUNTA:1-* MIN:1-* MAX:1-* PRODUCT:1-* VAR:1-* STDEV:1-* AVERAGE:1-* SUMPRODUCT:1-*'),
  ...table('lookup', 'number', 'MATCH:2-3'),
  ...table('lookup', 'any', 'LOOKUP:2-3'),
  ...table('reference', 'any', 'INDEX:2-3'),
  ...table('reference', 'number', 'ROW:1 ROWS:1'),
  ...table('single', 'number', 'N:1 EDATE:2 EOMONTH:2'),
  ...table('single', 'bool', 'AND:1-* OR:1-*'),
  ['SMALL', { least: 2, most: 2, use: 'whole', gives: 'number' }],
  ['LARGE', { least: 2, most: 2, use: 'whole', gives: 'number' }],
  ['QUARTILE', { least: 2, most: 2, use: 'whole', gives: 'number' }],
]);

/** Recalculated at every change of anything, which makes a workbook slow and never quite saved. */
export const VOLATILE: ReadonlySet<string> = new Set(['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'OFFSET', 'INDIRECT', 'CELL', 'INFO']);

/** Functions that compute their arguments over arrays in a formula that is none: nothing need be entered with Ctrl+Shift+Enter. */
export const COMPUTES_ARRAYS: ReadonlySet<string> = new Set(['SUMPRODUCT', 'LOOKUP']);

/** Functions whose arguments may be whole columns or rows. */
export const TAKES_WHOLE: ReadonlySet<string> = new Set(['INDEX', 'MATCH', 'COUNTA', 'COUNT', 'ROW', 'ROWS']);
