/** Every reason that a metric can give has its words. */
import { METRICS, VARIANTS } from '../../../src/core/metric/metrics';
import { basisLabel, periodLabel, severityLabel, smallSampleLabel, statusLabel, unitLabel, verdictLabel } from '../../../src/core/text/labels';
import { isReasonCode, REASONS, reasonText } from '../../../src/core/text/metric-text';
import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

test('the guards of all metrics', () => {
  const reasons = [...METRICS, ...VARIANTS].flatMap(({ guards }) => (guards ?? []).map(({ reason }) => reason));
  expect(reasons.length).toBeGreaterThan(5);
  expect(reasons.filter((reason) => !isReasonCode(reason))).toEqual([]);
});

test('the reasons written in the metric code', () => {
  const folder = join(__dirname, '../../../src/core/metric');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const found = files.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/(?:reason: |refuse\([^)]*?)'([a-z-]+)'/gu)].map(([, reason]) => reason ?? ''),
  );
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter((reason) => !isReasonCode(reason))).toEqual([]);
});

test('reasons are clauses in both languages, without a full stop of their own', () => {
  for (const code of Object.keys(REASONS)) {
    expect(reasonText(code, 'zh')).toMatch(/\p{Script=Han}[^。！!]*$/u);
    expect(reasonText(code, 'en')).toMatch(/^[a-z][^.!]*$/u);
  }
});

test('an unknown reason is refused', () => {
  expect(() => reasonText('because', 'zh')).toThrow(RangeError);
});

test('verdicts carry a word and a mark', () => {
  expect((['improved', 'worsened', 'no-evidence', 'not-comparable'] as const).map((verdict) => verdictLabel(verdict, 'zh'))).toEqual(['▲ 改善', '▼ 变差', '— 无充分证据', '不可比']);
});

test('the other labels', () => {
  expect([statusLabel('not-applicable', 'zh'), statusLabel('no-data', 'zh'), basisLabel('summary', 'zh'), periodLabel('baseline', 'zh'), severityLabel('warning', 'zh')])
    .toEqual(['无法计算', '无数据', '汇总填报', '提升前', '警告']);
  expect([unitLabel('money', 'zh'), unitLabel('hours', 'zh'), smallSampleLabel('zh')]).toEqual(['万元', '小时', '样本少']);
});
