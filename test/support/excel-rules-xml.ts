/** XML parts as trees, read strictly: what is not well formed, or holds what no part of a workbook may hold, is refused. */

export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text directly within, entities resolved. */
  readonly text: string;
}

interface Open extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const ATTRIBUTES = /\s+([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/u; // oxlint-disable-line no-control-regex -- these are what XML 1.0 forbids

function decode(text: string): string {
  if (ILLEGAL.test(text)) throw new SyntaxError('a character that XML forbids');
  if (text.includes(']]>')) throw new SyntaxError(']]> in text');
  return text.replaceAll(/&([^;\s]*);?/g, (whole, name: string) => {
    if (name.startsWith('#')) return String.fromCodePoint(name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
    const known = ENTITIES[name];
    if (known === undefined || !whole.endsWith(';')) throw new SyntaxError(`entity ${whole}`);
    return known;
  });
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  ATTRIBUTES.lastIndex = 0;
  let end = 0;
  for (let match = ATTRIBUTES.exec(text); match !== null; match = ATTRIBUTES.exec(text)) {
    const [, name = '', double, single] = match;
    if (found.has(name)) throw new SyntaxError(`attribute ${name} twice`);
    found.set(name, decode(double ?? single ?? ''));
    end = ATTRIBUTES.lastIndex;
  }
  if (text.slice(end).trim() !== '') throw new SyntaxError(`attributes ${text.slice(end, end + 40)}`);
  return found;
}

/** The root element. Throws SyntaxError. */
export function parseXml(xml: string): XmlElement {
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const stack: Open[] = [root];
  const declared = /^\uFEFF?<\?xml version="1\.0"(?: encoding="(?:UTF-8|utf-8)")?(?: standalone="(?:yes|no)")?\s*\?>\s*/.exec(xml)?.[0] ?? '';
  for (let at = declared.length; at < xml.length; ) {
    const inside = stack[stack.length - 1] ?? root;
    const open = xml.indexOf('<', at);
    inside.text += decode(xml.slice(at, open < 0 ? undefined : open));
    if (open < 0) break;
    const close = xml.indexOf('>', open);
    if (close < 0) throw new SyntaxError('a tag without an end');
    const tag = xml.slice(open + 1, close);
    if (/^[!?]/.test(tag)) throw new SyntaxError(`<${tag.slice(0, 10)}: declarations and comments have no place in a part`);
    if (tag.startsWith('/')) {
      if (stack.length === 1 || inside.name !== tag.slice(1).trim()) throw new SyntaxError(`</${tag.slice(1)}> where ${inside.name} is open`);
      stack.pop();
    } else {
      const alone = tag.endsWith('/');
      const body = alone ? tag.slice(0, -1) : tag;
      const name = /^[\w:.-]+/.exec(body)?.[0] ?? '';
      const element: Open = { name, attributes: attributesOf(body.slice(name.length)), children: [], text: '' };
      if (name === '') throw new SyntaxError(`<${tag.slice(0, 20)}>`);
      inside.children.push(element);
      if (!alone) stack.push(element);
    }
    at = close + 1;
  }
  const [only, ...more] = root.children;
  if (stack.length > 1 || only === undefined || more.length > 0 || root.text.trim() !== '') throw new SyntaxError('not one element');
  return only;
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

export function all(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** Every element below, itself included. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const each of element.children) yield* descendants(each);
}

/** `_xHHHH_` stands for a character that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19). */
export function unescapeText(text: string): string {
  return text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
