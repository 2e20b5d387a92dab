/** Which rows of a repeated list are shown: those that hold something, one to begin with, and those that were asked for. */
import { expect, test } from '@jest/globals';
import type { FormField } from '../../../src/app/desk/form-view';
import { fieldGroups, shownGroups } from '../../../src/pane/features/forms/form-groups';

const field = (key: string, group?: string): FormField => ({ key, sheet: '表', row: 1, column: 1, kind: 'text', required: false, label: key, clause: '', text: '', asked: false, ...(group === undefined ? {} : { group }) });
const rows = (list: string, count: number): readonly FormField[] => Array.from({ length: count }, (_, i) => [field(`${list}[${i}].a`, `${list}[${i}]`), field(`${list}[${i}].b`, `${list}[${i}]`)]).flat();
const FIELDS = [field('head'), field('place'), ...rows('talks', 4), field('end'), ...rows('steps', 2)];
const shownKeys = (filled: readonly string[], more: Readonly<Record<string, number>> = {}): readonly string[] =>
  shownGroups(fieldGroups(FIELDS), ({ key }) => filled.includes(key), more).map(({ fields }) => fields[0]?.key ?? '');

test('fields gather by their row; what is not repeated gathers with its neighbours', () => {
  expect(fieldGroups(FIELDS).map(({ list, number, fields }) => [list, number, fields.length])).toEqual([
    ['', 0, 2], ['talks', 1, 2], ['talks', 2, 2], ['talks', 3, 2], ['talks', 4, 2], ['', 0, 1], ['steps', 1, 2], ['steps', 2, 2],
  ]);
});

test('of an empty list one row is shown', () => {
  expect(shownKeys([])).toEqual(['head', 'talks[0].a', 'end', 'steps[0].a']);
});

test('rows up to the last that holds something are shown, gaps too', () => {
  expect(shownKeys(['talks[2].b'])).toEqual(['head', 'talks[0].a', 'talks[1].a', 'talks[2].a', 'end', 'steps[0].a']);
});

test('more rows are shown when they are asked for, of that list alone, and no more than there are', () => {
  expect(shownKeys(['talks[0].a'], { talks: 1 })).toEqual(['head', 'talks[0].a', 'talks[1].a', 'end', 'steps[0].a']);
  expect(shownKeys([], { steps: 9 })).toEqual(['head', 'talks[0].a', 'end', 'steps[0].a', 'steps[1].a']);
});
