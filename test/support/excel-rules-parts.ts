/** Rules over the parts beside the sheets: workbook, styles, shared texts, tables, notes. */
import type { Package } from './excel-rules-package';
import { formatFaults, nameFaults, sheetNameFaults } from './excel-rules-names';
import { areasOf, rectangle } from './excel-rules-ranges';
import { cellText, textFaults } from './excel-rules-text';
import { all, child, descendants, unescapeText, type XmlElement } from './excel-rules-xml';

/** Cell formats that Excel keeps. */
const MOST_CELL_FORMATS = 65_490;
const MOST_FONTS = 1024;
const FIRST_OWN_FORMAT = 164;

export function workbookFaults({ xml }: Package): readonly string[] {
  const faults: string[] = [];
  const root = xml.get('xl/workbook.xml');
  const sheets = all(child(root, 'sheets'), 'sheet').map(({ attributes }) => attributes);
  const names = sheets.map((sheet) => sheet.get('name') ?? '');
  const unique = (what: string, values: readonly string[]): void => {
    const seen = new Set<string>();
    for (const value of values.map((each) => each.toLowerCase())) {
      if (seen.has(value)) faults.push(`${what} ${value} twice`);
      seen.add(value);
    }
  };
  unique('sheet', names);
  unique('sheetId', sheets.map((sheet) => sheet.get('sheetId') ?? ''));
  faults.push(...names.flatMap(sheetNameFaults));
  const active = Number(child(child(root, 'bookViews'), 'workbookView')?.attributes.get('activeTab') ?? '0');
  if ((sheets[active]?.get('state') ?? 'visible') !== 'visible') faults.push(`tab ${active} is hidden and cannot be opened with`);
  const defined = all(child(root, 'definedNames'), 'definedName');
  unique('name', defined.map(({ attributes }) => `${attributes.get('name') ?? ''} ${attributes.get('localSheetId') ?? ''}`));
  for (const { attributes, text } of defined) {
    const [name = '', local] = [attributes.get('name'), attributes.get('localSheetId')];
    const own = local === undefined ? undefined : names[Number(local)];
    if (local !== undefined && own === undefined) faults.push(`name ${name} of sheet ${local}, which is not there`);
    if (text === '' || text.startsWith('=')) faults.push(`name ${name} refers to ${text}`);
    if (!name.startsWith('_xlnm.')) faults.push(...nameFaults(name));
    else if (!printNameIsSound(name, text, own)) faults.push(`${name} of ${own ?? 'no sheet'} is ${text}`);
  }
  if (child(root, 'calcPr')?.attributes.get('fullCalcOnLoad') !== '1') faults.push('not calculated on opening');
  return faults.map((fault) => `xl/workbook.xml: ${fault}`);
}

/** A print area is a range of the sheet itself, print titles are whole rows of it. */
function printNameIsSound(name: string, text: string, own: string | undefined): boolean {
  const [, quoted, plain, ref = ''] = /^(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_]*))!(\S+)$/u.exec(text) ?? [];
  if (own === undefined || (quoted?.replaceAll("''", "'") ?? plain) !== own) return false;
  if (name === '_xlnm.Print_Area') return /^\$[A-Z]+\$\d+:\$[A-Z]+\$\d+$/.test(ref) && rectangle(ref) !== null;
  return name === '_xlnm.Print_Titles' && /^\$\d+:\$\d+$/.test(ref);
}

export function styleFaults(root: XmlElement | undefined): readonly string[] {
  const faults: string[] = [];
  const sizes = Object.fromEntries(['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'dxfs'].map((name) => [name, child(root, name)?.children.length ?? 0]));
  if ((sizes['cellXfs'] ?? 0) > MOST_CELL_FORMATS) faults.push(`${sizes['cellXfs']} cell formats`);
  if ((sizes['fonts'] ?? 0) > MOST_FONTS) faults.push(`${sizes['fonts']} fonts`);
  const formats = all(child(root, 'numFmts'), 'numFmt');
  const ids = new Set(formats.map(({ attributes }) => Number(attributes.get('numFmtId'))));
  if (ids.size < formats.length) faults.push('a number format twice');
  for (const id of ids) if (id < FIRST_OWN_FORMAT) faults.push(`number format ${id} is built in`);
  faults.push(...formats.flatMap(({ attributes }) => formatFaults(attributes.get('formatCode') ?? '')));
  for (const xf of all(child(root, 'cellXfs'), 'xf')) {
    for (const [key, list] of [['fontId', 'fonts'], ['fillId', 'fills'], ['borderId', 'borders'], ['xfId', 'cellStyleXfs']] as const) {
      if (Number(xf.attributes.get(key) ?? 0) >= (sizes[list] ?? 0)) faults.push(`${key} ${xf.attributes.get(key) ?? ''} is not there`);
    }
    const format = Number(xf.attributes.get('numFmtId') ?? 0);
    if (format >= FIRST_OWN_FORMAT && !ids.has(format)) faults.push(`number format ${format} is not there`);
  }
  return faults;
}

export function sharedStringFaults({ xml }: Package): readonly string[] {
  const faults: string[] = [];
  const root = xml.get('xl/sharedStrings.xml');
  const items = all(root, 'si');
  let used = 0;
  for (const sheet of [...xml.values()].filter(({ name }) => name === 'worksheet')) {
    for (const cell of descendants(sheet)) {
      if (cell.name !== 'c' || cell.attributes.get('t') !== 's') continue;
      used++;
      if (!/^\d+$/.test(child(cell, 'v')?.text ?? '') || Number(child(cell, 'v')?.text) >= items.length) faults.push(`${cell.attributes.get('r') ?? ''} takes text ${child(cell, 'v')?.text ?? ''} of ${items.length}`);
    }
  }
  if (root !== undefined && Number(root.attributes.get('count')) !== used) faults.push(`counts ${root.attributes.get('count') ?? ''} uses of ${used}`);
  if (root !== undefined && Number(root.attributes.get('uniqueCount')) !== items.length) faults.push(`counts ${root.attributes.get('uniqueCount') ?? ''} texts of ${items.length}`);
  for (const t of items.flatMap((item) => [...descendants(item)].filter(({ name }) => name === 't'))) faults.push(...textFaults(t));
  return faults;
}

/** Table columns must be named as their header cells say, or Excel repairs the file. */
export function tableFaults(path: string, sheet: XmlElement, pack: Package): readonly string[] {
  const faults: string[] = [];
  const texts = new Map([...descendants(sheet)].filter(({ name }) => name === 'c').map((cell) => [cell.attributes.get('r') ?? '', cell] as const));
  const ids = [...pack.xml.values()].filter(({ name }) => name === 'table').map(({ attributes }) => attributes.get('id') ?? '');
  for (const { type, target } of pack.relationships(path).values()) {
    const table = pack.xml.get(target);
    if (type !== 'table' || table === undefined) continue;
    const { attributes } = table;
    const area = rectangle(attributes.get('ref') ?? '');
    const columns = all(child(table, 'tableColumns'), 'tableColumn').map((column) => column.attributes);
    if (ids.filter((id) => id === attributes.get('id')).length > 1) faults.push(`table id ${attributes.get('id') ?? ''} twice`);
    if (area === null || area.bottom === area.top || area.right - area.left + 1 !== columns.length) faults.push(`table ${target} of ${columns.length} columns over ${attributes.get('ref') ?? ''}`);
    if ((child(table, 'autoFilter')?.attributes.get('ref') ?? attributes.get('ref')) !== attributes.get('ref')) faults.push(`table ${target}: filter over another range`);
    columns.forEach((column, i) => {
      const cell = area === null ? undefined : [...texts.values()].find((each) => each.attributes.get('r') === cellName(area.top, area.left + i));
      const said = cell === undefined ? undefined : cellText(cell, pack);
      if (said !== unescapeText(column.get('name') ?? '')) faults.push(`table ${target}: column ${column.get('name') ?? ''} has the heading ${said ?? 'none'}`);
    });
  }
  return faults;
}

function cellName(row: number, column: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** Each note has its box, and the sheet names the drawing of the boxes. */
export function commentFaults(path: string, sheet: XmlElement, pack: Package): readonly string[] {
  const faults: string[] = [];
  const targets = [...pack.relationships(path).values()];
  const comments = targets.find(({ type }) => type === 'comments');
  const legacy = child(sheet, 'legacyDrawing')?.attributes.get('r:id');
  const drawing = legacy === undefined ? undefined : pack.xml.get(pack.relationships(path).get(legacy)?.target ?? '');
  if (comments === undefined) return legacy === undefined ? [] : ['a drawing of notes without notes'];
  if (drawing === undefined) return ['notes without a drawing'];
  const root = pack.xml.get(comments.target);
  const refs = all(child(root, 'commentList'), 'comment').map(({ attributes }) => attributes.get('ref') ?? '');
  const authors = all(child(root, 'authors'), 'author').length;
  for (const { attributes } of all(child(root, 'commentList'), 'comment')) if (Number(attributes.get('authorId')) >= authors) faults.push(`the author of ${attributes.get('ref') ?? ''} is not there`);
  const boxes = [...descendants(drawing)].filter(({ name }) => name === 'x:ClientData').map((data) => cellName(Number(child(data, 'x:Row')?.text) + 1, Number(child(data, 'x:Column')?.text) + 1));
  if ([...refs].sort().join(' ') !== [...boxes].sort().join(' ')) faults.push(`notes at ${refs.join(' ')}, boxes at ${boxes.join(' ')}`);
  areasOf(refs.join(' '), faults);
  return faults;
}
