/**
 * The styles part of a workbook that people own, extended: formats that are there are found and used, new ones go behind
 * them, nothing is renumbered. Written once, by `flush`.
 */
import { HostError } from '../../../app/ports';
import { STYLES } from '../../../core/model/style';
import type { PackageEdit } from '../package/package-edit';
import { readCellFormats, temporalFormat } from '../read/number-formats';
import { escapeAttribute } from '../write/text';
import { relationshipType, type Dialect } from './dialect';
import { addLink, declarePart, linksOf } from './links';
import { lookXml, type FormatXml } from './look-xml';
import { createCollection } from './style-collection';
import { formatKey, styleKey } from './style-key';
import { appendInside, attributesOf, childOf, childrenOf, parseXml, setAttribute, splice, type XmlElement } from './xml-edit';
import type { StyleTable } from './context';

/** Cell formats that Excel keeps. */
const MAX_FORMATS = 65_490;
const FIRST_OWN_FORMAT = 164;
const DATE_FORMAT = 'yyyy-mm-dd';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** Built-in number formats that read the same in every language (ISO/IEC 29500-1, 18.8.30). */
const BUILT_IN: ReadonlyMap<string, number> = new Map(Object.entries({
  'General': 0, '0': 1, '0.00': 2, '#,##0': 3, '#,##0.00': 4, '0%': 9, '0.00%': 10, '0.00E+00': 11, '# ?/?': 12, '# ??/??': 13, '@': 49,
}));

const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>';

/** The formats of another workbook in terms of this one. */
export interface AdoptedStyles {
  /** Index of its cell format in this workbook; its default format is this workbook's. */
  cell(index: number): number;
  differential(index: number): number;
}

export interface WorkbookStyles extends StyleTable {
  /** `xml` is the styles part of a generated workbook. */
  adopt(xml: string): AdoptedStyles;
  /** Writes what was added; nothing when nothing was. */
  flush(): Promise<void>;
}

/** What programs show where a workbook names no font. */
const NEUTRAL_FONT = '<font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>';

function blankStyles(dialect: Dialect): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${dialect.main}">`
    + `<fonts count="1">${NEUTRAL_FONT}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>`
    + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
}

/** Id of the number formats that are there by their code; one without a number for an id is none. */
function numberFormats(xml: string, root: XmlElement): Map<string, number> {
  return new Map(childrenOf(childOf(root, 'numFmts'), 'numFmt').flatMap((element) => {
    const attributes = attributesOf(xml, element);
    const id = Number(attributes.get('numFmtId') ?? NaN);
    return Number.isSafeInteger(id) ? [[attributes.get('formatCode') ?? '', id] as const] : [];
  }));
}

/** What cell formats say of the style that cells have by nature; '' where the workbook has no styles of cells. */
function normalStyle(xml: string, root: XmlElement): string {
  if ((childOf(root, 'cellStyleXfs')?.children.length ?? 0) === 0) return '';
  for (const style of childrenOf(childOf(root, 'cellStyles'), 'cellStyle')) {
    const attributes = attributesOf(xml, style);
    if (attributes.get('builtinId') === '0') return ` xfId="${attributes.get('xfId') ?? '0'}"`;
  }
  return ' xfId="0"';
}

const elementXml = (xml: string, element: XmlElement | undefined): string => (element === undefined ? '' : xml.slice(element.start, element.end));

/** Throws HostError `xlsx/damaged` for a styles part that cannot be read. */
export async function openStyleTable(parts: PackageEdit, workbook: string, dialect: Dialect): Promise<WorkbookStyles> {
  const link = (await linksOf(parts, workbook)).find(({ type, external }) => type === 'styles' && !external);
  const there = link !== undefined && parts.has(link.target);
  // Some readers look for the styles under their usual name only.
  const usual = 'xl/styles.xml';
  const path = there ? link.target : parts.has(usual) ? parts.freePath('xl/styles#.xml') : usual;
  const text = there ? await parts.text(path) : blankStyles(dialect);
  // Opened when it is of one tag: several lists may go in.
  const whole = parseXml(text, path);
  const xml = whole.children.length === 0 ? splice(text, [appendInside(text, whole, '')]) : text;
  const root = parseXml(xml, path);
  const tooMany = (): HostError => new HostError('xlsx/too-large', { part: path, size: MAX_FORMATS + 1, limit: MAX_FORMATS });
  const collection = (local: string, limit?: number): ReturnType<typeof createCollection> =>
    createCollection(xml, root, local, local === 'cellXfs' ? formatKey : styleKey, limit, tooMany);
  const [fonts, fills, borders, formats, differentials] = [collection('fonts'), collection('fills'), collection('borders'), collection('cellXfs', MAX_FORMATS), collection('dxfs')];
  const codes = collection('numFmts');
  const ids = numberFormats(xml, root);
  // Looped over: there may be more of them than a call takes arguments.
  let lastFormat = FIRST_OWN_FORMAT - 1;
  for (const id of ids.values()) lastFormat = Math.max(lastFormat, id);
  const temporal = [...readCellFormats(new TextEncoder().encode(xml), path)];
  const normal = normalStyle(xml, root);
  let written = there;

  function numberFormat(code: string): number {
    const known = BUILT_IN.get(code) ?? ids.get(code);
    if (known !== undefined) return known;
    const id = ++lastFormat;
    ids.set(code, id);
    codes.indexOf(`<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return id;
  }

  function addFormat(xf: string, code: string | undefined): number {
    const index = formats.indexOf(xf);
    temporal[index] ??= code === undefined ? null : temporalFormat(code);
    return index;
  }

  /** What stands first in each list is what cells without a format have; the first two fills are these for every program, whatever the part says. */
  function addDefaults(): void {
    if (fonts.size === 0) fonts.indexOf(NEUTRAL_FONT);
    if (fills.size === 0) fills.indexOf(NO_FILL);
    if (fills.size === 1) fills.indexOf('<fill><patternFill patternType="gray125"/></fill>');
    if (borders.size === 0) borders.indexOf(NO_BORDER);
    if (formats.size === 0) addFormat(`<xf numFmtId="0" fontId="0" fillId="0" borderId="0"${normal}/>`, undefined);
  }

  /** `format` is a code, or the id of a built-in one. */
  function intern({ font, fill, border, alignment, protection }: FormatXml, format: string | number | undefined): number {
    const id = typeof format === 'string' ? numberFormat(format) : format ?? 0;
    addDefaults();
    const [fontId, fillId, borderId] = [fonts.indexOf(font), fills.indexOf(fill || NO_FILL), borders.indexOf(border || NO_BORDER)];
    const flags = [
      id === 0 ? '' : ' applyNumberFormat="1"', ' applyFont="1"', fill === '' ? '' : ' applyFill="1"', border === '' ? '' : ' applyBorder="1"',
      alignment === '' ? '' : ' applyAlignment="1"', ' applyProtection="1"',
    ].join('');
    const start = `<xf numFmtId="${id}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}"${normal}${flags}`;
    return addFormat(alignment + protection === '' ? `${start}/>` : `${start}>${alignment}${protection}</xf>`, typeof format === 'string' ? format : undefined);
  }

  function adopt(foreign: string): AdoptedStyles {
    const other = parseXml(foreign, 'xl/styles.xml');
    const list = (local: string, child: string): readonly XmlElement[] => childrenOf(childOf(other, local), child);
    const [otherFonts, otherFills, otherBorders, cells, looks] = [list('fonts', 'font'), list('fills', 'fill'), list('borders', 'border'), list('cellXfs', 'xf'), list('dxfs', 'dxf')];
    const otherCodes = new Map([...numberFormats(foreign, other)].map(([code, id]) => [id, code]));
    // All at once: the sheets that name them are written after the styles.
    const formatsHere = cells.map((xf, index) => {
      if (index === 0) return 0;
      const attributes = attributesOf(foreign, xf);
      const id = (name: string): number => Number(attributes.get(name) ?? 0);
      const piece = (from: readonly XmlElement[], name: string): string => (id(name) === 0 && name !== 'fontId' ? '' : elementXml(foreign, from[id(name)]));
      return intern({
        font: piece(otherFonts, 'fontId'), fill: piece(otherFills, 'fillId'), border: piece(otherBorders, 'borderId'),
        alignment: elementXml(foreign, childOf(xf, 'alignment')), protection: elementXml(foreign, childOf(xf, 'protection')),
      }, otherCodes.get(id('numFmtId')) ?? id('numFmtId'));
    });
    const looksHere = looks.map((look) => differentials.indexOf(elementXml(foreign, look)));
    return { cell: (index) => formatsHere[index] ?? 0, differential: (index) => looksHere[index] ?? 0 };
  }

  /** The format at the index with another number format. */
  function formatted(style: number, format: string): number {
    const xf = formats.at(style) ?? formats.at(0);
    if (xf === undefined) return intern(lookXml(STYLES.blank), format);
    // The piece goes in again as it stands, so it is taken out of its prefix.
    const plain = root.prefix === '' ? xf : xf.replaceAll(new RegExp(`(</?)${root.prefix}`, 'g'), '$1');
    const element = parseXml(plain, path);
    const held = Number(attributesOf(plain, element).get('numFmtId') ?? 0);
    // LibreOffice writes built-in formats under numbers of their own.
    if (held === BUILT_IN.get(format) || held === ids.get(format)) return style;
    const id = String(numberFormat(format));
    return addFormat(splice(plain, [setAttribute(plain, element, 'numFmtId', id), setAttribute(plain, element, 'applyNumberFormat', '1')]), format);
  }

  return {
    of: ({ style, format }) => intern(lookXml(STYLES[style]), format),
    isDate: (style) => temporal[style] === 'date',
    dated: (style) => (temporal[style] === 'date' ? style : formatted(style, DATE_FORMAT)),
    formatted,
    differential: (piece) => differentials.indexOf(piece),
    adopt,
    async flush() {
      const edits = [codes, fonts, fills, borders, formats, differentials].flatMap((list) => list.edits());
      if (edits.length === 0) return;
      parts.set(path, splice(xml, edits));
      if (written) return;
      written = true;
      await addLink(parts, workbook, relationshipType(dialect, 'styles'), path);
      await declarePart(parts, path, CONTENT_TYPE);
    },
  };
}
