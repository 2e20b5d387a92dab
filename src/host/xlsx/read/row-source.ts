/**
 * A sheet part as a stream of its rows' XML. Text is decoded piece by piece, so that a sheet of any size takes little
 * memory; any namespace prefix is read.
 */
import { HostError } from '../../../app/ports';
import { encodingOf } from './xml';

export interface RowXml {
  /** Attributes of `<row>`, as they stand. */
  readonly attributes: string;
  /** What is between `<row>` and `</row>`. */
  readonly content: string;
}

export interface RowSource {
  /** Namespace prefix with its colon, '' for the usual default namespace. Known once the first row or the end was read. */
  prefix(): string;
  rows(): Generator<RowXml>;
}

/** Comments, and CDATA as escaped text: rare in sheets, so only rows that hold `<!` pay for it. */
function plain(xml: string): string {
  if (!xml.includes('<!')) return xml;
  return xml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}

/** Throws HostError `xlsx/damaged` (while iterating) when the part ends before `</sheetData>`. */
export function rowSource(pieces: Iterable<Uint8Array>, part: string): RowSource {
  let prefix = '';

  function* rows(): Generator<RowXml> {
    const input = pieces[Symbol.iterator]();
    let decoder: TextDecoder | undefined;
    let buffer = '';
    let at = 0;
    const more = (): boolean => {
      const next = input.next();
      if (next.done === true) return false;
      decoder ??= new TextDecoder(encodingOf(next.value));
      buffer = buffer.slice(at) + decoder.decode(next.value, { stream: true });
      at = 0;
      return true;
    };
    /** Position of `wanted` at or after `at`, reading on as needed; -1 at the end of the part. */
    const find = (wanted: string): number => {
      for (let from = at; ;) {
        const found = buffer.indexOf(wanted, from);
        if (found >= 0) return found;
        const tail = Math.max(0, buffer.length - wanted.length + 1 - at);
        if (!more()) return -1;
        from = tail;
      }
    };
    /** The same, where the part must not end. */
    const need = (wanted: string): number => {
      const found = find(wanted);
      if (found < 0) throw new HostError('xlsx/damaged', { part });
      return found;
    };

    // The prefix of the main namespace is that of the root element.
    for (;;) {
      at = need('<') + 1;
      need('>');
      const name = /^([A-Za-z_][\w.-]*:)?worksheet[\s>/]/.exec(buffer.slice(at, at + 200));
      if (name !== null) {
        prefix = name[1] ?? '';
        break;
      }
    }
    for (;;) {
      const data = need(`<${prefix}sheetData`);
      at = data;
      const end = need('>');
      const selfClosing = buffer[end - 1] === '/';
      at = end + 1;
      if (selfClosing) return;
      break;
    }
    const rowStart = `<${prefix}row`;
    const rowEnd = `</${prefix}row>`;
    const dataEnd = `</${prefix}sheetData`;
    for (;;) {
      at = need('<');
      // The longest tag that can stand here must be in the buffer before it is compared.
      while (buffer.length - at < dataEnd.length && more());
      if (buffer.startsWith(dataEnd, at)) {
        need('>');
        break;
      }
      if (!buffer.startsWith(rowStart, at)) {
        if (buffer.startsWith('<!--', at)) at = need('-->') + 3;
        else throw new HostError('xlsx/damaged', { part });
        continue;
      }
      const tagEnd = need('>');
      // `find` may have moved the buffer; `at` is the row's start again.
      const attributes = buffer.slice(at + rowStart.length, tagEnd);
      at = tagEnd + 1;
      if (attributes.endsWith('/')) {
        yield { attributes: attributes.slice(0, -1), content: '' };
        continue;
      }
      const end = need(rowEnd);
      const content = plain(buffer.slice(at, end));
      at = end + rowEnd.length;
      yield { attributes, content };
    }
    // The rest is read too, so that damage behind the rows is found.
    while (more()) at = buffer.length;
  }

  return { prefix: () => prefix, rows };
}
