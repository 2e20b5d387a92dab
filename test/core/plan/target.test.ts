/** Targets by rule: figures worked out by hand, and properties that hold for every figure. */
import * as fc from 'fast-check';
import { proposedTarget } from '../../../src/core/plan/target';
import { METRICS } from '../../../src/core/metric/metrics';
import { targetRules } from '../../../src/core/reference/problem-kinds';

test.each([
  // 0.472 + 0.528/3 = 0.648 -> up to whole percent
  ['gap', 0.472, 'ratio', 0.65],
  ['gap', 0.97, 'ratio', 0.98],
  // 5 points short: tenths of a percent. 0.95 + 0.05/3 = 0.96667
  ['gap', 0.95, 'ratio', 0.967],
  ['gap', 0, 'ratio', 0.34],
  ['gap', 1, 'ratio', null],
  ['gap', 1.2, 'ratio', null],
  ['score', 73.6875, 'score', 83],
  ['score', 96, 'score', 97.4],
  ['reduce', 0.1536, 'ratio', 0.1],
  ['reduce', 0.06, 'ratio', 0.04],
  ['reduce', 0, 'ratio', null],
  ['reduce', 3, 'count', 2],
  ['reduce', 1, 'count', 0],
  ['raise', 412.5, 'hours', 460],
  ['raise', 0.85, 'ratio', 0.94],
] as const)('%s from %p %s: %p', (rule, baseline, unit, target) => {
  const proposed = proposedTarget(rule, baseline, unit);
  expect(proposed === null ? null : Number(proposed.toFixed(9))).toBe(target);
});

const figure = fc.double({ min: 0, max: 1, noNaN: true }).filter((value) => value === 0 || (value > 1e-6 && value < 1 - 1e-6));

test('a rate is to rise, by a third of what is missing at least, and never beyond 100 %', () => {
  fc.assert(fc.property(figure, (before) => {
    const target = proposedTarget('gap', before, 'ratio') ?? Number.NaN;
    expect(target).toBeGreaterThan(before);
    expect(target).toBeGreaterThanOrEqual(before + (1 - before) / 3 - 1e-9);
    expect(target).toBeLessThanOrEqual(1);
  }));
});

test('what should be low is to fall, by a third at least, and never below zero', () => {
  fc.assert(fc.property(figure.filter((value) => value > 0), (before) => {
    const target = proposedTarget('reduce', before, 'ratio') ?? Number.NaN;
    expect(target).toBeLessThanOrEqual((before * 2) / 3 + 1e-9);
    expect(target).toBeGreaterThanOrEqual(0);
  }));
});

test('a rule fits the direction of its metric', () => {
  const better = new Map(METRICS.map((def) => [def.key, def.better]));
  expect([...targetRules].filter(([metric, rule]) => better.get(metric) !== (rule === 'reduce' ? 'lower' : 'higher'))).toEqual([]);
});
