/**
 * 7.4 e): the figure before the improvement that a line starts from. The sheet shows the computed one of a metric of the list;
 * one that was typed in its place has to be the same, as far as it is written. A metric of the enterprise's own has to be typed.
 */
import { shownFigure, typedAgrees } from '../figures';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { hasPercentSlip } from './percent-scale';

export const planBaseline: ConsistencyRule = {
  find: (workbook) =>
    (workbook.form('E')?.rows('lines') ?? []).flatMap((line): readonly ConsistencyFinding[] => {
      const [name, at] = [line.text('metric'), line.at('baseline')];
      const known = workbook.named(name);
      if (known === null) return name === '' || workbook.results.length === 0 || line.filled('baseline') ? [] : [{ code: 'consistency/plan-baseline-missing', clause: '7.4 e', at, params: { metric: name } }];
      const [before, typed] = [workbook.value(known.key, 'baseline'), line.number('baseline')];
      if (before === null || typed === null || hasPercentSlip(typed, known, workbook) || typedAgrees(typed, before, known.unit)) return [];
      return [{ code: 'consistency/plan-baseline', clause: '7.4 e', at, params: { metric: known.name, value: shownFigure(typed, known.unit), computed: shownFigure(before, known.unit) } }];
    }),
};
