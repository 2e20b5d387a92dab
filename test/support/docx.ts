/** Word files taken apart without the library that wrote them: parts of the package, paragraphs, tables and drawings as plain data. */
import { strFromU8, unzipSync } from 'fflate';

export interface ReadParagraph {
  readonly style: string;
  readonly text: string;
  /** The run properties say bold. */
  readonly bold: readonly boolean[];
}

export interface ReadDocx {
  readonly parts: ReadonlyMap<string, string>;
  readonly media: readonly string[];
  /** In the order of the document, those of tables too. */
  readonly paragraphs: readonly ReadParagraph[];
  /** Rows of cells, texts of a cell's paragraphs joined by line ends. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Alternative texts of the drawings. */
  readonly pictures: readonly { readonly id: string; readonly title: string; readonly description: string }[];
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(xml: string): string {
  return xml.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => NAMED[name] ?? '');
}

function all(xml: string, pattern: RegExp): readonly RegExpMatchArray[] {
  return [...xml.matchAll(pattern)];
}

function textOf(xml: string): string {
  return all(xml, /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g).map(([, text, other]) => (other === undefined ? unescaped(text ?? '') : '\n')).join('');
}

const PARAGRAPH = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?<\/w:p>|<w:p\/>/gs;

function paragraphsOf(xml: string): readonly ReadParagraph[] {
  return all(xml, PARAGRAPH).map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? '',
    text: textOf(paragraph),
    bold: all(paragraph, /<w:r>.*?<\/w:r>/gs).map(([run]) => run.includes('<w:b/>')),
  }));
}

export function readDocx(bytes: Uint8Array): ReadDocx {
  const files = unzipSync(bytes);
  const parts = new Map(Object.entries(files).flatMap(([name, content]) => (/\.(?:xml|rels)$/.test(name) ? [[name, strFromU8(content)] as const] : [])));
  const body = parts.get('word/document.xml') ?? '';
  const attribute = (element: string, name: string): string => unescaped(new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1] ?? '');
  return {
    parts,
    media: Object.keys(files).filter((name) => name.startsWith('word/media/')),
    paragraphs: paragraphsOf(body),
    tables: all(body, /<w:tbl>.*?<\/w:tbl>/gs).map(([table]) =>
      all(table, /<w:tr>.*?<\/w:tr>/gs).map(([row]) => all(row, /<w:tc>.*?<\/w:tc>/gs).map(([cell]) => paragraphsOf(cell).map(({ text }) => text).join('\n')))),
    pictures: all(body, /<wp:docPr [^>]*>/g).map(([element]) => ({ id: attribute(element, 'id'), title: attribute(element, 'title'), description: attribute(element, 'descr') })),
  };
}
