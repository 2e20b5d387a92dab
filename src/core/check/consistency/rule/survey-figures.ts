/**
 * A.1 against the rows: a finding that quotes figures of its metric quotes at least one of the computed ones; 无 and the like
 * mean a count of 0. Other figures beside it (last year, the trade) are the writer's business.
 */
import type { MetricResult } from '../../../model/metric-result';
import { roundsTo, shownFigure } from '../figures';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { figuresIn, withoutBlanks, type TextFigure } from '../text-figures';

/** `4.5a` -> content 4-5. Metrics of 7.6 have no content in A.1. */
const ITEM = /^([1-9])\.(\d)[ab]?$/;
const NONE = /^(?:无|没有|未发生|未受|未被|未列入|未获|从未)/u;

export const surveyFigures: ConsistencyRule = {
  find(workbook) {
    const survey = workbook.form('A');
    if (survey === null) return [];
    const byContent = new Map<string, MetricResult[]>();
    for (const result of workbook.results) {
      const [, item, content] = ITEM.exec(result.item) ?? [];
      if (result.value === null || result.status !== 'ok' || item === undefined || content === undefined) continue;
      const key = `${item}-${content}`;
      byContent.set(key, [...(byContent.get(key) ?? []), result]);
    }
    return [...byContent].flatMap(([content, results]): readonly ConsistencyFinding[] => {
      const key = `content.${content}.finding`;
      const [result] = results;
      if (result === undefined || !survey.has(key)) return [];
      const quoted = quotedFigures(withoutBlanks(survey.text(key)), results);
      const [first] = quoted;
      if (first === undefined || quoted.some(({ number, unit }) => results.some((one) => one.unit === unit && roundsTo(number, one.value ?? Number.NaN, one.unit)))) return [];
      const computed = [...new Set(results.map(({ value, unit }) => shownFigure(value ?? 0, unit)))].join('、');
      return [{ code: 'consistency/survey-figure', clause: `A.1 ${result.item}`, at: survey.at(key), params: { figure: first.text, metric: result.name, computed } }];
    });
  },
};

function quotedFigures(text: string, results: readonly MetricResult[]): readonly Pick<TextFigure, 'text' | 'number' | 'unit'>[] {
  const units = new Set<TextFigure['unit']>(results.map(({ unit }) => unit));
  const figures = figuresIn(text).filter(({ unit }) => units.has(unit));
  const none = NONE.exec(text);
  return none !== null && units.has('count') && figures.length === 0 ? [{ text: none[0], number: '0', unit: 'count' }] : figures;
}
