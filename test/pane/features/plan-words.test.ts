/** Reasons of proposals are said once; every field of a line has a label and a place. */
import { expect, test } from '@jest/globals';
import { LINE_FIELDS } from '../../../src/core/plan/line-memory';
import { PAGE_PARTS } from '../../../src/core/plan/page';
import { FIELD_TEXTS, MAIN_FIELDS, MORE_FIELDS, pageText, reasonsOnce } from '../../../src/pane/features/plan/words';

test('a reason stands at the first proposal that it speaks of', () => {
  const fields = [
    { key: 'a', proposed: false, why: '' }, { key: 'b', proposed: true, why: '甲' }, { key: 'c', proposed: true, why: '甲' }, { key: 'd', proposed: true, why: '乙' }, { key: 'e', proposed: true, why: '' },
  ];
  expect(reasonsOnce(fields).map(({ key, reason }) => [key, reason])).toEqual([['a', ''], ['b', '甲'], ['c', ''], ['d', '乙'], ['e', '']]);
});

test('nothing of a line is left out or shown twice', () => {
  expect([...MAIN_FIELDS, ...MORE_FIELDS, 'number', 'problem'].sort()).toEqual([...LINE_FIELDS].sort());
  expect(Object.keys(FIELD_TEXTS).sort()).toEqual(LINE_FIELDS.filter((field) => field !== 'number').sort());
});

test('every part of the page has a name', () => {
  for (const part of PAGE_PARTS) expect(pageText(part).zh).not.toBe(part);
});
