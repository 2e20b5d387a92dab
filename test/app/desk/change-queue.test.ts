/** Hints are gathered until it is quiet, handed on once, never two at a time. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createChangeQueue, merged } from '../../../src/app/desk/change-queue';
import type { ChangeHint } from '../../../src/app/ports';

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

const hint = (ref: string | null, sheet = '表'): ChangeHint => ({ sheet, ref });

test('rows that touch are one, each with the columns that were touched; a sheet that moved needs no ranges', () => {
  expect(merged([hint('B5'), hint('A6:A7'), hint('D20'), hint('A1', '别的'), hint('A2,C2', '另一')])).toEqual([hint('A5:B7'), hint('D20'), hint('A1', '别的'), hint('A2:C2', '另一')]);
  expect(merged([hint('B5'), hint(null), hint('B6')])).toEqual([hint(null)]);
  expect(merged([hint('不是引用')])).toEqual([hint(null)]);
});

test('waits for quiet, but not for ever, and for the one before', async () => {
  const handled: (readonly ChangeHint[])[] = [];
  let done = (): void => undefined;
  const queue = createChangeQueue((hints) => {
    handled.push(hints);
    return new Promise((resolve) => { done = resolve; });
  }, { quiet: 100, most: 250 });
  queue.add(hint('A1'));
  await jest.advanceTimersByTimeAsync(90);
  queue.add(hint('A2'));
  await jest.advanceTimersByTimeAsync(90);
  expect(handled).toEqual([]);
  queue.add(hint('A3'));
  await jest.advanceTimersByTimeAsync(75);
  expect(handled).toEqual([[hint('A1:A3')]]);
  queue.add(hint('A4'));
  await jest.advanceTimersByTimeAsync(1000);
  expect(handled.length).toBe(1);
  done();
  await jest.advanceTimersByTimeAsync(300);
  expect(handled[1]).toEqual([hint('A4')]);
  queue.stop();
  queue.add(hint('A5'));
  done();
  await jest.advanceTimersByTimeAsync(1000);
  expect(handled.length).toBe(2);
});
