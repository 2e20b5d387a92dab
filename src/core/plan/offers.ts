/**
 * Metrics that no problem of 附录D covers though they got worse with evidence, or miss the target that was typed for them. They
 * are offered, not entered: what is a problem, and why it is one, is for people to find (7.3.2).
 */
import type { Draft } from './draft';
import type { Offer } from './plan-outcome';
import { valueOf, type PlanInput } from './plan-input';
import type { PlanProblem } from './problems';

export function offersOf(problems: readonly PlanProblem[], typedTargets: ReadonlyMap<string, number>, input: PlanInput): readonly Offer[] {
  const covered = new Set(problems.flatMap(({ metric }) => metric?.key ?? []));
  return input.metrics.flatMap((metric): readonly Offer[] => {
    if (covered.has(metric.key)) return [];
    const [before, now, target] = [valueOf(input, metric.key, 'baseline'), valueOf(input, metric.key, 'current'), typedTargets.get(metric.key)];
    const worse = input.changes.some(({ key, verdict }) => key === metric.key && verdict === 'worsened');
    const missed = target !== undefined && now !== null && (metric.better === 'higher' ? now < target : now > target);
    if ((!worse && !missed) || now === null) return [];
    const because = worse ? 'worsened' : 'missed';
    const from = because === 'worsened' ? before : (target ?? null);
    const problem = input.words.offer(metric, because, from === null ? '' : input.words.figure(from, metric), input.words.figure(now, metric));
    return [{ metric: metric.key, name: metric.name, because, item: metric.item, problem }];
  });
}

/** An offer that people take up stands in 附录D as a problem; cause and opinion stay open: they have to be diagnosed. False when 附录D is full. */
export function takeUp(draft: Draft, { name, item, problem }: Offer): boolean {
  for (let i = 0; draft.has('D', `problems[${i}].number`); i++) {
    const prefix = `problems[${i}].`;
    if (['problem', 'opinion', 'number', 'cause', 'metric', 'clause'].some((field) => draft.facts('D').filled(prefix + field))) continue;
    draft.put('D', `${prefix}problem`, problem);
    draft.put('D', `${prefix}number`, nextNumber(draft));
    draft.put('D', `${prefix}metric`, name);
    draft.put('D', `${prefix}clause`, item.startsWith('7.6') ? item : `A.1 ${item}`);
    return true;
  }
  return false;
}

/** After the highest number, with its letters: W4 -> W5. */
function nextNumber(draft: Draft): string {
  const numbers = draft.facts('D').rows('problems').flatMap((row) => /^(\p{L}*)[-_]?(\d+)$/u.exec(row.text('number').normalize('NFKC')) ?? []);
  const parsed = draft.facts('D').rows('problems').map((row) => /^(\p{L}*)[-_]?(\d+)$/u.exec(row.text('number').normalize('NFKC'))).filter((match) => match !== null);
  const letters = numbers[1] ?? 'P';
  return `${letters === '' ? 'P' : letters}${parsed.reduce((most, [, , digits]) => Math.max(most, Number(digits)), 0) + 1}`;
}
