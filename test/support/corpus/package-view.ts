/** A package as the comparison sees it: entries read from the directory of the zip, parts found through relationships. */
import { inflateSync } from 'fflate';
import { decodeXml, parseTree, type XmlNode } from './xml-tree';

export interface Entry {
  readonly packed: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface Relationship {
  /** Part that has it, '' for the package. */
  readonly source: string;
  readonly id: string;
  /** Last segment of its type. */
  readonly type: string;
  /** Path in the package, or the address outside. */
  readonly target: string;
  readonly external: boolean;
}

export interface PackageView {
  /** In the order of the directory; folders left out. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Entries of the directory that are there twice. */
  readonly twice: readonly string[];
  readonly relationships: readonly Relationship[];
  /** Type of each part by the relationship that leads to it, for parts that can be reached. */
  readonly kinds: ReadonlyMap<string, string>;
  /** The part as a tree, whatever the case of its path. Throws SyntaxError. */
  tree(path: string): XmlNode;
  /** The path as the zip has it, whatever its case; undefined when there is none. */
  find(path: string): string | undefined;
}

const END = 0x06054b50;

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === END) return at;
  throw new SyntaxError('no end of directory');
}

function readEntries(file: Uint8Array): { readonly entries: Map<string, Entry>; readonly twice: string[] } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = endOfDirectory(view);
  const [entries, twice] = [new Map<string, Entry>(), new Array<string>()];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < view.getUint16(end + 10, true); i++) {
    const [method, nameLength, extra, comment] = [view.getUint16(at + 10, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    let [packedSize, size, local] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)];
    const path = new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength));
    for (let field = at + 46 + nameLength; field < at + 46 + nameLength + extra; field += 4 + view.getUint16(field + 2, true)) {
      if (view.getUint16(field, true) !== 1) continue;
      // Zip64: only the values that do not fit are there, in this order.
      let value = field + 4;
      const long = (): number => { value += 8; return Number(view.getBigUint64(value - 8, true)); };
      if (size === 0xffffffff) size = long();
      if (packedSize === 0xffffffff) packedSize = long();
      if (local === 0xffffffff) local = long();
    }
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = file.subarray(start, start + packedSize);
    if (!path.endsWith('/')) {
      if (entries.has(path)) twice.push(path);
      entries.set(path, { packed, bytes: method === 0 ? packed : inflateSync(packed, { out: new Uint8Array(size) }) });
    }
    at += 46 + nameLength + extra + comment;
  }
  return { entries, twice };
}

function resolveTarget(source: string, target: string): string {
  const base = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of target.replaceAll('\\', '/').split('/')) {
    if (segment === '..') base.pop();
    else if (segment !== '.' && segment !== '') base.push(segment);
  }
  return base.join('/');
}

/** `xl/_rels/workbook.xml.rels` -> `xl/workbook.xml`; undefined for what is no list of relationships. */
export function sourceOf(path: string): string | undefined {
  const [, folder = '', file] = /^(.*?\/?)_rels\/(.*)\.rels$/i.exec(path) ?? [];
  return file === undefined ? undefined : folder + file;
}

export function viewPackage(file: Uint8Array): PackageView {
  const { entries, twice } = readEntries(file);
  const byCase = new Map([...entries.keys()].map((path) => [path.toLowerCase(), path]));
  const trees = new Map<string, XmlNode>();
  const find = (path: string): string | undefined => byCase.get(path.toLowerCase()) ?? byCase.get(decodeURIComponent(path).toLowerCase());
  const tree = (path: string): XmlNode => {
    const known = trees.get(path);
    if (known !== undefined) return known;
    const entry = entries.get(find(path) ?? '');
    if (entry === undefined) throw new SyntaxError(`no part ${path}`);
    const made = parseTree(decodeXml(entry.bytes));
    trees.set(path, made);
    return made;
  };
  const relationships = [...entries.keys()].flatMap((path): readonly Relationship[] => {
    const source = sourceOf(path);
    if (source === undefined) return [];
    return tree(path).children.filter(({ local }) => local === 'Relationship').map(({ attributes }) => {
      const external = attributes.get('TargetMode') === 'External';
      const target = attributes.get('Target') ?? '';
      return { source, id: attributes.get('Id') ?? '', type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '', target: external ? target : resolveTarget(source, target.split('#')[0] ?? ''), external };
    });
  });
  const kinds = new Map<string, string>();
  const visit = (source: string): void => {
    for (const { type, target, external } of relationships.filter((each) => each.source.toLowerCase() === source.toLowerCase())) {
      const path = external ? undefined : find(target);
      if (path === undefined || kinds.has(path)) continue;
      kinds.set(path, type);
      visit(path);
    }
  };
  visit('');
  return { entries, twice, relationships, kinds, tree, find };
}

export function relationshipsFrom(view: PackageView, source: string): readonly Relationship[] {
  return view.relationships.filter((each) => each.source.toLowerCase() === source.toLowerCase());
}

export function workbookPath(view: PackageView): string {
  const path = relationshipsFrom(view, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
  return view.find(path) ?? path;
}
