/**
 * XML as the recommendations have it, no more lenient: a tree with namespaces resolved, or `NotWellFormed`. Slow and
 * independent of the product's scanners, so that the two can disagree. Document types are refused altogether.
 */

export class NotWellFormed extends Error {}

export interface XmlElement {
  /** Namespace, '' for none. */
  readonly space: string;
  readonly name: string;
  /** By local name, or `{namespace}name` for those with a prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const NAME = /[\p{L}_][\p{L}\p{N}_.\-·]*(?::[\p{L}_][\p{L}\p{N}_.\-·]*)?/uy;
const SPACE = /[ \t\n]+/y;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
/** Characters that XML 1.0 has no room for, lone surrogates among them. */
// oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function fail(why: string): never {
  throw new NotWellFormed(why);
}

function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const wide = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  const label = wide ? (a === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return fail('encoding');
  }
  const declared = /^<\?xml [^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]?.toLowerCase() ?? (wide ? 'utf-16' : 'utf-8');
  if (declared !== (wide ? 'utf-16' : 'utf-8')) fail(`encoding ${declared}`);
  if (FORBIDDEN.test(text)) fail('character');
  return text.replace(/\r\n?/g, '\n');
}

/** References of a text or of an attribute's value. */
function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) return fail('reference');
    const number = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
    if (number === null) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] ?? '' : fail(`entity ${name}`);
    const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
    if (!(code <= 0x10ffff)) return fail('reference');
    const character = String.fromCodePoint(code);
    return FORBIDDEN.test(character) ? fail('reference') : character;
  });
}

const OUTERMOST: ReadonlyMap<string, string> = new Map([['xml', XML], ['', '']]);

interface Open {
  readonly qualified: string;
  readonly space: string;
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: (XmlElement | string)[];
  readonly spaces: ReadonlyMap<string, string>;
}

export function parseXml(bytes: Uint8Array): XmlElement {
  const xml = textOf(bytes);
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(xml)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const upTo = (end: string): string => {
    const found = xml.indexOf(end, at);
    if (found < 0) fail(`no ${end}`);
    const text = xml.slice(at, found);
    at = found + end.length;
    return text;
  };
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  const put = (child: XmlElement | string): void => {
    const parent = stack.at(-1);
    if (parent !== undefined) parent.children.push(child);
    else if (typeof child === 'string') {
      if (child.trim() !== '') fail('text outside the root');
    } else if (root === undefined) root = child;
    else fail('two roots');
  };

  function startTag(): void {
    const qualified = match(NAME) ?? fail('name');
    const raw = new Map<string, string>();
    let closed = false;
    for (;;) {
      const spaced = match(SPACE) !== undefined;
      if (xml.startsWith('/>', at)) {
        closed = true;
        at += 2;
        break;
      }
      if (xml[at] === '>') {
        at++;
        break;
      }
      if (!spaced) fail('attribute');
      const name = match(NAME) ?? fail('attribute');
      match(SPACE);
      if (xml[at++] !== '=') fail('attribute');
      match(SPACE);
      const quote = xml[at++] ?? '';
      if (quote !== '"' && quote !== "'") fail('quote');
      const value = upTo(quote);
      if (value.includes('<')) fail('< in an attribute');
      if (raw.has(name)) fail('attribute twice');
      raw.set(name, resolved(value.replace(/[\t\n]/g, ' ')));
    }
    const outer = stack.at(-1)?.spaces ?? OUTERMOST;
    const spaces = [...raw.keys()].some((name) => name.startsWith('xmlns')) ? new Map(outer) : outer;
    const declare = (prefix: string, value: string): void => {
      if (spaces instanceof Map) spaces.set(prefix, value);
    };
    for (const [name, value] of raw) {
      if (name === 'xmlns') declare('', value);
      else if (name.startsWith('xmlns:')) {
        const prefix = name.slice(6);
        if (value === '' || value === XMLNS || prefix === 'xmlns' || (prefix === 'xml') !== (value === XML)) fail('namespace');
        declare(prefix, value);
      }
    }
    const split = (name: string): readonly [string, string] => (name.includes(':') ? [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)] : ['', name]);
    const [prefix, name] = split(qualified);
    const attributes = new Map<string, string>();
    for (const [key, value] of raw) {
      if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
      const [own, local] = split(key);
      const full = own === '' ? local : `{${spaces.get(own) ?? fail('prefix')}}${local}`;
      if (attributes.has(full)) fail('attribute twice');
      attributes.set(full, value);
    }
    const element: Open = { qualified, space: spaces.get(prefix) ?? fail('prefix'), name, attributes, children: [], spaces };
    put(element);
    if (!closed) stack.push(element);
  }

  if (xml.startsWith('<?xml') && !/^<\?xml\s+version\s*=\s*["']1\.\d["'](\s+encoding\s*=\s*["'][A-Za-z][\w.-]*["'])?(\s+standalone\s*=\s*["'](yes|no)["'])?\s*\?>/.test(xml)) fail('declaration');
  while (at < xml.length) {
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at);
      const text = xml.slice(at, end < 0 ? xml.length : end);
      at += text.length;
      if (text.includes(']]>')) fail(']]>');
      put(resolved(text));
    } else if (xml.startsWith('<!--', at)) {
      at += 4;
      const comment = upTo('-->');
      if (comment.includes('--') || comment.endsWith('-')) fail('comment');
    } else if (xml.startsWith('<![CDATA[', at)) {
      at += 9;
      if (stack.length === 0) fail('CDATA outside the root');
      put(upTo(']]>'));
    } else if (xml.startsWith('<?', at)) {
      const start = at;
      at += 2;
      const target = match(NAME) ?? fail('instruction');
      if (target.toLowerCase() === 'xml' && start > 0) fail('declaration');
      const rest = upTo('?>');
      if (rest !== '' && !/^\s/.test(rest)) fail('instruction');
    } else if (xml.startsWith('</', at)) {
      at += 2;
      const name = match(NAME) ?? fail('name');
      match(SPACE);
      if (xml[at++] !== '>' || stack.pop()?.qualified !== name) fail('end tag');
    } else if (xml.startsWith('<!', at)) fail('document type');
    else {
      at++;
      startTag();
    }
  }
  if (stack.length > 0 || root === undefined) fail('end');
  return root;
}

/** The elements among the children. */
export function elements(of: XmlElement): readonly XmlElement[] {
  return of.children.filter((child) => typeof child !== 'string');
}

/** The text of an element that holds nothing else; null where it holds elements. */
export function plainText(of: XmlElement): string | null {
  return of.children.every((child) => typeof child === 'string') ? of.children.join('') : null;
}
