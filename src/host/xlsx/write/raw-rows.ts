/**
 * The rows of a sheet, streamed as XML: those that exceljs laid out, and the raw rows put among them straight from their
 * blocks. Raw text is written as inline strings, so that no table of shared strings has to be kept.
 */
import { columnLetters, columnNumber } from '../../../core/model/address';
import { BLANK, BOOLEAN, ERROR, NUMBER, type Block, type Column } from '../../../core/model/block';
import type { RawRowsSpec } from '../../../core/model/sheet-spec';
import { HostError } from '../../../app/ports';
import { escapeXml, MAX_CELL_TEXT, textElement } from './text';

/** Characters per chunk handed to the compressor. */
const CHUNK = 1 << 18;

interface LaidOut {
  readonly start: string;
  readonly cells: ReadonlyMap<number, string>;
}

/** Rows of a `<sheetData>` that exceljs wrote. */
function laidOut(sheetData: string): ReadonlyMap<number, LaidOut> {
  const rows = new Map<number, LaidOut>();
  for (const row of sheetData.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/gs)) {
    const start = row[0].slice(0, row[0].indexOf('>') + 1).replace(/ spans="[^"]*"/, '').replace(/\/>$/, '>');
    const cells = [...(row[2] ?? '').matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>.*?<\/c>)/gs)].map((cell) => [columnNumber(cell[1] ?? ''), cell[0]] as const);
    rows.set(Number(row[1]), { start, cells: new Map(cells) });
  }
  return rows;
}

/** Style attribute of each column (index 0 = A) from the `<cols>` that exceljs wrote. */
export function columnStyles(cols: string, count: number): readonly string[] {
  const styles = Array.from({ length: count }, () => '');
  for (const [tag] of cols.matchAll(/<col [^>]*>/g)) {
    const value = (name: string): string | undefined => new RegExp(` ${name}="(\\d+)"`).exec(tag)?.[1];
    const style = value('style');
    if (style === undefined) continue;
    for (let column = Number(value('min')); column <= Math.min(Number(value('max')), count); column++) styles[column - 1] = ` s="${style}"`;
  }
  return styles;
}

interface Target {
  readonly letters: string;
  readonly style: string;
  readonly key: string;
}

function cellXml(sheet: string, target: Target, column: Column, index: number, row: number): string {
  const kind = column.kind[index];
  const start = `<c r="${target.letters}${row}"${target.style}`;
  if (kind === NUMBER) {
    const value = column.number[index] ?? 0;
    if (!Number.isFinite(value)) throw new HostError('xlsx/not-finite', { sheet, cell: `${target.letters}${row}` });
    return `${start}><v>${value}</v></c>`;
  }
  const text = column.text[index] ?? '';
  if (kind === BOOLEAN) return `${start} t="b"><v>${text === 'TRUE' ? 1 : 0}</v></c>`;
  if (kind === ERROR) return `${start} t="e"><v>${escapeXml(text)}</v></c>`;
  if (text.length > MAX_CELL_TEXT) throw new HostError('xlsx/text-too-long', { sheet, cell: `${target.letters}${row}`, length: text.length, limit: MAX_CELL_TEXT });
  return `${start} t="inlineStr"><is>${textElement(text)}</is></c>`;
}

/** One row: raw cells, and the laid-out cells beside them; a raw cell that holds something wins. '' when there is nothing. */
function rowXml(sheet: string, row: number, targets: readonly Target[], block: Block, index: number, under: LaidOut | undefined): string {
  let xml = '';
  const raw = new Map<number, string>();
  for (let c = 0; c < targets.length; c++) {
    const target = targets[c];
    const column = target === undefined ? undefined : block.columns[target.key];
    if (target === undefined || column === undefined || (column.kind[index] ?? BLANK) === BLANK) continue;
    const cell = cellXml(sheet, target, column, index, row);
    if (under === undefined) xml += cell;
    else raw.set(c + 1, cell);
  }
  if (under === undefined) return xml === '' ? '' : `<row r="${row}">${xml}</row>`;
  const all = [...new Map([...under.cells, ...raw])];
  all.sort(([a], [b]) => a - b);
  return `${under.start}${all.map(([, cell]) => cell).join('')}</row>`;
}

/** `<sheetData>` in chunks. Blocks must follow each other downwards. Throws HostError naming sheet and cell for text that no cell can hold. */
export function* sheetDataChunks(sheet: string, sheetData: string, raw: RawRowsSpec, styles: readonly string[]): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const rows = laidOut(sheetData);
  const waiting = [...rows.keys()];
  waiting.sort((a, b) => a - b);
  const targets = raw.keys.map((key, c) => ({ key, letters: columnLetters(c + 1), style: styles[c] ?? '' }));
  let next = 0;
  let xml = '<sheetData>';
  const flushBefore = (row: number): void => {
    for (; (waiting[next] ?? Infinity) < row; next++) {
      const found = rows.get(waiting[next] ?? 0);
      if (found !== undefined) xml += `${found.start}${[...found.cells.values()].join('')}</row>`;
    }
  };
  let last = raw.firstRow - 1;
  for (const block of raw.blocks) {
    if (block.firstRow <= last) throw new RangeError(`${sheet}: block at row ${block.firstRow} after row ${last}`);
    for (let i = 0; i < block.length; i++) {
      const row = block.firstRow + i;
      flushBefore(row);
      const under = waiting[next] === row ? rows.get(row) : undefined;
      if (under !== undefined) next++;
      xml += rowXml(sheet, row, targets, block, i, under);
      if (xml.length > CHUNK) {
        yield encoder.encode(xml);
        xml = '';
      }
    }
    last = block.firstRow + block.length - 1;
  }
  flushBefore(Infinity);
  yield encoder.encode(`${xml}</sheetData>`);
}

/** The last row that the blocks reach, `firstRow - 1` when there are none. */
export function lastRawRow(raw: RawRowsSpec): number {
  const last = raw.blocks.at(-1);
  return last === undefined ? raw.firstRow - 1 : last.firstRow + last.length - 1;
}
