/** The rows behind a number against what the accumulators counted: two passes that share no code but the expressions. */
import { describe, expect, test } from '@jest/globals';
import { METRICS } from '../../../src/core/metric/metrics';
import { periodsOf } from '../../../src/core/metric/measure-metrics';
import { rowStandings } from '../../../src/core/metric/row-standing';
import { measure } from '../../../src/app/measure';
import { demoContent } from '../../support/demo-content';

const content = demoContent();
const { results } = measure(content);

describe.each(METRICS.map((def) => [def.key, def] as const))('%s', (_, def) => {
  test.each(periodsOf(def))('%s', (period) => {
    const result = results.find((one) => one.key === def.key && one.period === period);
    const { periods } = content;
    if (periods === null || result === undefined) throw new RangeError('the sample has periods');
    const { missed, met, used, notDue, invalid } = rowStandings(def, period, periods, content.rows[def.populations[0]?.sheet ?? ''] ?? []);
    expect({ used: missed.length + met.length + used.length, notDue: notDue.length, invalid: invalid.length })
      .toEqual({ used: result.rows.used, notDue: result.rows.notDue, invalid: result.rows.invalid });
    const whole = def.family === 'proportion' && Object.values(def.parts).every(({ kind, from = 0, once }) => kind === 'count' && from === 0 && once === undefined);
    // Where rows are counted, not summed, those that met are the numerator.
    const counted = whole && result.status === 'ok' && result.basis === 'rows';
    expect(counted ? (def.better === 'higher' ? met : missed).length : null).toBe(counted ? result.numerator : null);
  });
});
