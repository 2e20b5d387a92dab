/**
 * A workbook read the long way: whole trees, the schema's order, every reference checked. Has an opinion only where the
 * standard leaves no room for another (`NoOpinion` otherwise), and then the product must say the same or refuse.
 */
import type { SheetCell } from '../../../src/core/model/cell';
import { readStrictCells } from './strict-cells';
import { readStrictFormats } from './strict-formats';
import { doubt, inMain, inOrder, NoOpinion, SPREADSHEET, stringItem } from './strict-schema';
import { elements, NotWellFormed, parseXml, plainText, type XmlElement } from './strict-xml';

export type Sheets = ReadonlyMap<string, ReadonlyMap<string, SheetCell>>;

export interface StrictReading {
  readonly sheetNames: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  /** Sheet -> `A1` -> cell. */
  readonly sheets: Sheets;
}

const RELATIONSHIP = ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships'];
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/';
const MAIN_TYPE = /^application\/vnd\.(openxmlformats-officedocument\.spreadsheetml\.(sheet|template)|ms-excel\.(sheet|template)\.macroEnabled)\.main\+xml$/;

interface Relation {
  readonly type: string;
  readonly target: string;
}

type PartBytes = (path: string) => Uint8Array | undefined;

function relations(part: PartBytes, source: string): ReadonlyMap<string, Relation> {
  const cut = source.lastIndexOf('/') + 1;
  const bytes = part(`${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`);
  const found = new Map<string, Relation>();
  if (bytes === undefined) return found;
  const root = parseXml(bytes);
  if (root.name !== 'Relationships' || root.space !== `${PACKAGE}relationships`) doubt('relationships');
  for (const element of elements(root)) {
    const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => element.attributes.get(name) ?? doubt('relationship'));
    const mode = element.attributes.get('TargetMode') ?? 'Internal';
    if (element.name !== 'Relationship' || element.space !== root.space || id === undefined || type === undefined || target === undefined || id === '' || found.has(id)) return doubt('relationship');
    if (mode !== 'Internal' && mode !== 'External') doubt('mode');
    if (mode === 'External') {
      found.set(id, { type: '', target: '' });
      continue;
    }
    // Anything a web address would read differently is left alone.
    if (!/^\/?(\.\.\/)*(?:[\p{L}\p{N}_-][\p{L}\p{N}_.-]*\/)*[\p{L}\p{N}_-][\p{L}\p{N}_.-]*$/u.test(target)) doubt(`target ${target}`);
    const known = RELATIONSHIP.find((space) => type.startsWith(`${space}/`));
    const segments = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
    for (const segment of target.split('/')) {
      if (segment === '') continue;
      if (segment !== '..') segments.push(segment);
      else if (segments.pop() === undefined) doubt('target above the root');
    }
    found.set(id, { type: known === undefined ? '' : type.slice(known.length + 1), target: segments.join('/') });
  }
  return found;
}

function one(all: ReadonlyMap<string, Relation>, type: string): string | undefined {
  const found = [...all.values()].filter((relation) => relation.type === type);
  return found.length > 1 ? doubt(`two ${type}`) : found[0]?.target;
}

function contentType(part: PartBytes, path: string): string {
  const root = parseXml(part('[Content_Types].xml') ?? doubt('no content types'));
  if (root.name !== 'Types' || root.space !== `${PACKAGE}content-types`) doubt('content types');
  const seen = new Map<string, string>();
  for (const element of elements(root)) {
    const key = element.name === 'Override' ? element.attributes.get('PartName') : element.name === 'Default' ? `.${element.attributes.get('Extension') ?? doubt('type')}` : doubt('type');
    const type = element.attributes.get('ContentType');
    if (element.space !== root.space || key === undefined || type === undefined || seen.has(key.toLowerCase())) return doubt('type');
    seen.set(key.toLowerCase(), type);
  }
  return seen.get(`/${path}`.toLowerCase()) ?? seen.get(path.slice(path.lastIndexOf('.')).toLowerCase()) ?? '';
}

function sheetCells(bytes: Uint8Array, context: Parameters<typeof readStrictCells>[1]): ReadonlyMap<string, SheetCell> {
  const root = parseXml(bytes);
  if (!inMain(root, 'worksheet')) doubt('no worksheet');
  const data = elements(root).filter((child) => inMain(child, 'sheetData'));
  if (data.length !== 1 || data[0] === undefined || elements(root).some((child) => !SPREADSHEET.has(child.space))) return doubt('sheet data');
  return readStrictCells(data[0], context);
}

function read(part: PartBytes): StrictReading {
  const main = one(relations(part, ''), 'officeDocument') ?? doubt('no workbook');
  if (!MAIN_TYPE.test(contentType(part, main))) doubt('content type');
  const root = parseXml(part(main) ?? doubt('no workbook'));
  if (!inMain(root, 'workbook')) doubt('no workbook');
  const groups = ['workbookPr', 'sheets', 'definedNames'].map((name) => elements(root).filter((child) => inMain(child, name)));
  if (groups.some((group) => group.length > 1) || elements(root).some((child) => !SPREADSHEET.has(child.space))) doubt('workbook');
  const [properties, list, defined] = groups.map(([first]) => first);
  const date1904 = properties?.attributes.get('date1904') ?? '0';
  if (!['0', '1', 'true', 'false'].includes(date1904)) doubt('date1904');
  const related = relations(part, main);
  const bytesOf = (type: string): Uint8Array | undefined => {
    const target = one(related, type);
    return target === undefined ? undefined : part(target) ?? doubt(`no ${target}`);
  };
  const texts = bytesOf('sharedStrings');
  const strings = texts === undefined ? [] : inOrder(assertRoot(parseXml(texts), 'sst'), ['si'], true).map(stringItem);
  const styles = bytesOf('styles');
  const formats = styles === undefined ? [] : readStrictFormats(assertRoot(parseXml(styles), 'styleSheet'));

  const sheets = new Map<string, ReadonlyMap<string, SheetCell>>();
  const used = new Set<string>();
  for (const sheet of inOrder(list ?? doubt('no sheets'), ['sheet'], true)) {
    const name = sheet.attributes.get('name') ?? '';
    const id = RELATIONSHIP.map((space) => sheet.attributes.get(`{${space}}id`)).find((value) => value !== undefined) ?? doubt('no id');
    const relation = related.get(id) ?? doubt('no relationship');
    if (name === '' || name.length > 31 || used.has(name.toLowerCase()) || used.has(`part ${relation.target}`)) doubt('sheet name');
    used.add(name.toLowerCase()).add(`part ${relation.target}`);
    if (relation.type === 'worksheet') sheets.set(name, sheetCells(part(relation.target) ?? doubt('no sheet'), { strings, formats, date1904: date1904 === '1' || date1904 === 'true' }));
    else if (relation.type !== 'chartsheet' && relation.type !== 'dialogsheet') doubt('kind of sheet');
  }
  const names = new Map<string, string>();
  for (const element of defined === undefined ? [] : inOrder(defined, ['definedName'], true)) {
    const name = element.attributes.get('name') ?? doubt('no name');
    if (element.attributes.has('localSheetId')) continue;
    if (names.has(name)) doubt('name twice');
    names.set(name, plainText(element) || doubt('name'));
  }
  return { sheetNames: [...sheets.keys()], names, sheets };
}

function assertRoot(root: XmlElement, name: string): XmlElement {
  return inMain(root, name) ? root : doubt(`no ${name}`);
}

/** Null where this reading has no opinion; `why` is then told the reason. `parts` by path. */
export function readStrictly(parts: ReadonlyMap<string, Uint8Array>, why?: (reason: string) => void): StrictReading | null {
  const lower = new Map([...parts].map(([path, bytes]) => [path.toLowerCase(), bytes]));
  if (lower.size !== parts.size) return null;
  try {
    return read((path) => lower.get(path.toLowerCase()));
  } catch (error) {
    if (!(error instanceof NoOpinion || error instanceof NotWellFormed)) throw error;
    why?.(error.message);
    return null;
  }
}
