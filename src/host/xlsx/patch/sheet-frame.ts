/** A sheet's part without its rows: what stands before and after `<sheetData>`, read and rewritten while the rows pass by. */
import { HostError } from '../../../app/ports';
import { betweenCharacters, sheetTexts } from './sheet-text';
import { tagEnd } from './xml-edit';

type Pieces = AsyncIterable<Uint8Array>;

export interface Zone {
  readonly zone: 'head' | 'data' | 'tail';
  readonly text: string;
}

/**
 * Head and tail come in one piece each, rows in many; `<sheetData>` and its end tag belong to the rows. Throws HostError
 * `xlsx/damaged` for a part that ends before its rows do.
 */
export async function* sheetZones(pieces: Pieces, part: string): AsyncGenerator<Zone> {
  const input = sheetTexts(pieces, part);
  let buffer = '';
  const more = async (): Promise<boolean> => {
    const next = await input.next();
    if (next.done === true) return false;
    buffer += next.value;
    return true;
  };
  /** Position behind `wanted`, read on for as needed. */
  const behind = async (wanted: string, from: number): Promise<number> => {
    for (;;) {
      const found = buffer.indexOf(wanted, from);
      if (found >= 0) return found + wanted.length;
      if (!(await more())) throw new HostError('xlsx/damaged', { part });
    }
  };
  /** Position behind a comment, an instruction or CDATA that begins here; `at` when none does. */
  const skipped = async (at: number): Promise<number> => {
    while (buffer.length < at + 9 && (await more()));
    if (buffer.startsWith('<!--', at)) return behind('-->', at + 4);
    if (buffer.startsWith('<![CDATA[', at)) return behind(']]>', at);
    return buffer.startsWith('<?', at) ? behind('?>', at) : at;
  };

  let endTag = '';
  for (let at = 0; endTag === '';) {
    const start = (await behind('<', at)) - 1;
    at = await skipped(start);
    if (at > start) continue;
    while (tagEnd(buffer, start + 1) < 0) if (!(await more())) throw new HostError('xlsx/damaged', { part });
    at = tagEnd(buffer, start + 1) + 1;
    const name = /^<((?:[^\s/>:]+:)?sheetData)[\s/>]/.exec(buffer.slice(start, start + 200))?.[1];
    if (name === undefined) continue;
    yield { zone: 'head', text: buffer.slice(0, start) };
    const closed = buffer[at - 2] === '/';
    yield { zone: 'data', text: buffer.slice(start, at) };
    buffer = buffer.slice(at);
    if (closed) break;
    endTag = `</${name}`;
  }
  for (let inRows = endTag !== ''; inRows;) {
    const end = buffer.indexOf(endTag);
    const special = buffer.indexOf('<!');
    if (special >= 0 && (end < 0 || special < end)) {
      const at = await skipped(special);
      if (at === special) throw new HostError('xlsx/damaged', { part });
      yield { zone: 'data', text: buffer.slice(0, at) };
      buffer = buffer.slice(at);
    } else if (end >= 0) {
      const at = await behind('>', end);
      yield { zone: 'data', text: buffer.slice(0, at) };
      buffer = buffer.slice(at);
      inRows = false;
    } else {
      // The end tag may have begun.
      const safe = betweenCharacters(buffer, Math.max(0, buffer.length - endTag.length));
      if (safe > 0) yield { zone: 'data', text: buffer.slice(0, safe) };
      buffer = buffer.slice(safe);
      if (!(await more())) throw new HostError('xlsx/damaged', { part });
    }
  }
  while (await more());
  yield { zone: 'tail', text: buffer };
}

/** The part with its rows left out: `<sheetData/>` stands for them. */
export async function frameOf(zones: AsyncIterable<Zone>): Promise<string> {
  let frame = '';
  for await (const { zone, text } of zones) {
    if (zone !== 'data') frame += zone === 'head' ? `${text}<sheetData/>` : text;
  }
  return frame;
}

/** Rewrites what stands behind the rows; `edit` is given the frame, and changes nothing of its head. */
export function rewriteTail(part: string, edit: (frame: string) => string): (pieces: Pieces) => Pieces {
  return async function* rewritten(pieces) {
    const encoder = new TextEncoder();
    let head = '';
    for await (const { zone, text } of sheetZones(pieces, part)) {
      if (zone === 'head') head = `${text}<sheetData/>`;
      if (zone !== 'tail') yield encoder.encode(text);
      else yield encoder.encode(edit(head + text).slice(head.length));
    }
  };
}
