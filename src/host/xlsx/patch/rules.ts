/** Cell rules, marks and number formats put back into a sheet: what is there gives way on the cells that they are for, and only there. */
import { HostError, type Gzip } from '../../../app/ports';
import { areaOf, areasOf, refOf, withoutAll, type Area } from '../../../core/model/area';
import type { SheetSpec } from '../../../core/model/sheet-spec';
import type { RulesPatch } from '../../../core/model/workbook-patch';
import { shiftFormula } from '../read/shift-formula';
import { fileFormula } from '../write/future-functions';
import { SHEET_ORDER } from '../write/sheet-part';
import { escapeXml } from '../write/text';
import { generateSheets } from './generated';
import { patchFormats } from './rules-formats';
import { frameOf, rewriteTail, sheetZones } from './sheet-frame';
import type { WorkbookEdit } from './workbook-edit';
import { appendInside, attributesOf, childOf, childrenOf, insertInOrder, parseXml, setAttribute, splice, textOf, withDescendants, type Splice, type XmlElement } from './xml-edit';

/** `path` is the sheet's part. Throws HostError `xlsx/damaged`, and RangeError for a reference that is none. */
export async function patchRules(edit: WorkbookEdit, path: string, rules: RulesPatch, gzip: Gzip): Promise<void> {
  const { validations = [], conditionalFormats = [], formats = [] } = rules;
  for (const { ref } of [...validations, ...conditionalFormats, ...formats]) if (areaOf(ref) === null) throw new RangeError(`not a range: ${ref}`);
  if (formats.length > 0) await patchFormats(edit, path, formats);
  if (validations.length + conditionalFormats.length === 0) return;
  const { prefix } = parseXml(await frameOf(sheetZones(edit.parts.pieces(path), path)), path);
  // Written by the generator, so that they are the same as those of a new sheet, in the formats of this workbook.
  const spec: SheetSpec = { name: 'rules', columns: [], cells: [], validations, conditionalFormats, protect: false, print: { orientation: 'portrait' }, activeCell: 'A1' };
  const [generated] = await generateSheets([spec], '', { styles: edit.styles, dialect: edit.dialect, gzip, date1904: edit.date1904 });
  if (generated === undefined) throw new HostError('xlsx/damaged', { part: path });
  const made = await generated.frame(prefix);
  edit.parts.rewrite(path, rewriteTail(path, (frame) => withRules(frame, path, made, rules)));
}

function withRules(frame: string, part: string, made: string, { validations = [], conditionalFormats = [] }: RulesPatch): string {
  const emptied = splice(frame, [
    ...cutValidations(frame, parseXml(frame, part), areasOf(validations.map(({ ref }) => ref))),
    ...cutMarks(frame, parseXml(frame, part), conditionalFormats),
  ]);
  const source = parseXml(made, part);
  return withValidations(withMarks(emptied, part, made, childrenOf(source, 'conditionalFormatting')), part, made, childOf(source, 'dataValidations'));
}

const refsIn = (text: string): readonly string[] => text.split(/\s+/).filter((ref) => ref !== '');

/** Where an element says that it holds: an attribute, in extensions an element. */
function refsOf(xml: string, element: XmlElement): { readonly refs: readonly string[]; readonly edit: (refs: string) => Splice } {
  const inside = childOf(element, 'sqref');
  if (inside === undefined) return { refs: refsIn(attributesOf(xml, element).get('sqref') ?? ''), edit: (refs) => setAttribute(xml, element, 'sqref', refs) };
  return { refs: refsIn(textOf(xml, inside)), edit: (refs) => ({ start: inside.innerStart, end: inside.innerEnd, text: refs }) };
}

const removed = ({ start, end }: XmlElement): Splice => ({ start, end, text: '' });

/** Rules of the sheet, then those of its extension list. A list that is empty then goes with its rules. */
function cutValidations(xml: string, root: XmlElement, holes: readonly Area[]): readonly Splice[] {
  if (holes.length === 0) return [];
  return [...withDescendants(root)].filter(({ local }) => local === 'dataValidations').flatMap((list): readonly Splice[] => {
    const rules = childrenOf(list, 'dataValidation');
    const edits = rules.map((rule) => {
      const { refs, edit } = refsOf(xml, rule);
      const areas = areasOf(refs);
      const left = withoutAll(areas, holes);
      if (left.length === 0 && areas.length > 0) return { gone: true, splices: [removed(rule)] };
      const same = left.map(refOf).join(' ') === areas.map(refOf).join(' ');
      return { gone: false, splices: same ? [] : [edit(left.map(refOf).join(' '))] };
    });
    const gone = edits.filter((one) => one.gone).length;
    if (gone === rules.length && rules.length > 0) return [removed(containerOf(root, list))];
    return [...(gone === 0 ? [] : [setAttribute(xml, list, 'count', String(rules.length - gone))]), ...edits.flatMap(({ splices }) => splices)];
  });
}

/** The list, or the extension that holds nothing but it, or the list of extensions when that was its only one. */
function containerOf(root: XmlElement, list: XmlElement): XmlElement {
  const all = [...withDescendants(root)];
  const parentOf = (element: XmlElement): XmlElement | undefined => all.find(({ children }) => children.includes(element));
  let found = list;
  for (let parent = parentOf(found); parent !== undefined && parent.children.length === 1 && (parent.local === 'ext' || parent.local === 'extLst'); parent = parentOf(found)) found = parent;
  return found;
}

/** Formats with the formula of one of ours leave its cells; others there are somebody's own. */
function cutMarks(xml: string, root: XmlElement, marks: NonNullable<RulesPatch['conditionalFormats']>): readonly Splice[] {
  return childrenOf(root, 'conditionalFormatting').flatMap((element): readonly Splice[] => {
    const { refs, edit } = refsOf(xml, element);
    const areas = areasOf(refs);
    const [first] = areas;
    const rules = childrenOf(element, 'cfRule');
    const formulas = rules.flatMap((rule) => (attributesOf(xml, rule).get('type') === 'expression' ? childrenOf(rule, 'formula') : []));
    const [formula] = formulas;
    // Where several rules share their cells none can leave alone.
    if (first === undefined || formula === undefined || rules.length > 1) return [];
    const text = textOf(xml, formula);
    const holes = marks.flatMap((mark) => {
      const area = areaOf(mark.ref);
      return area !== null && sameWhereMoved(text, first, fileFormula(mark.formula), area) ? [area] : [];
    });
    const left = withoutAll(areas, holes);
    const [start] = left;
    if (start === undefined) return [removed(element)];
    if (left.map(refOf).join(' ') === areas.map(refOf).join(' ')) return [];
    const moved = shiftFormula(text, start.top - first.top, start.left - first.left);
    return [edit(left.map(refOf).join(' ')), ...(moved === text ? [] : [{ start: formula.innerStart, end: formula.innerEnd, text: escapeXml(moved) }])];
  });
}

/** Blanks aside, both formulas say the same of the same cell. */
function sameWhereMoved(a: string, at: Area, b: string, from: Area): boolean {
  return shiftFormula(b, at.top - from.top, at.left - from.left).replaceAll(' ', '') === a.replaceAll(' ', '');
}

/** Ours go behind those that are there, in the order of precedence too. */
function withMarks(xml: string, part: string, made: string, marks: readonly XmlElement[]): string {
  if (marks.length === 0) return xml;
  const root = parseXml(xml, part);
  const lowest = [...withDescendants(root)].filter(({ local }) => local === 'cfRule').reduce((most, rule) => Math.max(most, Number(attributesOf(xml, rule).get('priority') ?? 0)), 0);
  const text = marks.map(({ start, end }) => made.slice(start, end)).join('').replace(/ priority="(\d+)"/g, (_, own: string) => ` priority="${lowest + Number(own)}"`);
  return splice(xml, [insertInOrder(xml, root, SHEET_ORDER, 'conditionalFormatting', text)]);
}

function withValidations(xml: string, part: string, made: string, list: XmlElement | undefined): string {
  if (list === undefined) return xml;
  const root = parseXml(xml, part);
  const there = childOf(root, 'dataValidations');
  if (there === undefined) return splice(xml, [insertInOrder(xml, root, SHEET_ORDER, 'dataValidations', made.slice(list.start, list.end))]);
  const count = childrenOf(there, 'dataValidation').length + childrenOf(list, 'dataValidation').length;
  return splice(xml, [setAttribute(xml, there, 'count', String(count)), appendInside(xml, there, made.slice(list.innerStart, list.innerEnd))]);
}
