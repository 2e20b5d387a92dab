/** Kinds of problems with the tools, measures and resources that usually answer them, what answers a cause, and how far a metric is meant to go (7.4 c-f). */
import json from '../../../templates/reference/problem-kinds.json';
import { readProblemKinds, type ProblemKinds } from '../template/reference';

export type ProblemKind = ProblemKinds['kinds'][number];
export type TargetRule = ProblemKinds['targets'][number]['rule'];

const data: ProblemKinds = readProblemKinds('templates/reference/problem-kinds.json', json);

export const problemKinds: readonly ProblemKind[] = data.kinds;
/** For a problem of no kind. */
export const generalTools: ProblemKinds['general']['tools'] = data.general.tools;
export const causeMeasures: ProblemKinds['causes'] = data.causes;
/** Metrics without one have no target that could be proposed: income, shares, counts of results. */
export const targetRules: ReadonlyMap<string, TargetRule> = new Map(data.targets.flatMap(({ rule, metrics }) => metrics.map((metric) => [metric, rule] as const)));
