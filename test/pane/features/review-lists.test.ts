/** Which findings the page 审核 lists, and where a change since a signature leads. */
import { describe, expect, test } from '@jest/globals';
import { changedPlace } from '../../../src/pane/features/review/changed-place';
import { groupOf, shownFindings, type Group } from '../../../src/pane/features/review/shown-findings';

const FINDINGS = [
  { number: 1, state: 'open', closed: false }, { number: 2, state: 'accepted', closed: true }, { number: 3, state: 'answered', closed: false },
  { number: 4, state: null, closed: false }, { number: 5, state: 'rejected', closed: true },
] as const;
const numbers = (hidden: readonly Group[], kept: readonly number[] = []): readonly number[] => shownFindings(FINDINGS, new Set(hidden), new Set(kept)).map(({ number }) => number);

describe('findings', () => {
  test('are open, answered or closed; one whose state is another word is not lost', () => {
    expect(FINDINGS.map(groupOf)).toEqual(['open', 'closed', 'answered', 'open', 'closed']);
  });

  test('are listed in the order of the sheet, without those that are not wanted', () => {
    expect(numbers([])).toEqual([1, 2, 3, 4, 5]);
    expect(numbers(['closed'])).toEqual([1, 3, 4]);
    expect(numbers(['open', 'answered'])).toEqual([2, 5]);
    expect(numbers(['open', 'answered', 'closed'])).toEqual([]);
  });

  test('that were just closed stay where they were', () => {
    expect(numbers(['closed'], [2])).toEqual([1, 2, 3, 4]);
  });
});

describe('a change since a signature', () => {
  const form = (key: string, sheet: string): { key: string; sheet: string; clause: string; title: string; stage: null } => ({ key, sheet, clause: '', title: '', stage: null });
  const book = {
    forms: [form('E', '附录E 提升方案'), form('home', '首页')],
    rawSheets: [{ key: 'deliveries', sheet: '数据_销售交付', feeds: '', howTo: '', rows: 0, columns: [] }],
  };

  test.each([
    ['附录E 提升方案 C12', { sheet: '附录E 提升方案', cell: 'C12' }],
    ['首页 AB7', { sheet: '首页', cell: 'AB7' }],
    ['附录E 提升方案', { sheet: '附录E 提升方案', cell: '' }],
    // A row is said by its words, which may look like an address.
    ['数据_销售交付 T1', { sheet: '数据_销售交付', cell: '' }],
    ['数据_销售交付', { sheet: '数据_销售交付', cell: '' }],
  ])('%s', (text, place) => {
    expect(changedPlace(text, book)).toEqual(place);
  });

  test('of a sheet that is not there leads nowhere', () => {
    expect(changedPlace('数据_销售交付2 T1', book)).toBeNull();
    expect(changedPlace('别的表 C1', book)).toBeNull();
  });
});
