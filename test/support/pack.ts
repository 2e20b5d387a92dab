/** Packages made by hand for tests of the reader. */
import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Handmade {
  /** Content of `<sheetData>`; ignored where `sheet` is given. */
  readonly rows?: string;
  /** The whole worksheet part. */
  readonly sheet?: string;
  readonly strings?: string;
  readonly styles?: string;
  /** Put before `<sheets>` and after it. */
  readonly before?: string;
  readonly after?: string;
  /** More parts, or others in place of ours; '' leaves one out. */
  readonly parts?: Readonly<Record<string, string>>;
}

export function sheetXml(rows: string): string {
  return `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

/** One sheet `表`, whose part has a name that says nothing. */
export function handmade(made: Handmade): Uint8Array {
  const related = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
      + '<Override PartName="/book/main.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': `<Relationships>${related('a', 'officeDocument', 'book/main.xml')}</Relationships>`,
    'book/main.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}">${made.before ?? ''}<sheets><sheet name="表" sheetId="7" r:id="s"/></sheets>${made.after ?? ''}</workbook>`,
    'book/_rels/main.xml.rels': `<Relationships>${related('s', 'worksheet', '../cells/one.xml')}${related('t', 'sharedStrings', '/texts.xml')}${related('u', 'styles', 'looks.xml')}</Relationships>`,
    'cells/one.xml': made.sheet ?? sheetXml(made.rows ?? ''),
    'texts.xml': `<sst xmlns="${MAIN}">${made.strings ?? ''}</sst>`,
    'book/looks.xml': made.styles ?? `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    ...made.parts,
  };
  const zippable: Zippable = Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== '').map(([path, text]) => [path, strToU8(text)]));
  return zipSync(zippable, { level: 6 });
}
