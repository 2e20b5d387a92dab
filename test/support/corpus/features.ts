/**
 * What a workbook holds, counted: one line per feature, found by element, attribute or relationship wherever the part may lie.
 * A feature is lost when there is less of it after an edit than before.
 */
import { nodes } from './xml-tree';
import type { PackageView } from './package-view';

const SPACES: readonly (readonly [RegExp, string])[] = [
  [/spreadsheetml\/(2006\/)?main$/, ''], [/spreadsheetml\/2009\/9\/main$/, 'x14:'], [/spreadsheetml\/2010\/11\/main$/, 'x15:'], [/spreadsheetDrawing$/i, 'xdr:'], [/drawingml\/(2006\/)?chart$/, 'c:'], [/chartex$/, 'cx:'],
  [/markup-compatibility/, 'mc:'], [/custom-properties$|customProperties$/, 'custom:'], [/core-properties$|purl.org\/dc/, 'core:'], [/extended-properties$|extendedProperties$/, 'app:'], [/^urn:schemas-microsoft-com:vml$/, 'v:'], [/threadedcomments$/, 'tc:'],
];

function prefix(space: string): string {
  return SPACES.find(([pattern]) => pattern.test(space))?.[1] ?? '?:';
}

/**
 * Name of the feature -> what is counted: `rel:TYPE` relationships that lead to a part, `name` elements, `name@attribute` attributes,
 * `name+` elements with text. Only sheets that are worksheets, tables, the workbook and so on can hold each, so the part need not be said.
 */
const FEATURES: Readonly<Record<string, readonly string[]>> = {
  charts: ['rel:chart'], 'charts of the new kind': ['rel:chartEx'], 'chart series': ['c:ser', 'cx:series'], 'chart styles and colours': ['rel:chartStyle', 'rel:chartColorStyle'], 'trend lines, error bars': ['c:trendline', 'c:errBars'], 'chart labels': ['c:dLbls'], 'shapes over charts': ['rel:chartUserShapes'],
  drawings: ['rel:drawing'], pictures: ['xdr:pic', 'rel:image'], shapes: ['xdr:sp', 'xdr:cxnSp', 'xdr:grpSp'], 'SmartArt diagrams': ['rel:diagramData', 'rel:diagramDrawing'], ink: ['xdr:contentPart'], 'header pictures': ['legacyDrawingHF'], 'background pictures': ['picture'],
  notes: ['comment'], 'boxes of notes and controls': ['v:shape'], 'threaded comments': ['tc:threadedComment'], persons: ['tc:person'],
  tables: ['rel:table'], 'table columns': ['tableColumn'], 'table formulas and totals': ['calculatedColumnFormula', 'tableColumn@totalsRowFunction', 'table@totalsRowCount'],
  'pivot tables': ['rel:pivotTable'], 'pivot caches': ['rel:pivotCacheDefinition', 'rel:pivotCacheRecords'], slicers: ['rel:slicer', 'rel:slicerCache'], timelines: ['rel:timeline', 'rel:timelineCache'],
  'defined names': ['definedName'], validations: ['dataValidation'], 'validations (2010)': ['x14:dataValidation'], 'conditional formats': ['cfRule'], 'conditional formats (2010)': ['x14:cfRule'], sparklines: ['x14:sparkline'],
  merges: ['mergeCell'], hyperlinks: ['hyperlink'], 'sheet protection': ['sheetProtection', 'protectedRange'], 'workbook protection': ['workbookProtection@lockStructure', 'workbookProtection@workbookPassword', 'fileSharing@readOnlyRecommended'],
  'page set-up': ['pageSetup', 'pageMargins', 'printOptions@gridLines', 'printOptions@headings', 'printOptions@horizontalCentered', 'printOptions@verticalCentered'], 'headers and footers': ['oddHeader+', 'oddFooter+', 'evenHeader+', 'evenFooter+', 'firstHeader+', 'firstFooter+'], 'page breaks': ['brk'], 'printer settings': ['rel:printerSettings'],
  outline: ['row@outlineLevel', 'col@outlineLevel'], panes: ['pane'], 'sheet views': ['own view'], 'column settings': ['columns'], 'row heights': ['row@customHeight'], 'hidden rows': ['row@hidden'], 'tab colours': ['tabColor'],
  filters: ['autoFilter', 'filterColumn'], sorting: ['sortState'], scenarios: ['scenario'], 'custom views': ['customSheetView', 'customWorkbookView'], watches: ['cellWatch'], 'ignored errors': ['ignoredError'], 'sheet properties': ['customPr'],
  formulas: ['f'], 'array formulas': ['array'], 'data tables (what-if)': ['dataTable'], 'rich values, dynamic arrays': ['c@vm', 'c@cm', 'rel:sheetMetadata', 'rel:rdRichValue', 'rel:richValueRel'],
  'rich text': ['rPr'], phonetics: ['rPh'], 'named cell styles': ['own style'], 'table styles': ['tableStyle'], theme: ['rel:theme', 'rel:themeOverride'],
  'chart sheets': ['rel:chartsheet'], 'dialog and macro sheets': ['rel:dialogsheet', 'rel:xlMacrosheet'], worksheets: ['rel:worksheet'], 'hidden sheets': ['sheet@state'],
  macros: ['rel:vbaProject', 'rel:vbaProjectSignature'], 'form controls': ['rel:ctrlProp'], ActiveX: ['rel:control', 'rel:activeXControlBinary'], 'embedded objects': ['rel:oleObject', 'rel:package'],
  'custom XML': ['rel:customXml', 'rel:customXmlProps', 'rel:xmlMaps', 'rel:tableSingleCells'], 'web extensions': ['rel:webextension', 'rel:webextensiontaskpanes'], ribbon: ['rel:extensibility'],
  'external links': ['rel:externalLink', 'rel:externalLinkPath'], 'queries and connections': ['rel:queryTable', 'rel:connections'], 'data model': ['rel:powerPivotData', 'x15:modelTable'], revisions: ['rel:revisionHeaders', 'rel:revisionLog', 'rel:usernames'],
  'core properties': ['core:title+', 'core:creator+', 'core:subject+', 'core:keywords+', 'core:description+', 'core:category+', 'core:lastModifiedBy+'], 'company and manager': ['app:Company+', 'app:Manager+'], 'custom properties': ['custom:property'], 'thumbnail, labels': ['rel:thumbnail', 'rel:classificationlabels'],
  extensions: ['ext'], 'alternate content': ['mc:AlternateContent'], 'other parts': ['rel:other'],
};

const KNOWN = new Set(Object.values(FEATURES).flat());
/** Relationships that an edit may rightly drop, or that say nothing of their own. */
const PLAIN = new Set(['calcChain', 'sharedStrings', 'styles', 'officeDocument', 'core-properties', 'extended-properties', 'custom-properties', 'metadata/core-properties', 'vmlDrawing', 'comments', 'threadedComment', 'person', 'hyperlink']);

/** Settings of a view, and what they are where they are not written. */
const VIEW: readonly (readonly [string, readonly string[]])[] = [['zoomScale', ['100']], ['showGridLines', ['1', 'true']], ['rightToLeft', ['0', 'false']], ['view', ['normal']]];

export function countFeatures(view: PackageView): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const count = (key: string, by = 1): void => void seen.set(key, (seen.get(key) ?? 0) + by);
  for (const { type } of view.relationships) {
    if (KNOWN.has(`rel:${type}`)) count(`rel:${type}`);
    else if (!PLAIN.has(type)) count('rel:other');
  }
  for (const path of view.kinds.keys()) {
    if (!/^\s*(?:\uFEFF)?</.test(new TextDecoder(view.entries.get(path)?.bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(view.entries.get(path)?.bytes.subarray(0, 40)))) continue;
    let root;
    try {
      root = view.tree(path);
    } catch {
      continue; // faults.ts says what is no XML
    }
    for (const { local, space, attributes, text } of nodes(root)) {
      const name = prefix(space) + local;
      count(name);
      if (text.trim() !== '') count(`${name}+`);
      for (const [key, value] of attributes) if (value !== '0' && value !== 'false') count(`${name}@${key}`);
      if (name === 'f' && attributes.get('t') !== undefined) count(attributes.get('t') ?? '');
      if (name === 'cellStyle' && !attributes.has('builtinId')) count('own style');
      if (name === 'sheetView') count('own view', VIEW.filter(([key, usual]) => !usual.includes(attributes.get(key) ?? usual[0] ?? '')).length);
      // A setting may be written for many columns at once.
      if (name === 'col') count('columns', Number(attributes.get('max')) - Number(attributes.get('min')) + 1);
    }
  }
  return new Map(Object.entries(FEATURES).map(([feature, keys]) => [feature, keys.reduce((sum, key) => sum + (seen.get(key) ?? 0), 0)]));
}

/** Features of which there is less. */
export function lostFeatures(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): readonly string[] {
  return [...before].filter(([feature, count]) => (after.get(feature) ?? 0) < count).map(([feature]) => feature);
}
