/**
 * 7.5.1, 7.6: a problem is closed after its effect was verified: its metric reaches the target of the plan and the data show the
 * change. Metrics of the enterprise's own are verified by people, with the basis that they give. Silent where nothing is known of
 * the changes.
 */
import { isoOf } from '../../../codec/date';
import { shownFigure } from '../figures';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import type { EntryReader } from '../form-facts';
import { numberKey } from '../problems';
import type { WorkbookFacts } from '../workbook-facts';

export const closedVerified: ConsistencyRule = {
  find(workbook) {
    const done = workbook.form('implementation');
    const plan = workbook.form('E');
    if (done === null || plan === null) return [];
    const lines = new Map(plan.rows('lines').map((line) => [numberKey(line.text('number')), line]));
    const findings: ConsistencyFinding[] = [];
    for (let i = 0; done.has(`progress[${i}].number`) && done.has(`closing[${i}].closed`); i++) {
      const [number, at] = [done.text(`progress[${i}].number`), done.at(`closing[${i}].closed`)];
      const closed = done.day(`closing[${i}].closed`);
      if (closed === null) continue;
      const finished = done.day(`progress[${i}].done`);
      if (number === '' || finished === null) findings.push({ code: 'consistency/closed-unfinished', clause: '7.5.1', at, params: { number: number || '—' } });
      else if (closed < finished) findings.push({ code: 'consistency/closed-early', clause: '7.5.1', at, params: { number, value: isoOf(closed), done: isoOf(finished) } });
      const line = lines.get(numberKey(number));
      if (line !== undefined) findings.push(...unverified(line, number, at, workbook));
    }
    return findings;
  },
};

function unverified(line: EntryReader, number: string, at: ConsistencyFinding['at'], workbook: WorkbookFacts): readonly ConsistencyFinding[] {
  const metric = workbook.named(line.text('metric'));
  const verdict = metric === null ? null : workbook.verdict(metric.key);
  if (metric === null || verdict === null) return [];
  const [target, now] = [line.number('target'), workbook.value(metric.key, 'current')];
  const shown = now === null ? '—' : shownFigure(now, metric.unit);
  if (target !== null && now !== null && (metric.better === 'higher' ? now < target : now > target)) {
    return [{ code: 'consistency/closed-missed', clause: '7.5.1', at, params: { number, metric: metric.name, value: shown, target: shownFigure(target, metric.unit) } }];
  }
  return verdict === 'improved' ? [] : [{ code: 'consistency/closed-unproven', clause: '7.5.1', at, params: { number, metric: metric.name, value: shown } }];
}
