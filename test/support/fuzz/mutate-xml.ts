/** Changes of an XML part that know what its elements and attributes are. What comes out may or may not be well formed. */
import type { Random } from './random';

const NUMBERS = ['', '0', '-1', '1', '2', '16384', '16385', '1048576', '1048577', '4294967295', '4294967296', '9007199254740993', '1e3', '1e999', '0x10', 'NaN', 'Infinity', '-0', '1.5', ' 1 ', '+1', '１', '1,5', '99999999999999999999'];
const WORDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'true', 'x'.repeat(300), '\u0000', '../../../etc/passwd', '/', 'http://a/b'];
const REFERENCES = ['A0', 'A1', 'B2', 'XFD1', 'XFE1', 'XFD1048576', 'A1048577', '$A$1', 'a1', 'A1:B2', '1A', 'A', '1', 'AAAAAAA1', 'A99999999999999999999', ' A1', 'A01', 'A1 ', 'ZZ3', 'A-1', 'Ａ1'];
const TYPES = ['s', 'n', 'b', 'e', 'str', 'inlineStr', 'd', 'z', 'S', '__proto__'];
const TEXTS = ['', ' ', '0', '7', '-1', '1e5', '1E400', '0x1F', 'NaN', 'INF', 'true', 'TRUE', '2', '#N/A', '_x0041_', '_xD800_', '&amp;', '&#65;', '&#0;', '&#xD800;', '&#x110000;', '&lol;', '&amp', '&', '<![CDATA[5]]>', ']]>', '1 2', '1<!-- x -->2', '2024-02-30', '2024-02-29', '2024-02-29T12:00:00', 'SUM(A1)', 'A1048576', '\r\n', '文', '"'.repeat(3), '\ud83d\ude00', 'x'.repeat(40_000)];
/** What may turn up between elements. */
const STRAYS = ['<!-- <c r="A1"><v>1</v></c> -->', '<!---->', '<!-- </sheetData> -->', '<?pi > ?>', '<![CDATA[<c>]]>', '<![CDATA[]]>', ' ', '\r\n', 'text', '<x/>', '<v>3</v>', '<row/>', '<c/>', '<c><v>5</v></c>', '<f>A1</f>', '<is><t>x</t></is>', '<si/>', '<t>x</t>', '</row>', '</c>', '<', '>', '&', '<c r="C3"', '<extLst><ext uri="x"><v>8</v></ext></extLst>',
  '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Fallback><c r="B9"><v>1</v></c></mc:Fallback></mc:AlternateContent>', '<y:c xmlns:y="urn:y" r="A1"><y:v>66</y:v></y:c>', '<c xmlns="urn:y" r="A1"><v>66</v></c>', '<sheetData/>', '<sheetData><row r="1"><c r="A1"><v>77</v></c></row></sheetData>', '<rPh sb="0" eb="1"><t>読</t></rPh>'];
const HEADS = ['<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">', '\ufeff', ' ', '\n', '<?xml version="1.0" encoding="gb18030"?>', '<?xml version="1.1"?>', '<!-- <worksheet><sheetData> -->', 'x'];

const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<[^>]*>|[^<]+/g;
const opens = (token: string): boolean => /^<[^/!?]/.test(token) && !token.endsWith('/>');
const tags = (token: string): boolean => /^<[^/!?]/.test(token);
const nameOf = (token: string): string => /^<\/?([^\s/>]+)/.exec(token)?.[1] ?? '';

/** Index behind the element that begins at `at`. */
function endOf(tokens: readonly string[], at: number): number {
  if (!opens(tokens[at] ?? '')) return at + 1;
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    if (opens(token)) depth++;
    else if (token.startsWith('</') && --depth === 0) return i + 1;
  }
  return tokens.length;
}

function attributeValue(name: string, random: Random): string {
  if (random.once(6)) return random.pick([...NUMBERS, ...WORDS, ...REFERENCES, ...TYPES]);
  if (name === 'r' || name === 'ref' || name === 'spans') return random.pick(random.once(3) ? NUMBERS : REFERENCES);
  if (name === 't') return random.pick([...TYPES, 'shared', 'array', 'normal', 'dataTable']);
  if (/Target|PartName/.test(name)) return random.pick(['../xl/../x.xml', '/xl/workbook.xml', 'workbook.xml', '_rels/.rels', '../../../../a', '', 'a%2Fb.xml', '%2e%2e/x', 'http://x/y', '\\xl\\s.xml', '#', '?', 'styles.xml', 'sheet1.xml']);
  if (/formatCode/i.test(name)) return random.pick(['General', 'yyyy-mm-dd', 'h:mm', '0.00', '', '"', '\\', '[', '_', 'm'.repeat(2000), '[$-', '"a" 0', '@']);
  if (/type/i.test(name)) return random.pick(['', 'worksheet', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet', 'application/xml', 'External']);
  return random.pick(random.once(3) ? WORDS : NUMBERS);
}

const escapes = (text: string): string => text.replace(/[<&"]/g, (sign) => ({ '<': '&lt;', '&': '&amp;', '"': '&quot;' })[sign] ?? sign);

function changeTag(tag: string, random: Random): string {
  const attributes = [...tag.matchAll(/\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g)];
  if (attributes.length === 0 || random.once(10)) {
    return random.pick([tag.replace(/^<([^\s/>]+)/, '<$1 r="B2"'), tag.replace(/^<([^\s/>]+)/, '<$1 t="s"'), tag.replace(/^<([^\s/>]+)/, '<$1 s="1"'), tag.replace(/^<([^\s/>]+)/, '<$1 y:r="A1" x=">"'), tag.toUpperCase(), tag.slice(0, -1)]);
  }
  const found = random.pick(attributes);
  const [whole, name = '', quoted = ''] = found;
  const put = (text: string): string => tag.slice(0, found.index) + text + tag.slice(found.index + whole.length);
  switch (random.int(8)) {
    case 0: return put('');
    case 1: return put(whole + whole);
    case 2: return put(` ${name}='${quoted.slice(1, -1).replaceAll("'", '&apos;')}'`);
    case 3: return put(`\n ${name} = ${quoted}\t`);
    case 4: return put(` ${random.pick(['R', 'x:r', 'r', 't', 's', 'si', 'name', 'Id', 'xmlns', 'xmlns:x'])}=${quoted}`);
    default: return put(` ${name}="${random.once(20) ? attributeValue(name, random) : escapes(attributeValue(name, random))}"`);
  }
}

function changeTokens(tokens: string[], random: Random): void {
  const at = random.int(tokens.length);
  const token = tokens[at] ?? '';
  const end = endOf(tokens, at);
  switch (random.int(16)) {
    case 0: tokens.splice(at, end - at); break;
    case 1: tokens.splice(at, 0, ...tokens.slice(at, end)); break;
    case 2: {
      const next = endOf(tokens, end);
      tokens.splice(at, next - at, ...tokens.slice(end, next), ...tokens.slice(at, end));
      break;
    }
    case 3: tokens.splice(at, 1); break;
    case 4: tokens.splice(at, 0, random.pick(STRAYS)); break;
    case 5: if (tags(token)) {
      const depth = random.pick([1, 2, 50, 3000]);
      tokens.splice(at, 1, `<${nameOf(token)}>`.repeat(depth), token);
      if (random.once(2)) tokens.splice(endOf(tokens, at + 1), 0, `</${nameOf(token)}>`.repeat(depth));
    }
      break;
    case 6: if (tags(token)) tokens[at] = token.replace(nameOf(token), random.pick(['c', 'v', 'f', 'row', 'is', 't', 'si', 'sheetData', 'x:c', 'C', 'cx', 'rPh'])); break;
    case 7: {
      const from = random.int(tokens.length);
      tokens.splice(at, 0, ...tokens.slice(from, endOf(tokens, from)));
      break;
    }
    case 8: if (opens(token) && end === at + 2) tokens.splice(at, 2, `${token.slice(0, -1)}/>`); break;
    case 9:
    case 10:
    case 11: {
      // A text, or the place of one.
      if (!token.startsWith('<')) tokens[at] = random.once(3) ? token + random.pick(TEXTS) : random.pick(TEXTS);
      else if (opens(token)) tokens.splice(at + 1, 0, random.pick(TEXTS));
      break;
    }
    default: if (tags(token)) tokens[at] = changeTag(token, random);
  }
}

export function mutateXml(bytes: Uint8Array, random: Random): Uint8Array {
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe;
  const encode = (text: string): Uint8Array => (wide && !random.once(12) ? new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')) : new TextEncoder().encode(wide ? text.replace(/encoding="UTF-16"/, 'encoding="UTF-8"') : text));
  let xml = new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
  switch (random.int(24)) {
    case 0: return bytes.slice(0, random.int(bytes.length));
    case 1: return encode(random.pick(HEADS) + xml);
    case 2: xml = xml.replace(/\?>/, `?>${random.pick(HEADS)}`); break;
    case 3: return new Uint8Array(Buffer.from(`${random.once(2) ? '\ufeff' : ''}${xml.replace(/encoding="UTF-8"/i, 'encoding="UTF-16"')}`, 'utf16le'));
    case 4: xml = xml.replaceAll('><', `>${random.pick([' ', '\r\n', '\t'])}<`); break;
    case 5: {
      const prefix = random.pick(['x', 'main', 'a.b']);
      xml = xml.replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, (_, slash: string, name: string) => `<${slash}${prefix}:${name}`).replace(/ xmlns="/g, ` xmlns:${prefix}="`);
      break;
    }
    case 6: {
      const changed = bytes.slice();
      for (let i = 0; i < 1 + random.int(3); i++) changed[random.int(changed.length)] = random.int(256);
      return changed;
    }
    case 7: return encode(xml + random.pick(['<x/>', ' ', 'x', '\u0000', '<!-- -->', '</worksheet>', '<']));
    default: {
      const tokens = xml.match(TOKEN) ?? [];
      for (let i = 0, many = 1 + random.int(3); i < many && tokens.length > 0; i++) changeTokens(tokens, random);
      xml = tokens.join('');
    }
  }
  return encode(xml);
}
