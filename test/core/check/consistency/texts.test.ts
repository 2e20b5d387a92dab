/** Every code between the sheets and of the gates has its sentences in both languages, with the parameters that its rule gives. */
import { consistencyIssues, isConsistencyCode, type ConsistencyCode } from '../../../../src/core/check/consistency/codes';
import { stageIssues } from '../../../../src/core/check/stage/codes';
import { consistencyTexts } from '../../../../src/core/text/consistency-texts';
import { blanksOf, messageOf, type Text } from '../../../../src/core/text/message';
import { describe, expect, test } from '@jest/globals';
import { issuesOf } from './base-content';

/** Does not compile when a code has no sentence. */
const texts: Readonly<Record<ConsistencyCode | keyof typeof stageIssues, Text>> = consistencyTexts;
const declared: Readonly<Record<string, readonly string[]>> = Object.fromEntries(Object.entries({ ...consistencyIssues, ...stageIssues }).map(([code, { params }]) => [code, params]));

test('no sentence without a code', () => expect(Object.keys(texts).filter((code) => declared[code] === undefined)).toEqual([]));

describe.each(Object.entries(texts))('%s', (code, text) => {
  test('uses the parameters of its code, the same in both languages', () => {
    const [zh, en] = [text.zh, text.en].map((pair) => pair.flatMap(blanksOf));
    expect([...(zh ?? []), ...(en ?? [])].filter((blank) => declared[code]?.includes(blank) !== true)).toEqual([]);
    expect(new Set(blanksOf(text.en[0]))).toEqual(new Set(blanksOf(text.zh[0])));
  });

  test('is short and calm', () => {
    for (const [language, pair] of [['zh', text.zh], ['en', text.en]] as const) {
      const whole = pair.join('');
      expect(whole).not.toMatch(/[!！]|系统/u);
      expect(whole.split('请').length).toBeLessThanOrEqual(2);
      expect(whole.length).toBeLessThanOrEqual(language === 'zh' ? 120 : 240);
      expect(pair.every((sentence) => (language === 'zh' ? /。$/u : /\.$/u).test(sentence))).toBe(true);
      expect(/\p{Script=Han}/u.test(whole.replaceAll('首页', ''))).toBe(language === 'zh');
    }
  });
});

test('a rule gives every parameter that its code declares', () => {
  const issues = issuesOf({
    blank: ['C'],
    changes: {
      E: { 'lines[0].number': 'X', 'lines[1].cause': '别的', 'lines[1].problem': '别的', 'lines[2].baseline': 50, 'lines[3].target': 0.1, 'lines[3].start': 47_000 },
      D: { 'problems[1].number': 'W3', 'problems[2].cause': '无' },
      F: { lessons: '长'.repeat(2600), industry: '纺织业', industryCode: '35' },
      requirements: { 'agency.1.result': '不符合' },
      implementation: { 'awareness.people': 1, 'group.head': '王小明', 'group.post': '文员', 'training.staff.people': 0, 'briefing.speaker': '赵六' },
      A: { 'content.3-1.finding': '流失率 99%' },
    },
  });
  expect(new Set(issues.map(({ code }) => code)).size).toBeGreaterThan(15);
  for (const { code, params } of issues) expect([code, Object.keys(params).sort()]).toEqual([code, [...(declared[code] ?? [])].sort()]);
});

test('the sentence of an issue reads as a clerk needs it', () => {
  const [issue] = issuesOf({ changes: { E: { 'lines[2].baseline': 0.85 } } });
  expect(issue !== undefined && isConsistencyCode(issue.code) ? messageOf(consistencyTexts[issue.code], issue.params, 'zh') : null).toEqual({
    message: '“采购产品(服务)及时交付率”提升前填的是 85%，按数据表计算是 80.9%。',
    repair: '清空这一格，方案里会显示计算值；确认计算值不对的，先核对数据表。',
  });
});
