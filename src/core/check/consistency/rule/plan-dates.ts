/** 7.1.3 d), 7.5.1: a line of the plan ends after it starts and lies within the time that 工作计划 gives to carrying out the plan (7.5). */
import { isoOf } from '../../../codec/date';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import type { EntryReader } from '../form-facts';
import type { WorkbookFacts } from '../workbook-facts';

/** Rows of 工作计划 that the standard gives. */
const STEPS = ['7.1', '7.2', '7.3', '7.4', '7.5', '7.6', '7.7', '7.8'] as const;
const IMPLEMENTATION = 'plan.7.5';

export const planDates: ConsistencyRule = {
  find: (workbook) => [...stepsReversed(workbook), ...(workbook.form('E')?.rows('lines') ?? []).flatMap((line) => lineDates(line, workbook))],
};

function stepsReversed(workbook: WorkbookFacts): readonly ConsistencyFinding[] {
  const plan = workbook.form('workPlan');
  if (plan === null) return [];
  return [
    ...STEPS.map((step) => reversed(plan, `plan.${step}.start`, `plan.${step}.end`)),
    ...plan.rows('plan').map((row) => reversed(row, 'start', 'end')),
  ].flatMap((finding) => finding ?? []);
}

function lineDates(line: EntryReader, workbook: WorkbookFacts): readonly ConsistencyFinding[] {
  const wrong = reversed(line, 'start', 'end');
  if (wrong !== null) return [wrong];
  const plan = workbook.form('workPlan');
  const [start, end] = [plan?.day(`${IMPLEMENTATION}.start`) ?? null, plan?.day(`${IMPLEMENTATION}.end`) ?? null];
  if (start === null || end === null || start > end) return [];
  return (['start', 'end'] as const).flatMap((key): readonly ConsistencyFinding[] => {
    const day = line.day(key);
    if (day === null || (day >= start && day <= end)) return [];
    return [{ code: 'consistency/plan-outside', clause: '7.5.1', at: line.at(key), params: { column: line.label(key), value: isoOf(day), start: isoOf(start), end: isoOf(end) } }];
  });
}

function reversed(row: EntryReader, startKey: string, endKey: string): ConsistencyFinding | null {
  const [start, end] = [row.day(startKey), row.day(endKey)];
  if (start === null || end === null || start <= end) return null;
  return { code: 'consistency/plan-reversed', clause: '7.1.3 d', at: row.at(endKey), params: { start: isoOf(start), end: isoOf(end) } };
}
