/**
 * What the Pareto charts count, in the algebra of the metrics: defects by their code, problems by category, complaints by
 * grade, in both periods. They are no metrics: nothing reports or judges them.
 */
import { and, cell, isDate, isKey, lessOrEqual, less, number, part, subtract, type Bool, type Num } from './algebra';
import { count, sum } from './declare';
import { notNegative, notNone, positive } from './definitions/common';
import type { Aggregate, MetricDef, Population } from './metric-def';

export interface ParetoDef {
  readonly key: string;
  /** What the bars count, for titles. */
  readonly name: string;
  /** Bars at most; the last one gathers the rest. */
  readonly bars: number;
  readonly def: MetricDef;
}

interface Counted {
  readonly key: string;
  readonly name: string;
  readonly heading: string;
  readonly bars: number;
  readonly sheet: string;
  readonly column: string;
  readonly day: string;
  readonly scope?: Bool;
  readonly valid?: Bool;
  /** Rows are counted without it. */
  readonly of?: Num;
}

/** Kinds that are told apart; the rest is gathered. */
const KINDS = 24;

/** The first population is that of the kinds; the second counts rows without one too. */
function pareto({ key, name, heading, bars, sheet, column, day, scope, valid, of }: Counted): ParetoDef {
  const rows = (...more: readonly Bool[]): Population => ({
    sheet, window: 'period', ...(scope === undefined ? {} : { scope }), valid: and(isDate(day), ...(valid === undefined ? [] : [valid]), ...more), due: cell(day),
  });
  const total = (more: Omit<Aggregate, 'kind' | 'of' | 'where'>): Aggregate => (of === undefined ? count(undefined, more) : sum(of, more));
  return {
    key, name, bars,
    def: {
      key: `pareto-${key}`, item: '', name, nameEn: key, version: 1, unit: 'count', better: 'lower', family: 'census', scope: 'comparison', summary: false, monthly: false, definition: '',
      populations: [rows(isKey(column)), rows()],
      parts: { before: total({ from: 1, period: 'baseline' }), after: total({ from: 1, period: 'current' }) },
      grouping: {
        by: { kind: 'text', column }, heading, limit: KINDS, labels: { before: '提升前', after: '提升后' },
        parts: { before: total({ period: 'baseline' }), after: total({ period: 'current' }) }, derived: {}, totals: {},
      },
      numerator: part('after'),
    },
  };
}

export const PARETOS: readonly ParetoDef[] = [
  pareto({
    key: 'defects', name: '不合格品', heading: '缺陷代码', bars: 8, sheet: 'processInspection', column: 'defectCode', day: 'date',
    valid: and(positive('inspected'), notNegative('firstPassed'), lessOrEqual(cell('firstPassed'), cell('inspected')), less(number(0), subtract(cell('inspected'), cell('firstPassed')))),
    of: subtract(cell('inspected'), cell('firstPassed')),
  }),
  pareto({ key: 'problems', name: '质量问题', heading: '类别', bars: 8, sheet: 'qualityIssues', column: 'category', day: 'foundDate', scope: notNone('id') }),
  pareto({ key: 'complaints', name: '顾客投诉', heading: '等级', bars: 4, sheet: 'complaints', column: 'grade', day: 'receivedDate', scope: notNone('id') }),
];
