/**
 * Sheets made by the generator, ready to be put into a workbook that people own: their formats in terms of its styles, their
 * shared texts written into the cells, their ids of relationships those of the new place.
 */
import { HostError, type Gzip } from '../../../app/ports';
import type { SheetSpec } from '../../../core/model/sheet-spec';
import { SHIFT_1904 } from '../../../core/model/date-system';
import { bytesSource } from '../package/bytes-source';
import { editPackage } from '../package/package-edit';
import { openZip } from '../package/zip-reader';
import { DEFAULT_LIMITS } from '../package/zip';
import { writeWorkbook } from '../write/workbook';
import type { Dialect } from './dialect';
import { linksOf, type Link } from './links';
import { frameOf, sheetZones, type Zone } from './sheet-frame';
import type { AdoptedStyles, WorkbookStyles } from './style-table';
import { childrenOf, parseXml, withPrefix } from './xml-edit';

type Pieces = AsyncIterable<Uint8Array>;

export interface GeneratedSheet {
  readonly spec: SheetSpec;
  readonly links: readonly Link[];
  /** The sheet's part in its new place, by how its ids of relationships are called there. A stream that can be asked for again. */
  part(ids: ReadonlyMap<string, string>): Pieces;
  /** The part without its rows, elements under `prefix`; and `<sheetData>` alone. */
  frame(prefix: string): Promise<string>;
  rows(prefix: string): Pieces;
  /** Another part of it as text. */
  text(path: string): Promise<string>;
}

interface Remapping {
  readonly styles: AdoptedStyles;
  /** What is within `<si>`. */
  readonly texts: readonly string[];
  readonly ids: ReadonlyMap<string, string>;
  readonly prefix: string;
  readonly dialect: Dialect;
  readonly isDate: ((style: number) => boolean) | null;
}

/** No limits for what we made ourselves. */
const NO_LIMITS = { ...DEFAULT_LIMITS, maxEntryBytes: Infinity, maxTotalBytes: Infinity, maxRatio: Infinity, maxPartBytes: Infinity };

/** In rows: the format of a row or cell, and a cell's shared text. Texts and formulas hold no `"` that is not escaped. */
const IN_ROWS = / s="(\d+)"| t="s"><v>(\d+)<\/v>/g;
const AROUND_ROWS = /<(col|cfRule|legacyDrawing|tablePart|sheetView) ([^>]*)>/g;

const NUMBERS = /<c ([^>]*)>(<f[^>]*>[^<]*<\/f>)?<v>([^<]*)<\/v>/g;
const DATE_RULES = /<dataValidation [^>]*type="date"[^>]*>.*?<\/dataValidation>/g;

/** Dates of cells, cached ones included, in a workbook that counts from 1904. Formats are those of this workbook already. */
function datesSince1904(xml: string, isDate: (style: number) => boolean): string {
  return xml.replace(NUMBERS, (whole, attributes: string, formula: string | undefined, value: string) => {
    const style = / s="(\d+)"/.exec(attributes)?.[1];
    return attributes.includes(' t="') || style === undefined || !isDate(Number(style)) ? whole : `<c ${attributes}>${formula ?? ''}<v>${Number(value) - SHIFT_1904}</v>`;
  });
}

/** The same for cell rules over dates. */
function rulesSince1904(xml: string): string {
  return xml.replace(DATE_RULES, (rule) => rule.replace(/(<formula\d>)(\d+)(?=<)/g, (_, open: string, value: string) => `${open}${Math.max(0, Number(value) - SHIFT_1904)}`));
}

/** The extension's namespace may be unknown in the new place; what it says, Excel finds itself. */
const withoutExtension = (xml: string): string => xml.replace(/ x14ac:dyDescent="[^"]*"/g, '');

function remapRows(xml: string, { styles, texts, prefix, isDate }: Remapping): string {
  const placed = withoutExtension(xml).replace(IN_ROWS, (_, style: string | undefined, text: string) =>
    (style === undefined ? ` t="inlineStr"><is>${texts[Number(text)] ?? ''}</is>` : ` s="${styles.cell(Number(style))}"`));
  return withPrefix(isDate === null ? placed : datesSince1904(placed, isDate), prefix);
}

function remapFrame(xml: string, { styles, ids, prefix, dialect, isDate }: Remapping): string {
  const placed = dialect.translate(withoutExtension(xml)).replace(AROUND_ROWS, (_, name: string, attributes: string) => {
    let tag = attributes;
    if (name === 'col') tag = tag.replace(/ style="(\d+)"/, (__, index: string) => ` style="${styles.cell(Number(index))}"`);
    else if (name === 'cfRule') tag = tag.replace(/dxfId="(\d+)"/, (__, index: string) => `dxfId="${styles.differential(Number(index))}"`);
    else if (name === 'sheetView') tag = tag.replace(/tabSelected="1" ?/, '');
    else tag = tag.replace(/r:id="([^"]*)"/, (__, id: string) => `r:id="${ids.get(id) ?? id}"`);
    return `<${name} ${tag}>`;
  });
  return withPrefix(isDate === null ? placed : rulesSince1904(placed), prefix);
}

/** Zones as the generator wrote them, put into their new place; rows in pieces that end before a row. */
async function* remapped(pieces: Pieces, part: string, remapping: Remapping): AsyncGenerator<Zone> {
  let rows = '';
  for await (const { zone, text } of sheetZones(pieces, part)) {
    if (zone === 'data') {
      rows += text;
      const cut = rows.lastIndexOf('<row ');
      if (cut <= 0) continue;
      yield { zone, text: remapRows(rows.slice(0, cut), remapping) };
      rows = rows.slice(cut);
      continue;
    }
    if (zone === 'tail') yield { zone: 'data', text: remapRows(rows, remapping) };
    yield { zone, text: remapFrame(text, remapping) };
  }
}

/** The zones as bytes; all, or rows alone. */
async function* encoded(zones: AsyncIterable<Zone>, all: boolean): Pieces {
  const encoder = new TextEncoder();
  for await (const { zone, text } of zones) if (all || zone === 'data') yield encoder.encode(text);
}

/** The workbook that the sheets go into. */
export interface Place {
  readonly styles: WorkbookStyles;
  readonly dialect: Dialect;
  readonly gzip: Gzip;
  readonly date1904: boolean;
}

/** Sheets of the specs, in their order. Throws what `writeWorkbook` throws. */
export async function generateSheets(specs: readonly SheetSpec[], enterpriseName: string, { styles: workbookStyles, dialect, gzip, date1904 }: Place): Promise<readonly GeneratedSheet[]> {
  const [first] = specs;
  if (first === undefined) return [];
  // Hidden sheets too: the generator wants a visible one to open with, the tab's state is the caller's, and so are charts.
  const sheets = specs.map((spec): SheetSpec => ({ ...spec, state: 'visible', charts: [] }));
  const bytes = await writeWorkbook({ sheets, names: [], title: '', active: first.name, enterpriseName });
  const zip = await openZip(bytesSource(bytes), gzip, NO_LIMITS);
  const parts = editPackage(zip, gzip);
  const styles = workbookStyles.adopt(await parts.text('xl/styles.xml'));
  const shared = parts.has('xl/sharedStrings.xml') ? await parts.text('xl/sharedStrings.xml') : '<sst/>';
  const texts = childrenOf(parseXml(shared, 'xl/sharedStrings.xml'), 'si').map((si) => shared.slice(si.innerStart, si.innerEnd));
  return Promise.all(specs.map(async (spec, i) => {
    const path = `xl/worksheets/sheet${i + 1}.xml`;
    if (!parts.has(path)) throw new HostError('xlsx/damaged', { part: path });
    const zones = (ids: ReadonlyMap<string, string>, prefix: string): AsyncIterable<Zone> =>
      remapped(zip.pieces(path), path, { styles, texts, ids, prefix, dialect, isDate: date1904 ? (style) => workbookStyles.isDate(style) : null });
    return {
      spec,
      links: await linksOf(parts, path),
      part: (ids: ReadonlyMap<string, string>) => encoded(zones(ids, ''), true),
      frame: async (prefix: string) => frameOf(zones(new Map(), prefix)),
      rows: (prefix: string) => encoded(zones(new Map(), prefix), false),
      text: async (other: string) => dialect.translate(await parts.text(other)),
    };
  }));
}
