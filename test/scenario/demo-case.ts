/** `zhisheng case` on the finished example, read back by a reader of our own and rendered by LibreOffice. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { readDemoEntries } from '../../src/app/demo-entries';
import { loadStandard } from '../../src/app/standard';
import type { BuiltCli } from '../support/built-cli';
import { readDocx, type ReadDocx } from '../support/docx';
import { convert, describeWithLibreOffice } from '../support/libreoffice';
import { keepPages } from '../support/printed';
import { run } from '../support/tools';

const standard = loadStandard();
const HEADINGS = ['a） 企业简介', 'b） 提升前主要问题及原因', 'c） 提升行动取得的成效', 'd） 提升行动主要亮点', 'e） 启示', 'f） 附件', '主要起草单位'];

/** What `measure --json` says. */
export interface Measured {
  readonly metrics: readonly Readonly<Record<string, unknown>>[];
  readonly changes: readonly Readonly<Record<string, unknown>>[];
}

/** `current` has the example in `shop`; `measured` are its figures. */
export function caseTests(current: () => BuiltCli, measured: () => Measured): void {
  let bytes: Uint8Array;
  let docx: ReadDocx;
  let said: { readonly exit: number | null; readonly out: string; readonly err: string };
  beforeAll(async () => {
    said = await current().run('case', 'shop/示例企业.xlsx', '--out', '案例.docx', '--json');
    bytes = await readFile(join(current().folder, '案例.docx'));
    docx = readDocx(bytes);
  }, 120_000);

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

  test('shows the figures that `measure` gives, among them every one that the text quotes', () => {
    const { metrics } = measured();
    const [, ...rows] = docx.tables[0] ?? [];
    for (const name of ['采购产品(服务)及时交付率', '关键工序产品合格率', '质量问题处置及时率', '产品/服务准时交付率', '生产计划按时完成率']) {
      const row = rows.find(([first]) => first === name);
      const expected = ['baseline', 'current'].map((period) => metrics.find((metric) => metric['name'] === name && metric['period'] === period)).map((metric) => `${(Number(metric?.['value']) * 100).toFixed(1)}%\n(${Number(metric?.['numerator'])}/${Number(metric?.['denominator'])})`);
      expect([name, row?.[1], row?.[2]]).toEqual([name, ...expected]);
    }
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['直通率', '客户第三方满意度', '成本降低率', '营收增长率', '重大顾客投诉事件']));
    expect(docx.tables[1]?.map(([first]) => first)).toEqual(['问题', '生产计划按时完成率低，插单多', '绕线、机加工工序一次合格率偏低', '铸件、密封件到货延迟、不合格', '质量问题和顾客投诉处置逾期']);
    expect(docx.tables[1]?.[3]?.[3]).toBe('采购产品(服务)及时交付率\n80.9% → 94.0%\n▲ 改善');
    expect(docx.tables[2]?.slice(1).map(([, name]) => name)).toEqual(['示例泵业有限公司', '示例认证咨询有限公司']);
    expect(docx.pictures[0]?.description).toContain('采购产品(服务)及时交付率：提升前 80.9%，提升后 94.0%，▲ 改善');
  });

  test('gives the same bytes again, and does not go over a file', async () => {
    const again = await current().run('case', 'shop/示例企业.xlsx', '--out', '案例.docx', '--replace');
    expect([again.exit, Buffer.compare(await readFile(join(current().folder, '案例.docx')), bytes)]).toEqual([0, 0]);
    expect((await current().run('case', 'shop/示例企业.xlsx', '--out', '案例.docx')).exit).toBe(3);
  });

  describeWithLibreOffice('as LibreOffice prints it', () => {
    test('a few full pages in reading order, with page numbers, the picture, no missing glyph, and no heading alone at the foot of a page', async () => {
      const [pdf = new Uint8Array()] = await convert([bytes], 'pdf', 'docx');
      const path = join(current().folder, 'case.pdf');
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
}
