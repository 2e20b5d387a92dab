/** 7.4 c)-f): what is proposed for the fields of one line of the plan. */
import { isoOf } from '../codec/date';

import { bareText } from '../check/consistency/text-figures';
import type { CellValue } from '../model/cell';
import type { MetricLabel } from '../model/computed-cells';
import { causeMeasures, generalTools, targetRules } from '../reference/problem-kinds';
import { ownerFor, type OwnerFound, type People } from './owner';
import { valueOf, type PlanInput } from './plan-input';
import type { PlanProblem } from './problems';
import { lineTime, type Stretch } from './schedule';
import { proposedTarget } from './target';

export interface LineContext {
  readonly input: PlanInput;
  readonly people: People;
  /** The time of 7.5 in 工作计划. */
  readonly time: Stretch | null;
  /** Targets typed in 成效总结, by metric key. */
  readonly typedTargets: ReadonlyMap<string, number>;
  /** Adopted opinions of 7.5.6 by number: what was changed. */
  readonly changes: ReadonlyMap<string, readonly string[]>;
}

export interface Reasoned {
  readonly value: CellValue;
  readonly why: string;
}

const NONE: Reasoned = { value: null, why: '' };
/** Measures against the cause beside the opinion of the diagnosis. */
const MOST_MEASURES = 2;

export function draftMethod(problem: PlanProblem, { input: { words }, changes }: LineContext): CellValue {
  const { cause, opinion, found } = problem;
  if (cause === '' && opinion === '' && found === null) return null;
  const against = causeMeasures.filter((one) => one.words.some((word) => cause.includes(word))).map(({ measure }) => measure);
  const measures = (against.length > 0 ? against.slice(0, MOST_MEASURES) : found === null ? [] : [found.kind.measure]).filter((measure) => !bareText(opinion).includes(bareText(measure)));
  if (opinion === '' && measures.length === 0) return null;
  return words.method({ cause, opinion, measures, changes: changes.get(problem.key) ?? [] });
}

export function draftTools({ found }: PlanProblem, { input: { words } }: LineContext): Reasoned {
  const tools = found?.kind.tools ?? generalTools;
  return { value: tools.map(({ tool }) => tool).join('、'), why: words.methodWhy(found, tools) };
}

/** The metric that 附录D links, else the only one of the kind. */
export function draftMetric({ metricName, found }: PlanProblem, { input }: LineContext): { readonly value: CellValue; readonly taken: boolean } {
  if (metricName !== '') return { value: metricName, taken: true };
  const [only, ...more] = found?.kind.metrics ?? [];
  const label = more.length > 0 ? undefined : input.metrics.find(({ key }) => key === only);
  return { value: label?.name ?? null, taken: false };
}

/** The target typed in 成效总结 where it improves on the figure before, else one by rule. */
export function draftTarget(metric: MetricLabel | null, { input, typedTargets }: LineContext): Reasoned {
  if (metric === null) return NONE;
  const [before, rule, typed] = [valueOf(input, metric.key, 'baseline'), targetRules.get(metric.key), typedTargets.get(metric.key)];
  if (before === null) return NONE;
  if (typed !== undefined && (metric.better === 'higher' ? typed > before : typed < before)) return { value: typed, why: input.words.targetWhy({ typed: true }, metric, before) };
  if (rule === undefined || typed !== undefined) return NONE;
  const value = proposedTarget(rule, before, metric.unit);
  return value === null ? NONE : { value, why: input.words.targetWhy({ rule }, metric, before) };
}

/** `target` is what stands in the line, people's or ours. */
export function draftForecast(metric: MetricLabel | null, metricName: string, target: CellValue, { input }: LineContext): CellValue {
  if (typeof target !== 'number' || metricName === '') return null;
  if (metric === null) return null;
  const before = valueOf(input, metric.key, 'baseline');
  if (before === null || (metric.better === 'higher' ? target <= before : target >= before)) return null;
  return input.words.forecast(metric, before, target);
}

export function draftOwner({ found }: PlanProblem, { people, input: { words } }: LineContext): (OwnerFound & { readonly why: string }) | null {
  const owner = ownerFor(found?.kind.departments ?? [], people);
  return owner === null ? null : { ...owner, why: words.ownerWhy(owner.by) };
}

export function draftTime({ found }: PlanProblem, { time, input: { words } }: LineContext): (Stretch & { readonly why: string }) | null {
  if (time === null) return null;
  const effort = found?.kind.effort ?? 2;
  return { ...lineTime(time, effort), why: words.datesWhy(isoOf(time.start), isoOf(time.end), effort) };
}

/** `53.2%`; '' where nothing is known. */
export function baselineText(metric: MetricLabel | null, { input }: { readonly input: Pick<PlanInput, 'results' | 'words'> }): string {
  const before = metric === null ? null : valueOf(input, metric.key, 'baseline');
  return metric === null || before === null ? '' : input.words.figure(before, metric);
}
