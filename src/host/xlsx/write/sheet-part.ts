/**
 * A worksheet part taken apart into the children of `<worksheet>` and put together in the order that the schema demands
 * (ISO/IEC 29500-1, 18.3.1.99 CT_Worksheet). exceljs does not always keep that order and writes empty elements that
 * Excel repairs.
 */

export const SHEET_ORDER = [
  'sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios',
  'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting', 'dataValidations',
  'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches',
  'ignoredErrors', 'smartTags', 'drawing', 'legacyDrawing', 'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls',
  'webPublishItems', 'tableParts', 'extLst',
];
/** Elements that must not be written without children. */
const NEVER_EMPTY = new Set(['cols', 'mergeCells', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'tableParts', 'extLst', 'sheetViews', 'rowBreaks']);

const TAG = /<(\/?)([A-Za-z_][\w:.-]*)[^<>]*?(\/?)>/g;

export interface SheetPart {
  /** XML declaration and the start tag of `<worksheet>`. */
  readonly open: string;
  /** By element name; `conditionalFormatting` may stand several times. */
  readonly children: ReadonlyMap<string, readonly string[]>;
}

export function splitSheet(xml: string): SheetPart {
  const children = new Map<string, string[]>();
  const opened = /<worksheet[^>]*>/.exec(xml);
  const start = opened === null ? 0 : opened.index + opened[0].length;
  let depth = 0;
  let from = start;
  TAG.lastIndex = start;
  for (let tag = TAG.exec(xml); tag !== null; tag = TAG.exec(xml)) {
    const closing = tag[1] === '/';
    if (!closing && depth === 0) from = tag.index;
    if (!closing) depth++;
    if (closing || tag[3] === '/') depth--;
    if (depth < 0) break;
    if (depth === 0) {
      const name = tag[2] ?? '';
      children.set(name, [...(children.get(name) ?? []), xml.slice(from, TAG.lastIndex)]);
    }
  }
  return { open: xml.slice(0, start), children };
}

function empty(name: string, xml: string): boolean {
  return NEVER_EMPTY.has(name) && (/^<[^>]*\/>$/.test(xml) || /^<[^>]*><\/[^>]*>$/.test(xml));
}

/** The part before and after `<sheetData>`, with `replaced` children in place of those of the same name ('' removes them). */
export function joinSheet(part: SheetPart, replaced: Readonly<Record<string, string>>): { head: string; tail: string } {
  const unknown = [...part.children.keys(), ...Object.keys(replaced)].filter((name) => !SHEET_ORDER.includes(name));
  if (unknown.length > 0) throw new Error(`worksheet elements without a place in the schema: ${unknown.join(', ')}`);
  const xml = (name: string): string => {
    const own = replaced[name];
    return (own === undefined ? part.children.get(name) ?? [] : [own]).filter((child) => !empty(name, child)).join('');
  };
  const data = SHEET_ORDER.indexOf('sheetData');
  return { head: part.open + SHEET_ORDER.slice(0, data).map(xml).join(''), tail: `${SHEET_ORDER.slice(data + 1).map(xml).join('')}</worksheet>` };
}
