/**
 * Excel's rules over an .xlsx package: container, content types, relationships, order of elements, and what the parts say
 * of each other (ECMA-376 part 2; part 1, 18).
 */
import { strFromU8, unzipSync } from 'fflate';
import { commentFaults, sharedStringFaults, styleFaults, tableFaults, workbookFaults } from './excel-rules-parts';
import { sheetFaults } from './excel-rules-sheet';
import { all, child, descendants, parseXml, type XmlElement } from './excel-rules-xml';
import { zipFaults } from './excel-rules-zip';
import { schemaFaults } from './schema';

export interface Package {
  readonly paths: readonly string[];
  readonly xml: ReadonlyMap<string, XmlElement>;
  /** Relationships of a part by id; targets are paths in the package. */
  relationships(path: string): ReadonlyMap<string, { readonly type: string; readonly target: string }>;
}

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Content type of a part by its relationship's type. */
const TYPES: Readonly<Record<string, string>> = {
  officeDocument: `${MAIN}.sheet.main+xml`, worksheet: `${MAIN}.worksheet+xml`, styles: `${MAIN}.styles+xml`, sharedStrings: `${MAIN}.sharedStrings+xml`,
  table: `${MAIN}.table+xml`, comments: `${MAIN}.comments+xml`, theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing', 'core-properties': 'application/vnd.openxmlformats-package.core-properties+xml',
  'extended-properties': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  'custom-properties': 'application/vnd.openxmlformats-officedocument.custom-properties+xml', calcChain: `${MAIN}.calcChain+xml`,
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml', chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml', image: 'image/png',
};

/** What is wrong, in words that begin with the part; empty when nothing is. */
export function packageFaults(bytes: Uint8Array): readonly string[] {
  const { paths, faults } = zipFaults(bytes);
  if (faults.length > 0) return faults;
  const found: string[] = [];
  const parts = unzipSync(bytes);
  const xml = new Map<string, XmlElement>();
  for (const path of paths) {
    if (!/\.(xml|rels|vml)$/.test(path)) continue;
    try {
      xml.set(path, parseXml(strFromU8(parts[path] ?? new Uint8Array())));
    } catch (error) {
      found.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (found.length > 0) return found;
  const pack: Package = { paths, xml, relationships: (path) => relationshipsOf(xml, path) };
  const at = (path: string, some: readonly string[]): readonly string[] => some.map((fault) => `${path}: ${fault}`);
  const sheets = [...xml].filter(([, root]) => root.name === 'worksheet');
  return [
    ...contentTypeFaults(pack),
    ...relationshipFaults(pack),
    ...[...xml].flatMap(([path, root]) => (path.endsWith('.vml') ? [] : at(path, schemaFaults(root)))),
    ...workbookFaults(pack),
    ...styleFaults(xml.get('xl/styles.xml')).map((fault) => `xl/styles.xml: ${fault}`),
    ...sharedStringFaults(pack).map((fault) => `xl/sharedStrings.xml: ${fault}`),
    ...sheets.flatMap(([path, root]) => at(path, [...sheetFaults(root, pack), ...tableFaults(path, root, pack), ...commentFaults(path, root, pack)])),
    ...at('docProps/app.xml', appFaults(xml.get('docProps/app.xml'))),
  ];
}

function relsPath(path: string): string {
  return path.replace(/([^/]*)$/, '_rels/$1.rels');
}

function relationshipsOf(xml: ReadonlyMap<string, XmlElement>, path: string): ReadonlyMap<string, { readonly type: string; readonly target: string }> {
  return new Map(all(xml.get(relsPath(path)), 'Relationship').map(({ attributes }) => {
    const target = attributes.get('Target') ?? '';
    const resolved = new URL(target, `file:///${path}`).pathname.slice(1);
    return [attributes.get('Id') ?? '', { type: (attributes.get('Type') ?? '').replace(/.*\//, ''), target: decodeURIComponent(resolved) }];
  }));
}

function contentTypeFaults({ paths, xml }: Package): readonly string[] {
  const types = xml.get('[Content_Types].xml');
  const overrides = all(types, 'Override').map(({ attributes }) => attributes.get('PartName')?.slice(1) ?? '');
  const defaults = all(types, 'Default').map(({ attributes }) => attributes.get('Extension') ?? '');
  const faults = [...repeated(overrides), ...repeated(defaults)].map((name) => `[Content_Types].xml: ${name} twice`);
  for (const path of overrides) if (!paths.includes(path)) faults.push(`[Content_Types].xml: ${path} is not there`);
  for (const path of paths.slice(1)) if (!overrides.includes(path) && !defaults.includes(path.replace(/.*\./, ''))) faults.push(`${path}: no content type`);
  return faults;
}

function contentTypeOf(xml: ReadonlyMap<string, XmlElement>, path: string): string | undefined {
  const types = xml.get('[Content_Types].xml');
  const found = all(types, 'Override').find(({ attributes }) => attributes.get('PartName') === `/${path}`)
    ?? all(types, 'Default').find(({ attributes }) => path.endsWith(`.${attributes.get('Extension') ?? ''}`));
  return found?.attributes.get('ContentType');
}

/** Every target is there and of its type; every part is reached; every r:id leads somewhere. */
function relationshipFaults(pack: Package): readonly string[] {
  const faults: string[] = [];
  const reached = new Set(['[Content_Types].xml']);
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const rels = relsPath(path);
    if (!pack.paths.includes(rels)) continue;
    reached.add(rels);
    faults.push(...repeated(all(pack.xml.get(rels), 'Relationship').map(({ attributes }) => attributes.get('Id') ?? '')).map((id) => `${rels}: ${id} twice`));
    for (const { type, target } of pack.relationships(path).values()) {
      if (!pack.paths.includes(target)) faults.push(`${rels}: ${target} is not there`);
      else if (contentTypeOf(pack.xml, target) !== TYPES[type]) faults.push(`${target}: content type ${contentTypeOf(pack.xml, target) ?? 'none'} of a ${type}`);
      if (!reached.has(target)) waiting.push(target);
      reached.add(target);
    }
  }
  for (const path of pack.paths) if (!reached.has(path)) faults.push(`${path}: nothing leads there`);
  for (const [path, root] of pack.xml) {
    const ids = pack.relationships(path);
    for (const element of root.name === 'workbook' || root.name === 'worksheet' ? descendants(root) : []) {
      const id = element.attributes.get('r:id');
      if (id !== undefined && !ids.has(id)) faults.push(`${path}: ${element.name} leads to ${id}, which is not there`);
    }
  }
  return faults;
}

/** AppVersion must read XX.YYYY (22.2.2.3). */
function appFaults(root: XmlElement | undefined): readonly string[] {
  const version = child(root, 'AppVersion')?.text;
  return version === undefined || /^\d\d?\.\d{4}$/.test(version) ? [] : [`AppVersion ${version}`];
}

export function repeated(names: readonly string[]): readonly string[] {
  const folded = names.map((name) => name.toLowerCase());
  return names.filter((_, i) => folded.indexOf(folded[i] ?? '') < i);
}
