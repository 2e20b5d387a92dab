/** Rules over one worksheet part: rows and cells, merges, cell rules, conditional formats, links, header and footer. */
import type { Package } from './excel-rules-package';
import { areasOf, overlap, overlaps, rectangle, type Rectangle } from './excel-rules-ranges';
import { textFaults } from './excel-rules-text';
import { all, child, descendants, unescapeText, type XmlElement } from './excel-rules-xml';

const ERRORS = new Set(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']);
const MOST_WIDTH = 255;
const MOST_HEIGHT = 409;
const MOST_FOOTER = 255;
const MOST_FORMULA = 8192;

type Areas = readonly { readonly ref: string; readonly area: Rectangle }[];

export function sheetFaults(sheet: XmlElement, pack: Package): readonly string[] {
  const faults: string[] = [];
  const styles = pack.xml.get('xl/styles.xml');
  const formats = child(styles, 'cellXfs')?.children.length ?? 0;
  const looks = child(styles, 'dxfs')?.children.length ?? 0;
  const merges = all(child(sheet, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) => areasOf(attributes.get('ref') ?? '', faults));
  faults.push(...overlaps(merges));
  columnFaults(sheet, formats, faults);
  cellFaults(sheet, formats, merges, faults);
  formatFaults(sheet, looks, faults);
  const rules = all(child(sheet, 'dataValidations'), 'dataValidation');
  for (const { attributes, children } of rules) {
    areasOf(attributes.get('sqref') ?? '', faults);
    for (const [key, most] of [['promptTitle', 32], ['errorTitle', 32], ['prompt', 255], ['error', 255]] as const) {
      if (unescapeText(attributes.get(key) ?? '').length > most) faults.push(`${key} of ${attributes.get('sqref') ?? ''} is too long`);
    }
    if (children.some(({ text }) => text === '' || text.length > 255)) faults.push(`rule of ${attributes.get('sqref') ?? ''}`);
    if ((attributes.get('type') ?? 'none') !== 'none' && children.length === 0) faults.push(`rule of ${attributes.get('sqref') ?? ''} without a condition`);
  }
  linkFaults(sheet, pack, faults);
  for (const part of child(sheet, 'headerFooter')?.children ?? []) if (part.text.length > MOST_FOOTER) faults.push(`${part.name} of ${part.text.length} characters`);
  const used = rectangle(child(sheet, 'dimension')?.attributes.get('ref') ?? '');
  if (used === null) faults.push('no dimension');
  return faults;
}

function columnFaults(sheet: XmlElement, formats: number, faults: string[]): void {
  let last = 0;
  for (const { attributes } of all(child(sheet, 'cols'), 'col')) {
    const [min, max, width, style] = ['min', 'max', 'width', 'style'].map((key) => Number(attributes.get(key) ?? 0));
    if (min === undefined || max === undefined || min <= last || max < min) faults.push(`columns ${min ?? ''} to ${max ?? ''}`);
    if ((width ?? 0) > MOST_WIDTH || (style ?? 0) >= formats) faults.push(`column ${min ?? ''}: width ${width ?? ''}, style ${style ?? ''}`);
    last = max ?? last;
  }
}

function cellFaults(sheet: XmlElement, formats: number, merges: Areas, faults: string[]): void {
  let lastRow = 0;
  const arrays: { ref: string; area: Rectangle }[] = [];
  for (const row of all(child(sheet, 'sheetData'), 'row')) {
    const at = Number(row.attributes.get('r'));
    if (!(at > lastRow)) faults.push(`row ${at} after row ${lastRow}`);
    lastRow = at;
    if (Number(row.attributes.get('ht') ?? 0) > MOST_HEIGHT) faults.push(`row ${at} is ${row.attributes.get('ht') ?? ''} high`);
    let lastColumn = 0;
    for (const cell of row.children) {
      const ref = cell.attributes.get('r') ?? '';
      const area = rectangle(ref);
      if (area === null || area.top !== at || area.left <= lastColumn) faults.push(`${ref} in row ${at}`);
      lastColumn = area?.left ?? lastColumn;
      if (Number(cell.attributes.get('s') ?? 0) >= formats) faults.push(`${ref}: style ${cell.attributes.get('s') ?? ''} is not there`);
      faults.push(...oneCell(cell).map((fault) => `${ref}: ${fault}`));
      const formula = child(cell, 'f');
      if (formula?.attributes.get('t') === 'array') arrays.push(...areasOf(formula.attributes.get('ref') ?? '', faults));
      if (formula?.attributes.get('t') === 'array' && formula.attributes.get('ref') !== ref) faults.push(`${ref}: array formula over ${formula.attributes.get('ref') ?? ''}`);
    }
  }
  faults.push(...overlaps(arrays));
  for (const { ref, area } of arrays) if (merges.some((merge) => overlap(merge.area, area))) faults.push(`${ref}: array formula in a merged cell`);
}

/** Type and value agree; no formula is empty; a blank has no value. */
function oneCell(cell: XmlElement): readonly string[] {
  const type = cell.attributes.get('t') ?? 'n';
  const [formula, value, inline] = [child(cell, 'f'), child(cell, 'v'), child(cell, 'is')];
  const faults: string[] = [];
  if (formula !== undefined && (formula.text === '' || formula.text.startsWith('=') || unescapeText(formula.text).length > MOST_FORMULA)) faults.push('formula');
  if (formula !== undefined && value === undefined) faults.push('a formula without its value');
  const sound: Readonly<Record<string, () => boolean>> = {
    n: () => (value === undefined ? !cell.attributes.has('t') : value.text !== '' && Number.isFinite(Number(value.text))),
    s: () => formula === undefined && value !== undefined,
    str: () => formula !== undefined && value !== undefined,
    b: () => value?.text === '0' || value?.text === '1',
    e: () => ERRORS.has(value?.text ?? ''),
    inlineStr: () => formula === undefined && value === undefined && inline !== undefined,
  };
  if (sound[type]?.() !== true || (type !== 'inlineStr' && inline !== undefined)) faults.push(`type ${type} with value ${value?.text ?? 'none'}`);
  for (const t of inline === undefined ? [] : descendants(inline)) if (t.name === 't') faults.push(...textFaults(t));
  return faults;
}

function formatFaults(sheet: XmlElement, looks: number, faults: string[]): void {
  const priorities = new Set<string>();
  for (const format of all(sheet, 'conditionalFormatting')) {
    areasOf(format.attributes.get('sqref') ?? '', faults);
    for (const rule of all(format, 'cfRule')) {
      const priority = rule.attributes.get('priority') ?? '';
      if (!(Number(priority) >= 1) || priorities.has(priority)) faults.push(`conditional format of priority ${priority}`);
      priorities.add(priority);
      if (Number(rule.attributes.get('dxfId') ?? -1) >= looks) faults.push(`conditional format with look ${rule.attributes.get('dxfId') ?? ''}`);
      if (rule.attributes.get('type') === 'expression' && rule.children.length !== 1) faults.push('conditional format without its formula');
    }
  }
}

function linkFaults(sheet: XmlElement, pack: Package, faults: string[]): void {
  const names = new Set(all(child(pack.xml.get('xl/workbook.xml'), 'sheets'), 'sheet').map(({ attributes }) => attributes.get('name') ?? ''));
  for (const { attributes } of all(child(sheet, 'hyperlinks'), 'hyperlink')) {
    areasOf(attributes.get('ref') ?? '', faults);
    const location = attributes.get('location');
    if (location === undefined) continue;
    const [, quoted, plain, ref = ''] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(location) ?? [];
    if (!names.has(quoted?.replaceAll("''", "'") ?? plain ?? '') || rectangle(ref) === null) faults.push(`link to ${location}`);
  }
}
