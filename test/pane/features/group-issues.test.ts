/** The lines of the check: worst sheet first, errors before others, and what a filter leaves. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Issue, Severity } from '../../../src/core/issue/issue';
import { issuePlace, issueText } from '../../../src/core/text/issue-text';
import { groupIssues, type Filter, type Line } from '../../../src/pane/features/check/group-issues';

const issue = (sheet: string, severity: Severity, cell: string): Issue => ({ code: 'cell/required', severity, sheet, cell, clause: '7.4', params: { column: `列${cell}` } });
const ALL: Filter = { hidden: new Set(), words: '', language: 'zh' };
const places = (lines: readonly Line[]): readonly string[] => lines.map((line) => (line.kind === 'sheet' ? line.sheet : `${line.issue.severity} ${line.issue.cell}`));

const ISSUES = [issue('甲', 'warning', 'A1'), issue('乙', 'error', 'B1'), issue('甲', 'error', 'A2'), issue('乙', 'error', 'B2'), issue('丙', 'info', 'C1')];

test('the sheet with most errors first, in a sheet errors first, else as they came', () => {
  expect(places(groupIssues(ISSUES, ALL))).toEqual(['乙', 'error B1', 'error B2', '甲', 'error A2', 'warning A1', '丙', 'info C1']);
});

test('headings count what is listed', () => {
  const [first] = groupIssues(ISSUES, ALL);
  expect(first).toEqual({ kind: 'sheet', sheet: '乙', counts: { error: 2, warning: 0, info: 0 } });
});

describe('a filter', () => {
  test('leaves out severities, and sheets that have nothing left', () => {
    expect(places(groupIssues(ISSUES, { ...ALL, hidden: new Set<Severity>(['error', 'info']) }))).toEqual(['甲', 'warning A1']);
  });

  test('finds words in the place and in the message', () => {
    const [a2] = ISSUES.filter(({ cell }) => cell === 'A2');
    if (a2 === undefined) throw new RangeError();
    expect(places(groupIssues(ISSUES, { ...ALL, words: ' a2 ' }))).toEqual(['甲', 'error A2']);
    expect(groupIssues(ISSUES, { ...ALL, words: issueText(a2, 'zh').message }).length).toBe(2);
    expect(groupIssues(ISSUES, { ...ALL, words: issuePlace(a2, 'zh') }).length).toBe(2);
    expect(groupIssues(ISSUES, { ...ALL, words: '没有这样的话' })).toEqual([]);
  });
});

test('nothing is lost or doubled, and every line stands under its sheet', () => {
  const severity = fc.constantFrom<Severity>('error', 'warning', 'info');
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('甲', '乙', ''), severity)), (pairs) => {
    const issues = pairs.map(([sheet, of], i) => issue(sheet, of, `A${i + 1}`));
    const lines = groupIssues(issues, ALL);
    const listed = lines.flatMap((line) => (line.kind === 'issue' ? [line.issue] : []));
    const headings = lines.map((_, i) => lines.slice(0, i + 1).flatMap((line) => (line.kind === 'sheet' ? [line.sheet] : [])).at(-1));
    expect(lines.map((line) => (line.kind === 'issue' ? line.issue.sheet : line.sheet))).toEqual(headings);
    expect(new Set(listed)).toEqual(new Set(issues));
    expect(listed.length).toBe(issues.length);
    expect(new Set(lines.flatMap((line) => (line.kind === 'sheet' ? line.sheet : []))).size).toBe(lines.length - listed.length);
  }));
});
