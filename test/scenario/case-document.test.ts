/** What `zhisheng case` refuses to hand in, and what it writes as a draft. The finished example is read in `demo-case.ts`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWorkbook } from '../../src/app/build-workbook';
import { readDemoEntries } from '../../src/app/demo-entries';
import { makeContent } from '../../src/app/make-content';
import { measure } from '../../src/app/measure';
import { loadStandard } from '../../src/app/standard';
import type { CellValue } from '../../src/core/model/cell';
import { createXlsxFormat } from '../../src/host/xlsx/format';
import { memoryHost, type MemoryHost } from '../support/cli-host';
import { readDocx } from '../support/docx';

const standard = loadStandard();

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
