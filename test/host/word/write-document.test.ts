/** The Word writer, read back with a reader of our own: structure, typography, hostile texts, equal bytes. */
import * as fc from 'fast-check';
import type { DocumentBlock, DocumentSpec } from '../../../src/core/model/document';
import { writeDocument } from '../../../src/host/word/write-document';
import { readDocx } from '../../support/docx';

const PNG = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));

function document(blocks: readonly DocumentBlock[], rest: Partial<DocumentSpec> = {}): DocumentSpec {
  return { title: '题', author: '示例泵业有限公司', subject: '案例', date: '2026-05-06T00:00:00Z', blocks, ...rest };
}

const body = (text: string, lead?: string): DocumentBlock => ({ type: 'paragraph', look: 'body', text, ...(lead === undefined ? {} : { lead }) });
const picture = (caption: string, width = 150, height = 80): DocumentBlock => ({ type: 'picture', png: PNG, width, height, caption, description: `${caption}的说明` });
const TABLE: DocumentBlock = {
  type: 'table',
  caption: '表 1',
  columns: [{ header: '指标', share: 2, align: 'left' }, { header: '提升前', share: 1, align: 'right' }, { header: '结论', share: 1, align: 'centre' }],
  rows: [['及时率\n（第二行）', '80.9%', '▲ 改善'], ['只有一格']],
};

describe('structure', () => {
  test('headings are headings of Word, paragraphs have their styles, line ends make paragraphs, blank lines make none', async () => {
    const { paragraphs } = readDocx(await writeDocument(document([
      { type: 'heading', level: 0, text: '标题' }, { type: 'heading', level: 1, text: 'a） 企业简介' }, { type: 'heading', level: 2, text: '小标题' },
      body('第一段。\n\n第二段。\r\n第三段。', '一、引子。'), { type: 'paragraph', look: 'item', text: '1. 附件' },
    ])));
    expect(paragraphs.map(({ style, text }) => [style, text])).toEqual([
      ['Title', '标题'], ['Heading1', 'a） 企业简介'], ['Heading2', '小标题'],
      ['CaseBody', '一、引子。第一段。'], ['CaseBody', '第二段。'], ['CaseBody', '第三段。'], ['CaseItem', '1. 附件'],
    ]);
    expect(paragraphs[3]?.bold).toEqual([true, false]);
  });

  test('a table has a header row that repeats, rows that do not split, widths that add up, and a caption above that stays with it', async () => {
    const { tables, parts, paragraphs } = readDocx(await writeDocument(document([TABLE])));
    expect(tables).toEqual([[['指标', '提升前', '结论'], ['及时率\n（第二行）', '80.9%', '▲ 改善'], ['只有一格', '', '']]]);
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11_906 - 1588 - 1474);
    expect(paragraphs[0]).toMatchObject({ style: 'CaseCaption', text: '表 1' });
    expect(styleOf(parts.get('word/styles.xml') ?? '', 'CaseCaption')).toContain('<w:keepNext/>');
  });

  test('pictures have alternative texts and numbers of their own in each document, and fit the page', async () => {
    const spec = document([picture('图 1'), picture('图 2', 400, 100), picture('图 3', 100, 900)]);
    await writeDocument(spec);
    const { pictures, media, parts } = readDocx(await writeDocument(spec));
    expect(pictures).toEqual(['1', '2', '3'].map((id) => ({ id, title: `图 ${id}`, description: `图 ${id}的说明` })));
    expect(media).toHaveLength(1);
    const sizes = [...(parts.get('word/document.xml') ?? '').matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, width, height]) => [Number(width), Number(height)] as const);
    expect(sizes).toHaveLength(3);
    const [, wide, high] = sizes;
    expect((wide?.[0] ?? 0) / (wide?.[1] ?? 1)).toBeCloseTo(4, 1);
    for (const [width, height] of sizes) {
      expect(width / 635).toBeLessThanOrEqual(8844 + 20);
      expect(height / 635).toBeLessThanOrEqual(13_958 / 2);
    }
    expect((high?.[1] ?? 0) / (high?.[0] ?? 1)).toBeCloseTo(9, 0);
  });

  test('the mark stands in the head of every page, and only where there is one', async () => {
    const draft = readDocx(await writeDocument(document([body('x')], { mark: '草稿，不得报送' })));
    const done = readDocx(await writeDocument(document([body('x')])));
    expect([...draft.parts].filter(([name]) => /header\d*\.xml$/.test(name)).map(([, xml]) => xml.includes('草稿，不得报送'))).toEqual([true]);
    expect([...done.parts.keys()].filter((name) => /header\d*\.xml$/.test(name))).toEqual([]);
  });
});

function styleOf(xml: string, id: string): string {
  return new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, 's').exec(xml)?.[0] ?? '';
}

describe('typography', () => {
  test('宋体 小四 with 1.5 lines and two characters of indent; 黑体 headings kept with what follows; A4; page numbers', async () => {
    const { parts } = readDocx(await writeDocument(document([body('x')])));
    const styles = parts.get('word/styles.xml') ?? '';
    const text = styleOf(styles, 'CaseBody');
    for (const part of ['w:eastAsia="宋体"', '<w:sz w:val="24"/>', 'w:firstLineChars="200"', 'w:line="360"']) expect(text).toContain(part);
    for (const heading of ['Title', 'Heading1', 'Heading2']) {
      expect(styleOf(styles, heading)).toContain('w:eastAsia="黑体"');
      expect(styleOf(styles, heading)).toContain('<w:keepNext/>');
    }
    expect(styleOf(styles, 'Heading1')).toContain('<w:outlineLvl w:val="0"/>');
    expect(parts.get('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const footer = [...parts].find(([name]) => /footer\d*\.xml$/.test(name))?.[1] ?? '';
    expect(footer.replaceAll(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g, '<w:t>[$1]</w:t>').match(/<w:t[ >][^<]*<\/w:t>/g)?.map((run) => run.replaceAll(/<[^>]*>/g, '')).join('')).toBe('第 [PAGE] 页 共 [NUMPAGES] 页');
  });
});

describe('the same document', () => {
  test('gives the same bytes, with its own date and no other', async () => {
    const spec = document([{ type: 'heading', level: 0, text: '题' }, body('文'), TABLE, picture('图 1')], { mark: '草稿' });
    const [first, second] = [await writeDocument(spec), await writeDocument(spec)];
    expect(Buffer.compare(first, second)).toBe(0);
    const core = readDocx(first).parts.get('docProps/core.xml') ?? '';
    expect([...core.matchAll(/<dcterms:\w+ [^>]*>([^<]*)</g)].map(([, date]) => date)).toEqual(['2026-05-06T00:00:00Z', '2026-05-06T00:00:00Z']);
    expect(core).toContain('<dc:creator>示例泵业有限公司</dc:creator>');
  });
});

describe('hostile texts', () => {
  const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/; // oxlint-disable-line no-control-regex

  test('are plain text wherever they stand', async () => {
    const evil = `=cmd|'/c calc'!A0 <w:p/> & "q" ]]> {{x}} {PAGE} \u0007\u000B\uD800 %1 ${'长'.repeat(40_000)}`;
    const { paragraphs, tables, parts, pictures } = readDocx(await writeDocument(document(
      [{ type: 'heading', level: 0, text: evil }, body(evil, evil), { ...TABLE, caption: evil, rows: [[evil]] }, { type: 'picture', png: PNG, width: 150, height: 80, caption: evil, description: evil }],
      { title: evil, author: evil, subject: evil, mark: evil },
    )));
    const shown = evil.replaceAll(/[\u0007\u000B\uD800]/g, '\uFFFD'); // oxlint-disable-line no-control-regex
    expect(paragraphs[0]?.text).toBe(shown);
    expect(paragraphs[1]?.text).toBe(shown + shown);
    expect(tables[0]?.[1]?.[0]).toBe(shown);
    expect(pictures[0]?.description).toBe(shown);
    for (const [name, xml] of parts) expect([name, FORBIDDEN.test(xml)]).toEqual([name, false]);
  });

  test('whatever is written is read back, but for what no file can hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const { paragraphs, parts } = readDocx(await writeDocument(document([{ type: 'heading', level: 1, text }])));
        const expected = text.replaceAll(/\r\n?|[\n\u0085\u2028\u2029]/gu, ' ').replaceAll('\t', ' ');
        const got = paragraphs[0]?.text ?? '';
        expect(got.length).toBe(expected.length);
        // oxlint-disable-next-line no-control-regex
        expect(got.replaceAll('\uFFFD', '')).toBe(expected.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD-\uFFFF]/g, ''));
        expect(FORBIDDEN.test(parts.get('word/document.xml') ?? '')).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});
