/** The days behind the metrics, in named cells at the top of 指标分组: whether the periods can be used, and derived days. */
import { absolute } from '../../model/address';
import type { Periods } from '../../model/period';
import type { CellSpec, NameSpec } from '../../model/sheet-spec';
import { comparable } from '../change-of';
import { FIRST_DATE, LAST_DATE } from '../../codec/date';
import { addMonthsFormula } from '../formula';
import { boundsOf } from '../windows';
import { AS_OF, endName, knownEndName, PERIODS_COMPARABLE, PERIODS_VALID, startName, threeYearsName } from './scope';
import { GROUP_SHEET } from './group-sheet';

interface WindowLine {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly value: number;
  readonly format: string;
}

/** Rows from `top` down: label in A, value in B. */
export function windowCells(periods: Periods | null, top: number): { readonly cells: readonly CellSpec[]; readonly names: readonly NameSpec[]; readonly nextRow: number } {
  const [s1, e1, s2, e2] = [startName('baseline'), endName('baseline'), startName('current'), endName('current')];
  const whenValid = (formula: string): string => `IF(${PERIODS_VALID}=1,${formula},0)`;
  const lines: readonly WindowLine[] = [
    { name: PERIODS_VALID, label: '期间有效（1 为有效）', formula: `IF(COUNT(${s1},${e1},${s2},${e2},${AS_OF})=5,IF(AND(${s1}<=${e1},${e1}<${s2},${s2}<=${e2},MIN(${s1},${AS_OF})>=${FIRST_DATE},MAX(${e2},${AS_OF})<${LAST_DATE + 1}),1,0),0)`, value: periods === null ? 0 : 1, format: '0' },
    { name: PERIODS_COMPARABLE, label: '期间可比（两期等长为 1）', formula: whenValid(`IF(ABS((${e1}-${s1})-(${e2}-${s2}))<=1,1,0)`), value: periods !== null && comparable(periods) ? 1 : 0, format: '0' },
    ...(['baseline', 'current'] as const).flatMap((period): readonly WindowLine[] => {
      const word = period === 'baseline' ? '提升前' : '提升后';
      return [
        { name: knownEndName(period), label: `${word}已知数据止`, formula: whenValid(`MIN(${endName(period)},${AS_OF})`), value: periods === null ? 0 : boundsOf('upTo', period, periods).high, format: 'yyyy-mm-dd' },
        { name: threeYearsName(period), label: `${word}近三年起`, formula: whenValid(`${addMonthsFormula(knownEndName(period), '(-36)')}+1`), value: periods === null ? 0 : boundsOf('threeYears', period, periods).low, format: 'yyyy-mm-dd' },
      ];
    }),
  ];
  return {
    cells: lines.flatMap(({ label, formula, value, format }, i): readonly CellSpec[] => [
      { row: top + i, column: 1, value: label, style: 'labelLeft' },
      { row: top + i, column: 2, formula, value, style: 'computedNumber', format },
    ]),
    names: lines.map(({ name }, i) => ({ name, refersTo: `${GROUP_SHEET}!${absolute(top + i, 2)}` })),
    nextRow: top + lines.length + 1,
  };
}
