/**
 * A document as a Word file (.docx). The same document gives the same bytes: dates are the document's, not those of the
 * writing, in its properties and in the package.
 */
import { Document, Footer, Header, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { DocumentSpec } from '../../core/model/document';
import { blockElements } from './blocks';
import { PAGE, STYLE, STYLES } from './look';
import { lineOf } from './safe-text';

const PROPERTIES = 'docProps/core.xml';
/** What readers look for first stands first. */
const FIRST = ['[Content_Types].xml', '_rels/.rels'];
/** The earliest that a package can say: the date of packing means nothing. */
const PACKED = new Date(1980, 0, 1);
const DATE = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

export async function writeDocument(spec: DocumentSpec): Promise<Uint8Array> {
  const { mark } = spec;
  const document = new Document({
    title: lineOf(spec.title),
    subject: lineOf(spec.subject),
    creator: lineOf(spec.author),
    lastModifiedBy: lineOf(spec.author),
    revision: 1,
    styles: STYLES,
    compatibility: { version: 15 },
    sections: [
      {
        properties: { page: { size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.PORTRAIT }, margin: PAGE.margin } },
        ...(mark === undefined ? {} : { headers: { default: new Header({ children: [new Paragraph({ style: STYLE.mark, children: [new TextRun(lineOf(mark))] })] }) } }),
        footers: { default: new Footer({ children: [new Paragraph({ style: STYLE.page, children: [new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'] })] })] }) },
        children: blockElements(spec.blocks),
      },
    ],
  });
  return repacked(await Packer.pack(document, 'uint8array'), spec.date);
}

function repacked(bytes: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const properties = strToU8(strFromU8(parts[PROPERTIES] ?? new Uint8Array()).replaceAll(DATE, `$1${date}`));
  const files: Zippable = Object.fromEntries(names.map((name) => [name, name === PROPERTIES ? properties : (parts[name] ?? new Uint8Array())]));
  return zipSync(files, { mtime: PACKED, level: 6 });
}

function rank(name: string): number {
  const place = FIRST.indexOf(name);
  return place < 0 ? FIRST.length : place;
}
