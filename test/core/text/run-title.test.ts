/** Titles of a metric's months name what the data show, and no more. */
import { expect, test } from '@jest/globals';
import { runTitle } from '../../../src/core/text/run-title';

test('months with signals are named, three at most', () => {
  const run = (signals: readonly string[], limits = true) => runTitle({ name: '合格率', limits, signals, restarted: false }, 'zh');
  expect(run([])).toBe('合格率各月没有异常信号');
  expect(run(['2024-01', '2024-02'])).toBe('合格率有 2 个月出现异常信号：2024-01、2024-02');
  expect(run(['a', 'b', 'c', 'd'])).toBe('合格率有 4 个月出现异常信号：a、b、c 等');
  expect(run([], false)).toContain('不画控制限');
  expect(runTitle({ name: 'Yield', limits: true, signals: ['2024-01'], restarted: true }, 'en')).toBe('Yield: signals in 1 month(s): 2024-01; limits computed anew after the change');
});
