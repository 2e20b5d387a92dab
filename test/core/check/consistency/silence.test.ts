/** What the rules across sheets must not say: sheets that were not chosen, work not begun, and entries that are right in another way. */
import { checkConsistency } from '../../../../src/core/check/consistency/check-consistency';
import { serialOf } from '../../../../src/core/codec/date';
import { describe, expect, test } from '@jest/globals';
import { BASE, baseText, brief, contentOf, figure, FIELDS, issuesOf, RESULTS, type Variation } from './base-content';

const E = (changes: Readonly<Record<string, string | number | null>>): Variation => ({ changes: { E: changes } });

describe('a workbook at its beginning', () => {
  test('without any entry', () => expect(issuesOf({ blank: Object.keys(FIELDS) })).toEqual([]));

  test('in which only 首页 and 工作计划 are filled', () => {
    const later = ['requirements', 'A', 'B', 'C', 'D', 'E', 'implementation', 'results', 'F', 'records', 'summary'];
    expect(issuesOf({ blank: later })).toEqual([]);
  });

  test.each(['A', 'C', 'D', 'E', 'implementation', 'results', 'F'])('filled up to but without %s', (form) => {
    const order = ['A', 'B', 'C', 'D', 'E', 'implementation', 'results', 'F'];
    expect(issuesOf({ blank: [...order.slice(order.indexOf(form)), 'records'] })).toEqual([]);
  });

  test('with problems whose plan is not written yet, and a plan of which only the idea is', () => {
    expect(issuesOf({ blank: ['E', 'records'] })).toEqual([]);
    const idea = { ...contentOf({ blank: ['E'] }).entries, E: { idea: '先稳住关键工序。' }, records: {} };
    expect(checkConsistency({ content: { ...BASE, entries: idea }, fields: FIELDS, results: RESULTS })).toEqual([]);
  });

  test('with a requirement to be verified while nothing else has begun', () => {
    const blank = ['A', 'B', 'C', 'D', 'E', 'implementation', 'results', 'F', 'records'];
    expect(issuesOf({ blank, changes: { requirements: { 'agency.1.result': '待核实' } } })).toEqual([]);
  });
});

test.each(BASE.chosen.filter((key) => FIELDS[key] !== undefined))('a workbook without the sheet %s', (form) => {
  expect(issuesOf({ without: [form] })).toEqual([]);
});

test('no metric is measured, no row read', () => {
  const unmeasured = checkConsistency({ content: { ...contentOf({}), periods: null }, fields: FIELDS, results: [] });
  // The kinds of 7.6 are all that then is missing, since the results are concluded.
  expect(brief(unmeasured).map((issue) => issue.split(' ')[0])).toEqual(Array.from({ length: 5 }, () => 'kind-missing'));
});

describe('right in another way', () => {
  const said = (variation: Variation): readonly string[] => brief(issuesOf(variation));

  test('numbers and texts in other spelling', () => {
    expect(said(E({ 'lines[0].number': 'ｗ-1' }))).toEqual([]);
    expect(said(E({ 'lines[0].cause': '排产凭经验；没有产能数据；插单不评审。' }))).toEqual([]);
    expect(said(E({ 'lines[2].cause': '供方单一，没有业绩评价和预警，合同未写交期' }))).toEqual([]);
  });

  test('two lines for one problem', () => expect(said(E({ 'lines[3].number': 'W4', 'lines[4].number': 'W4', 'lines[4].cause': '责任和期限不清，没有跟踪', 'lines[4].problem': '质量问题和顾客投诉处置逾期' }))).toEqual([]));

  test('figures as far as they are written', () => {
    expect(said(E({ 'lines[2].baseline': 0.81 }))).toEqual([]);
    expect(said(E({ 'lines[2].baseline': 0.80889 }))).toEqual([]);
  });

  test('a metric of the enterprise itself', () => expect(said({ changes: { E: { 'lines[0].metric': '插单占比', 'lines[0].baseline': 35 }, D: { 'problems[0].metric': '插单占比' } } })).toEqual([]));

  test('a target that several lines share, and one that nothing was planned for', () => {
    expect(said({ changes: { results: { 'metrics.key-process-yield.target': 0.98, 'kinds.d.target': 0.999 } } })).toEqual([]);
  });

  test.each([
    ['示例总经理', '负责人'],
    ['王小明', '董事长'],
    ['王小明', '生产部长（总经理授权）'],
  ])('the head %s, %s', (head, post) => expect(said({ changes: { implementation: { 'group.head': head, 'group.post': post } } })).toEqual([]));

  test.each(['group.evidence', 'group.authorisation'])('a deputy with a letter of authorisation in %s', (key) =>
    expect(said({ changes: { implementation: { 'group.head': '王小明', 'group.post': '副总经理', [key]: '最高管理者授权书' } } })).toEqual([]));

  test('people nobody can look up', () => {
    expect(said({ changes: { E: { 'lines[0].owner': '张三' } }, raw: { staff: new Set() } })).toEqual([]);
    expect(said({ changes: { implementation: { 'group.members': '生产、技术、质检、王小明（组长）' }, E: { 'lines[0].owner': '车间主任、王小明' } } })).toEqual([]);
  });

  test.each([
    ['3-1', '年流失率约 15%，行业平均 12%。'],
    ['1-3', '近三年有 1 起警告，已整改。'],
    ['7-2', '没有重大投诉。'],
    ['1-4', '未列入经营异常名录。'],
    ['5-3', '铸件延迟，平均晚 3 天。'],
  ])('the finding of %s: %s', (content, finding) => expect(said({ changes: { A: { [`content.${content}.finding`]: finding } } })).toEqual([]));

  test.each([
    '直通率达到 92.4%，比提升前提高 4.4 个百分点。',
    '直通率由 88% 提高到 92%。',
    '直通率下一年的目标是 95%。',
    '行业平均直通率 85%。',
    '培训 12 次，修订作业指导书 17 份，投入 3.5 万元。',
    '直通率 88.0%，与 92.4% 相比差距明显。',
    '产品合格率保持在 99.8%。',
  ])('the case: %s', (sentence) => {
    const results = `${baseText('F', 'results')}${sentence}`;
    expect(said({ changes: { F: { results } } })).toEqual([]);
  });

  test.each(['W3', 'W1、w3', '无', '本次不列入：供方已更换', 'W2；其余已当场改正'])('a gap of the check-up answered by %s', (value) => expect(said({ changes: { C: { 'purchasing.problems': value } } })).toEqual([]));

  test('another metric of the kind', () => expect(said({ results: figure('product-pass-rate', 'current', null) })).toEqual([]));
  test('an indicator of the enterprise itself for a kind', () => {
    const others = { 'others[0].kind': '成本管控', 'others[0].name': '单台能耗成本', 'others[0].after': 31, 'others[0].evidence': '能源台账', 'kinds.b.evidence': null };
    expect(said({ results: figure('cost-reduction-rate', 'current', null), changes: { results: others } })).toEqual([]);
  });

  test('a third unit beside the table', () => expect(said({ changes: { F: { moreUnits: '丙协会' } } })).toEqual([]));
  test('a record made on the day', () => expect(said({ changes: { records: { 'records.talks.when': serialOf(2025, 7, 16) } } })).toEqual([]));
  test('main products just above half', () => expect(said({ results: figure('main-product-revenue-share', 'current', 0.5001) })).toEqual([]));
  test('the baseline ends the day before the first measure', () => expect(said({ changes: { home: { 'periods.baseline.end': serialOf(2025, 8, 31), 'periods.current.start': serialOf(2025, 9, 1) } } })).toEqual([]));
  test('a small enterprise at the bounds', () => expect(said({ changes: { home: { 'enterprise.employees': 86, 'enterprise.revenue': 400_000 } } })).toEqual([]));
});

test('more of one kind than the limit are counted and said', () => {
  const changes = { requirements: Object.fromEntries([1, 2, 3, 4].map((n) => [`agency.${n}.result`, '不符合'])) };
  const issues = checkConsistency({ content: contentOf({ changes }), fields: FIELDS, results: RESULTS }, { perRule: 3 });
  expect(issues.map(({ code }) => code)).toEqual(['consistency/not-eligible', 'consistency/not-eligible', 'consistency/not-eligible', 'check/capped']);
  expect(issues.at(-1)).toMatchObject({ severity: 'info', sheet: '基本要求', params: { rule: 'consistency/not-eligible', count: 4, shown: 3 } });
  expect(() => checkConsistency({ content: BASE, fields: FIELDS, results: RESULTS }, { perRule: 0 })).toThrow(RangeError);
});
