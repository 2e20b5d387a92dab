/** Small changes to XML that otherwise stays as it was written: start tags, attributes, elements found by name. */

export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An element by its place in the text. `openEnd` is behind its start tag, `closeStart` before its end tag. */
export interface Node {
  /** Local name. */
  readonly name: string;
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
  readonly children: Node[];
}

const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)((?:[^"'>]|"[^"]*"|'[^']*')*)>/g;
const patterns = new Map<string, RegExp>();

function pattern(name: string): RegExp {
  const known = patterns.get(name) ?? new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, known);
  return known;
}

/** Value of an attribute in a start tag, as it is written. */
export function attributeOf(tag: string, name: string): string | undefined {
  const found = pattern(name).exec(tag);
  return found === null ? undefined : found[1] ?? found[2];
}

/** The start tag with the attribute set (a new one comes first or last), or without it (null). */
export function withAttribute(tag: string, name: string, value: string | number | null, place: 'first' | 'last' = 'last'): string {
  const found = pattern(name).exec(tag);
  const written = value === null ? '' : ` ${name}="${value}"`;
  if (found !== null) return tag.slice(0, found.index) + written + tag.slice(found.index + found[0].length);
  if (value === null) return tag;
  const at = place === 'first' ? /^<[^\s/>]+/.exec(tag)?.[0].length ?? 0 : /\s*\/?>$/.exec(tag)?.index ?? tag.length;
  return tag.slice(0, at) + written + tag.slice(at);
}

/** Where the tag that begins at `at` ends: the place of its `>`, -1 when that is not there. */
export function tagEnd(text: string, at: number): number {
  let quote = 0;
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

/** True when a tag's name ends here. */
export function nameEnds(code: number): boolean {
  return code <= 32 || code === 62 || code === 47;
}

/** Where `wanted` stands outside comments and CDATA, -1 when it does not. */
export function findMarkup(text: string, wanted: string, from: number): number {
  let found = -1;
  for (let at = from; ;) {
    // Kept while it lies ahead: many comments before it are no reason to look for it as often.
    if (found < at) found = text.indexOf(wanted, at);
    if (found < 0) return -1;
    // Looked for up to the place found only: sheets hold none as a rule, and are long.
    const hidden = text.startsWith('<!', found) ? found - at : text.slice(at, found).indexOf('<!');
    if (hidden < 0) return found;
    const start = at + hidden;
    const end = text.startsWith('<!--', start) ? '-->' : text.startsWith('<![CDATA[', start) ? ']]>' : '>';
    const close = text.indexOf(end, start + 4);
    if (close < 0) return -1;
    at = close + end.length;
  }
}

/** The elements of a piece of XML; end tags without a start are passed over. */
export function elementsOf(xml: string): readonly Node[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const token of xml.matchAll(TOKEN)) {
    const [whole, slash, name, rest = ''] = token;
    if (name === undefined) continue;
    const end = token.index + whole.length;
    if (slash === '/') {
      const node = open.pop();
      if (node !== undefined) [node.closeStart, node.end] = [token.index, end];
      continue;
    }
    const node: Node = { name: name.slice(name.indexOf(':') + 1), start: token.index, openEnd: end, closeStart: end, end, children: [] };
    (open.at(-1)?.children ?? roots).push(node);
    if (!rest.endsWith('/')) open.push(node);
  }
  return roots;
}

/** Every element, parents first. */
export function* allElements(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    yield* allElements(node.children);
  }
}

/** The changes made; one inside another that is made counts for nothing. */
export function applyChanges(xml: string, changes: readonly Change[]): string {
  const sorted = [...changes];
  sorted.sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0;
  let out = '';
  for (const { start, end, text } of sorted) {
    if (start < at) continue;
    out += xml.slice(at, start) + text;
    at = end;
  }
  return out + xml.slice(at);
}
