/** Namespaces and types of the transitional and the strict form (ISO/IEC 29500-4 and -1): what we add speaks as the workbook does. */
import { prefixOf, type XmlElement } from './xml-edit';

const TRANSITIONAL = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';

export interface Dialect {
  readonly strict: boolean;
  /** Namespace of SpreadsheetML. */
  readonly main: string;
  /** Namespace of `r:id`, and how the types of relationships begin. */
  readonly relationships: string;
  /** XML of ours, written in transitional form, in this one. */
  translate(xml: string): string;
}

/** Transitional namespace -> strict one. */
const NAMESPACES = [
  'spreadsheetml/2006/main spreadsheetml/main',
  'officeDocument/2006/relationships officeDocument/relationships',
  'drawingml/2006/main drawingml/main',
  'drawingml/2006/chart drawingml/chart',
  'drawingml/2006/spreadsheetDrawing drawingml/spreadsheetDrawing',
  'officeDocument/2006/custom-properties officeDocument/customProperties',
  'officeDocument/2006/docPropsVTypes officeDocument/docPropsVTypes',
].map((pair) => pair.split(' ') as [string, string]); // oxlint-disable-line typescript/no-unsafe-type-assertion -- each line above holds one blank

export const TRANSITIONAL_DIALECT: Dialect = {
  strict: false,
  main: `${TRANSITIONAL}/spreadsheetml/2006/main`,
  relationships: `${TRANSITIONAL}/officeDocument/2006/relationships`,
  translate: (xml) => xml,
};

const STRICT_DIALECT: Dialect = {
  strict: true,
  main: `${STRICT}/spreadsheetml/main`,
  relationships: `${STRICT}/officeDocument/relationships`,
  translate: (xml) => NAMESPACES.reduce((text, [from, to]) => text.replaceAll(`="${TRANSITIONAL}/${from}"`, `="${STRICT}/${to}"`), xml),
};

/** The dialect of a part by its text. */
export function dialectOf(workbook: string): Dialect {
  return workbook.includes(STRICT_DIALECT.main) ? STRICT_DIALECT : TRANSITIONAL_DIALECT;
}

/** The type of a relationship by the name that transitional files give it. */
export function relationshipType(dialect: Dialect, name: string): string {
  const strictName: Readonly<Record<string, string>> = { 'custom-properties': 'customProperties' };
  return `${dialect.relationships}/${dialect.strict ? strictName[name] ?? name : name}`;
}

/** ` r:id="…"` with the prefix that the part has for it, declared on the spot where it has none. */
export function idAttribute(dialect: Dialect, xml: string, root: XmlElement, id: string): string {
  const prefix = prefixOf(xml, root, dialect.relationships);
  return prefix === undefined ? ` xmlns:r="${dialect.relationships}" r:id="${id}"` : ` ${prefix}id="${id}"`;
}
