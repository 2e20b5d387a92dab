/** What does not agree between the sheets, one thing at a time: found at its cell, by its code, and no other rule between sheets says anything. */
import { serialOf } from '../../src/core/codec/date';
import { baseText, figure, FIELDS, placeOf, type Variation } from '../core/check/consistency/base-content';
import type { Corruption } from './corruption';

/** What is corrupted, and `code form key` of what must be said. */
type Mutation = readonly [what: string, variation: Variation, ...expected: (readonly [code: string, form: string, key: string])[]];

const E = (changes: Readonly<Record<string, string | number | null>>): Variation => ({ changes: { E: changes } });
const D = (changes: Readonly<Record<string, string | number | null>>): Variation => ({ changes: { D: changes } });
const F = (changes: Readonly<Record<string, string | number | null>>): Variation => ({ changes: { F: changes } });
const causes = (changes: Readonly<Record<string, string | null>>): Variation => ({ changes: { causes: changes } });
const home = (changes: Readonly<Record<string, string | number | null>>): Variation => ({ changes: { home: changes } });
const done = (changes: Readonly<Record<string, string | number | null>>): Variation => ({ changes: { implementation: changes } });
const survey = (content: string, finding: string): Variation => ({ changes: { A: { [`content.${content}.finding`]: finding } } });
const met = (changes: Readonly<Record<string, string | null>>): Variation => ({ changes: { requirements: changes } });
const review = (changes: Readonly<Record<string, string | number | null>>): Variation => ({ changes: { review: changes } });
const record = (changes: Readonly<Record<string, string | number | null>>, more: Omit<Variation, 'changes'> = {}): Variation => ({ ...more, changes: { records: changes } });

/** A line of the plan cleared away. */
const noLine = (i: number): Readonly<Record<string, null>> =>
  Object.fromEntries((FIELDS['E'] ?? []).filter(({ group }) => group === `lines[${i}]`).map(({ key }) => [key, null]));
const noTraining = (level: string): Readonly<Record<string, null>> =>
  Object.fromEntries(['date', 'form', 'people', 'content', 'evidence'].map((key) => [`training.${level}.${key}`, null]));

const told = baseText('F', 'results');
const highlights = baseText('F', 'highlights');

const MUTATIONS: readonly Mutation[] = [
  ['a medium enterprise', home({ 'enterprise.employees': 300 }), ['not-small', 'home', 'enterprise.employees'], ['training-staff', 'implementation', 'awareness.staff']],
  ['no income to size by', home({ 'enterprise.revenue': null, 'enterprise.employees': 310 }), ['size-figure-missing', 'home', 'enterprise.revenue'], ['training-staff', 'implementation', 'awareness.staff']],
  ['an industry that the rule divides', home({ 'enterprise.industry': '70' }), ['size-code-needed', 'home', 'enterprise.sizeCode'], ['case-industry-home', 'F', 'industryCode']],
  ['an industry outside the rule', home({ 'enterprise.industry': '83' }), ['size-not-covered', 'home', 'enterprise.industry'], ['case-industry-home', 'F', 'industryCode']],
  ['a size code of another industry', home({ 'enterprise.sizeCode': '3511' }), ['size-code-differs', 'home', 'enterprise.sizeCode']],
  ['an income in another unit', { changes: { home: { 'enterprise.revenue': 42_000_000, 'enterprise.employees': 86 } }, results: figure('rd-spending-ratio', 'baseline', 0.03, { denominator: 4100 }) }, ['revenue-scale', 'home', 'enterprise.revenue']],
  ['a diagnosis before the check-up', { changes: { D: { time: serialOf(2025, 8, 5) } } }, ['steps-order', 'D', 'time']],
  ['a plan before the diagnosis', { changes: { E: { time: serialOf(2025, 8, 12) } } }, ['steps-order', 'E', 'time']],
  ['a survey without the top', { changes: { A: Object.fromEntries((FIELDS['A'] ?? []).filter(({ key }) => key.endsWith('.respondent')).map(({ key }) => [key, '各职能部门负责人'])) } }, ['survey-respondents', 'A', 'content.1-1.respondent']],
  ['answers of two scales', { results: figure('customer-satisfaction', 'current', null, { status: 'not-applicable', reason: 'mixed-scales' }) }, ['mixed-scales', '数据_满意度', 'H3']],
  ['an item without a weight', { results: figure('third-party-satisfaction', 'baseline', null, { status: 'not-applicable', reason: 'item-without-weight' }) }, ['item-unweighted', '数据_满意度', 'J4'], ['case-figure', 'F', 'results']],
  ['a requirement not met', met({ 'agency.2.result': '不符合' }), ['not-eligible', 'requirements', 'agency.2.result']],
  ['a requirement to be verified', met({ 'personnel.6.result': '待核实' }), ['eligibility-open', 'requirements', 'personnel.6.result']],
  ['a requirement met without evidence', met({ 'enterprise.1.evidence': '  ' }), ['eligibility-evidence', 'requirements', 'enterprise.1.evidence']],
  ['a listing against a requirement', { results: figure('abnormal-listing-count', 'baseline', 2) }, ['eligibility-contradicted', 'requirements', 'enterprise.2.result']],
  ['personnel of nobody in the talks', { changes: { B: { 'talks[1].personnel': '示例顾问甲、张三' } } }, ['personnel-unknown', 'B', 'talks[1].personnel']],
  ['personnel of nobody in the plan', E({ personnel: '李四' }), ['personnel-unknown', 'E', 'personnel']],
  ['a survey figure of another rate', survey('3-1', '一线流动较多，年流失率 21.5%。'), ['survey-figure', 'A', 'content.3-1.finding']],
  ['no penalties against one', survey('1-3', '无'), ['survey-figure', 'A', 'content.1-3.finding']],
  ['another number of penalties', survey('1-3', '有三起处罚，已整改。'), ['survey-figure', 'A', 'content.1-3.finding']],
  ['main products of half the income', { results: figure('main-product-revenue-share', 'baseline', 0.5) }, ['main-product-share', '数据_产品收入', 'D3']],
  ['a number twice', D({ 'problems[2].number': 'w-1' }), ['gap-unknown', 'C', 'purchasing.problems'], ['number-twice', 'D', 'problems[2].number'], ['analysis-unknown', 'causes', 'blocks[2].number'], ['plan-number-unknown', 'E', 'lines[2].number']],
  ['an analysis of no problem', causes({ 'blocks[1].number': 'W9' }), ['analysis-unknown', 'causes', 'blocks[1].number']],
  ['an analysis that does not say of what', causes({ 'blocks[3].number': null }), ['analysis-unnumbered', 'causes', 'blocks[3].number']],
  ['two analyses of one problem', causes({ 'blocks[1].number': 'w1' }), ['analysis-twice', 'causes', 'blocks[1].number'], ['cause-root', 'D', 'problems[0].cause']],
  ['a question left out', causes({ 'blocks[0].why2': null }), ['why-broken', 'causes', 'blocks[0].why2']],
  ['an answer that is the problem', causes({ 'blocks[2].why2': '铸件、密封件到货延迟，不合格。' }), ['why-repeats', 'causes', 'blocks[2].why2']],
  ['an answer that is the answer above', causes({ 'blocks[3].why2': baseText('causes', 'blocks[3].why1') }), ['why-repeats', 'causes', 'blocks[3].why2']],
  ['questions without a conclusion', causes({ 'blocks[3].root': null }), ['root-open', 'causes', 'blocks[3].root']],
  ['a conclusion without a question', causes({ 'blocks[3].why1': null, 'blocks[3].why2': null, 'blocks[3].why3': null }), ['root-unasked', 'causes', 'blocks[3].root']],
  ['a root cause of a kind without a bone', causes({ 'blocks[3].category': '机' }), ['root-category', 'causes', 'blocks[3].category']],
  ['another root cause than the diagnosed one', causes({ 'blocks[0].root': '设备老旧' }), ['cause-root', 'D', 'problems[0].cause']],
  ['a gap that became no problem', { changes: { C: { 'purchasing.problems': null } } }, ['gap-unlinked', 'C', 'purchasing.problems']],
  ['a gap of an unknown problem', { changes: { C: { 'inspection.problems': 'W3、W7' } } }, ['gap-unknown', 'C', 'inspection.problems']],
  ['a cause that is the problem', { changes: { D: { 'problems[0].cause': '生产计划按时完成率低，插单多。' }, E: { 'lines[0].cause': '生产计划按时完成率低，插单多' } } }, ['cause-repeats', 'D', 'problems[0].cause'], ['cause-root', 'D', 'problems[0].cause']],
  ['a cause of nothing', { changes: { D: { 'problems[3].cause': '待定' }, E: { 'lines[3].cause': null } } }, ['cause-root', 'D', 'problems[3].cause'], ['says-nothing', 'D', 'problems[3].cause']],
  ['a method of a dash', E({ 'lines[1].method': '——' }), ['says-nothing', 'E', 'lines[1].method']],
  ['a tool of nothing', E({ 'lines[2].tools': '无' }), ['says-nothing', 'E', 'lines[2].tools']],
  ['an owner to be named', E({ 'lines[0].owner': '待定' }), ['says-nothing', 'E', 'lines[0].owner'], ['person-unknown', 'E', 'lines[0].owner']],
  ['a problem without a line', E(noLine(3)), ['problem-unanswered', 'D', 'problems[3].number']],
  ['a line for no problem', E({ 'lines[1].number': 'W9' }), ['problem-unanswered', 'D', 'problems[1].number'], ['plan-number-unknown', 'E', 'lines[1].number']],
  ['another problem under the number', E({ 'lines[0].problem': '设备老旧' }), ['plan-problem', 'E', 'lines[0].problem']],
  ['another cause under the number', E({ 'lines[2].cause': '铸件图纸有误' }), ['plan-cause', 'E', 'lines[2].cause']],
  ['a line that ends before it starts', E({ 'lines[0].end': serialOf(2025, 8, 31) }), ['plan-reversed', 'E', 'lines[0].end']],
  ['a line that ends after the plan', E({ 'lines[3].end': serialOf(2026, 5, 1) }), ['plan-outside', 'E', 'lines[3].end']],
  ['a line that starts before the plan', E({ 'lines[3].start': serialOf(2025, 8, 31) }), ['plan-outside', 'E', 'lines[3].start']],
  ['a step that ends before it starts', { changes: { workPlan: { 'plan.7.2.end': serialOf(2025, 7, 13) } } }, ['plan-reversed', 'workPlan', 'plan.7.2.end']],
  ['a metric other than the diagnosed one', D({ 'problems[1].metric': '直通率' }), ['plan-metric', 'E', 'lines[1].metric']],
  ['a metric without a figure before', { results: figure('quality-issue-closure-rate', 'baseline', null) }, ['plan-metric-unmeasured', 'E', 'lines[3].metric'], ['case-figure', 'F', 'problems'], ['case-figure', 'F', 'results']],
  ['another figure before', E({ 'lines[2].baseline': 0.85 }), ['plan-baseline', 'E', 'lines[2].baseline']],
  ['no figure before of a metric of the enterprise itself', { changes: { D: { 'problems[2].metric': '铸件报废率' }, E: { 'lines[2].metric': '铸件报废率' } } }, ['plan-baseline-missing', 'E', 'lines[2].baseline']],
  ['98 for 98%', E({ 'lines[1].target': 98 }), ['percent-scale', 'E', 'lines[1].target']],
  ['80.9 for 80.9%', E({ 'lines[2].baseline': 80.9 }), ['percent-scale', 'E', 'lines[2].baseline']],
  ['98 for 98% in the results', { changes: { results: { 'kinds.c.target': 98 } } }, ['percent-scale', 'results', 'kinds.c.target']],
  ['a target below what was', E({ 'lines[0].target': 0.4 }), ['target-direction', 'E', 'lines[0].target']],
  ['another target in the results', { changes: { results: { 'metrics.key-process-yield.target': 0.99 } } }, ['target-differs', 'results', 'metrics.key-process-yield.target']],
  ['no resources', E(Object.fromEntries(['people', 'information', 'technology', 'equipment', 'material'].map((key) => [`lines[1].${key}`, null]))), ['plan-resources', 'E', 'lines[1].people']],
  ['a head who is neither top nor authorised', done({ 'group.head': '王小明', 'group.post': '质检员' }), ['group-head', 'implementation', 'group.post']],
  ['a head authorised by nothing', done({ 'group.head': '王小明', 'group.post': '质检员', 'group.authorisation': '无' }), ['group-head', 'implementation', 'group.post']],
  ['a deputy without authorisation', done({ 'group.head': '王小明', 'group.post': '副总经理' }), ['group-head', 'implementation', 'group.post']],
  ['an owner who does not exist', E({ 'lines[1].owner': '赵小刚' }), ['person-unknown', 'E', 'lines[1].owner']],
  ['a trainer who does not exist', done({ 'awareness.trainer': '示例顾问丙丁' }), ['person-unknown', 'implementation', 'awareness.trainer']],
  ['a member who does not exist', done({ 'group.members': '王小明、钱大伟、生产部长' }), ['person-unknown', 'implementation', 'group.members']],
  ['an owner of an opinion who does not exist', done({ 'issues[1].owner': '孙立' }), ['person-unknown', 'implementation', 'issues[1].owner']],
  ['more people than there are', done({ 'awareness.people': 87 }), ['training-attendance', 'implementation', 'awareness.people']],
  ['people who did not come', done({ 'awareness.people': 80 }), ['training-absent', 'implementation', 'awareness.people']],
  ['a training for some of the staff', done({ 'awareness.staff': 40, 'awareness.people': 40 }), ['training-staff', 'implementation', 'awareness.staff']],
  ['a level without training', done(noTraining('system')), ['training-level', 'implementation', 'training.system.date']],
  ['a training of nobody', done({ 'training.staff.people': 0 }), ['training-nobody', 'implementation', 'training.staff.people']],
  ['a problem closed short of its target', done({ 'closing[0].closed': serialOf(2026, 4, 30) }), ['closed-missed', 'implementation', 'closing[0].closed']],
  ['a problem closed without evidence', done({ 'closing[1].closed': serialOf(2026, 4, 30) }), ['closed-unproven', 'implementation', 'closing[1].closed']],
  ['a problem closed before it is done', done({ 'closing[2].closed': serialOf(2026, 4, 30) }), ['closed-unfinished', 'implementation', 'closing[2].closed']],
  ['a problem closed before the day on which it was done', done({ 'progress[2].done': serialOf(2026, 4, 10), 'closing[2].closed': serialOf(2026, 4, 9) }), ['closed-early', 'implementation', 'closing[2].closed']],
  ['an own figure without its evidence', { results: figure('cost-reduction-rate', 'current', null), changes: { results: { 'others[0].kind': '成本管控', 'others[0].name': '单台能耗成本', 'others[0].after': 31, 'kinds.b.evidence': null } } }, ['kind-evidence', 'results', 'kinds.b.evidence']],
  ['a kind without a figure', { results: figure('cost-reduction-rate', 'current', null) }, ['kind-missing', 'results', 'kinds.b.evidence']],
  ['a kind without evidence', { changes: { results: { 'kinds.e.evidence': null } } }, ['kind-evidence', 'results', 'kinds.e.evidence']],
  ['a baseline that ends in the improvement', home({ 'periods.baseline.end': serialOf(2025, 9, 1), 'periods.current.start': serialOf(2025, 9, 2) }), ['baseline-late', 'home', 'periods.baseline.end']],
  ['a summary against rows', { results: figure('labor-efficiency', 'current', 0.9, { basis: 'rows' }) }, ['basis-differs', 'summary', 'metrics.labor-efficiency.baseline.numerator']],
  ['another name of the industry', F({ industry: '专用设备制造业' }), ['case-industry', 'F', 'industry']],
  ['another industry than on 首页', F({ industry: '专用设备制造业', industryCode: '35' }), ['case-industry-home', 'F', 'industryCode']],
  ['a case too long', F({ highlights: `${highlights}${'再写几句。'.repeat(400)}` }), ['case-length', 'F', 'highlights'], ['case-share', 'F', 'problems'], ['case-share', 'F', 'results'], ['case-share', 'F', 'highlights']],
  ['lessons of an eighth', F({ lessons: '启示是要把数据记全。'.repeat(16) }), ['case-share', 'F', 'lessons']],
  ['a figure before that is not the computed one', F({ results: told.replace('由 80.9% 升至', '由 70.9% 升至') }), ['case-figure', 'F', 'results']],
  ['a figure after that is not the computed one', F({ results: told.replace('升至 94.0%', '升至 99.0%') }), ['case-figure', 'F', 'results']],
  ['before and after exchanged', F({ results: told.replace('由 88.0% 升至 92.4%', '由 92.4% 升至 88.0%') }), ['case-figure', 'F', 'results'], ['case-figure', 'F', 'results']],
  ['a count that is not the computed one', F({ results: told.replace('由 3 起降为 0 起', '由 5 起降为 0 起') }), ['case-figure', 'F', 'results']],
  ['a score that is not the computed one', F({ results: told.replace('80.5 分', '85 分') }), ['case-figure', 'F', 'results']],
  ['a figure of the summing up that is not the computed one', { changes: { results: { summary: '采购及时交付率由 80.9% 升至 96.0%。' } } }, ['summary-figure', 'results', 'summary']],
  ['a fourth unit', F({ 'units[2].name': '甲协会、乙协会' }), ['case-units', 'F', 'units[2].name']],
  ['a unit beyond three', F({ 'units[2].name': '甲协会', moreUnits: '乙协会' }), ['case-units', 'F', 'moreUnits']],
  ['a unit twice', F({ 'units[2].name': '示例泵业 有限公司' }), ['case-unit-twice', 'F', 'units[2].name']],
  ['a record of a filled form missing', record({ 'records.diagnosis.state': '未形成' }), ['record-missing', 'records', 'records.diagnosis.state']],
  ['a record of a blank form', record({}, { blank: ['C'] }), ['record-empty', 'records', 'records.checkup.state']],
  ['a record before its talk', record({ 'records.talks.when': serialOf(2025, 7, 15) }), ['record-early', 'records', 'records.talks.when']],
  ['a finding about no sheet', review({ 'findings[0].sheet': '附录G' }), ['finding-sheet', 'review', 'findings[0].sheet']],
  ['a finding at no cell', review({ 'findings[0].cell': '第三行' }), ['finding-cell', 'review', 'findings[0].cell']],
  ['a rejection without a reason', review({ 'findings[1].answer': null, 'findings[1].answeredBy': null, 'findings[1].answered': null }), ['finding-unanswered', 'review', 'findings[1].answer']],
  ['an answer to an open finding', review({ 'findings[1].state': '待答复', 'findings[1].settledBy': null, 'findings[1].settled': null }), ['finding-state', 'review', 'findings[1].state']],
  ['a closing day of a finding that is not closed', review({ 'findings[1].state': '已答复' }), ['finding-state', 'review', 'findings[1].state']],
  ['an answer without its day', review({ 'findings[0].answered': null }), ['finding-signed', 'review', 'findings[0].answered']],
  ['a closing by nobody', review({ 'findings[0].settledBy': null }), ['finding-signed', 'review', 'findings[0].settledBy']],
  ['an answer before its finding', review({ 'findings[0].answered': serialOf(2025, 8, 14) }), ['finding-early', 'review', 'findings[0].answered']],
  ['a finding that must be put right and is not', review({ 'findings[0].state': '已答复', 'findings[0].settledBy': null, 'findings[0].settled': null }), ['finding-open', 'review', 'findings[0].state']],
  ['a record before its plan', record({ 'records.plan.when': serialOf(2025, 8, 26) }), ['record-early', 'records', 'records.plan.when']],
];

const placed = ([, form, key]: readonly [code: string, form: string, key: string]): string => (FIELDS[form] === undefined ? `${form}!${key}` : placeOf(form, key));

/** Each with everything that the rules between sheets say of it: `code sheet!cell`. */
export const betweenSheets: readonly (Corruption & { readonly all: readonly string[] })[] = MUTATIONS.flatMap(([name, variation, ...expected]) => {
  const all = expected.map((one) => `consistency/${one[0]} ${placed(one)}`);
  const [first] = expected;
  return first === undefined ? [] : [{ name, code: `consistency/${first[0]}`, at: placed(first), corrupted: variation, all }];
});
