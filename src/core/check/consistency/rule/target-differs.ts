/** 7.6 against 7.4 e): the target that 成效总结 judges by is the one that the plan set. Where several lines share a metric, any of theirs. */
import { shownFigure } from '../figures';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { targetsOf } from '../targets';
import { hasPercentSlip } from './percent-scale';

export const targetDiffers: ConsistencyRule = {
  find(workbook) {
    const planned = new Map<string, number[]>();
    const typed = targetsOf(workbook).flatMap((one) => {
      const target = one.reader.number(one.keys[0]);
      return target === null || hasPercentSlip(target, one.metric, workbook) ? [] : [{ ...one, target }];
    });
    for (const { form, metric, target } of typed) if (form === 'E') planned.set(metric.key, [...(planned.get(metric.key) ?? []), target]);
    return typed.flatMap(({ form, metric, reader, keys: [key], target, clause }): readonly ConsistencyFinding[] => {
      const targets = form === 'results' ? (planned.get(metric.key) ?? []) : [];
      if (targets.length === 0 || targets.includes(target)) return [];
      const shown = (value: number): string => shownFigure(value, metric.unit);
      return [{ code: 'consistency/target-differs', clause, at: reader.at(key), params: { metric: metric.name, target: shown(target), planned: targets.map(shown).join('、') } }];
    });
  },
};
