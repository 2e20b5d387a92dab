/**
 * 审核记录: each finding says where, who and when; what is answered has an answer, what is closed says who closed it, and the days follow
 * one another. What must be put right keeps the step of its sheet from being done until it is closed.
 */
import { isoOf } from '../../../codec/date';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import type { ConsistencyCode } from '../codes';
import type { EntryReader } from '../form-facts';
import type { WorkbookFacts } from '../workbook-facts';

const ADDRESS = /^\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?:[:：]\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?$/iu;
/** Words of the list 审核状态. */
const [OPEN, ANSWERED, ACCEPTED, REJECTED] = ['待答复', '已答复', '已采纳', '不采纳'] as const;
const MUST = '必须修改';

export const reviewFindings: ConsistencyRule = {
  find(workbook) {
    const review = workbook.form('review');
    return review === null ? [] : review.rows('findings').flatMap((row) => (row.filled('finding') || row.filled('sheet') || row.filled('state') ? judged(row, workbook) : []));
  },
};

function judged(row: EntryReader, { sheetNames }: WorkbookFacts): readonly ConsistencyFinding[] {
  const findings: ConsistencyFinding[] = [];
  const say = (code: ConsistencyCode, key: string, params: ConsistencyFinding['params']): void => void findings.push({ code, clause: row.text('clause'), at: row.at(key), params });
  const [sheet, cell, state] = [row.text('sheet'), row.text('cell'), row.text('state')];
  const closed = state === ACCEPTED || state === REJECTED;
  if (sheet !== '' && sheetNames !== null && !sheetNames.includes(sheet)) say('consistency/finding-sheet', 'sheet', { value: sheet });
  if (cell !== '' && !ADDRESS.test(cell)) say('consistency/finding-cell', 'cell', { value: cell });
  if (!row.filled('answer') && (state === ANSWERED || state === REJECTED)) say('consistency/finding-unanswered', 'answer', { value: state });
  if (row.filled('answer') && state === OPEN) say('consistency/finding-state', 'state', { value: state });
  if (row.filled('answer')) for (const key of ['answeredBy', 'answered']) if (!row.filled(key)) say('consistency/finding-signed', key, { column: row.label(key), value: ANSWERED });
  if (closed) for (const key of ['settledBy', 'settled']) if (!row.filled(key)) say('consistency/finding-signed', key, { column: row.label(key), value: state });
  if (!closed && state !== '' && row.filled('settled')) say('consistency/finding-state', 'state', { value: state });
  const days = ['raised', 'answered', 'settled'].flatMap((key) => {
    const day = row.day(key);
    return day === null ? [] : [{ key, day }];
  });
  days.forEach(({ key, day }, i) => {
    const before = days[i - 1];
    if (before !== undefined && day < before.day) say('consistency/finding-early', key, { column: row.label(key), value: isoOf(day), other: row.label(before.key), otherValue: isoOf(before.day) });
  });
  if (row.text('level') === MUST && !closed) say('consistency/finding-open', 'state', { value: state === '' ? OPEN : state, form: sheet });
  return findings;
}
