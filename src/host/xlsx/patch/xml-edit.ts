/**
 * Small parts edited as text: elements are found by their place in it, edits are cut in, and every other character stays
 * as it is. Sheets, which are large, are not read this way.
 */
import { HostError } from '../../../app/ports';
import { attributeText, unescapeXml } from '../package/xml';

export interface XmlElement {
  /** As written, and its two halves; the prefix keeps its colon. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** From `<` to behind the last `>`. */
  readonly start: number;
  readonly end: number;
  /** Behind the start tag, and where the end tag begins; equal to `end` for an element of one tag. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly children: readonly XmlElement[];
}

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Growing extends XmlElement {
  end: number;
  innerEnd: number;
  readonly children: Growing[];
}

/** The `>` that ends the tag, brackets in quotes left aside; -1 when there is none. */
export function tagEnd(xml: string, from: number): number {
  for (let at = from; at >= 0 && at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === 0x3e) return at;
    if (code === 0x22 || code === 0x27) {
      at = xml.indexOf(code === 0x22 ? '"' : "'", at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** Deeper than any part of a workbook goes; more is an attack on whoever walks the elements. */
const MAX_DEPTH = 256;

/** The root element. Throws HostError `xlsx/damaged` where tags do not nest or nest beyond all use, and for a document type, which no part may have. */
export function parseXml(xml: string, part: string): XmlElement {
  const damaged = (): HostError => new HostError('xlsx/damaged', { part });
  const open: Growing[] = [];
  let root: Growing | undefined;
  for (let at = xml.indexOf('<'); at >= 0;) {
    let end: number;
    if (xml.startsWith('<!--', at)) end = xml.indexOf('-->', at + 4) + 2;
    else if (xml.startsWith('<![CDATA[', at)) end = xml.indexOf(']]>', at) + 2;
    else if (xml.startsWith('<?', at)) end = xml.indexOf('?>', at) + 1;
    else if (xml.startsWith('<!', at)) throw damaged();
    else end = tagEnd(xml, at + 1);
    if (end <= at) throw damaged();
    const first = xml.charCodeAt(at + 1);
    if (first === 0x2f) {
      const element = open.pop();
      if (element === undefined || xml.slice(at + 2, end).trim() !== element.name) throw damaged();
      element.innerEnd = at;
      element.end = end + 1;
    } else if (first !== 0x21 && first !== 0x3f) {
      const closed = xml.charCodeAt(end - 1) === 0x2f;
      const name = /^[^\s/>]+/.exec(xml.slice(at + 1, Math.min(end, at + 256)))?.[0] ?? '';
      const colon = name.indexOf(':') + 1;
      const element: Growing = {
        name, prefix: name.slice(0, colon), local: name.slice(colon), start: at, end: end + 1, innerStart: end + 1, innerEnd: end + 1, children: [],
      };
      if (name === '' || open.length >= MAX_DEPTH || (open.length === 0 && root !== undefined)) throw damaged();
      root ??= element;
      open.at(-1)?.children.push(element);
      if (!closed) open.push(element);
    }
    at = xml.indexOf('<', end + 1);
  }
  if (root === undefined || open.length > 0) throw damaged();
  return root;
}

export function childrenOf(element: XmlElement | undefined, local: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

export function childOf(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((child) => child.local === local);
}

/** The element and all under it, in document order. */
export function* withDescendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* withDescendants(child);
}

const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Attributes of a start tag by their name as written. */
export function attributesOf(xml: string, element: XmlElement): ReadonlyMap<string, string> {
  const tag = xml.slice(element.start + 1 + element.name.length, element.innerStart - 1);
  return new Map([...tag.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, attributeText(double ?? single ?? '')]));
}

/** The relationship that an element names: an attribute `id` of any prefix. */
export function relationshipId(xml: string, element: XmlElement): string | undefined {
  for (const [name, value] of attributesOf(xml, element)) if (name.endsWith(':id')) return value;
  return undefined;
}

/** Text within, CDATA and entities resolved, comments left out. */
export function textOf(xml: string, element: XmlElement): string {
  const inner = xml.slice(element.innerStart, element.innerEnd).replace(/<!--[\s\S]*?-->/g, '');
  return inner.split(/<!\[CDATA\[([\s\S]*?)\]\]>/).map((text, i) => (i % 2 === 1 ? text : unescapeXml(text.replace(/<[^>]*>/g, '')))).join('');
}

/** The text with all edits made. They must not overlap; those at one place stand in the order given. */
export function splice(xml: string, edits: readonly Splice[]): string {
  const inOrder = [...edits];
  inOrder.sort((a, b) => a.start - b.start || a.end - b.end);
  let text = '';
  let at = 0;
  for (const edit of inOrder) {
    if (edit.start < at) throw new RangeError(`overlapping edits at ${edit.start}`);
    text += xml.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + xml.slice(at);
}

const escapeValue = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;').replaceAll('\r', '&#13;');

/** Sets an attribute by its name as written, or takes it away with null. */
export function setAttribute(xml: string, element: XmlElement, name: string, value: string | null): Splice {
  const from = element.start + 1 + element.name.length;
  for (const found of xml.slice(from, element.innerStart - 1).matchAll(new RegExp(`\\s+${ATTRIBUTE.source}`, 'g'))) {
    if (found[1] !== name) continue;
    const start = from + found.index;
    return { start, end: start + found[0].length, text: value === null ? '' : ` ${name}="${escapeValue(value)}"` };
  }
  return { start: from, end: from, text: value === null ? '' : ` ${name}="${escapeValue(value)}"` };
}

/** Puts XML behind the last child; an element of one tag is opened. One call per element and pass. */
export function appendInside(xml: string, element: XmlElement, text: string): Splice {
  if (element.innerEnd < element.end) return { start: element.innerEnd, end: element.innerEnd, text };
  const slash = xml.lastIndexOf('/', element.end - 1);
  return { start: slash, end: element.end, text: `>${text}</${element.name}>` };
}

/** Puts a new child into its place in the order of the schema: before the first that must follow it. */
export function insertInOrder(xml: string, parent: XmlElement, order: readonly string[], local: string, text: string): Splice {
  const place = order.indexOf(local);
  const next = parent.children.find((child) => order.indexOf(child.local) > place);
  return next === undefined ? appendInside(xml, parent, text) : { start: next.start, end: next.start, text };
}

/** XML of ours, written without prefixes, under the prefix (with its colon) that the part has for the namespace. It holds no `<` but those of tags. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}

/** The prefix, with its colon, that the root declares for the namespace. */
export function prefixOf(xml: string, root: XmlElement, namespace: string): string | undefined {
  for (const [name, value] of attributesOf(xml, root)) {
    if (value !== namespace) continue;
    if (name === 'xmlns') return '';
    if (name.startsWith('xmlns:')) return `${name.slice(6)}:`;
  }
  return undefined;
}
