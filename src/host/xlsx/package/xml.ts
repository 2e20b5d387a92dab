/**
 * The small parts of a package as a stream of tags and texts. Names are local (any namespace prefix is read); a part that
 * is not well formed is refused. Sheets, which are large, have their own scanner.
 */
import { HostError } from '../../../app/ports';

export interface Tag {
  readonly kind: 'open' | 'close';
  /** Local name. */
  readonly name: string;
  /** By local name; `r:id` is also there as `r:id` under its prefix-less key `:id`. */
  readonly attributes: ReadonlyMap<string, string>;
}

export interface Text {
  readonly kind: 'text';
  readonly text: string;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"]]);

/** Resolves entities; unknown ones stay as they are. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** An attribute's value as XML has it: line ends and tabs are blanks unless they are escaped. */
export function attributeText(source: string): string {
  return unescapeXml(source.replace(/\r\n|[\r\n\t]/g, ' '));
}

/** Line ends as XML has them. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** `_xHHHH_` back to the character (ISO/IEC 29500-1, 22.9.2.19). */
export function decodeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The encoding that the bytes begin with: UTF-8 unless a byte order mark or a NUL says UTF-16. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
/**
 * Comment, CDATA, instruction, tag, or text. A document type is none of them: no part has one, and entities are where attacks come from. A name
 * is held to its end, so that a tag without one is not tried from each of its letters.
 */
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?][^\s/>]*)(?=[\s/>])((?:[^"'>]|"[^"]*"|'[^']*')*)>|([^<]+)/y;
/** Also takes names without a value, which are then passed over once and not from each of their letters. */
const ATTRIBUTE = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

function attributesOf(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    const quoted = double ?? single;
    if (quoted === undefined) continue;
    const value = attributeText(quoted);
    if (name.includes(':')) found.set(`:${local(name)}`, value);
    else found.set(name, value);
  }
  return found;
}

/** Throws HostError `xlsx/damaged` where tags do not nest or the text ends early. */
export function* scanXml(bytes: Uint8Array, part: string): Generator<Tag | Text> {
  const xml = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const open: string[] = [];
  let at = 0;
  let roots = 0;
  while (at < xml.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(xml);
    if (token === null) throw new HostError('xlsx/damaged', { part });
    at = TOKEN.lastIndex;
    const [, cdata, slash, name, rest = '', text] = token;
    if (name !== undefined) {
      if (slash === '/') {
        if (open.pop() !== name) throw new HostError('xlsx/damaged', { part });
        yield { kind: 'close', name: local(name), attributes: new Map() };
      } else {
        if (open.length === 0) roots++;
        const closed = rest.endsWith('/');
        const attributes = attributesOf(rest);
        yield { kind: 'open', name: local(name), attributes };
        if (closed) yield { kind: 'close', name: local(name), attributes };
        else open.push(name);
      }
    } else if (cdata !== undefined) yield { kind: 'text', text: withLineFeeds(cdata) };
    else if (text !== undefined && open.length > 0) yield { kind: 'text', text: unescapeXml(withLineFeeds(text)) };
  }
  if (open.length > 0 || roots !== 1) throw new HostError('xlsx/damaged', { part });
}

/** The start tags of one name, in document order. */
export function* startTags(bytes: Uint8Array, part: string, name: string): Generator<ReadonlyMap<string, string>> {
  for (const token of scanXml(bytes, part)) {
    if (token.kind === 'open' && token.name === name) yield token.attributes;
  }
}
