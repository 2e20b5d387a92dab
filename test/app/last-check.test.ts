/** What 首页 shows of the last check: as of each write of the program, beside the live counts. */
import { buildWorkbook } from '../../src/app/build-workbook';
import { checkWorkbook } from '../../src/app/check-workbook';
import type { WorkbookCheck } from '../../src/app/compose-check';
import { createContent } from '../../src/app/create-workbook';
import { lastCheckOf } from '../../src/app/last-check';
import { makeContent } from '../../src/app/make-content';
import { measure } from '../../src/app/measure';
import { readContent } from '../../src/app/read-content';
import { reviseWorkbook } from '../../src/app/revise-workbook';
import { loadStandard } from '../../src/app/standard';
import type { OpenWorkbook } from '../../src/app/ports';
import type { WorkbookContent } from '../../src/core/model/content';
import { expect, test } from '@jest/globals';
import { memoryHost } from '../support/cli-host';
import { joined, sourceOf } from '../support/memory-files';
import { memoryFormat } from '../support/memory-workbook';

const standard = loadStandard();
const created = createContent({}, 'starter', standard);
const COMPLETE = { title: '题目', time: 45_900, personnel: '甲', overall: '总体', 'problems[0].problem': '交期', 'problems[0].opinion': '排产', 'problems[0].number': 'P1', 'problems[0].cause': '凭经验' };
const withEntries = (entries: WorkbookContent['entries']): WorkbookContent => makeContent({ ...created, entries: { ...created.entries, ...entries } });

const checked = (content: WorkbookContent): WorkbookCheck => {
  const { results, changes } = measure(content);
  return checkWorkbook({ content, readIssues: [], results, changes }, standard);
};

/** The judgement per step, and the line below. */
async function shown(book: OpenWorkbook): Promise<Readonly<Record<string, unknown>>> {
  const said: Record<string, unknown> = {};
  for await (const { cells } of book.rows('首页')) {
    const name = cells.get(1)?.value;
    if (typeof name === 'string' && /^7\.\d$/.test(name)) said[name] = cells.get(10)?.value ?? null;
    if (name === '最近检查') said['line'] = cells.get(2)?.value ?? null;
  }
  return said;
}

const written = async (content: WorkbookContent, check?: WorkbookCheck): Promise<OpenWorkbook> =>
  memoryFormat.open(sourceOf(await memoryFormat.write(buildWorkbook(content, standard, measure(content), check === undefined ? undefined : lastCheckOf(check)))));

test('each step in a few words, and the counts', async () => {
  const content = withEntries({ D: COMPLETE, C: { time: 45_900, personnel: '甲', system: '甲', resources: '乙', development: '丙', purchasing: '丁', inspection: '戊' } });
  const check = checked(content);
  const said = await shown(await written(content, check));
  const count = (key: string): number => check.stages.find((stage) => stage.key === key)?.missingCount ?? 0;
  // Five gaps are linked to no problem.
  expect(count('7.3')).toBe(5);
  expect(said).toMatchObject({ '7.1': `还差 ${count('7.1')} 处`, '7.3': '还差 5 处，先完成 7.2', '7.8': `还差 ${count('7.8')} 处` });
  expect(said['line']).toMatch(/^错误 \d+ 个，警告 5 个，提示 0 个；/);
});

test('nothing while there was no check', async () => {
  expect(Object.values(await shown(await written(created)))).toEqual(Array.from({ length: 9 }, () => null));
});

test('a later check takes the place of the one before; without one the old words stay, and are no change of people', async () => {
  const file = await written(created, checked(created));
  const { content: read } = await readContent(file, standard);
  const before = await shown(file);
  expect(await reviseWorkbook(file, read, read, [], standard)).toEqual({ patch: { sheets: [] }, left: [], leftNames: [] });
  const later: WorkbookCheck = { issues: [], stages: checked(created).stages.map((stage) => ({ ...stage, state: 'done' })) };
  const { patch, left } = await reviseWorkbook(file, read, read, [], standard, { lastCheck: lastCheckOf(later) });
  expect(left).toEqual([]);
  const after = await shown(await memoryFormat.open(sourceOf(await joined(file.patch(patch)))));
  expect(after).not.toEqual(before);
  expect(after).toMatchObject({ '7.1': '完成', '7.8': '完成', line: expect.stringMatching(/^错误 0 个/) });
});

test('an import leaves the judgement of what it wrote', async () => {
  const host = memoryHost({ xlsx: memoryFormat });
  host.put('p.json', JSON.stringify({ periods: { baseline: ['2024-01-01', '2024-12-31'], current: ['2025-01-01', '2025-12-31'] }, asOf: '2025-12-31' }));
  host.put('rows.csv', '编号,受理日期,等级,承诺期限,关闭日期\nA1,2025-03-01,一般,2025-03-02,2025-02-28\n');
  await host.run('new', '--out', 'w.xlsx', '--profile', 'p.json', '--sheets', 'results,投诉');
  await host.run('import', 'w.xlsx', '--sheet', '投诉', '--from', 'rows.csv');
  const said = await shown(await memoryFormat.open(sourceOf(host.files.get('w.xlsx') ?? new Uint8Array())));
  const { stages, summary } = JSON.parse((await host.run('check', 'w.xlsx', '--json')).out);
  expect(said).toMatchObject({ '7.1': '未选用', '7.6': `还差 ${stages[5].missingCount} 处` });
  expect(said['line']).toContain(`错误 ${summary.error} 个`);
});
