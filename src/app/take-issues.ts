/** What the check found, as findings of the review: one for all cells of a sheet of which the same is said. */
import type { Entries } from '../core/compare/form-tables';
import type { Issue, Severity } from '../core/issue/issue';
import type { FieldPlace } from '../core/model/form';
import { addFinding, type NewFinding, type Signed } from '../core/review/change';
import { isClosed, type FindingLevel } from '../core/review/finding';
import { readFindings } from '../core/review/findings';
import { issueText } from '../core/text/issue-text';
import { sameIssues } from '../core/text/review-texts';
import type { ReviewPlaces } from './review-places';

const LEVELS: Readonly<Record<Severity, FindingLevel>> = { error: 'must', warning: 'should', info: 'note' };

export interface TakenIssues {
  readonly entries: Entries;
  /** Numbers of the new findings. */
  readonly added: readonly number[];
  /** Groups that an open finding is about already. */
  readonly known: number;
  /** Groups for which the sheet has no row. */
  readonly noRoom: number;
}

/** `ownSheet` is 审核记录, of which nothing is taken. The text is Chinese, as the sheets are. */
export function takeIssues(entries: Entries, issues: readonly Issue[], fields: readonly FieldPlace[], places: ReviewPlaces, ownSheet: string, signed: Signed): TakenIssues {
  const open = new Set(readFindings(entries).flatMap((finding) => (isClosed(finding) || finding.source === '' ? [] : [`${finding.source} ${finding.sheet.trim()}`])));
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    // What was not listed has no place; what concerns the review itself would speak of itself.
    if (issue.sheet === ownSheet || issue.code === 'check/capped') continue;
    const key = `${issue.code} ${issue.sheet}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [issue]);
    else group.push(issue);
  }
  const result = { entries, added: [] as number[], known: 0, noRoom: 0 };
  for (const [key, group] of groups) {
    const [first] = group;
    if (first === undefined) continue;
    if (open.has(key)) {
      result.known++;
      continue;
    }
    const added = addFinding(result.entries, fields, findingOf(first, group, places), signed);
    if (added === null) result.noRoom++;
    else {
      result.entries = added.entries;
      result.added.push(added.number);
    }
  }
  return result;
}

function findingOf(first: Issue, group: readonly Issue[], places: ReviewPlaces): NewFinding {
  const { message, repair } = issueText(first, 'zh');
  const cells = group.flatMap(({ cell }) => (cell === '' ? [] : [cell]));
  const anchor = places.anchorAt(first.sheet, first.cell, true);
  return {
    sheet: first.sheet, cell: anchor?.cell ?? first.cell, clause: first.clause, level: LEVELS[first.severity], source: first.code, anchor,
    finding: `${message}${repair}${cells.length > 1 ? sameIssues(cells) : ''}`,
  };
}
