/** What is wrong with a package: container, content types, relationships, XML, order of elements, numbers given twice. */
import { columnNumber } from '../../../src/core/model/address';
import { schemaFaults } from '../schema';
import type { XmlElement } from '../excel-rules-xml';
import { relationshipsFrom, workbookPath, type PackageView } from './package-view';
import { childNode, childNodes, localAttribute, nodes, type XmlNode } from './xml-tree';

/** Parts whose shape `schema.ts` knows. */
const SHAPED = new Set(['worksheet', 'workbook', 'styleSheet', 'sst', 'table', 'comments']);
const MAIN = /spreadsheetml\/(2006\/)?main$/;

function typeFaults(view: PackageView): readonly string[] {
  const types = view.tree('[Content_Types].xml');
  const defaults = new Set(childNodes(types, 'Default').map(({ attributes }) => (attributes.get('Extension') ?? '').toLowerCase()));
  const overrides = childNodes(types, 'Override').map(({ attributes }) => (attributes.get('PartName') ?? '').slice(1));
  const overridden = new Set(overrides.map((path) => view.find(path)));
  const untyped = [...view.entries.keys()].filter((path) => path !== '[Content_Types].xml' && !overridden.has(path) && !defaults.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase()));
  return [...untyped.map((path) => `no content type: ${path}`), ...overrides.filter((path) => view.find(path) === undefined).map((path) => `content type of nothing: ${path}`), ...twice('content type', overrides)];
}

function twice(what: string, values: readonly string[]): readonly string[] {
  const [seen, again] = [new Set<string>(), new Set<string>()];
  for (const value of values.map((each) => each.toLowerCase())) {
    if (seen.has(value)) again.add(value);
    seen.add(value);
  }
  return [...again].map((value) => `${what} twice: ${value}`);
}

function relationshipFaults(view: PackageView): readonly string[] {
  const sources = [...new Set(view.relationships.map(({ source }) => source))];
  return [
    ...sources.filter((source) => source !== '' && view.find(source) === undefined).map((source) => `relationships of nothing: ${source}`),
    ...view.relationships.filter(({ external, target }) => !external && target !== '' && view.find(target) === undefined).map(({ source, id, target }) => `${source} ${id} leads to nothing: ${target}`),
    ...sources.flatMap((source) => twice(`${source}: relationship`, relationshipsFrom(view, source).map(({ id }) => id))),
  ];
}

/** Ids that an element names must be among the part's relationships. */
function danglingIds(view: PackageView, path: string, root: XmlNode): readonly string[] {
  const ids = new Set(relationshipsFrom(view, path).map(({ id }) => id));
  const named = [...nodes(root)].flatMap((node) => (MAIN.test(node.space) ? (localAttribute(node, 'id') ?? []) : []));
  return named.filter((id) => id !== '' && !ids.has(id)).map((id) => `${path}: no relationship ${id}`);
}

/** As the table of the schema knows elements: plain names in the main namespace, `r:` for relationships; others are left out. */
function plain(node: XmlNode): XmlElement {
  const attributes = new Map([...node.attributes].map(([key, value]) => [key.includes(':') && key.endsWith(':id') ? 'r:id' : key, value]));
  return { name: node.local, attributes, text: node.text, children: node.children.filter(({ space }) => MAIN.test(space)).map(plain) };
}

function workbookFaults(view: PackageView): readonly string[] {
  const root = view.tree(workbookPath(view));
  const sheets = childNodes(childNode(root, 'sheets'), 'sheet');
  const tables = [...view.kinds].filter(([, kind]) => kind === 'table').map(([path]) => view.tree(path));
  const names = childNodes(childNode(root, 'definedNames'), 'definedName');
  return [
    ...twice('sheet', sheets.map(({ attributes }) => attributes.get('name') ?? '')), ...twice('sheetId', sheets.map(({ attributes }) => attributes.get('sheetId') ?? '')),
    ...twice('sheet part', sheets.map((sheet) => localAttribute(sheet, 'id') ?? '')), ...twice('table id', tables.map(({ attributes }) => attributes.get('id') ?? '')),
    ...twice('name', [...tables.map(({ attributes }) => `${attributes.get('displayName') ?? ''} `), ...names.map(({ attributes }) => `${attributes.get('name') ?? ''} ${attributes.get('localSheetId') ?? ''}`)]),
    ...names.filter(({ attributes }) => Number(attributes.get('localSheetId') ?? 0) >= sheets.length).map(({ attributes }) => `name ${attributes.get('name') ?? ''} of a sheet that is not there`),
  ];
}

/** Ids of drawn things, and rows and cells in their order. */
function orderFaults(path: string, kind: string, root: XmlNode): readonly string[] {
  if (kind === 'drawing') return twice(`${path}: drawn id`, [...nodes(root)].filter(({ local, attributes }) => local === 'cNvPr' && attributes.get('id') !== '0').map(({ attributes }) => attributes.get('id') ?? ''));
  if (kind !== 'worksheet') return [];
  const faults: string[] = [];
  let row = 0;
  for (const each of childNodes(childNode(root, 'sheetData'), 'row')) {
    const number = Number(each.attributes.get('r') ?? row + 1);
    if (number <= row) faults.push(`${path}: row ${number} after ${row}`);
    row = number;
    let column = 0;
    for (const { attributes } of childNodes(each, 'c')) {
      const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(attributes.get('r') ?? '') ?? [];
      const at = letters === undefined ? column + 1 : columnNumber(letters);
      if (at <= column || (digits !== undefined && Number(digits) !== row)) faults.push(`${path}: cell ${attributes.get('r') ?? ''} out of place in row ${row}`);
      column = at;
    }
  }
  return faults;
}

/** In words; the same words for the same fault, so that those that were there before can be taken away. */
export function packageFaults(view: PackageView): readonly string[] {
  const faults = [...view.twice.map((path) => `entry twice: ${path}`), ...typeFaults(view), ...relationshipFaults(view), ...workbookFaults(view)];
  for (const path of view.entries.keys()) {
    if (!/\.(xml|rels|vml)$/i.test(path) && !['worksheet', 'styles', 'sharedStrings', 'officeDocument'].includes(view.kinds.get(path) ?? '')) continue;
    try {
      const root = view.tree(path);
      const kind = view.kinds.get(path) ?? '';
      // The order within fonts is Excel's habit, not the schema's.
      if (MAIN.test(root.space) && SHAPED.has(root.local)) faults.push(...schemaFaults(plain(root)).filter((fault) => !fault.endsWith('in font')).map((fault) => `${path}: ${fault}`), ...danglingIds(view, path, root));
      faults.push(...orderFaults(path, kind, root));
    } catch (error) {
      faults.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return [...new Set(faults)];
}
