/** Which findings are listed: those that wait for somebody, unless people ask for others. */
import type { LocatedFinding } from '../../../app/review-workbook';

export type Group = 'open' | 'answered' | 'closed';

/** A finding whose state is some other word waits for an answer too. */
export function groupOf({ closed, state }: Pick<LocatedFinding, 'closed' | 'state'>): Group {
  return closed ? 'closed' : state === 'answered' ? 'answered' : 'open';
}

/** In the order of the sheet. `kept`: those that were just dealt with stay where the person left them. */
export function shownFindings<T extends Pick<LocatedFinding, 'closed' | 'state' | 'number'>>(findings: readonly T[], hidden: ReadonlySet<Group>, kept: ReadonlySet<number>): readonly T[] {
  return findings.filter((finding) => kept.has(finding.number) || !hidden.has(groupOf(finding)));
}
