/**
 * Writes random workbooks in every manner that the standard allows: prefixes, strict namespaces, quotes, references left
 * out, shared and inline and rich texts, comments, CDATA, character references, encodings. Shares nothing with the product.
 */
import { strToU8 } from 'fflate';
import type { CellValue } from '../../../src/core/model/cell';
import { isCellError } from '../../../src/core/model/cell';
import { placed, type Placed } from './expect-workbook';
import { seeded, type Random } from './random';
import { MASTERS, STYLES, type RandomSheet, type RandomWorkbook } from './random-workbook';
import { cellName } from './strict-schema';

/** Characters that XML has no room for become `_xHHHH_`; so do carriage returns, which XML would change. */
// oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function spreadsheetEscape(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(UNWRITABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

const NAMED: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' };

/** Text of an element: what must be escaped is, what may be is now and then. */
function xmlText(text: string, random: Random): string {
  if (random.once(12) && text !== '' && !text.includes(']]>')) return `<![CDATA[${text}]]>`;
  const escaped = text.replace(/[<>&"']/g, (sign) => ((sign === '"' || sign === "'") && random.once(2) ? sign : NAMED[sign] ?? sign));
  if (!random.once(8)) return escaped;
  const at = text.codePointAt(0);
  return at === undefined || !/^[\p{L}\p{N}\p{S}]/u.test(text) || NAMED[text[0] ?? ''] !== undefined ? escaped : `&#${random.once(2) ? at : `x${at.toString(16)}`};${escaped.slice(at > 0xffff ? 2 : 1)}`;
}

function numberText(value: number, random: Random): string {
  const plain = String(value);
  if (random.once(6)) return value.toExponential();
  return random.once(10) && /^\d+\.\d+$/.test(plain) ? `${plain}0` : plain;
}

function isoOf(serial: number): string {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

/** `usualPaths` are those that programs look for which do not follow relationships. */
export function writeRandomWorkbook(workbook: RandomWorkbook, usualPaths = false): ReadonlyMap<string, Uint8Array> {
  const random = seeded(workbook.manner, 0);
  const strict = random.once(6);
  const main = strict ? 'http://purl.oclc.org/ooxml/spreadsheetml/main' : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const related = strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const prefix = random.once(4) ? random.pick(['x:', 'ss:', 'a-b.c:']) : '';
  const quote = random.once(6) ? "'" : '"';
  const between = random.once(4) ? random.pick([' ', '\n', '\r\n  ', '<!-- <c r="A1"><v>9</v></c> -->', '<?pi <row>?>']) : '';
  const leaveOut = random.once(3);
  const strings: string[] = [];
  const stringIndex = new Map<string, number>();

  const attribute = (name: string, value: string | number): string => ` ${name}${random.once(30) ? ' = ' : '='}${quote}${String(value).replace(/[<&"']/g, (sign) => NAMED[sign] ?? sign)}${quote}`;
  const element = (name: string, attributes: string, content?: string): string => (content === undefined ? `<${prefix}${name}${attributes}${random.once(4) ? ' ' : ''}/>` : `<${prefix}${name}${attributes}>${content}</${prefix}${name}${random.once(20) ? ' ' : ''}>`);
  const t = (text: string): string => element('t', text.trim() === text ? '' : ' xml:space="preserve"', xmlText(spreadsheetEscape(text), random));

  /** Content of `<si>` or `<is>`: plain, or in runs, with a phonetic guide beside it. */
  function item(text: string): string {
    if (!random.once(4)) return t(text);
    const characters = Array.from(text);
    const cut = random.int(characters.length + 1);
    const runs = [characters.slice(0, cut).join(''), characters.slice(cut).join('')].map((run, i) => element('r', '', (i === 0 ? '' : element('rPr', '', element('b', ''))) + (i === 0 || between.trim() !== '' ? '' : between) + t(run)));
    const blanks = between.trim() === '' ? between : '';
    return blanks + runs.join(blanks) + blanks + (random.once(2) ? element('rPh', ' sb="0" eb="1"', t('ピン')) + element('phoneticPr', ' fontId="0"') : '');
  }

  function shared(text: string): number {
    const index = stringIndex.get(text) ?? strings.length;
    if (index === strings.length || random.once(5)) strings.push(element('si', '', item(text)));
    if (!stringIndex.has(text)) stringIndex.set(text, index);
    return stringIndex.get(text) ?? 0;
  }

  /** Type and content for a value. */
  function valueXml(value: CellValue, iso: boolean, hasFormula: boolean): { readonly type: string; readonly xml: string } {
    const v = (text: string): string => element('v', '', text);
    if (value === null) return { type: random.once(3) ? 'n' : '', xml: '' };
    if (typeof value === 'boolean') return { type: 'b', xml: v(value ? '1' : '0') };
    if (isCellError(value)) return { type: 'e', xml: v(value.error) };
    if (typeof value === 'number') return iso ? { type: 'd', xml: v(isoOf(value)) } : { type: random.once(3) ? 'n' : '', xml: v(numberText(value, random)) };
    if (hasFormula || random.once(5)) return { type: 'str', xml: v(xmlText(spreadsheetEscape(value), random)) };
    return random.once(2) ? { type: 'inlineStr', xml: element('is', '', item(value)) } : { type: 's', xml: v(String(shared(value))) };
  }

  function cellXml({ row, column, cell, master }: Placed, omit: boolean): string {
    const { formula } = cell;
    let f = '';
    if (formula?.kind === 'shared' && master !== undefined) {
      const first = master.row === row && master.column === column;
      f = element('f', attribute('t', 'shared') + (first ? attribute('ref', `${cellName(row, column)}:XFD1048576`) : '') + attribute('si', formula.group), first ? xmlText(MASTERS[formula.group] ?? '', random) : undefined);
    } else if (formula !== undefined) {
      const text = formula.kind === 'shared' ? MASTERS[formula.group] ?? '' : formula.text;
      f = element('f', (formula.kind === 'array' ? attribute('t', 'array') + attribute('ref', cellName(row, column)) : '') + (random.once(3) ? attribute('ca', 1) : ''), xmlText(text, random));
    }
    const { type, xml } = valueXml(cell.value, cell.iso === true && !workbook.date1904, formula !== undefined);
    const attributes = [omit ? '' : attribute('r', cellName(row, column)), cell.style === 0 ? '' : attribute('s', cell.style), type === '' ? '' : attribute('t', type)];
    if (random.once(6)) attributes.reverse();
    return element('c', attributes.join(''), f + xml === '' ? undefined : f + (between !== '' && random.once(3) ? between : '') + xml);
  }

  function sheetXml(sheet: RandomSheet): string {
    let last = 0;
    const rows = placed(sheet).map(({ row, cells }) => {
      const omitRow = leaveOut && row === last + 1 && random.once(2);
      last = row;
      let before = 0;
      const inside = cells.map((one) => {
        const omit = leaveOut && one.column === before + 1 && random.once(2);
        before = one.column;
        return cellXml(one, omit);
      });
      return element('row', (omitRow ? '' : attribute('r', row)) + (random.once(3) ? attribute('spans', '1:9') : '') + (random.once(6) ? attribute('customFormat', 1) : ''), inside.length === 0 && random.once(2) ? undefined : inside.join(between));
    });
    const around = random.once(3) ? element('dimension', ' ref="A1:C9"') + element('cols', '', element('col', ' min="1" max="2" width="9"')) : '';
    return around + element('sheetData', '', rows.length === 0 && random.once(2) ? undefined : between + rows.join(between)) + (random.once(3) ? element('pageMargins', ' left="1" right="1" top="1" bottom="1" header="1" footer="1"') : '');
  }

  const root = (name: string, inside: string, more = ''): Uint8Array => {
    const declare = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
    const xml = `<${prefix}${name} ${declare}="${main}"${more}>${inside}</${prefix}${name}>`;
    const wide = random.once(8);
    const declared = `<?xml version="1.0" encoding="${wide ? 'UTF-16' : 'UTF-8'}" standalone="yes"?>\n${xml}`;
    if (!wide) return strToU8((random.once(6) ? '\ufeff' : '') + (random.once(3) ? xml : declared));
    const bytes = new Uint8Array(Buffer.from(`\ufeff${declared}`, 'utf16le'));
    return random.once(2) ? bytes : new Uint8Array(Buffer.from(bytes).swap16());
  };
  const drawn = random.pick(['xl/', 'book/', '']);
  const folder = usualPaths ? 'xl/' : drawn;
  const [texts, looks] = usualPaths ? [`${folder}sharedStrings.xml`, `${folder}styles.xml`] : [`${folder}texts.xml`, `${folder}looks.xml`];
  const parts = new Map<string, Uint8Array>();
  const sheetParts = workbook.sheets.map((sheet, i) => {
    const path = `${folder}${random.pick(['worksheets/', 'cells/', ''])}s${i}${random.pick(['.xml', '_1.xml'])}`;
    parts.set(path, root('worksheet', sheetXml(sheet)));
    return path;
  });
  const names = workbook.names.map(({ name, refersTo, local }) => element('definedName', attribute('name', name) + (local ? attribute('localSheetId', 0) : ''), xmlText(refersTo, random)));
  const sheets = workbook.sheets.map(({ name }, i) => element('sheet', `${attribute('name', name)} sheetId="${i + 7}" r:id="s${i}"`));
  const inside = (random.once(3) && !workbook.date1904 ? '' : element('workbookPr', attribute('date1904', workbook.date1904 ? random.pick(['1', 'true']) : random.pick(['0', 'false'])))) + element('sheets', '', sheets.join('')) + (names.length === 0 ? '' : element('definedNames', '', names.join('')));
  parts.set(`${folder}main.xml`, root('workbook', inside, ` xmlns:r="${related}"`));
  const used = strings.length > 0 || random.once(2);
  if (used) parts.set(texts, root('sst', strings.join(between)));
  const custom = STYLES.filter(({ code }) => code !== undefined).map(({ id, code = '' }) => element('numFmt', attribute('numFmtId', id) + attribute('formatCode', code)));
  parts.set(looks, root('styleSheet', element('numFmts', '', custom.join('')) + element('fonts', '', element('font', '')) + element('fills', '', element('fill', '', element('patternFill', ' patternType="none"'))) + element('borders', '', element('border', '')) + element('cellStyleXfs', '', element('xf', ' numFmtId="14"')) + element('cellXfs', '', STYLES.map(({ id }) => element('xf', attribute('numFmtId', id))).join('')) + element('dxfs', '', '')));
  const link = (id: string, type: string, path: string): string => `<Relationship Id="${id}" Type="${related}/${type}" Target="${path}"/>`;
  const relationships = (links: string): Uint8Array => strToU8(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`);
  const target = (path: string): string => (random.once(3) ? `/${path}` : path.slice(folder.length));
  parts.set('_rels/.rels', relationships(link('a', 'officeDocument', random.once(2) ? `/${folder}main.xml` : `${folder}main.xml`)));
  parts.set(`${folder}_rels/main.xml.rels`, relationships([link('u', 'styles', target(looks)), used ? link('t', 'sharedStrings', target(texts)) : '', ...sheetParts.map((path, i) => link(`s${i}`, 'worksheet', target(path)))].join('')));
  parts.set('[Content_Types].xml', strToU8(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${folder}main.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${[...sheetParts.map((path) => [path, 'worksheet']), [texts, 'sharedStrings'], [looks, 'styles']].map(([path, type]) => `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`).join('')}</Types>`));
  return parts;
}
