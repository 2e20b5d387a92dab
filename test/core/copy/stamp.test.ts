/** Which state two copies have in common, after they were sent round. */
import { commonAncestor, withSnapshot, type CopyRecord, type Snapshot } from '../../../src/core/copy/stamp';

const record = (copy: string, parent: string | null, snapshots: readonly Snapshot[], workbook = 'w'): CopyRecord => ({ stamp: { workbook, copy, parent, at: '', by: '', to: '', pseudonyms: '' }, snapshots });
const state = (of: string, at: string): Snapshot => ({ of, at: `2025-03-01T${at}:00+08:00`, packed: `${of}@${at}` });
const found = (mine: CopyRecord, theirs: CopyRecord): string | undefined => commonAncestor(mine, theirs)?.snapshot.packed;

test('a copy that comes back to the file that it was made of', () => {
  const [clerk, helper] = [record('c', null, []), record('h', 'c', [state('c', '09:00')])];
  expect(found(clerk, helper)).toBe('c@09:00');
  expect(found(helper, clerk)).toBe('c@09:00');
  expect(commonAncestor(helper, clerk)?.keptBy).toBe('mine');
});

test('two copies of one file: the state in which the first of them left it', () => {
  const [helper, manager] = [record('h', 'c', [state('c', '09:00')]), record('m', 'c', [state('c', '11:00')])];
  expect(found(helper, manager)).toBe('c@09:00');
  expect(found(manager, helper)).toBe('c@09:00');
});

test('a copy that comes back a second time begins where it was merged the first time', () => {
  const clerk = record('c', null, [state('h', '14:00')]);
  const helper = record('h', 'c', [state('c', '09:00')]);
  expect(found(clerk, helper)).toBe('h@14:00');
});

test('a copy of a copy', () => {
  const third = record('x', 'h', [state('h', '10:00'), state('c', '09:00')]);
  expect(found(record('c', null, []), third)).toBe('c@09:00');
  expect(found(record('h', 'c', [state('c', '09:00')]), third)).toBe('h@10:00');
});

test('a file that was copied by hand, of which no state was kept, and copies of other workbooks', () => {
  expect(found(record('c', null, []), record('c', null, []))).toBeUndefined();
  expect(found(record('c', null, []), record('h', 'c', [state('c', '09:00')], 'v'))).toBeUndefined();
});

test('times are compared as times, wherever they were taken', () => {
  const early: Snapshot = { of: 'c', at: '2025-03-01T01:30:00+00:00', packed: 'early' };
  expect(found(record('h', 'c', [early]), record('m', 'c', [state('c', '09:40')]))).toBe('early');
});

test('one state per copy is kept, the latest first', () => {
  expect(withSnapshot([state('a', '09:00'), state('b', '08:00')], state('b', '10:00'), 3).map(({ packed }) => packed)).toEqual(['b@10:00', 'a@09:00']);
  expect(withSnapshot([state('a', '09:00'), state('b', '08:00')], state('d', '10:00'), 2).map(({ packed }) => packed)).toEqual(['d@10:00', 'a@09:00']);
});
