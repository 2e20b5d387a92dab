/**
 * A workbook of ours as it would lie on the disk after WPS Office opened and saved it; `wps-parts.ts` says what is known of
 * that. Every part is written anew: styles in another order with formats counted from 176, relationships the sheets first,
 * all texts shared, names sorted, one sheet added with a picture in a cell.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { appXml, CELL_IMAGE, cellImageParts, customXml, DECLARATION, ETC, IMAGE_ID, OFFICE, sharedParts } from './wps-parts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Formats of users begin here in Chinese versions. */
const FIRST_FORMAT = 176;
const PHOTOS = '照片';

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

interface Styles {
  readonly xml: string;
  /** New index of each cell format. */
  readonly index: readonly number[];
}

/** Formats counted anew, cell formats but the first in the opposite order; days shown by the built-in formats 14 and 31 as well as by their own. */
function restyle(xml: string): Styles {
  const ids = new Map([...xml.matchAll(/<numFmt numFmtId="(\d+)"/g)].map(([, id = ''], i) => [id, String(FIRST_FORMAT + i)]));
  const day = /<numFmt numFmtId="(\d+)" formatCode="yyyy-mm-dd"/.exec(xml)?.[1];
  const [group = '', inside = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml) ?? [];
  const xfs = inside.match(/<xf [^>]*\/>|<xf [^>]*>.*?<\/xf>/gs) ?? [];
  let days = 0;
  const rewritten = xfs.map((xf) => xf.replace(/numFmtId="(\d+)"/, (_, id: string) => `numFmtId="${id === day ? ['14', '31', ids.get(id) ?? ''][days++ % 3] ?? '' : ids.get(id) ?? id}"`));
  const order = rewritten.map((_, i) => (i === 0 ? 0 : rewritten.length - i));
  return {
    xml: xml
      .replace(group, `<cellXfs count="${xfs.length}">${order.map((i) => rewritten[i] ?? '').join('')}</cellXfs>`)
      .replace(/<numFmt numFmtId="(\d+)"/g, (_, id: string) => `<numFmt numFmtId="${ids.get(id) ?? id}"`)
      .replace(/<cellStyle name="[^"]*"/, '<cellStyle name="常规"'),
    index: order.map((_, i) => order.indexOf(i)),
  };
}

class Strings {
  readonly #items = new Map<string, number>();
  #count = 0;

  /** Index of a string item by its content. */
  of(item: string): number {
    this.#count++;
    const found = this.#items.get(item) ?? this.#items.size;
    this.#items.set(item, found);
    return found;
  }

  xml(): string {
    return `${DECLARATION}<sst xmlns="${MAIN}" count="${this.#count}" uniqueCount="${this.#items.size}">${[...this.#items.keys()].map((item) => `<si>${item}</si>`).join('')}</sst>`;
  }
}

interface SheetContext {
  readonly styles: Styles;
  readonly items: readonly string[];
  readonly strings: Strings;
  /** `A1` of every formula, for the chain of calculation. */
  readonly formulas: string[];
}

function rewriteCell(cell: string, { styles, items, strings, formulas }: SheetContext): string {
  const [, tag = '', content = ''] = /^<c([^>]*?)(?:\/>|>(.*)<\/c>)$/s.exec(cell) ?? [];
  const [reference, style, type] = ['r', 's', 't'].map((name) => attribute(tag, name));
  const s = style === undefined ? '' : ` s="${styles.index[Number(style)] ?? 0}"`;
  const c = (t: string, inside: string): string => (inside === '' ? `<c r="${reference ?? ''}"${s}/>` : `<c r="${reference ?? ''}"${s}${t === '' ? '' : ` t="${t}"`}>${inside}</c>`);
  if (content.includes('<f')) formulas.push(reference ?? '');
  if (type === 'inlineStr') return c('s', `<v>${strings.of(/<is>(.*)<\/is>/s.exec(content)?.[1] ?? '')}</v>`);
  if (type === 's') return c('s', `<v>${strings.of(items[Number(/<v>(\d+)<\/v>/.exec(content)?.[1])] ?? '')}</v>`);
  return c(type === 'n' ? '' : type ?? '', content);
}

function rewriteSheet(xml: string, context: SheetContext): string {
  const { index } = context.styles;
  const rows = xml.replace(/<row ([^>]*?)(?:\/>|>(.*?)<\/row>)/gs, (_, attributes: string, content: string | undefined) => {
    const own = ` ${attributes}`.replace(/ x14ac:\w+="[^"]*"/g, '').replace(/ s="(\d+)"/, (__, s: string) => ` s="${index[Number(s)] ?? 0}"`).replace(/ spans="[^"]*"/, '');
    const cells = (content ?? '').match(/<c [^>]*\/>|<c [^>]*>.*?<\/c>/gs) ?? [];
    return `<row${own} spans="1:${Math.max(1, cells.length)}">${cells.map((cell) => rewriteCell(cell, context)).join('')}</row>`;
  });
  const root = `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:etc="${ETC}">`;
  return DECLARATION + rows.slice(rows.indexOf('<worksheet'))
    .replace(/<worksheet[^>]*>/, root)
    .replace(/<sheetFormatPr[^>]*>/, '<sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5"/>')
    .replace(/(<col [^>]*style=")(\d+)"/g, (_, before: string, style: string) => `${before}${index[Number(style)] ?? 0}"`)
    .replace(/<autoFilter ref="([^"]*)"/g, '<autoFilter ref="$1" etc:filterBottomFollowUsedRange="0"');
}

/** Sheets first, then theme, styles and strings; what WPS adds comes last. */
function relationships(xml: string, more: readonly (readonly [string, string])[]): { readonly xml: string; readonly ids: ReadonlyMap<string, string> } {
  const found = [...xml.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => ({ id: attribute(tag, 'Id') ?? '', type: attribute(tag, 'Type') ?? '', target: attribute(tag, 'Target') ?? '' }));
  const rank = (type: string): number => ['worksheet', 'theme', 'styles', 'sharedStrings'].indexOf(type.split('/').at(-1) ?? '');
  const all = [...found.sort((a, b) => rank(a.type) - rank(b.type)), ...more.map(([type, target]) => ({ id: target, type, target }))];
  return {
    xml: `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(({ type, target }, i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`,
    ids: new Map(all.map(({ id }, i) => [id, `rId${i + 1}`])),
  };
}

function rewriteWorkbook(xml: string, ids: ReadonlyMap<string, string>): string {
  const sheets = [...xml.matchAll(/<sheet [^>]*>/g)].map(([tag]) => `<sheet name="${attribute(tag, 'name') ?? ''}" sheetId="${attribute(tag, 'sheetId') ?? ''}"${(attribute(tag, 'state') ?? 'visible') === 'visible' ? '' : ` state="${attribute(tag, 'state') ?? ''}"`} r:id="${ids.get(attribute(tag, 'r:id') ?? '') ?? ''}"/>`);
  const names = (xml.match(/<definedName .*?<\/definedName>/gs) ?? []).sort((a, b) => ((attribute(a, 'name') ?? '') < (attribute(b, 'name') ?? '') ? -1 : 1));
  sheets.push(`<sheet name="${PHOTOS}" sheetId="${sheets.length + 50}" r:id="${ids.get('worksheets/photos.xml') ?? ''}"/>`);
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/><bookViews><workbookView windowWidth="28800" windowHeight="12255"/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${names.join('')}</definedNames><calcPr calcId="144525"/></workbook>`;
}

export function rewriteAsWps(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const styles = restyle(text('xl/styles.xml'));
  const items = [...text('xl/sharedStrings.xml').matchAll(/<si(?:\/>|>(.*?)<\/si>)/gs)].map(([, inside = '']) => inside);
  const strings = new Strings();
  const sheetPaths = Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/sheet'));
  const chain: string[] = [];
  const made: Record<string, string | Uint8Array> = {};
  for (const path of sheetPaths) {
    const formulas: string[] = [];
    made[path] = rewriteSheet(text(path), { styles, items, strings, formulas });
    chain.push(...formulas.map((reference) => `<c r="${reference}" i="${path.replace(/\D/g, '')}"/>`));
  }
  const photo = `<c r="B2"><f>_xlfn.DISPIMG("${IMAGE_ID}",1)</f></c>`.replace('<c r="B2">', '<c r="B2" t="str">').replace('</f>', `</f><v>=DISPIMG("${IMAGE_ID}",1)</v>`);
  made['xl/worksheets/photos.xml'] = rewriteSheet(`<worksheet><sheetPr/><dimension ref="A1:B2"/><sheetFormatPr/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">现场照片 </t></is></c></row><row r="2">${photo}</row></sheetData></worksheet>`, { styles, items, strings, formulas: [] });
  const related = relationships(text('xl/_rels/workbook.xml.rels'), [
    [`${OFFICE}/relationships/worksheet`, 'worksheets/photos.xml'], [CELL_IMAGE.relationship, 'cellimages.xml'], [`${OFFICE}/relationships/calcChain`, 'calcChain.xml'], [`${OFFICE}/relationships/customXml`, '../customXml/item1.xml'],
  ]);
  const workbook = rewriteWorkbook(text('xl/workbook.xml'), related.ids);
  const override = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${type}"/>`;
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const all: Record<string, string | Uint8Array> = {
    ...parts, ...made, ...cellImageParts(), ...sharedParts(),
    'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': related.xml, 'xl/styles.xml': styles.xml, 'xl/sharedStrings.xml': strings.xml(),
    'xl/calcChain.xml': `${DECLARATION}<calcChain xmlns="${MAIN}">${chain.join('')}</calcChain>`,
    'docProps/app.xml': appXml([...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) => name)), 'docProps/custom.xml': customXml(),
    '[Content_Types].xml': text('[Content_Types].xml').replace('</Types>', `<Default Extension="png" ContentType="image/png"/>${override('xl/worksheets/photos.xml', `${spreadsheet}.worksheet+xml`)}${override('xl/cellimages.xml', CELL_IMAGE.contentType)}${override('xl/calcChain.xml', `${spreadsheet}.calcChain+xml`)}${override('docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml')}${override('customXml/itemProps1.xml', 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml')}</Types>`),
    '_rels/.rels': text('_rels/.rels').replace('</Relationships>', `<Relationship Id="rId99" Type="${OFFICE}/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>`),
  };
  for (const path of Object.keys(parts).filter((one) => one.startsWith('xl/tables/'))) all[path] = text(path).replace(/<autoFilter ref="([^"]*)"/, `<autoFilter xmlns:etc="${ETC}" ref="$1" etc:filterBottomFollowUsedRange="0"`);
  const zippable: Zippable = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? 1 : -1)).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content]));
  return zipSync(zippable, { level: 6 });
}
