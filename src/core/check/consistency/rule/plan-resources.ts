/** 7.4 f): a line of the plan names resources: 人力、信息、技术、设备、物资. Not every line needs every kind; one that names none is not planned. */
import type { ConsistencyRule } from '../consistency-rule';

const KINDS = ['people', 'information', 'technology', 'equipment', 'material'] as const;

export const planResources: ConsistencyRule = {
  find: (workbook) =>
    (workbook.form('E')?.rows('lines') ?? [])
      .filter((line) => line.filled('method') && KINDS.every((key) => !line.filled(key)))
      .map((line) => ({ code: 'consistency/plan-resources', clause: '7.4 f', at: line.at('people'), params: { number: line.text('number') } })),
};
