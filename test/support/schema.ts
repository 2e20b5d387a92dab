/**
 * The order of children that the schemas of SpreadsheetML demand (ECMA-376 part 1, annex A, sml.xsd), for the elements
 * that our packages hold. Excel repairs or refuses a part whose children stand in another order or are unknown.
 */
import type { XmlElement } from './excel-rules-xml';
import { CHART_CHILDREN } from './schema-chart';

interface Shape {
  /** Children in their order; `*` after a name: any number of them. */
  readonly children: readonly string[];
  readonly required: readonly string[];
}

const shape = (children: string, required = ''): Shape => ({ children: children.split(' ').filter((name) => name !== ''), required: required.split(' ').filter((name) => name !== '') });

const SHAPES: Readonly<Record<string, Shape>> = {
  worksheet: shape('sheetPr dimension sheetViews sheetFormatPr cols* sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting* dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'),
  sheetPr: shape('tabColor outlinePr pageSetUpPr'),
  dimension: shape('', 'ref'),
  sheetViews: shape('sheetView*'),
  sheetView: shape('pane selection* pivotSelection* extLst', 'workbookViewId'),
  pane: shape(''),
  selection: shape(''),
  sheetFormatPr: shape('', 'defaultRowHeight'),
  cols: shape('col*'),
  col: shape('', 'min max'),
  sheetData: shape('row*'),
  row: shape('c* extLst'),
  c: shape('f v is extLst'),
  is: shape('t r* rPh* phoneticPr'),
  mergeCells: shape('mergeCell*'),
  mergeCell: shape('', 'ref'),
  conditionalFormatting: shape('cfRule* extLst'),
  cfRule: shape('formula* colorScale dataBar iconSet extLst', 'priority'),
  dataValidations: shape('dataValidation*'),
  dataValidation: shape('formula1 formula2', 'sqref'),
  hyperlinks: shape('hyperlink*'),
  hyperlink: shape('', 'ref'),
  headerFooter: shape('oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter'),
  rowBreaks: shape('brk*'),
  tableParts: shape('tablePart*'),
  tablePart: shape('', 'r:id'),
  legacyDrawing: shape('', 'r:id'),
  workbook: shape('fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing* fileRecoveryPr* webPublishObjects extLst'),
  bookViews: shape('workbookView*'),
  sheets: shape('sheet*'),
  sheet: shape('', 'name sheetId r:id'),
  definedNames: shape('definedName*'),
  definedName: shape('', 'name'),
  styleSheet: shape('numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'),
  numFmts: shape('numFmt*'),
  numFmt: shape('', 'numFmtId formatCode'),
  fonts: shape('font*'),
  // Office reads fonts in this order; the published schema leaves it open.
  font: shape('b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'),
  fills: shape('fill*'),
  fill: shape('patternFill gradientFill'),
  patternFill: shape('fgColor bgColor'),
  borders: shape('border*'),
  border: shape('start end left right top bottom diagonal vertical horizontal'),
  cellStyleXfs: shape('xf*'),
  cellXfs: shape('xf*'),
  xf: shape('alignment protection extLst'),
  cellStyles: shape('cellStyle*'),
  cellStyle: shape('', 'xfId'),
  dxfs: shape('dxf*'),
  dxf: shape('font numFmt fill alignment border protection extLst'),
  sst: shape('si* extLst'),
  si: shape('t r* rPh* phoneticPr'),
  table: shape('autoFilter sortState tableColumns tableStyleInfo extLst', 'id displayName ref'),
  tableColumns: shape('tableColumn*'),
  tableColumn: shape('calculatedColumnFormula totalsRowFormula xmlColumnPr extLst', 'id name'),
  comments: shape('authors commentList extLst'),
  authors: shape('author*'),
  commentList: shape('comment*'),
  comment: shape('text commentPr', 'ref authorId'),
  Relationships: shape('Relationship*'),
  Relationship: shape('', 'Id Type Target'),
  drawing: shape('', 'r:id'),
  ...Object.fromEntries(Object.entries(CHART_CHILDREN).map(([name, children]) => [name, shape(children)])),
};

/** Lists that must not be written empty, and those whose `count` is checked. */
const NOT_EMPTY = new Set(['cols', 'mergeCells', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'tableParts', 'sheetViews', 'rowBreaks', 'definedNames', 'sheets', 'tableColumns', 'fonts', 'fills', 'borders', 'cellXfs', 'authors', 'numFmts']);

/** What stands where it must not, in words; empty when nothing does. */
export function schemaFaults(element: XmlElement): readonly string[] {
  const faults: string[] = [];
  const known = SHAPES[element.name];
  const { children } = element;
  if (NOT_EMPTY.has(element.name) && children.length === 0) faults.push(`${element.name} is empty`);
  const count = element.attributes.get('count');
  if (count !== undefined && element.name !== 'sst' && Number(count) !== children.length) faults.push(`${element.name} counts ${count} of ${children.length}`);
  if (known !== undefined) {
    for (const name of known.required) if (!element.attributes.has(name)) faults.push(`${element.name} without ${name}`);
    let last = -1;
    for (const { name } of children) {
      const at = known.children.findIndex((each) => each === name || each === `${name}*`);
      if (at < 0) faults.push(`${name} in ${element.name}`);
      else if (at < last) faults.push(`${name} too late in ${element.name}`);
      else if (at === last && !known.children[at]?.endsWith('*')) faults.push(`${name} twice in ${element.name}`);
      last = Math.max(last, at);
    }
  }
  for (const each of children) faults.push(...schemaFaults(each));
  return [...new Set(faults)];
}
