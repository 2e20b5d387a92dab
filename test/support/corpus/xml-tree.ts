/**
 * XML as a tree with its namespaces resolved, for comparing packages: tolerant of comments, instructions and CDATA,
 * strict on nesting, on attributes given twice and on prefixes that nothing declares. Shares nothing with the product's reading.
 */
export interface XmlNode {
  /** Name without prefix, and the namespace that its prefix stands for ('' for none). */
  readonly local: string;
  readonly space: string;
  /** By qualified name as written; `xmlns` declarations left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Text directly within, entities resolved. */
  readonly text: string;
}

interface Open extends XmlNode {
  readonly children: XmlNode[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const MARKUP = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>|<!DOCTYPE[^>]*>|<\/\s*([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function resolved(text: string): string {
  return text.includes('&') ? text.replaceAll(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    return name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (ENTITIES[name] ?? whole);
  }) : text;
}

function splitName(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

type Scope = ReadonlyMap<string, string>;
const TOP: Scope = new Map([['', ''], ['xml', 'xml']]);

function openElement(name: string, written: string, outer: Scope): readonly [Open, Scope] {
  const attributes = new Map<string, string>();
  let scope = outer;
  for (const [, key = '', double, single] of written.matchAll(ATTRIBUTE)) {
    const value = resolved(double ?? single ?? '');
    if (key === 'xmlns' || key.startsWith('xmlns:')) scope = new Map([...scope, [key === 'xmlns' ? '' : key.slice(6), value]]);
    else if (attributes.has(key)) throw new SyntaxError(`${name} has ${key} twice`);
    else attributes.set(key, value);
  }
  const space = (qualified: string): string => {
    const found = scope.get(splitName(qualified)[0]);
    if (found === undefined) throw new SyntaxError(`nothing declares the prefix of ${qualified}`);
    return found;
  };
  for (const key of attributes.keys()) space(key);
  return [{ local: splitName(name)[1], space: space(name), attributes, children: [], text: '' }, scope];
}

/** The root element. Throws SyntaxError. */
export function parseTree(xml: string): XmlNode {
  const root: Open = { local: '', space: '', attributes: new Map(), children: [], text: '' };
  const stack: { readonly node: Open; readonly name: string; readonly scope: Scope }[] = [{ node: root, name: '', scope: TOP }];
  for (let at = xml.startsWith('\uFEFF') ? 1 : 0; at < xml.length; ) {
    const inside = stack[stack.length - 1];
    if (inside === undefined) throw new SyntaxError('closed more than opened');
    const open = xml.indexOf('<', at);
    inside.node.text += resolved(xml.slice(at, open < 0 ? undefined : open));
    if (open < 0) break;
    MARKUP.lastIndex = open;
    const match = MARKUP.exec(xml);
    if (match === null) throw new SyntaxError(`no markup: ${xml.slice(open, open + 60)}`);
    const [, data, closed, opened, attributes = '', alone] = match;
    if (data !== undefined) inside.node.text += data;
    if (closed !== undefined) {
      if (closed !== inside.name) throw new SyntaxError(`</${closed}> where ${inside.name} is open`);
      stack.pop();
    } else if (opened !== undefined) {
      const [node, scope] = openElement(opened, attributes, inside.scope);
      inside.node.children.push(node);
      if (alone === '') stack.push({ node, name: opened, scope });
    }
    at = MARKUP.lastIndex;
  }
  const [only, ...more] = root.children;
  if (stack.length !== 1 || only === undefined || more.length > 0 || root.text.trim() !== '') throw new SyntaxError('not one element');
  return only;
}

export function* nodes(node: XmlNode): Generator<XmlNode> {
  yield node;
  for (const each of node.children) yield* nodes(each);
}

export function childNode(node: XmlNode | undefined, local: string): XmlNode | undefined {
  return node?.children.find((each) => each.local === local);
}

export function childNodes(node: XmlNode | undefined, local: string): readonly XmlNode[] {
  return node?.children.filter((each) => each.local === local) ?? [];
}

/** An attribute by its local name, whatever its prefix: the id of a relationship. */
export function localAttribute(node: XmlNode, local: string): string | undefined {
  for (const [key, value] of node.attributes) if (key.includes(':') && splitName(key)[1] === local) return value;
  return undefined;
}
