/**
 * The catalogue of rules, docs/rules.md: every code that checking a workbook can give, with the clause, what it says, what to do,
 * and as an example what is really said of one of the corruptions. Written by `npm run rules`.
 */
import { checkIssues } from '../../src/core/check/codes';
import { consistencyIssues } from '../../src/core/check/consistency/codes';
import { stageIssues } from '../../src/core/check/stage/codes';
import { tamperIssues } from '../../src/core/check/tamper/codes';
import { cellProblems } from '../../src/core/codec/problem';
import type { Issue, Severity } from '../../src/core/issue/issue';
import type { Language } from '../../src/core/text/cli';
import { issuePlace, issueText, issueTexts } from '../../src/core/text/issue-text';
import { severityLabel } from '../../src/core/text/labels';
import type { TextTable } from '../../src/core/text/message';
import { checked, type Corrupted } from './base';
import { betweenSheets } from './between-sheets';
import { cellCorruptions } from './cells';
import { eachLine } from './each-line';
import { fileCorruptions, inspected } from './file';
import { rowCorruptions } from './rows';
import { wholeCorruptions } from './whole';

/** The order of dates of a whole column is looked at on import only: in a sheet each date stands for itself. */
const ON_IMPORT = 'cell/date-order-contradiction';

const declared: Readonly<Record<string, { readonly severity: Severity }>> = {
  ...Object.fromEntries(Object.keys(cellProblems).map((code) => [code, { severity: 'error' as const }])), ...checkIssues, ...consistencyIssues, ...stageIssues, ...tamperIssues,
};

export const CATALOGUE_CODES: readonly string[] = Object.keys(declared).filter((code) => code !== ON_IMPORT);

const GROUPS: readonly (readonly [title: string, english: string, prefixes: readonly string[]])[] = [
  ['单元格', 'Cells', ['cell']],
  ['行', 'Rows', ['row', 'side']],
  ['期间', 'Periods', ['period']],
  ['各表之间', 'Between the sheets', ['consistency']],
  ['环节', 'Steps', ['stage']],
  ['表本身：表格软件和粘贴做过的事', 'The sheets themselves', ['sheet', 'header', 'column', 'formula', 'name', 'rows', 'merge', 'rule', 'format']],
  ['列出的上限', 'Limits of the list', ['check']],
];

/** More clauses than these are those of the cell in which the mistake stands. */
const NAMED_CLAUSES = 3;

interface Entry {
  readonly code: string;
  readonly severity: Severity;
  readonly clauses: readonly string[];
  readonly example: Issue;
}

/** Of each code the first corruption that brings it about. */
async function entries(): Promise<ReadonlyMap<string, Entry>> {
  const found = new Map<string, Entry>();
  const take = (code: string, at: string, issues: readonly Issue[]): void => {
    const example = issues.find((issue) => issue.code === code && `${issue.sheet}!${issue.cell}` === at);
    if (example === undefined) throw new Error(`${code} is not found at ${at}`);
    const known = found.get(code);
    const clauses = new Set([...(known?.clauses ?? []), example.clause]);
    found.set(code, { code, severity: declared[code]?.severity ?? 'error', clauses: [...clauses].filter((clause) => clause !== ''), example: known?.example ?? example });
  };
  const times = new Map<string, number>();
  for (const { code, at, corrupted } of [...cellCorruptions.filter(({ at: place }) => place.startsWith('数据_销售交付') || place.startsWith('数据_财务')), ...cellCorruptions, ...rowCorruptions, ...betweenSheets, ...eachLine, ...wholeCorruptions]) {
    const count = (times.get(code) ?? 0) + 1;
    times.set(code, count);
    // Cells are alike in every sheet: a few tell that the clause is that of the cell.
    if (count <= NAMED_CLAUSES + 1) take(code, at, checked(corrupted).issues);
  }
  const unfinished: Corrupted = { rows: { deliveries: [{ orderNo: 'A' }] } };
  take('stage/data-errors', '数据_销售交付!', checked(unfinished).stages.flatMap(({ missing }) => missing));
  for (const { code, at, book } of fileCorruptions) {
    // oxlint-disable-next-line no-await-in-loop -- one workbook in memory at a time
    if (!found.has(code)) take(code, at, await inspected(book()));
  }
  const lacking = CATALOGUE_CODES.filter((code) => !found.has(code));
  if (lacking.length > 0) throw new Error(`no corruption brings about ${lacking.join(', ')}`);
  return found;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/([<>*_])/gu, '\\$1').replaceAll('\n', ' ');
/** What the blanks of the sentences stand for. */
const BLANKS: Readonly<Record<string, string>> = {
  column: '列名', value: '内容', kind: '类型', choices: '可选内容', bound: '大于或小于', limit: '界限', dmy: '日期', mdy: '日期', reason: '原因', number: '数字或编号', date: '日期', month: '月份', right: '正确写法',
  length: '字数', other: '另一列', otherValue: '另一列的内容', parts: '各部分', sum: '合计', key: '编号', first: '在前的一处', firstValue: '在前的内容', over: '百分数', end: '结束', start: '开始', item: '项', used: '位置', formulas: '位置',
  period: '期间', baselineEnd: '日期', currentStart: '日期', baselineDays: '天数', currentDays: '天数', asOf: '日期', count: '个数', shown: '个数', problem: '问题', known: '编号', diagnosed: '诊断的内容', cause: '原因', metric: '指标',
  computed: '计算值', target: '目标', baseline: '提升前', planned: '目标', figure: '数字', name: '名称', head: '姓名', post: '职务', people: '人数', staff: '人数', absent: '人数', employees: '人数', level: '层级', share: '百分数', about: '百分数',
  distance: '百分点', code: '代码', home: '代码', form: '表名', latest: '日期', section: '条款', size: '规模', industry: '行业', missing: '缺少的项', range: '区域', formula: '公式', found: '现在的表名', rows: '行数', format: '格式', rule: '代码', stage: '环节', cells: '位置',
};

/** A sentence with its blanks as a reader takes them. */
const open = (text: string, language: Language): string => text.replaceAll(/\{(\w+)\}/gu, (_, blank: string) => `〈${language === 'zh' ? (BLANKS[blank] ?? blank) : blank}〉`);

function row({ code, severity, clauses, example }: Entry, language: Language): string {
  const texts: TextTable = issueTexts;
  const [message = '', repair = ''] = texts[code]?.[language] ?? [];
  const shown = `${issuePlace(example, language)}${language === 'zh' ? '：' : ': '}${issueText(example, language).message}`;
  const bound = code.startsWith('consistency/') || code.startsWith('period/') || code.startsWith('stage/') || code.startsWith('side/');
  const clause = clauses.length > 0 && (bound || clauses.length <= NAMED_CLAUSES) && !ANYWHERE.test(code) ? clauses.join('、') : language === 'zh' ? '所在格的条款' : 'of its cell';
  return `| \`${code}\`<br>${severityLabel(severity, language)}<br>${cell(clause)} | ${cell(open(message, language))} | ${cell(shown)} | ${cell(open(repair, language))} |`;
}

/** What can happen in any sheet. */
const ANYWHERE = /^(?:cell|formula|name|sheet|header|column|rows|merge|rule|format|check)\//u;

function section(title: string, prefixes: readonly string[], found: ReadonlyMap<string, Entry>, language: Language): readonly string[] {
  const rows = prefixes.flatMap((prefix) => CATALOGUE_CODES.filter((code) => code.startsWith(`${prefix}/`))).flatMap((code) => found.get(code) ?? []);
  const head = language === 'zh' ? '| 代码、级别、条款 | 说什么 | 例子 | 怎么改 |' : '| Code, level, clause | What it says | Example | What to do |';
  return [`### ${title}`, '', head, '|---|---|---|---|', ...rows.map((entry) => row(entry, language)), ''];
}

export async function catalogueText(): Promise<string> {
  const found = await entries();
  const count = (severity: Severity): number => [...found.values()].filter((entry) => entry.severity === severity).length;
  return [
    '# 检查规则目录', '',
    `\`zhisheng check\` 会说的每一种问题，共 ${found.size} 种：错误 ${count('error')} 种，警告 ${count('warning')} 种，提示 ${count('info')} 种。`,
    '错误是互相矛盾、超出标准的限度，或会使数字算错；警告是标准要求而还缺的内容，或需要核对的地方；提示只是说明，不用改。',
    '“例子”是把一本正确的工作簿改错一处之后，程序真正说的话；〈〉里的词在实际的句子里是具体的内容。', '',
    '本页由 `npm run rules` 从程序和测试生成，不要手改；测试保证它与程序一致，并保证每一种问题都至少有一处改错能引出。', '',
    ...GROUPS.flatMap(([title, , prefixes]) => section(title, prefixes, found, 'zh')),
    '## English', '',
    'Every issue that `zhisheng check` can raise. An error is a contradiction, breaks a limit of the standard or makes a figure wrong; a warning is a gap or something to look at; a note needs nothing. The examples are what the program says of a correct workbook with one thing made wrong.', '',
    ...GROUPS.flatMap(([, title, prefixes]) => section(title, prefixes, found, 'en')),
  ].join('\n').trimEnd() + '\n';
}
