/** Values that break programs: for cells, JSON and texts alike. */
import type { CellValue } from '../../../src/core/model/cell';

/** Names that every JavaScript object has. */
export const PROTOTYPE_WORDS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'length'];

export const NASTY_TEXTS = [
  ...PROTOTYPE_WORDS, '', ' ', '\t', '\u00a0', '\u3000', '\u200b', '\ufeff', '\u0000', '\u0001', '\ufffd', '\ufffe', '\ud83d\ude00', '\ud800', '\udc00x', '\u202e反', 'é', 'é',
  '=1+1', '=cmd|\'/c calc\'!A0', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '\'=1', '"', '""', '","', '\n', '\r\n', 'a\nb', "'", '`', '\\', '%', '$&', '${x}', '{file}', '{0}', '<b>', '<script>alert(1)</script>', '&amp;', ']]>', '_x0041_', '../../x', 'C:\\x', 'http://a/b',
  '0', '-0', '1', '01', '1.', '.5', '1e5', '1E400', '1e-400', 'NaN', 'Infinity', '-Infinity', '0x1F', '１２', '1,5', '1.234,56', '1,234.56', '1 234', '￥12', '12%', '百分之五', '9007199254740993', '9'.repeat(400), '1万', '五',
  '2024-02-29', '2024-02-30', '2024/2/9', '2024.2.9', '2024年2月9日', '9/2/2024', '29/2/24', '02-09-24', '20240209', '2024-02', '2024年2月', '2024-02-09 12:34', '2024-02-09T12:34:56Z', '24:00', '1899-12-31', '1900-02-29', '9999-12-31', '10000-01-01', '0000-00-00', '45292', '-1', '2958466',
  '是', '否', '无', 'N/A', 'null', 'undefined', 'true', 'FALSE', '#N/A', '#REF!', '#DIV/0!', '合计', '订货数量（件）*', '(', '（（（', ')'.repeat(50), '（单位：元）', '*', '?', '~', 'x'.repeat(300), '长'.repeat(3000), 'x'.repeat(32_768),
];

export const NASTY_NUMBERS = [0, -0, 1, -1, 0.1, 0.30000000000000004, 1e-9, 1e15, Number.MAX_SAFE_INTEGER, 1e300, -1e300, Number.MAX_VALUE, Number.MIN_VALUE, 59, 60, 61, 45_292, 45_292.5, 20_240_506, 202_405, 2_958_465, 2_958_465.999_999_9, 2_958_466, 1_048_577, 100, 0.5, 12.345];

export const NASTY_VALUES: readonly CellValue[] = [
  ...NASTY_TEXTS, ...NASTY_NUMBERS, null, true, false, ...['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#SPILL!', ''].map((error) => ({ error })),
];
