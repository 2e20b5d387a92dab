/** `zhisheng case` on the finished example, read back by a reader of our own and rendered by LibreOffice; and what it refuses. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWorkbook } from '../../src/app/build-workbook';
import { readDemoEntries } from '../../src/app/demo-entries';
import { makeContent } from '../../src/app/make-content';
import { measure } from '../../src/app/measure';
import { loadStandard } from '../../src/app/standard';
import type { CellValue } from '../../src/core/model/cell';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { builtCli, type BuiltCli } from '../support/built-cli';
import { memoryHost, type MemoryHost } from '../support/cli-host';
import { readDocx, type ReadDocx } from '../support/docx';
import { convert, describeWithLibreOffice } from '../support/libreoffice';
import { keepPages } from '../support/printed';
import { run } from '../support/tools';

const standard = loadStandard();
const HEADINGS = ['a） 企业简介', 'b） 提升前主要问题及原因', 'c） 提升行动取得的成效', 'd） 提升行动主要亮点', 'e） 启示', 'f） 附件', '主要起草单位'];

describe('the finished example', () => {
  let cli: BuiltCli;
  let bytes: Uint8Array;
  let docx: ReadDocx;
  let said: { readonly exit: number | null; readonly out: string; readonly err: string };
  beforeAll(async () => {
    cli = await builtCli();
    await cli.run('demo', '--out', 'shop');
    said = await cli.run('case', 'shop/示例企业.xlsx', '--out', '案例.docx', '--json');
    bytes = await readFile(join(cli.folder, '案例.docx'));
    docx = readDocx(bytes);
  }, 120_000);
  afterAll(() => cli.remove());

  test('is written without a fault, with the six parts and the drafting units in their order', () => {
    expect([said.exit, said.err]).toEqual([0, '']);
    expect(JSON.parse(said.out)).toMatchObject({ out: '案例.docx', draft: false, limit: 2500, problems: 4, pictures: 1, issues: [] });
    expect(docx.paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text)).toEqual(HEADINGS);
    expect(docx.paragraphs[0]).toMatchObject({ style: 'Title', text: '小泵厂的交付与绕线质量提升：从手工报表到每周销项' });
    expect(docx.paragraphs[1]?.text).toContain('行业代码：34');
    expect([...docx.parts.keys()].filter((name) => /header\d*\.xml$/.test(name))).toEqual([]);
  });

  test('holds what people wrote, word for word', async () => {
    const { F }: Record<string, Record<string, string>> = readDemoEntries(JSON.parse(await readFile(join(__dirname, '../../sample/example/entries.json'), 'utf8')), standard).entries as never; // oxlint-disable-line no-unsafe-type-assertion -- the example's texts of 附录F are strings
    const body = docx.paragraphs.filter(({ style }) => style === 'CaseBody').map(({ text }) => text);
    expect(body.join('\n')).toBe(['intro', 'problems', 'results', 'highlights', 'lessons'].map((key) => F?.[key] ?? '').join('\n'));
  });

  test('shows the figures that `measure` gives, among them every one that the text quotes', async () => {
    const { out } = await cli.run('measure', 'shop/示例企业.xlsx', '--json');
    const { metrics }: { readonly metrics: readonly { readonly name: string; readonly period: string; readonly value: number; readonly numerator: number; readonly denominator: number; readonly unit: string }[] } = JSON.parse(out);
    const [, ...rows] = docx.tables[0] ?? [];
    for (const name of ['采购产品(服务)及时交付率', '关键工序产品合格率', '质量问题处置及时率', '产品/服务准时交付率', '生产计划按时完成率']) {
      const row = rows.find(([first]) => first === name);
      const expected = ['baseline', 'current'].map((period) => metrics.find((metric) => metric.name === name && metric.period === period)).map((metric) => `${((metric?.value ?? 0) * 100).toFixed(1)}%\n(${metric?.numerator}/${metric?.denominator})`);
      expect([name, row?.[1], row?.[2]]).toEqual([name, ...expected]);
    }
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['直通率', '客户第三方满意度', '成本降低率', '营收增长率', '重大顾客投诉事件']));
    expect(docx.tables[1]?.map(([first]) => first)).toEqual(['问题', '生产计划按时完成率低，插单多', '绕线、机加工工序一次合格率偏低', '铸件、密封件到货延迟、不合格', '质量问题和顾客投诉处置逾期']);
    expect(docx.tables[1]?.[3]?.[3]).toBe('采购产品(服务)及时交付率\n80.9% → 94.0%\n▲ 改善');
    expect(docx.tables[2]?.slice(1).map(([, name]) => name)).toEqual(['示例泵业有限公司', '示例认证咨询有限公司']);
    expect(docx.pictures[0]?.description).toContain('采购产品(服务)及时交付率：提升前 80.9%，提升后 94.0%，▲ 改善');
  });

  test('gives the same bytes again, and does not go over a file', async () => {
    const again = await cli.run('case', 'shop/示例企业.xlsx', '--out', '案例.docx', '--replace');
    expect([again.exit, Buffer.compare(await readFile(join(cli.folder, '案例.docx')), bytes)]).toEqual([0, 0]);
    expect((await cli.run('case', 'shop/示例企业.xlsx', '--out', '案例.docx')).exit).toBe(3);
  });

  describeWithLibreOffice('as LibreOffice prints it', () => {
    test('a few full pages in reading order, with page numbers, the picture, no missing glyph, and no heading alone at the foot of a page', async () => {
      const [pdf = new Uint8Array()] = await convert([bytes], 'pdf', 'docx');
      const path = join(cli.folder, 'case.pdf');
      await writeFile(path, pdf);
      // For people to look at.
      await keepPages(pdf, join(__dirname, '../../out/printed/case'));
      const pages = (await run('pdftotext', ['-layout', path, '-'])).stdout.toString('utf8').replaceAll(' ', '').split('\f').filter((page) => page.trim() !== '').map((page) => page.split('\n').filter((line) => line !== ''));
      expect(pages.length).toBeGreaterThanOrEqual(3);
      expect(pages.length).toBeLessThanOrEqual(6);
      pages.forEach((lines, index) => expect(lines.at(-1)).toBe(`第${index + 1}页共${pages.length}页`));
      const headings = HEADINGS.map((heading) => heading.replaceAll(' ', ''));
      for (const lines of pages) expect(headings).not.toContain(lines.at(-2));
      const all = pages.flat();
      const places = headings.map((heading) => all.indexOf(heading));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(all.join('')).not.toMatch(/[\uFFFD\u25A1]/u);
      expect((await run('pdfimages', ['-list', path])).stdout.toString('utf8').split('\n').filter((line) => /^ *\d+ +\d+ image /.test(line))).toHaveLength(1);
    }, 120_000);
  });
});

describe('what cannot be handed in', () => {
  let entries: Readonly<Record<string, CellValue>>;
  beforeAll(async () => {
    entries = readDemoEntries(JSON.parse(await readFile(join(__dirname, '../../sample/example/entries.json'), 'utf8')), standard).entries['F'] ?? {};
  });

  async function hostWith(changes: Readonly<Record<string, CellValue>>): Promise<MemoryHost> {
    const content = makeContent({ chosen: ['home', 'F'], entries: { F: { ...entries, ...changes } }, rows: {}, side: {} });
    const host = memoryHost();
    host.files.set('a.xlsx', await createXlsxFormat().write(buildWorkbook(content, standard, measure(content))));
    return host;
  }

  test.each<[string, Readonly<Record<string, CellValue>>, string]>([
    ['over 2,500 characters', { highlights: '长'.repeat(2001) }, 'consistency/case-length'],
    ['a fourth drafting unit', { 'units[2].name': '丙', moreUnits: '丁' }, 'consistency/case-units'],
    ['no drafting unit', { 'units[0].name': null, 'units[0].kind': null, 'units[1].name': null, 'units[1].kind': null }, 'cell/required'],
    ['a missing part', { lessons: null }, 'cell/required'],
    ['no title', { title: null }, 'cell/required'],
  ])('%s: nothing is written, the parts are counted; --draft writes it with the mark and the reason', async (_, changes, code) => {
    const host = await hostWith(changes);
    const refused = await host.run('case', 'a.xlsx', '--out', 'c.docx', '--json');
    const document: { readonly issues: readonly { readonly code: string; readonly message: string }[]; readonly parts: readonly { readonly key: string; readonly length: number }[] } = JSON.parse(refused.out);
    expect([refused.exit, host.files.has('c.docx')]).toEqual([1, false]);
    expect(document).toMatchObject({ out: null, draft: false });
    expect(document.issues.map((issue) => issue.code)).toContain(code);
    expect(document.parts.map(({ key }) => key)).toEqual(['intro', 'problems', 'results', 'highlights', 'lessons']);
    expect((await host.run('case', 'a.xlsx', '--out', 'c.docx')).out).toMatch(/提升行动主要亮点 \d+/);

    const draft = await host.run('case', 'a.xlsx', '--out', 'c.docx', '--draft', '--json');
    expect([draft.exit, JSON.parse(draft.out)]).toMatchObject([1, { out: 'c.docx', draft: true }]);
    const { parts, paragraphs } = readDocx(host.files.get('c.docx') ?? new Uint8Array());
    expect([...parts].filter(([name]) => /header\d*\.xml$/.test(name)).map(([, xml]) => xml.includes('不得报送'))).toEqual([true]);
    expect(paragraphs.map(({ text }) => text).join('\n')).toContain(document.issues.find((issue) => issue.code === code)?.message ?? '?');
  });

  test('a name that is no .docx and a workbook without 附录F are refused as calls', async () => {
    const host = await hostWith({});
    expect((await host.run('case', 'a.xlsx', '--out', 'c.pdf')).exit).toBe(2);
    const content = makeContent({ chosen: ['home'], entries: {}, rows: {}, side: {} });
    host.files.set('b.xlsx', await createXlsxFormat().write(buildWorkbook(content, standard, measure(content))));
    expect((await host.run('case', 'b.xlsx', '--out', 'c.docx')).err).toContain('附录F');
  });

  test('texts that look like formulas, markup or templates are text', async () => {
    const host = await hostWith({ title: "=cmd|'/c calc'!A0 <b>&amp;</b>", intro: '{{x}} ]]> <w:p/>' });
    expect((await host.run('case', 'a.xlsx', '--out', 'c.docx')).exit).toBe(0);
    const texts = readDocx(host.files.get('c.docx') ?? new Uint8Array()).paragraphs.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["=cmd|'/c calc'!A0 <b>&amp;</b>", '{{x}} ]]> <w:p/>']));
  });
});
