/** 7.4 e): the figure before the improvement that a line starts from is the computed one. Compared as far as it is written. */
import { shownFigure, typedAgrees } from '../figures';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { hasPercentSlip } from './percent-scale';

export const planBaseline: ConsistencyRule = {
  find: (workbook) =>
    (workbook.form('E')?.rows('lines') ?? []).flatMap((line): readonly ConsistencyFinding[] => {
      const known = workbook.named(line.text('metric'));
      const before = known === null ? null : workbook.value(known.key, 'baseline');
      if (known === null || before === null) return [];
      const [metric, at, computed] = [known.name, line.at('baseline'), shownFigure(before, known.unit)];
      if (!line.filled('baseline')) return [{ code: 'consistency/plan-baseline-missing', clause: '7.4 e', at, params: { metric, computed } }];
      const typed = line.number('baseline');
      if (typed === null || hasPercentSlip(typed, known, workbook) || typedAgrees(typed, before, known.unit)) return [];
      return [{ code: 'consistency/plan-baseline', clause: '7.4 e', at, params: { metric, value: shownFigure(typed, known.unit), computed } }];
    }),
};
