/**
 * What of a sheet's part becomes the spec's when a sheet is replaced, and what stays its user's: views, drawings, notes'
 * boxes, background, form controls, extensions. Put together in the order of the schema.
 */
import { SHEET_ORDER } from '../write/sheet-part';
import type { Dialect } from './dialect';
import { idAttribute } from './dialect';
import { attributesOf, childOf, childrenOf, parseXml, relationshipId, setAttribute, splice, withDescendants, insertInOrder, type XmlElement } from './xml-edit';

/** Taken from the generated sheet, or left out when it has none. */
const OURS = new Set([
  'dimension', 'sheetFormatPr', 'cols', 'sheetData', 'sheetProtection', 'mergeCells', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins',
  'rowBreaks', 'headerFooter',
]);
/** Said of cells that are no longer there. */
const DROPPED = new Set(['sheetCalcPr', 'autoFilter', 'sortState', 'dataConsolidate', 'scenarios', 'colBreaks', 'ignoredErrors', 'cellWatches']);
/** Extensions that are rules over cells: conditional formats and validations ([MS-XLSX] 2.3.3). */
const CELL_RULES = new Set(['{78C0D931-6437-407D-A8EE-F0AAD7539E65}', '{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}']);

interface Piece {
  readonly place: number;
  readonly xml: string;
}

export interface SheetParts {
  /** Up to `<sheetData>`, and from behind `</sheetData>`. */
  readonly start: string;
  readonly end: string;
}

/** A child's place in the order; one that wraps others (`mc:AlternateContent`) stands where they would. */
function placeOf(element: XmlElement): number {
  for (const each of withDescendants(element)) {
    const place = SHEET_ORDER.indexOf(each.local);
    if (place >= 0) return place;
  }
  return SHEET_ORDER.length;
}

const SHEET_PROPERTIES = ['tabColor', 'outlinePr', 'pageSetUpPr'];

/** Colour, code name and outline stay; the sheet prints as the spec's does, and no filter hides rows. */
function sheetProperties(xml: string, old: XmlElement): string {
  const text = xml.slice(old.start, old.end);
  const root = parseXml(text, 'sheetPr');
  const setUp = childOf(root, 'pageSetUpPr');
  return splice(text, [
    ...(attributesOf(text, root).has('filterMode') ? [setAttribute(text, root, 'filterMode', null)] : []),
    setUp === undefined ? insertInOrder(text, root, SHEET_PROPERTIES, 'pageSetUpPr', `<${root.prefix}pageSetUpPr fitToPage="1"/>`) : setAttribute(text, setUp, 'fitToPage', '1'),
  ]);
}

function extensions(xml: string, list: XmlElement): string {
  const kept = childrenOf(list, 'ext').filter((ext) => !CELL_RULES.has((attributesOf(xml, ext).get('uri') ?? '').toUpperCase()));
  if (kept.length === 0) return '';
  return xml.slice(list.start, list.innerStart) + kept.map(({ start, end }) => xml.slice(start, end)).join('') + xml.slice(list.innerEnd, list.end);
}

/** Ids of relationships that the sheet names in elements that go. */
export function droppedLinks(frame: string, part: string): ReadonlySet<string> {
  const gone = parseXml(frame, part).children.filter(({ local }) => OURS.has(local) || DROPPED.has(local));
  return new Set(gone.flatMap((element) => [...withDescendants(element)].flatMap((each) => relationshipId(frame, each) ?? [])));
}

/** Ids of relationships of the sheet's tables, in order. */
export function tableLinks(frame: string, part: string): readonly string[] {
  return childrenOf(childOf(parseXml(frame, part), 'tableParts'), 'tablePart').flatMap((element) => relationshipId(frame, element) ?? []);
}

export interface Replacement {
  readonly part: string;
  /** The sheet as it is and as the generator makes it, both without rows and under the same prefix. */
  readonly old: string;
  readonly generated: string;
  /** Relationships of its tables, and of the boxes of its notes when there are any. */
  readonly tables: readonly string[];
  readonly notes: string | undefined;
  readonly keepFooter: boolean;
}

export function replacedSheet({ part, old, generated, tables, notes, keepFooter }: Replacement, dialect: Dialect): SheetParts {
  const root = parseXml(old, part);
  const made = parseXml(generated, part);
  const { prefix } = root;
  const pieces: Piece[] = [];
  const add = (place: number, xml: string): void => {
    if (xml !== '') pieces.push({ place, xml });
  };
  const ownFooter = keepFooter && childOf(root, 'headerFooter') !== undefined;
  for (const child of made.children) {
    const kept = child.local === 'headerFooter' ? ownFooter : child.local === 'sheetViews' || child.local === 'sheetPr' ? childOf(root, child.local) !== undefined : !OURS.has(child.local) && child.local !== 'pageSetup';
    if (!kept) add(placeOf(child), pageSetup(generated.slice(child.start, child.end), child, old, root, dialect));
  }
  for (const child of root.children) {
    const { local } = child;
    if ((OURS.has(local) && !(local === 'headerFooter' && ownFooter)) || DROPPED.has(local) || ['pageSetup', 'tableParts', 'legacyDrawing'].includes(local)) continue;
    const text = old.slice(child.start, child.end);
    add(placeOf(child), local === 'sheetPr' ? sheetProperties(old, child) : local === 'extLst' ? extensions(old, child) : text);
  }
  const id = (link: string): string => idAttribute(dialect, old, root, link);
  if (notes !== undefined) add(SHEET_ORDER.indexOf('legacyDrawing'), `<${prefix}legacyDrawing${id(notes)}/>`);
  if (tables.length > 0) {
    const each = tables.map((link) => `<${prefix}tablePart${id(link)}/>`).join('');
    add(SHEET_ORDER.indexOf('tableParts'), `<${prefix}tableParts count="${tables.length}">${each}</${prefix}tableParts>`);
  }
  pieces.sort((a, b) => a.place - b.place);
  const data = SHEET_ORDER.indexOf('sheetData');
  const join = (some: readonly Piece[]): string => some.map(({ xml }) => xml).join('');
  return {
    start: old.slice(0, root.innerStart) + join(pieces.filter(({ place }) => place < data)),
    end: join(pieces.filter(({ place }) => place > data)) + old.slice(root.innerEnd),
  };
}

/** The printer's settings that a user chose stay with the new page set-up. */
function pageSetup(xml: string, child: XmlElement, old: string, root: XmlElement, dialect: Dialect): string {
  const before = childOf(root, 'pageSetup');
  const id = child.local !== 'pageSetup' || before === undefined ? undefined : relationshipId(old, before);
  return id === undefined ? xml : xml.replace(/(\/?>)/, `${idAttribute(dialect, old, root, id)}$1`);
}
