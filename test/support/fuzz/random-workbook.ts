/** Random workbooks as plain descriptions: what every cell holds, and nothing of how it is written. */
import * as fc from 'fast-check';
import type { CellValue } from '../../../src/core/model/cell';

export type RandomFormula =
  | { readonly kind: 'normal' | 'array'; readonly text: string }
  /** The first cell of the group is the master. */
  | { readonly kind: 'shared'; readonly group: number };

export interface RandomCell {
  /** Columns that are left out before it. */
  readonly gap: number;
  readonly value: CellValue;
  /** A date as ISO 8601 text; `value` is then its serial. */
  readonly iso?: boolean;
  readonly style: number;
  readonly formula?: RandomFormula;
}

export interface RandomRow {
  /** Rows that are left out above it. */
  readonly gap: number;
  readonly cells: readonly RandomCell[];
}

export interface RandomSheet {
  readonly name: string;
  readonly rows: readonly RandomRow[];
}

export interface RandomWorkbook {
  readonly date1904: boolean;
  readonly sheets: readonly RandomSheet[];
  readonly names: readonly { readonly name: string; readonly refersTo: string; readonly local: boolean }[];
  /** Every choice of how to write it follows from this. */
  readonly manner: number;
}

/** Cell formats by index, and what they show. */
export const STYLES: readonly { readonly id: number; readonly code?: string; readonly kind: 'date' | 'time' | null }[] = [
  { id: 0, kind: null }, { id: 14, kind: 'date' }, { id: 164, code: 'yyyy-mm-dd', kind: 'date' }, { id: 165, code: 'h:mm', kind: 'time' },
  { id: 166, code: '[h]:mm:ss', kind: 'time' }, { id: 2, kind: null }, { id: 49, kind: null }, { id: 58, kind: 'date' }, { id: 22, kind: 'date' },
  { id: 167, code: '"day" 0', kind: null }, { id: 168, code: 'yyyy"年"m"月"d"日"', kind: 'date' }, { id: 46, kind: 'time' }, { id: 169, code: '#,##0.00;[Red]-#,##0.00', kind: null },
];

/** Formulas that may be shared: plain references, so that moving them is beyond doubt. */
export const MASTERS = ['A1*2', '$A$1+B2', 'SUM(A$1:$C4)', 'IF(D9>0,AA12,1.5)', 'E5', 'B3+1E3'];

const text = fc.oneof(
  fc.constantFrom(
    '文', ' 前后 ', '二\n行', '\r\n', '<&>"\'', ']]>', '_x0041_', '_x005F_', '_x', '__proto__', '=1+1', '00123', 'TRUE', '#N/A', '1e5', '\u0001', '\ufffe', '😀𠮷', '&amp;', '&#65;', '\t', '\u00a0', '\u2028', 'é', 'constructor', '<v>1</v>', '</c>', '<!-- x -->',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }),
  fc.integer({ min: 100, max: 400 }).map((n) => '长'.repeat(n)),
);
const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
  fc.constantFrom(0.1 + 0.2, 45_292, 45_292.75, 1e-7, 1e21, 5e-324, Number.MAX_VALUE, -0.5, 2 ** 53),
);
const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: text }, { weight: 4, arbitrary: number }, { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom(...['#N/A', '#DIV/0!', '#REF!', '#NAME?', '#SPILL!'].map((error) => ({ error }))) },
  { weight: 1, arbitrary: fc.constantFrom(null, '') },
);
const formula: fc.Arbitrary<RandomFormula> = fc.oneof(
  fc.record({ kind: fc.constantFrom('normal' as const, 'array' as const), text: fc.constantFrom('A1&"<x>"', "'数据 一'!A1", 'SUM(A1:B9)', 'IF(A1>=2,"是","否")', '_xlfn.STDEV.S(A1:A3)', 'A1&CHAR(10)', ' A1 + 1 ', `LEN("${'x'.repeat(300)}")`) }),
  fc.record({ kind: fc.constant('shared' as const), group: fc.integer({ min: 0, max: MASTERS.length - 1 }) }),
);
const gap = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.integer({ min: 5, max: 700 }) });
const style = fc.integer({ min: 0, max: STYLES.length - 1 });
const cell: fc.Arbitrary<RandomCell> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ gap, value, style }) },
  { weight: 2, arbitrary: fc.record({ gap, value, style, formula }) },
  { weight: 1, arbitrary: fc.record({ gap, value: fc.integer({ min: 61, max: 60_000 }), style, iso: fc.constant(true) }) },
);
const row: fc.Arbitrary<RandomRow> = fc.record({ gap, cells: fc.array(cell, { maxLength: 7 }) });
const sheetNames = fc.uniqueArray(fc.constantFrom('表', 'Sheet1', '数据 一', "It's", 'a&b', '__proto__', 'x'.repeat(31), 'constructor', '<1>'), { minLength: 1, maxLength: 3 });

export const randomWorkbook: fc.Arbitrary<RandomWorkbook> = fc.record({
  date1904: fc.boolean(),
  sheets: sheetNames.chain((names) => fc.tuple(...names.map((name) => fc.record({ name: fc.constant(name), rows: fc.array(row, { maxLength: 8 }) })))),
  names: fc.uniqueArray(fc.record({ name: fc.constantFrom('区', '_xlnm.Print_Area', '__proto__', 'toString', 'n_1'), refersTo: fc.constantFrom('1', "'a&b'!$A$1", '"<"'), local: fc.boolean() }), { maxLength: 4, selector: ({ name }) => name }),
  manner: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
});
