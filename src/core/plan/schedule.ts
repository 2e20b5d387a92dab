/** 7.1.3 d), 7.5.1: when a line is carried out, within the time that 工作计划 gives to carrying out the plan. */
import { daysInMonth, partsOf, serialOf } from '../codec/date';
import type { FormFacts } from '../check/consistency/form-facts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const STEP = 'plan.7.5';

/** Null while 工作计划 does not say, or says it the wrong way round. */
export function implementationTime(workPlan: FormFacts): Stretch | null {
  const [start, end] = [workPlan.has(`${STEP}.start`) ? workPlan.day(`${STEP}.start`) : null, workPlan.has(`${STEP}.end`) ? workPlan.day(`${STEP}.end`) : null];
  return start === null || end === null || start > end ? null : { start, end };
}

/** Part of the time by effort: half, three quarters, all. */
const PARTS: Readonly<Record<1 | 2 | 3, number>> = { 1: 0.5, 2: 0.75, 3: 1 };

/** All begin with the step; what takes less effort ends earlier, at the end of a month where that lies within the time. */
export function lineTime({ start, end }: Stretch, effort: 1 | 2 | 3): Stretch {
  const rough = start + Math.round((end - start) * PARTS[effort]);
  const { year, month } = partsOf(rough);
  const monthEnd = serialOf(year, month, daysInMonth(year, month));
  return { start, end: Math.min(end, monthEnd) };
}
