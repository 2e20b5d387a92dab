/** Every code has its sentences, every blank its parameter, in both languages. */
import { cellProblems } from '../../../src/core/codec/problem';
import { checkIssues, type CheckIssueCode } from '../../../src/core/check/codes';
import { tamperIssues, type TamperCode } from '../../../src/core/check/tamper/codes';
import { consistencyIssues, type ConsistencyCode } from '../../../src/core/check/consistency/codes';
import { stageIssues } from '../../../src/core/check/stage/codes';
import { importIssues, type ImportIssueCode } from '../../../src/core/import/codes';
import { hostTexts } from '../../../src/core/text/host-texts';
import { hostErrorText, isHostCode, issuePlace, issueSentence, issueText, issueTexts } from '../../../src/core/text/issue-text';
import { blanksOf, fill, type Text } from '../../../src/core/text/message';
import type { Issue } from '../../../src/core/issue/issue';
import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Does not compile when a code has no sentence. */
const complete: Readonly<Record<ImportIssueCode | TamperCode | CheckIssueCode | ConsistencyCode | keyof typeof stageIssues, Text>> = issueTexts;

const declared: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(cellProblems).map(([code, params]) => [code, ['column', ...params]])),
  ...Object.fromEntries([checkIssues, tamperIssues, consistencyIssues, stageIssues, importIssues].flatMap((codes) => Object.entries<{ readonly params: readonly string[] }>(codes)).map(([code, { params }]) => [code, params])),
};

/** What the hosts and the use cases hand over. */
const HOST_PARAMS: Readonly<Record<keyof typeof hostTexts, readonly string[]>> = {
  'xlsx/encrypted': [], 'xlsx/old-format': [], 'xlsx/binary': [], 'xlsx/csv': [], 'xlsx/html': [],
  'xlsx/not-a-workbook': ['found'], 'xlsx/damaged': ['part'], 'xlsx/too-large': ['part', 'size', 'limit'], 'xlsx/sheet-missing': ['sheet'],
  'xlsx/text-too-long': ['sheet', 'cell', 'length', 'limit'], 'xlsx/not-finite': ['sheet', 'cell'], 'xlsx/too-many-rows': ['sheet', 'rows', 'limit'],
  'csv/not-text': ['found'], 'csv/encoding': ['tried'], 'csv/unclosed-quote': ['row'], 'csv/bad-quote': ['row'],
  'file/missing': ['path'], 'file/unreadable': ['path'], 'file/is-directory': ['path'], 'file/unwritable': ['path'], 'file/disk-full': ['path'],
  'xlsx/sheet-exists': ['sheet'], 'xlsx/last-sheet': ['sheet'], 'xlsx/cell-merged': ['sheet', 'cell', 'range'], 'xlsx/cell-in-array': ['sheet', 'cell', 'range'],
  'xlsx/formula-too-long': ['sheet', 'cell', 'length', 'limit'], 'xlsx/name-invalid': ['name'], 'xlsx/signed': [], 'xlsx/no-list': ['sheet', 'row'], 'xlsx/rows-below': ['sheet', 'cell'],
  'file/changed': ['path'], 'file/copy-exists': ['path'], 'workbook/not-ours': [], 'share/name-left': ['part'],
  'excel/editing-cell': [], 'excel/protected': ['sheet'], 'excel/read-only': [], 'excel/too-much': ['sheet'], 'excel/sheet-gone': ['sheet'], 'excel/sheet-hidden': ['sheet'], 'excel/no-office': [], 'excel/not-in-excel': [], 'excel/other-workbook': [],
  'excel/busy': [], 'excel/stopped': [], 'excel/too-old': ['code'], 'excel/half-done': ['sheet'], 'excel/failed': ['code'],
  'queue/address': ['url'], 'queue/unreachable': ['url'], 'rollup/worker-died': ['reason'], 'rollup/too-slow': ['seconds'], 'rollup/fault': ['message'], 'rollup/other-program': [], 'rollup/journal-changed': ['path'],
  'picture/no-chinese-font': [], 'picture/failed': [],
  'file/not-allowed': ['path'], 'pane/worker': ['message'], 'pane/not-kept': ['reason'],
};
const hostParams = new Map<string, readonly string[]>(Object.entries(HOST_PARAMS));

const sentences = [...Object.entries<Text>(issueTexts), ...Object.entries<Text>(hostTexts)].flatMap(([code, text]) =>
  (['zh', 'en'] as const).map((language) => ({ code, language, message: text[language][0], repair: text[language][1] })),
);

describe.each(sentences)('$code $language', ({ code, language, message, repair }) => {
  test('names only parameters that the code has', () => {
    const known = declared[code] ?? hostParams.get(code) ?? [];
    expect([...blanksOf(message), ...blanksOf(repair)].filter((blank) => !known.includes(blank))).toEqual([]);
  });

  test('says what is wrong and what to do, calmly', () => {
    for (const sentence of [message, repair]) {
      expect(sentence).toMatch(language === 'zh' ? /[。]$/u : /\.$/u);
      expect(sentence).not.toMatch(/[!！]|系统/u);
    }
    expect((message + repair).split('请').length - 1).toBeLessThanOrEqual(1);
    // English names sheets, the program and units by the words that the workbook prints.
    const chinese = /\p{Script=Han}/u.test((message + repair).replaceAll(/首页|质升|元/gu, ''));
    expect(chinese).toBe(language === 'zh');
  });
});

test('every code that a host or a use case throws', () => {
  const source = join(__dirname, '../../../src');
  const thrown = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?:host|app)\/.*\.ts$/u.test(name))
    .flatMap((name) => [...readFileSync(join(source, name), 'utf8').matchAll(/HostError\('([a-z-]+\/[a-z-]+)'/gu)].map(([, code]) => code ?? ''));
  expect(thrown.length).toBeGreaterThan(5);
  expect(thrown.filter((code) => !isHostCode(code))).toEqual([]);
});

test('the tables hold no code that nobody raises', () => {
  expect(Object.keys(complete).filter((code) => declared[code] === undefined)).toEqual([]);
});

test('both languages use the same blanks', () => {
  const differing = [...Object.entries<Text>(issueTexts), ...Object.entries<Text>(hostTexts)].filter(([, { zh, en }]) => {
    const [a, b] = [new Set(blanksOf(zh[0])), new Set(blanksOf(en[0]))];
    return [...a, ...b].some((blank) => !a.has(blank) || !b.has(blank));
  });
  expect(differing.map(([code]) => code)).toEqual([]);
});

const ISSUE: Issue = { code: 'cell/required', severity: 'error', sheet: '数据_销售交付', cell: 'F17', clause: 'A.1 6.6', params: { column: '承诺交期' } };

test('a sentence says where, what and what to do', () => {
  expect(issueSentence(ISSUE, 'zh')).toBe('数据_销售交付 F17：“承诺交期”必填，现在是空白。填上内容；填法见本表开头的说明。');
  expect(issuePlace({ ...ISSUE, cell: '', params: { row: 9 } }, 'zh')).toBe('数据_销售交付 来源第 9 行');
  expect(issuePlace({ ...ISSUE, cell: '', params: {} }, 'en')).toBe('数据_销售交付');
  expect(issuePlace({ ...ISSUE, sheet: '', cell: '', params: {} }, 'zh')).toBe('整本工作簿');
});

test('a range that is the cell of the place is not named again', () => {
  const issue: Issue = { code: 'formula/overwritten', severity: 'error', sheet: '指标计算', cell: 'N5', clause: '', params: { range: 'N5', value: '7' } };
  expect(issueSentence(issue, 'zh')).toMatch(/^指标计算 N5：这一格原来是公式，/u);
  expect(issueText(issue, 'en').message).toMatch(/^This cell held a formula/u);
  expect(issueText({ ...issue, params: { ...issue.params, range: 'N5:N6' } }, 'zh').message).toMatch(/^N5:N6 原来是公式/u);
});

test('parameters that stand for words are put into the language', () => {
  expect(issueText({ ...ISSUE, code: 'cell/kind', params: { column: '交付日期', value: '待定', kind: 'date' } }, 'zh').message).toBe('“交付日期”应填日期，现在是“待定”。');
  expect(issueText({ ...ISSUE, code: 'cell/range', params: { column: '权重', value: 3, bound: 'max', limit: 1 } }, 'en').message).toBe('3 in "权重" is above 1.');
});

test('a missing file is named', () => {
  expect(hostErrorText('file/missing', { path: '/a/b.xlsx' }, 'zh').message).toBe('没有找到文件“/a/b.xlsx”。');
});

test('a parameter that is not given never shows as undefined', () => {
  expect(fill('{a}和{b}', { a: 1 }, 'zh')).toBe('1和…');
});

test.each(['cell/unknown', 'toString'])('the unknown code %s is refused', (code) => {
  expect(() => issueText({ ...ISSUE, code }, 'zh')).toThrow(RangeError);
  expect(() => hostErrorText(code, {}, 'en')).toThrow(RangeError);
});
