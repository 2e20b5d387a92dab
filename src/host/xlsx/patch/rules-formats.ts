/** Number formats of cells and columns; the rest of their looks stays. The sheet is read once for the formats that are there, and changed while it is written. */
import { MAX_ROW } from '../../../core/model/address';
import { areaOf, type Area } from '../../../core/model/area';
import type { RulesPatch } from '../../../core/model/workbook-patch';
import type { Limits } from '../package/zip';
import { readSheet, type RowPiece } from './sheet/sheet-stream';
import { openTag, splitCells } from './sheet/cells';
import { allElements, applyChanges, attributeOf, elementsOf, withAttribute, type Change } from './sheet/xml-text';
import type { WorkbookEdit } from './workbook-edit';

interface Wanted {
  readonly area: Area;
  readonly format: string;
}

interface ColumnFormat {
  readonly column: number;
  readonly format: string;
}

type StyleOf = (style: number, format: string) => number;

/** Throws HostError `xlsx/damaged`, `xlsx/too-large`. */
export async function patchFormats({ parts, styles, limits }: WorkbookEdit, part: string, formats: NonNullable<RulesPatch['formats']>): Promise<void> {
  const wanted = formats.flatMap(({ ref, format }): readonly Wanted[] => {
    const area = areaOf(ref);
    return area === null ? [] : [{ area, format }];
  });
  // All formats are asked for before the part of the styles is written.
  const known = new Map<string, number>();
  const styleOf: StyleOf = (style, format) => {
    const key = `${style} ${format}`;
    const found = known.get(key) ?? styles.formatted(style, format);
    known.set(key, found);
    return found;
  };
  const survey = rewritten(parts.pieces(part), part, limits, wanted, styleOf)[Symbol.asyncIterator]();
  // oxlint-disable-next-line no-await-in-loop -- a stream
  while ((await survey.next()).done !== true);
  parts.rewrite(part, async function* formatted(pieces) {
    const encoder = new TextEncoder();
    for await (const text of rewritten(pieces, part, limits, wanted, styleOf)) yield encoder.encode(text);
  });
}

async function* rewritten(pieces: AsyncIterable<Uint8Array>, part: string, limits: Limits, wanted: readonly Wanted[], styleOf: StyleOf): AsyncGenerator<string> {
  const last = wanted.reduce((most, { area }) => Math.max(most, area.bottom), 0);
  let prefix = '';
  let done = 0;
  for await (const piece of readSheet(pieces, part, { limits, enough: () => done >= last })) {
    if (piece.kind === 'tail') yield piece.text;
    else if (piece.kind === 'head') {
      ({ prefix } = piece);
      yield withColumns(piece.text, wanted, styleOf, prefix) + piece.data;
    } else {
      yield piece.rows.map((row) => rowText(row, prefix, part, wanted, styleOf)).join('');
      done = piece.rows.at(-1)?.row ?? done;
    }
  }
}

function rowText({ row, before, open, content, close }: RowPiece, prefix: string, part: string, wanted: readonly Wanted[], styleOf: StyleOf): string {
  const here = wanted.filter(({ area }) => row >= area.top && row <= area.bottom);
  const cells = here.length === 0 || content === '' ? content : splitCells(content, prefix, part, row).map(({ column, xml }) => {
    const one = column === 0 ? undefined : here.find(({ area }) => column >= area.left && column <= area.right);
    if (one === undefined) return xml;
    const tag = openTag(xml);
    const style = Number(attributeOf(tag, 's') ?? 0);
    const now = styleOf(style, one.format);
    return now === style ? xml : withAttribute(tag, 's', now) + xml.slice(tag.length);
  }).join('');
  return before + open + cells + close;
}

/** Columns whose ranges reach the last row, each once, from the left; of several ranges the first holds, as it does for cells. */
function wholeColumns(wanted: readonly Wanted[]): readonly ColumnFormat[] {
  const formats = new Map<number, string>();
  for (const { area, format } of wanted) {
    for (let column = area.left; area.bottom === MAX_ROW && column <= area.right; column++) if (!formats.has(column)) formats.set(column, format);
  }
  return [...formats].map(([column, format]) => ({ column, format })).sort((a, b) => a.column - b.column);
}

/** Columns whose cells all belong to a range; those that share an element with others get one of their own. */
function withColumns(head: string, wanted: readonly Wanted[], styleOf: StyleOf, prefix: string): string {
  const columns = wholeColumns(wanted);
  if (columns.length === 0) return head;
  const nodes = [...allElements(elementsOf(head))];
  const changes: Change[] = [];
  const held = new Set<number>();
  for (const { start, end, openEnd } of nodes.filter(({ name }) => name === 'col')) {
    const tag = head.slice(start, openEnd);
    const [min, max] = [Number(attributeOf(tag, 'min')), Number(attributeOf(tag, 'max'))];
    const mine = columns.filter(({ column }) => column >= min && column <= max);
    for (const { column } of mine) held.add(column);
    const style = Number(attributeOf(tag, 'style') ?? 0);
    if (mine.every(({ format }) => styleOf(style, format) === style)) continue;
    const closed = tag.endsWith('/>') ? tag : tag.replace(/>$/, '/>');
    const piece = (from: number, to: number, look: number): string => (from > to ? '' : withAttribute(withAttribute(withAttribute(closed, 'min', from), 'max', to), 'style', look));
    let next = min;
    let text = '';
    for (const { column, format } of mine) {
      text += piece(next, column - 1, style) + piece(column, column, styleOf(style, format));
      next = column + 1;
    }
    changes.push({ start, end, text: text + piece(next, max, style) });
  }
  const missing = columns.filter(({ column }) => !held.has(column));
  return withNewColumns(applyChanges(head, changes), missing, styleOf, prefix);
}

/**
 * What a column is wide that the sheet says nothing of: written out, since programs do not agree on a column without a
 * width. Characters of seven pixels with five for the edges, up to whole eights of pixels (ISO/IEC 29500-1, 18.3.1.81 and 18.3.1.13).
 */
function defaultWidth(head: string): number {
  const format = [...allElements(elementsOf(head))].find(({ name }) => name === 'sheetFormatPr');
  const tag = format === undefined ? '' : head.slice(format.start, format.openEnd);
  const said = Number(attributeOf(tag, 'defaultColWidth') ?? NaN);
  if (Number.isFinite(said) && said >= 0) return said;
  const characters = Number(attributeOf(tag, 'baseColWidth') ?? 8);
  const pixels = Math.ceil(((Number.isFinite(characters) ? characters : 8) * 7 + 5) / 8) * 8;
  return Math.trunc((pixels / 7) * 256) / 256;
}

/** Columns that the sheet says nothing of yet. */
function withNewColumns(head: string, missing: readonly ColumnFormat[], styleOf: StyleOf, prefix: string): string {
  if (missing.length === 0) return head;
  const width = defaultWidth(head);
  const tag = (column: number, format: string): string => `<${prefix}col min="${column}" max="${column}" width="${width}" style="${styleOf(0, format)}"/>`;
  const list = [...allElements(elementsOf(head))].find(({ name }) => name === 'cols');
  if (list === undefined) return `${head}<${prefix}cols>${missing.map(({ column, format }) => tag(column, format)).join('')}</${prefix}cols>`;
  const places = list.children.map((node) => ({ start: node.start, min: Number(attributeOf(head.slice(node.start, node.openEnd), 'min')) }));
  return applyChanges(head, [...new Set(missing.map(({ column }) => places.find(({ min }) => min > column)?.start ?? list.closeStart))].map((at) => ({
    start: at, end: at, text: missing.filter(({ column }) => (places.find(({ min }) => min > column)?.start ?? list.closeStart) === at).map(({ column, format }) => tag(column, format)).join(''),
  })));
}
