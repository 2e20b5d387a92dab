/**
 * Packages written by hand, for what no library at hand writes. Each is a small workbook with one list on its first sheet
 * (header in row 1, columns A to D, rows 2 to 6), to which a file of the corpus adds parts, relationships and elements.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { CorpusFile } from '../corpus-file';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const MS = 'http://schemas.microsoft.com/office';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface Relation {
  readonly id: string;
  /** The last segment of a type of the standard, or a whole URI. */
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

export interface Part {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Content type; absent where a default for the ending says it. `x` stands before the ending of a type of SpreadsheetML. */
  readonly type?: string;
  readonly rels?: readonly Relation[];
}

export interface Book {
  /** Attributes and namespaces of the worksheet element. */
  readonly sheetAttributes?: string;
  readonly beforeData?: string;
  /** Cells of the list in place of the usual ones. */
  readonly rows?: string;
  /** Elements after sheetData, in their order. */
  readonly afterData?: string;
  readonly sheetRels?: readonly Relation[];
  readonly workbookAttributes?: string;
  /** Elements before `sheets` and after it. */
  readonly beforeSheets?: string;
  readonly moreSheets?: string;
  readonly afterSheets?: string;
  readonly workbookRels?: readonly Relation[];
  readonly rootRels?: readonly Relation[];
  readonly workbookType?: string;
  readonly styles?: string;
  readonly defaults?: Readonly<Record<string, string>>;
  readonly parts?: readonly Part[];
  /** Last word over every part: '' leaves one out. */
  readonly replace?: Readonly<Record<string, string | Uint8Array>>;
}

export function type(name: string): string {
  return `${SHEET_TYPE}.${name}+xml`;
}

export function relations(list: readonly Relation[]): string {
  const one = ({ id, type: kind, target, external }: Relation): string =>
    `<Relationship Id="${id}" Type="${kind.includes(':') ? kind : `${DOC}/${kind}`}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`;
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.map(one).join('')}</Relationships>`;
}

const text = (ref: string, index: number): string => `<c r="${ref}" t="s"><v>${index}</v></c>`;
const listRow = (row: number): string =>
  `<row r="${row}" spans="1:4">${text(`A${row}`, row + 2)}<c r="B${row}"><v>${row * 1.5}</v></c><c r="C${row}" s="1"><v>${45_290 + row}</v></c><c r="D${row}"><f>B${row}*2</f><v>${row * 3}</v></c></row>`;

/** Texts of the list: 0-3 the header, 4-8 the first column. */
const STRINGS = ['编号', '数量', '日期', '金额', '甲', '乙 &amp; 丙', '丁', '戊', '己'];
export const SHARED_STRINGS = `${XML}<sst xmlns="${MAIN}" count="9" uniqueCount="9">${STRINGS.map((each) => `<si><t>${each}</t></si>`).join('')}</sst>`;
export const LIST_ROWS = `<row r="1" spans="1:4">${['A1', 'B1', 'C1', 'D1'].map(text).join('')}</row>${[2, 3, 4, 5, 6].map(listRow).join('')}`;

export const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FFC00000"/><name val="Calibri"/></font></fonts>`
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>'
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>';

const COLOURS = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map((name, i) => `<a:${name}><a:srgbClr val="${(i * 1_118_481 + 123_456).toString(16).padStart(6, '0').slice(-6).toUpperCase()}"/></a:${name}>`).join('');
const FACES = '<a:latin typeface="Arial"/><a:ea typeface="宋体"/><a:cs typeface=""/>';
const three = (one: string): string => one.repeat(3);
/** A theme with colours of its own. */
export const THEME = `${XML}<a:theme xmlns:a="${DRAWING}/main" name="自己的"><a:themeElements><a:clrScheme name="c">${COLOURS}</a:clrScheme><a:fontScheme name="f"><a:majorFont>${FACES}</a:majorFont><a:minorFont>${FACES}</a:minorFont></a:fontScheme><a:fmtScheme name="s"><a:fillStyleLst>${three('<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>')}</a:fillStyleLst><a:lnStyleLst>${three('<a:ln w="9525"/>')}</a:lnStyleLst><a:effectStyleLst>${three('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst><a:bgFillStyleLst>${three('<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>')}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

/** A worksheet with the rows of the list. */
export function worksheet({ sheetAttributes = '', beforeData = '<sheetFormatPr defaultRowHeight="15"/>', rows = LIST_ROWS, afterData = '' }: Book): string {
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${DOC}"${sheetAttributes}>${beforeData}<sheetData>${rows}</sheetData>${afterData}</worksheet>`;
}

/** A second sheet, of one cell. */
export const SMALL_SHEET = `${XML}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`;

function relsPath(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

export function pack(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const wanted = Object.entries(parts).filter(([, content]) => content !== '');
  const zippable: Zippable = Object.fromEntries(wanted.map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content]));
  return zipSync(zippable, { level: 6, mtime: new Date(2024, 0, 1) });
}

export function book(name: string, made: Book): CorpusFile {
  const own = made.parts ?? [];
  const overrides = [
    { path: 'xl/workbook.xml', type: made.workbookType ?? type('sheet.main') },
    { path: 'xl/worksheets/sheet1.xml', type: type('worksheet') },
    { path: 'xl/styles.xml', type: type('styles') },
    { path: 'xl/sharedStrings.xml', type: type('sharedStrings') },
    { path: 'xl/theme/theme1.xml', type: 'application/vnd.openxmlformats-officedocument.theme+xml' },
    ...own,
  ].flatMap((part) => (part.type === undefined ? [] : [`<Override PartName="/${part.path}" ContentType="${part.type}"/>`]));
  const defaults = { rels: 'application/vnd.openxmlformats-package.relationships+xml', xml: 'application/xml', ...made.defaults };
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types">${Object.entries(defaults).map(([ending, kind]) => `<Default Extension="${ending}" ContentType="${kind}"/>`).join('')}${overrides.join('')}</Types>`,
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }, ...(made.rootRels ?? [])]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"${made.workbookAttributes ?? ''}>${made.beforeSheets ?? ''}<sheets><sheet name="清单" sheetId="1" r:id="rId1"/>${made.moreSheets ?? ''}</sheets>${made.afterSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations([{ id: 'rId1', type: 'worksheet', target: 'worksheets/sheet1.xml' }, { id: 'rId2', type: 'styles', target: 'styles.xml' }, { id: 'rId3', type: 'sharedStrings', target: 'sharedStrings.xml' }, { id: 'rId99', type: 'theme', target: 'theme/theme1.xml' }, ...(made.workbookRels ?? [])]),
    'xl/worksheets/sheet1.xml': worksheet(made),
    ...(made.sheetRels === undefined ? {} : { 'xl/worksheets/_rels/sheet1.xml.rels': relations(made.sheetRels) }),
    'xl/styles.xml': made.styles ?? STYLES,
    'xl/sharedStrings.xml': SHARED_STRINGS,
    'xl/theme/theme1.xml': THEME,
  };
  for (const { path, content, rels } of own) {
    parts[path] = content;
    if (rels !== undefined) parts[relsPath(path)] = relations(rels);
  }
  return { name, madeBy: 'by hand', bytes: pack({ ...parts, ...made.replace }) };
}

/** Bytes that stand for something binary; the same for the same seed. */
export function blob(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * i * seed + i * 31 + seed) & 0xff);
}

/** The smallest PNG: one pixel. */
export const PIXEL = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (c) => c.charCodeAt(0));

export const extList = (...exts: readonly string[]): string => `<extLst>${exts.join('')}</extLst>`;
