/** Packages that are right but unlike Excel's own: other namespaces, names, encodings, content types and containers. */
import { strToU8, unzipSync, zipSync, strFromU8 } from 'fflate';
import type { CorpusFile } from '../corpus-file';
import { blob, book, DOC, LIST_ROWS, MAIN, MC, MS, PACKAGE, pack, relations, SHARED_STRINGS, SMALL_SHEET, STYLES, type, worksheet, XML } from './book';

type Texts = Readonly<Record<string, string>>;

/** A file with every text part rewritten. */
function rewritten(name: string, base: CorpusFile, change: (xml: string, path: string) => string | Uint8Array): CorpusFile {
  const parts = Object.entries(unzipSync(base.bytes)).map(([path, bytes]) => [path, change(strFromU8(bytes), path)] as const);
  return { name, madeBy: 'by hand', bytes: pack(Object.fromEntries(parts)) };
}

const PLAIN = (): CorpusFile => book('plain.xlsx', { moreSheets: '<sheet name="另 一" sheetId="5" r:id="rId8"/>', workbookRels: [{ id: 'rId8', type: 'worksheet', target: 'worksheets/sheet2.xml' }], parts: [{ path: 'xl/worksheets/sheet2.xml', content: SMALL_SHEET, type: type('worksheet') }] });

function strict(): CorpusFile {
  return rewritten('strict-namespaces.xlsx', PLAIN(), (xml, path) => xml
    .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
    .replaceAll(DOC, 'http://purl.oclc.org/ooxml/officeDocument/relationships')
    .replace('<workbook ', path === 'xl/workbook.xml' ? '<workbook conformance="strict" ' : '<workbook '));
}

function prefixed(): CorpusFile {
  return rewritten('prefixed-namespaces.xlsx', PLAIN(), (xml, path) => (path.endsWith('.rels') || path.startsWith('[')
    ? xml
    : xml.replaceAll(/<(\/?)(\w+)(?=[\s/>])/g, '<$1x:$2').replaceAll(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`).replaceAll('xmlns:r=', 'xmlns:rel=').replaceAll(' r:id=', ' rel:id=')));
}

function absoluteTargets(): CorpusFile {
  return rewritten('absolute-targets.xlsx', PLAIN(), (xml, path) => (path === 'xl/_rels/workbook.xml.rels' ? xml.replaceAll('Target="', 'Target="/xl/') : xml.replace('Target="xl/', 'Target="/xl/')));
}

/** Part names with capitals, spaces as %20, other folders; ids of relationships that are no rIdN; a target through `..`. */
function oddNames(): CorpusFile {
  const parts: Texts = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/Book/Main.XML" ContentType="${type('sheet.main')}"/><Override PartName="/Book/Blatt%20eins.xml" ContentType="${type('worksheet')}"/><Override PartName="/sheet1.xml" ContentType="${type('worksheet')}"/><Override PartName="/looks" ContentType="${type('styles')}"/><Override PartName="/Book/text.s" ContentType="${type('sharedStrings')}"/></Types>`,
    '_rels/.rels': relations([{ id: 'x', type: 'officeDocument', target: '/Book/Main.XML' }]),
    'Book/Main.XML': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><sheets><sheet name="一" sheetId="77" r:id="_one"/><sheet name="O'Brien &amp; Co" sheetId="3" r:id="two.2"/></sheets></workbook>`,
    'Book/_rels/Main.XML.rels': relations([{ id: '_one', type: 'worksheet', target: 'Blatt%20eins.xml' }, { id: 'two.2', type: 'worksheet', target: '../sheet1.xml' }, { id: 'st', type: 'styles', target: '/looks' }, { id: 'ss', type: 'sharedStrings', target: './text.s' }]),
    'Book/Blatt%20eins.xml': worksheet({}), 'sheet1.xml': SMALL_SHEET, looks: STYLES, 'Book/text.s': SHARED_STRINGS,
  };
  return { name: 'odd-part-names.xlsx', madeBy: 'by hand', bytes: pack(parts) };
}

const inline = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;

function bare(): CorpusFile {
  const parts: Texts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/><Override PartName="/xl/s.xml" ContentType="${type('worksheet')}"/></Types>`,
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><sheets><sheet name="光" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([{ id: 'rId1', type: 'worksheet', target: 's.xml' }]),
    'xl/s.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${inline('A1', '名')}${inline('B1', '数')}</row><row r="2">${inline('A2', '甲')}<c r="B2"><v>5</v></c></row></sheetData></worksheet>`,
  };
  return { name: 'no-styles-no-strings.xlsx', madeBy: 'by hand', bytes: pack(parts) };
}

function utf16(text: string): Uint8Array {
  const units = `\uFEFF${text.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`;
  const bytes = new Uint8Array(units.length * 2);
  for (let i = 0; i < units.length; i++) new DataView(bytes.buffer).setUint16(i * 2, units.charCodeAt(i), true);
  return bytes;
}

function encodings(): readonly CorpusFile[] {
  const boms = rewritten('byte-order-marks.xlsx', PLAIN(), (xml) => `\uFEFF${xml}`);
  const wide = rewritten('utf-16-parts.xlsx', PLAIN(), (xml, path) => (/worksheets\/sheet1|workbook\.xml$|sharedStrings/.test(path) ? utf16(xml) : xml));
  return [boms, wide];
}

function missingReferences(): CorpusFile {
  return book('missing-r-attributes.xlsx', { rows: LIST_ROWS.replaceAll(/<(row|c) r="\w+"/g, '<$1') });
}

function defaultTypes(): CorpusFile {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="RELS" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${type('worksheet')}"/><Default Extension="book" ContentType="${type('sheet.main')}"/><Default Extension="looks" ContentType="${type('styles')}"/><Default Extension="texts" ContentType="${type('sharedStrings')}"/></Types>`,
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'a.book' }]),
    'a.book': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><sheets><sheet name="清单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    '_rels/a.book.rels': relations([{ id: 'rId1', type: 'worksheet', target: 'b.xml' }, { id: 'rId2', type: 'styles', target: 'c.looks' }, { id: 'rId3', type: 'sharedStrings', target: 'd.texts' }]),
    'b.xml': worksheet({}), 'c.looks': STYLES, 'd.texts': SHARED_STRINGS,
  };
  return { name: 'content-types-by-default.xlsx', madeBy: 'by hand', bytes: pack(parts) };
}

/** No content type by default, as older versions of LibreOffice wrote it: each list of relationships has an entry of its own. */
function typesOneByOne(): CorpusFile {
  return rewritten('content-types-one-by-one.xlsx', PLAIN(), (xml, path) => {
    if (!path.startsWith('[')) return xml;
    const relsType = 'application/vnd.openxmlformats-package.relationships+xml';
    const own = ['_rels/.rels', 'xl/_rels/workbook.xml.rels'].map((name) => `<Override PartName="/${name}" ContentType="${relsType}"/>`).join('');
    return xml.replaceAll(/<Default [^>]*>/g, '').replace('</Types>', `${own}</Types>`);
  });
}

/** Quotes of the other kind, spaces inside tags, comments, processing instructions, CDATA, character references. */
function unusualXml(): CorpusFile {
  const quoted = (xml: string): string => xml.replaceAll(/(\s[\w:]+)="([^"']*)"/g, "$1 = '$2' ").replaceAll('</row>', '</row >\r\n  ');
  return rewritten('unusual-xml.xlsx', PLAIN(), (xml, path) => {
    if (path === 'xl/worksheets/sheet1.xml') return quoted(xml).replace('<sheetData>', '<!-- <sheetData> <row r="99"/> --><?own <c r="A1"/>?><sheetData >').replace('</worksheet>', '<!-- end --></worksheet>\n');
    if (path === 'xl/workbook.xml') return quoted(xml).replace('<sheets>', '<!-- <sheet name="no"/> --><sheets>');
    if (path === 'xl/sharedStrings.xml') return xml.replace('<t>甲</t>', '<t><![CDATA[甲 <b> & c]]></t>').replace('<t>丁</t>', '<t>&#x4E01;&#33;</t>').replace('<t>编号</t>', '<t>编<!-- no -->号</t>');
    return path === 'xl/styles.xml' ? quoted(xml) : xml;
  });
}

/** What a later version might write: unknown parts, relationships, attributes, elements, extensions, choices. */
function unknownThings(): CorpusFile {
  const own = 'urn:example:future';
  const choice = (inside: string, otherwise: string): string => `<mc:AlternateContent><mc:Choice Requires="zz">${inside}</mc:Choice><mc:Fallback>${otherwise}</mc:Fallback></mc:AlternateContent>`;
  const ignorable = ` xmlns:mc="${MC}" xmlns:x15ac="${MS}/spreadsheetml/2010/11/ac" xmlns:zz="${own}" mc:Ignorable="x15ac zz" zz:version="9"`;
  return book('unknown-things.xlsx', {
    sheetAttributes: ignorable,
    workbookAttributes: ignorable,
    rows: LIST_ROWS.replace('<row r="3"', '<row r="3" zz:mark="m"').replace('<c r="B3"', '<c zz:note="a&gt;b" r="B3"'),
    beforeSheets: '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\数据\\"/></mc:Choice></mc:AlternateContent>'.replace('Requires="x15"', 'Requires="x15ac"'),
    afterData: `${choice('<zz:thing r:id="rId1"/>', '')}<extLst><ext uri="{CCCCCCCC-2222-4333-8444-555555555555}"><zz:data><zz:row r="1"/></zz:data></ext></extLst>`,
    sheetRels: [{ id: 'rId1', type: `${own}/thing`, target: '../future/thing.dat' }],
    afterSheets: '<extLst><ext uri="{DDDDDDDD-2222-4333-8444-555555555555}"><zz:data/></ext></extLst>',
    workbookRels: [{ id: 'rId50', type: `${own}/other`, target: '../future/other.json' }],
    rootRels: [{ id: 'rId60', type: `${own}/root`, target: 'readme' }],
    defaults: { dat: 'application/x-future', json: 'application/json' },
    parts: [{ path: 'xl/future/thing.dat', content: blob(50, 31) }, { path: 'future/other.json', content: '{}' }, { path: 'readme', content: 'x', type: 'text/plain' }, { path: 'loose/not-related.dat', content: 'y' }],
  });
}

/** Stored and deflated entries, folders as entries, another order, old dates. */
function containers(): readonly CorpusFile[] {
  const parts = unzipSync(PLAIN().bytes);
  const of = (options: Parameters<typeof zipSync>[1], order: (a: string, b: string) => number): Uint8Array =>
    zipSync(Object.fromEntries(Object.keys(parts).sort(order).map((path) => [path, parts[path] ?? new Uint8Array()])), options);
  const folders = zipSync({ 'xl/': [new Uint8Array(), { level: 0 }], ...Object.fromEntries(Object.entries(parts).map(([path, bytes], i) => [path, [bytes, { level: i % 2 === 0 ? 0 : 9, comment: i === 3 ? 'a comment' : '', extra: { 0x7a7a: strToU8('own') } }] as const])) }, { mtime: new Date(1990, 5, 5) });
  return [
    { name: 'container-stored-reversed.xlsx', madeBy: 'by hand', bytes: of({ level: 0, mtime: new Date(2024, 0, 1) }, (a, b) => b.localeCompare(a)) },
    { name: 'container-folders-extra-fields.xlsx', madeBy: 'by hand', bytes: folders },
  ];
}

export function packageForms(): readonly CorpusFile[] {
  return [strict(), prefixed(), absoluteTargets(), oddNames(), bare(), ...encodings(), missingReferences(), defaultTypes(), typesOneByOne(), unusualXml(), unknownThings(), ...containers()];
}
