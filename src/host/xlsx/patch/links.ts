/** Relationships and content types of a package that is being changed (ISO/IEC 29500-2, 9.3 and 10.1.2). */
import type { PackageEdit } from '../package/package-edit';
import { partKey } from '../package/part-name';
import { resolveTarget } from '../package/parts';
import { escapeAttribute } from '../write/text';
import { appendInside, attributesOf, childrenOf, parseXml, splice, withPrefix, type XmlElement } from './xml-edit';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = '[Content_Types].xml';

export interface Link {
  readonly id: string;
  /** Last segment of the type. */
  readonly type: string;
  /** Path in the package, or the address outside it. */
  readonly target: string;
  readonly external: boolean;
}

function relationshipsPath(source: string): string {
  const cut = source.lastIndexOf('/') + 1;
  return `${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`;
}

/** A target as written in the list of a part: relative, with `%` for what no address may hold. */
function relativeTarget(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].map((segment) => encodeURIComponent(segment)).join('/');
}

/** Relationships of a part, '' for the package; those that lead outside included. */
export async function linksOf(parts: PackageEdit, source: string): Promise<readonly Link[]> {
  const path = relationshipsPath(source);
  if (!parts.has(path)) return [];
  const xml = await parts.text(path);
  return childrenOf(parseXml(xml, path), 'Relationship').map((element) => linkOf(source, attributesOf(xml, element)));
}

function linkOf(source: string, attributes: ReadonlyMap<string, string>): Link {
  const external = attributes.get('TargetMode') === 'External';
  const target = attributes.get('Target') ?? '';
  return {
    id: attributes.get('Id') ?? '',
    type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
    target: external ? target : resolveTarget(source, target),
    external,
  };
}

/** Adds a relationship under a free id, which is given back. */
export async function addLink(parts: PackageEdit, source: string, type: string, target: string): Promise<string> {
  // Readers look for the list under the name that the part has in the container.
  const path = relationshipsPath(parts.storedName(source));
  const xml = parts.has(path) ? await parts.text(path) : `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`;
  const root = parseXml(xml, path);
  const taken = new Set(root.children.map((element) => attributesOf(xml, element).get('Id')?.toLowerCase()));
  let number = root.children.length + 1;
  while (taken.has(`rid${number}`)) number++;
  const added = `<Relationship Id="rId${number}" Type="${escapeAttribute(type)}" Target="${escapeAttribute(relativeTarget(source, target))}"/>`;
  const fresh = !parts.has(path);
  parts.set(path, splice(xml, [appendInside(xml, root, withPrefix(added, root.prefix))]));
  // Some packages name the type of every list by itself.
  if (fresh) await declareEnding(parts, path, 'application/vnd.openxmlformats-package.relationships+xml');
  return `rId${number}`;
}

/** Takes the relationships with these ids out of the part's list. */
export async function removeLinks(parts: PackageEdit, source: string, ids: ReadonlySet<string>): Promise<void> {
  const path = relationshipsPath(source);
  if (ids.size === 0 || !parts.has(path)) return;
  const xml = await parts.text(path);
  const gone = parseXml(xml, path).children.filter((element) => ids.has(attributesOf(xml, element).get('Id') ?? ''));
  if (gone.length > 0) parts.set(path, splice(xml, gone.map(({ start, end }) => ({ start, end, text: '' }))));
}

const folded = (name: string | undefined): string => (name ?? '').toLowerCase();

function typeEntries(xml: string): { readonly root: XmlElement; readonly overrides: ReadonlyMap<string, XmlElement>; readonly defaults: ReadonlyMap<string, string> } {
  const root = parseXml(xml, TYPES);
  return {
    root,
    overrides: new Map(childrenOf(root, 'Override').map((element) => [partKey(attributesOf(xml, element).get('PartName') ?? ''), element])),
    defaults: new Map(childrenOf(root, 'Default').map((element) => {
      const attributes = attributesOf(xml, element);
      return [folded(attributes.get('Extension')), attributes.get('ContentType') ?? ''];
    })),
  };
}

/** Says what a part is. One whose ending says it already gets no entry of its own. */
export async function declarePart(parts: PackageEdit, path: string, contentType: string): Promise<void> {
  const xml = await parts.text(TYPES);
  const { root, overrides, defaults } = typeEntries(xml);
  if (overrides.has(partKey(`/${path}`)) || defaults.get(folded(path.split('.').at(-1))) === contentType) return;
  const name = path.split('/').map((segment) => encodeURIComponent(segment)).join('/');
  const added = `<Override PartName="${escapeAttribute(`/${name}`)}" ContentType="${contentType}"/>`;
  parts.set(TYPES, splice(xml, [appendInside(xml, root, withPrefix(added, root.prefix))]));
}

/** Says what parts of an ending are; where the ending is taken for another type, the part gets an entry of its own. */
export async function declareEnding(parts: PackageEdit, path: string, contentType: string): Promise<void> {
  const ending = folded(path.split('.').at(-1));
  const xml = await parts.text(TYPES);
  const { root, defaults } = typeEntries(xml);
  if (defaults.has(ending)) return declarePart(parts, path, contentType);
  const added = withPrefix(`<Default Extension="${ending}" ContentType="${contentType}"/>`, root.prefix);
  const first = root.children[0];
  parts.set(TYPES, splice(xml, [first === undefined ? appendInside(xml, root, added) : { start: first.start, end: first.start, text: added }]));
}

/** Removes parts with their lists of relationships and their content types. Relationships that lead to them are the caller's. */
export async function removeParts(parts: PackageEdit, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const xml = await parts.text(TYPES);
  const { overrides } = typeEntries(xml);
  const lists = paths.map((path) => relationshipsPath(path)).filter((path) => parts.has(path));
  const gone = [...paths, ...lists].flatMap((path) => overrides.get(partKey(`/${path}`)) ?? []);
  if (gone.length > 0) parts.set(TYPES, splice(xml, gone.map(({ start, end }) => ({ start, end, text: '' }))));
  for (const path of [...paths, ...lists]) parts.remove(path);
}

/** Paths of the parts that are declared to be of a type. */
export async function partsOfType(parts: PackageEdit, contentType: string): Promise<readonly string[]> {
  const xml = await parts.text(TYPES);
  const { root } = typeEntries(xml);
  return childrenOf(root, 'Override').map((element) => attributesOf(xml, element)).filter((attributes) => attributes.get('ContentType') === contentType)
    .map((attributes) => resolveTarget('', attributes.get('PartName') ?? '')).filter((path) => parts.has(path));
}

/**
 * Parts that nothing else leads to once the relationships from `source` with these ids are gone, those deeper down included.
 * What the package leads to by another way stays.
 */
export async function partsOnlyFrom(parts: PackageEdit, source: string, ids: ReadonlySet<string>): Promise<readonly string[]> {
  const graph = new Map<string, readonly Link[]>();
  const reach = async (starts: readonly string[], without: boolean): Promise<ReadonlyMap<string, string>> => {
    const reached = new Map<string, string>();
    const waiting = [...starts];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const key = partKey(path);
      if (reached.has(key)) continue;
      reached.set(key, path);
      const links = graph.get(key) ?? await linksOf(parts, path);
      graph.set(key, links);
      for (const link of links) if (!link.external && !(without && key === partKey(source) && ids.has(link.id))) waiting.push(link.target);
    }
    return reached;
  };
  const kept = await reach([''], true);
  const cut = (await linksOf(parts, source)).filter((link) => ids.has(link.id) && !link.external).map((link) => link.target);
  return [...await reach(cut, false)].filter(([key, path]) => !kept.has(key) && parts.has(path)).map(([, path]) => path);
}
