/** Drafted texts of 成效总结 and 附录F: whatever the figures are, the texts quote them as they are, call proven only what is, and keep to F.2. */
import * as fc from 'fast-check';
import { planWords } from '../../../src/app/plan-words';
import { metricLabels } from '../../../src/app/metric-labels';
import { CASE_LIMIT, CASE_PARTS, partLength } from '../../../src/core/check/consistency/case-parts';
import { wrongFigures } from '../../../src/core/check/consistency/wrong-figures';
import { createWorkbookFacts } from '../../../src/core/check/consistency/workbook-facts';
import type { CellValue } from '../../../src/core/model/cell';
import type { WorkbookContent } from '../../../src/core/model/content';
import type { DraftChange } from '../../../src/core/model/draft-facts';
import type { MetricResult, Verdict } from '../../../src/core/model/metric-result';
import { assemblePlan, type Assembly } from '../../../src/core/plan/assemble';
import { balanced } from '../../../src/core/plan/balance';
import { FIELDS, RAW, RESULTS, typedContent } from '../check/consistency/base-content';

const TYPED = typedContent();
const FORMS = ['results', 'F'] as const;
/** Nothing of the results and the case is typed. */
const BLANK: WorkbookContent = { ...TYPED, entries: { ...TYPED.entries, results: {}, F: {} } };
const DATA = { products: ['潜水泵', '管道泵'], sheets: 21, rows: 65_000, sources: new Map(metricLabels.map(({ key }) => [key, '数据_示例'])) };

function drafted(results: readonly MetricResult[], changes: readonly DraftChange[], content = BLANK): Assembly {
  return assemblePlan({ content, fields: FIELDS, metrics: metricLabels, results, changes, raw: RAW, data: DATA, words: planWords });
}

const textOf = ({ entries }: Pick<Assembly, 'entries'>, form: string, key: string): string => {
  const value: CellValue = entries[form]?.[key] ?? null;
  return typeof value === 'string' ? value : '';
};

const VERDICT_LIST: readonly Verdict[] = ['improved', 'worsened', 'no-evidence', 'not-comparable'];
/** Every metric with figures of its unit; some without one before. */
const figures = fc.tuple(...metricLabels.map(({ unit }) => fc.record({
  before: fc.option(amount(unit), { freq: 6 }), after: fc.option(amount(unit), { freq: 9 }), verdict: fc.constantFrom(...VERDICT_LIST), tested: fc.boolean(),
})));

function amount(unit: MetricResult['unit']): fc.Arbitrary<number> {
  if (unit === 'ratio') return fc.integer({ min: 0, max: 100_000 }).map((n) => n / 100_000);
  if (unit === 'count') return fc.integer({ min: 0, max: 400 });
  return fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1000);
}

function given(drawn: readonly { readonly before: number | null; readonly after: number | null; readonly verdict: Verdict; readonly tested: boolean }[]): { readonly results: readonly MetricResult[]; readonly changes: readonly DraftChange[] } {
  const byKey = new Map(metricLabels.map(({ key }, i) => [key, drawn[i]]));
  const results = RESULTS.map((result): MetricResult => {
    const value = byKey.get(result.key)?.[result.period === 'baseline' ? 'before' : 'after'] ?? null;
    return { ...result, value, status: value === null ? 'no-data' : 'ok', reason: value === null ? 'no-rows' : null };
  });
  const changes = metricLabels.map(({ key }): DraftChange => {
    const one = byKey.get(key);
    const compared = one !== undefined && one.after !== null && (one.before !== null || RESULTS.every((result) => result.key !== key || result.period !== 'baseline'));
    return { key, verdict: compared ? one.verdict : 'not-comparable', difference: null, interval: null, test: one?.tested === true ? { method: 'z', statistic: 2, p: 0.01 } : null, reason: compared ? null : 'baseline-not-ok' };
  });
  return { results, changes };
}

test('whatever was measured: no figure of a draft differs from the computed ones, and what is not shown is not called an improvement', () => {
  fc.assert(fc.property(figures, (drawn) => {
    const { results, changes } = given(drawn);
    const assembly = drafted(results, changes);
    const workbook = createWorkbookFacts({ content: { ...BLANK, entries: assembly.entries }, fields: FIELDS, results, changes });
    const texts = [textOf(assembly, 'results', 'summary'), ...CASE_PARTS.map(([part]) => textOf(assembly, 'F', part))];
    expect(texts.flatMap((text) => wrongFigures(text, workbook))).toEqual([]);
    for (const { key, name } of metricLabels) {
      const verdict = changes.find((change) => change.key === key)?.verdict;
      if (verdict === 'improved') continue;
      const told = texts.join('\n').split(/[；。\n]/u).filter((sentence) => ['由', '为', '两期'].some((word) => new RegExp(`(?:^|[，：])${name.replaceAll(/[()]/gu, '.')}${word}`, 'u').test(sentence)));
      expect(told.filter((sentence) => sentence.endsWith('有改善'))).toEqual([]);
    }
  }), { numRuns: 40 });
});

test('whatever was measured: the case keeps within its length and near the shares of its parts', () => {
  fc.assert(fc.property(figures, (drawn) => {
    const { results, changes } = given(drawn);
    const assembly = drafted(results, changes);
    const lengths = CASE_PARTS.map(([part, about]) => ({ about, length: partLength(textOf(assembly, 'F', part)) }));
    const whole = lengths.reduce((sum, { length }) => sum + length, 0);
    if (whole === 0) return;
    expect(whole).toBeLessThan(CASE_LIMIT);
    for (const { about, length } of lengths) expect(Math.abs((100 * length) / whole - about)).toBeLessThanOrEqual(about <= 10 ? 5 : 10);
  }), { numRuns: 40 });
});

const CHANGES: readonly DraftChange[] = metricLabels.map(({ key }) => ({ key, verdict: key.startsWith('supplier-on-time') ? 'improved' : 'no-evidence' }));

describe('the example', () => {
  const first = drafted(RESULTS, CHANGES);

  test('is told with its periods, its counts, its kinds and its problems', () => {
    const summary = textOf(first, 'results', 'summary').split('\n');
    expect(summary[0]).toBe('以 2024 年 7 月 1 日至 2025 年 6 月 30 日为提升前、2025 年 7 月 1 日至 2026 年 6 月 30 日为提升后，数据截止 2026 年 5 月 6 日，提升后期间还没有结束，以下为阶段性结论。');
    expect(summary).toContain('问题 W3“铸件、密封件到货延迟、不合格”：采购产品(服务)及时交付率由 80.9% 升至 94.0%，达到目标 88%，数据说明有改善。');
    expect(summary.at(-1)).toBe('数据不能说明有变化的，不作为成效。');
    expect(textOf(first, 'F', 'title')).toBe('采购产品(服务)及时交付率由80.9%升至94.0%：示例泵业有限公司的认证提升做法');
    expect([textOf(first, 'F', 'industry'), textOf(first, 'F', 'industryCode'), textOf(first, 'F', 'units[1].name')]).toEqual(['通用设备制造业', '34', '示例认证咨询有限公司']);
    expect(first.entries['F']?.['figures[0].metric']).toBe('采购产品(服务)及时交付率');
  });

  test('changes with its figures where nobody wrote anything, and stays where somebody did', () => {
    const now = RESULTS.map((result) => (result.key === 'supplier-on-time-delivery-rate' && result.period === 'current' ? { ...result, value: 0.96 } : result));
    const own = { ...first.entries, F: { ...first.entries['F'], results: '人写的成效。' } };
    const later = drafted(now, CHANGES, { ...BLANK, entries: own });
    expect(textOf(later, 'F', 'results')).toBe('人写的成效。');
    expect(textOf(later, 'results', 'summary')).toContain('由 80.9% 升至 96.0%');
    const changed = later.cells.filter(({ act, form }) => act === 'updated' && FORMS.some((one) => one === form)).map(({ key }) => key);
    expect(changed).toEqual(expect.arrayContaining(['summary', 'title']));
    expect(drafted(now, CHANGES, { ...BLANK, entries: later.entries }).cells.filter(({ act }) => act === 'proposed' || act === 'updated')).toEqual([]);
  });

  test('without figures, or without periods, nothing is told', () => {
    const none = drafted(RESULTS.map((result): MetricResult => ({ ...result, value: null, status: 'no-data', reason: 'no-rows' })), []);
    expect([...CASE_PARTS.map(([part]) => textOf(none, 'F', part)), textOf(none, 'results', 'summary')].join('')).toBe('');
  });
});

test('what can be left out goes where a part is too long, its other sentences stay in their order', () => {
  const sentence = (text: string, rank: number): { readonly text: string; readonly rank: number } => ({ text, rank });
  const texts = balanced({
    intro: [sentence('甲'.repeat(10), 0), sentence('乙'.repeat(40), 2), sentence('丙'.repeat(2), 1)],
    problems: [sentence('丁'.repeat(20), 0)], results: [sentence('戊'.repeat(60), 0)], highlights: [sentence('己'.repeat(100), 0)], lessons: [sentence('庚'.repeat(8), 0)],
  });
  expect(texts.intro).toBe('甲'.repeat(10) + '丙'.repeat(2));
});
