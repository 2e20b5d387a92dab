/** The table of shared strings: plain and rich text; phonetic guides are not part of the text. */
import { decodeText, scanXml } from './xml';

/** Text of `<si>` or `<is>`: every `<t>` that is not under `<rPh>`. */
export function readSharedStrings(bytes: Uint8Array, part: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let phonetic = false;
  let inText = false;
  for (const token of scanXml(bytes, part)) {
    if (token.kind === 'text') {
      if (inText && !phonetic) text += token.text;
    } else if (token.name === 't') inText = token.kind === 'open';
    else if (token.name === 'rPh') phonetic = token.kind === 'open';
    else if (token.name === 'si') {
      if (token.kind === 'open') text = '';
      else strings.push(decodeText(text));
    }
  }
  return strings;
}
