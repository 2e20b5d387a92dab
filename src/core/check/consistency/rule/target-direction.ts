/** 7.4 e): a target is better than what was measured before; otherwise nothing is to be improved. */
import { shownFigure } from '../figures';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { targetsOf } from '../targets';
import { hasPercentSlip } from './percent-scale';

export const targetDirection: ConsistencyRule = {
  find: (workbook) =>
    targetsOf(workbook).flatMap(({ form, metric, reader, keys: [key] }): readonly ConsistencyFinding[] => {
      const [target, before] = [reader.number(key), workbook.value(metric.key, 'baseline')];
      if (form !== 'E' || target === null || before === null || hasPercentSlip(target, metric, workbook)) return [];
      if (metric.better === 'higher' ? target > before : target < before) return [];
      const params = { metric: metric.name, target: shownFigure(target, metric.unit), baseline: shownFigure(before, metric.unit) };
      return [{ code: 'consistency/target-direction', clause: '7.4 e', at: reader.at(key), params }];
    }),
};
