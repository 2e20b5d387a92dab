/**
 * All texts and attribute values of an XML part changed by one function. Words that are set in several pieces of one text (rich text
 * of cells, comments, shapes and charts) are changed as the whole that people read.
 */
import { decodeText, unescapeXml } from '../package/xml';
import { encodeText, escapeXml } from '../write/text';

const TOKEN = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(?:[^"'>]|"[^"]*"|'[^']*')*>|[^<]+/g;
/** Attributes that hold what people wrote; all others are the format's own words. */
const WRITTEN: ReadonlySet<string> = new Set([
  'name', 'displayName', 'title', 'descr', 'alt', 'caption', 'v', 'prompt', 'promptTitle', 'error', 'errorTitle', 'tooltip', 'display', 'location', 'author', 'initials', 'userId',
  'sourceName', 'uniqueName', 'label', 'string', 'connection', 'command', 'url', 'sourceFile', 'comment', 'description', 'help', 'statusBar',
]);
const VALUE = /(\s([\w:.-]+)\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;
/** Elements whose pieces make up one text: shared and inline strings, comments, paragraphs of drawings. */
const WHOLE: ReadonlySet<string> = new Set(['si', 'is', 'text', 'p']);
/** Readings beside a text: a text of their own. */
const APART = 'rPh';

interface Piece {
  readonly index: number;
  readonly text: string;
}

export function rewriteXml(xml: string, change: (text: string) => string): string {
  const tokens = xml.match(TOKEN) ?? [];
  const open: string[] = [];
  const wholes: Piece[][] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.startsWith('<![CDATA[')) {
      const text = token.slice(9, -3);
      const changed = change(text);
      if (changed !== text) tokens[index] = escapeXml(changed);
    } else if (token.startsWith('<!--') || token.startsWith('<?')) continue;
    else if (token.startsWith('</')) {
      const name = open.pop() ?? '';
      if (WHOLE.has(name)) settle(tokens, wholes.pop() ?? [], change);
    } else if (token.startsWith('<')) {
      const name = /^<([^\s/>]+)/.exec(token)?.[1] ?? '';
      tokens[index] = token.replaceAll(VALUE, (whole, start: string, attribute: string, double: string | undefined, single: string | undefined) => {
        if (!WRITTEN.has(attribute.slice(attribute.indexOf(':') + 1)) && !(attribute === 'Target' && /\sTargetMode\s*=\s*["']External/.test(token))) return whole;
        const given = unescapeXml(double ?? single ?? '');
        const changed = changedAddress(given, change);
        return changed === given ? whole : `${start}"${escapeXml(changed).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`;
      });
      if (token.endsWith('/>')) continue;
      const local = name.slice(name.indexOf(':') + 1);
      open.push(local);
      if (WHOLE.has(local)) wholes.push([]);
    } else {
      const text = decodeText(unescapeXml(token));
      const group = wholes.at(-1);
      if (group !== undefined && !open.includes(APART)) group.push({ index, text });
      else settle(tokens, [{ index, text }], change);
    }
  }
  return tokens.join('');
}

/** What is changed in a piece stays there; what goes over the edge of one makes the whole text one piece. */
function settle(tokens: string[], pieces: readonly Piece[], change: (text: string) => string): void {
  const single = pieces.map(({ text }) => change(text));
  const whole = change(pieces.map(({ text }) => text).join(''));
  const apart = single.join('') === whole;
  pieces.forEach(({ index, text }, i) => {
    const changed = apart ? single[i] ?? '' : i === 0 ? whole : '';
    if (changed !== text) tokens[index] = escapeXml(encodeText(changed));
  });
}

/** Addresses write what is no ASCII with percent signs. */
function changedAddress(text: string, change: (text: string) => string): string {
  const plain = change(text);
  if (!/%[0-9A-Fa-f]{2}/.test(text)) return plain;
  try {
    const decoded = decodeURIComponent(text);
    const changed = change(decoded);
    return changed === decoded ? plain : encodeURI(changed);
  } catch {
    return plain;
  }
}
