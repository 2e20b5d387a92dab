/** The sheet part as it is written: rows pass as they are but for those that are moved or written into. */
import { HostError } from '../../../../app/ports';
import type { Area } from '../../../../core/model/area';
import { address } from '../../../../core/model/address';
import type { Limits } from '../../package/zip';
import type { StyleTable } from '../context';
import { openTag, splitCells, type Segment } from './cells';
import { isIdle, writtenCell, type CellWrite } from './cell-write';
import { editedRows, type Writes } from './edited-rows';
import { inheritedFormat, readColumnFormats, withDimension } from './head';
import { RowMover, type MoveContext } from './move-rows';
import { Orphans } from './shared-formulas';
import { readSheet, type RowPiece } from './sheet-stream';
import { withSpans } from './spans';
import { attributeOf, withAttribute } from './xml-text';

export interface SheetPlan {
  readonly part: string;
  readonly limits: Limits;
  readonly date1904: boolean;
  readonly styles: Pick<StyleTable, 'isDate' | 'dated'>;
  readonly writes: Writes;
  /** What the writes fill. */
  readonly written: Area | null;
  /** Rows are taken out. */
  readonly move?: Omit<MoveContext, 'prefix'>;
  /** What stands behind the rows, changed; undefined: it stays. */
  readonly tail?: (tail: string) => string;
}

/** Characters handed on at a time. */
const CHUNK = 1 << 16;

/** The row's tag with at least this height; a row that is higher keeps its own. */
function withHeight(open: string, points: number): string {
  if (points === 0 || Number(attributeOf(open, 'ht') ?? 0) >= points) return open;
  return withAttribute(withAttribute(open, 'ht', points), 'customHeight', 1);
}

/** One row with cells written into it; undefined where nothing of it is left and nothing was. */
function writtenRow(piece: RowPiece | undefined, row: number, writes: readonly CellWrite[], prefix: string, columns: ReturnType<typeof readColumnFormats>, plan: SheetPlan, orphans: Orphans): RowPiece | undefined {
  const { date1904, styles, part } = plan;
  const segments = piece === undefined ? [] : splitCells(piece.content, prefix, part, row);
  const old = new Map(segments.map(({ column, xml }) => [column, xml]));
  const due = writes.filter((write) => !isIdle(write, old.get(write.column), prefix));
  for (const { column, keepFormula } of due) if (keepFormula !== true) orphans.leave(old.get(column) ?? '', prefix, row, column);
  const written = new Map(due.map((write) => [write.column, writtenCell(write, old.get(write.column), {
    prefix, row, date1904, styles, inherited: inheritedFormat(columns, piece?.open, write.column),
  })]));
  if (due.length === 0 && orphans.size === 0) return piece;
  // Cells without a place of their own are counted: once some come or go, each must say where it is.
  const counted = [...written].some(([column, xml]) => old.has(column) !== (xml !== ''));
  const place = ({ column, xml }: Segment): string => {
    const open = openTag(xml);
    return !counted || attributeOf(open, 'r') !== undefined ? xml : withAttribute(open, 'r', address(row, column), 'first') + xml.slice(open.length);
  };
  const waiting = [...written.keys()].filter((column) => !old.has(column));
  let content = '';
  const before = (column: number): void => {
    for (let next = waiting[0]; next !== undefined && next < column; next = waiting[0]) {
      content += written.get(next) ?? '';
      waiting.shift();
    }
  };
  let last = segments.length - 1;
  while ((segments[last]?.column ?? 1) === 0) last--;
  segments.forEach((segment, i) => {
    if (segment.column > 0) before(segment.column);
    else if (i > last) before(Infinity);
    const own = segment.column === 0 ? undefined : written.get(segment.column);
    const xml = own ?? (segment.column === 0 || orphans.size === 0 ? segment.xml : orphans.adopt(segment.xml, prefix, row, segment.column));
    content += segment.column === 0 || xml === '' ? xml : place({ ...segment, xml });
  });
  before(Infinity);
  const height = Math.max(0, ...due.map((write) => write.height ?? 0));
  if (piece === undefined) return content === '' ? undefined : { row, before: '', open: withHeight(`<${prefix}row r="${row}">`, height), content, close: `</${prefix}row>` };
  if (content === piece.content) return piece;
  const filled = [...written].filter(([, xml]) => xml !== '').map(([column]) => column);
  const open = withHeight(withSpans(piece.open, filled), height);
  return content === '' || piece.close !== '' ? { ...piece, open, content } : { ...piece, open: open.replace(/\s*\/>$/, '>'), content, close: `</${prefix}row>` };
}

export async function* rewriteSheet(pieces: AsyncIterable<Uint8Array>, plan: SheetPlan): AsyncGenerator<Uint8Array> {
  const { part, limits, writes } = plan;
  const edits = editedRows(writes);
  let edit = edits.next();
  const orphans = new Orphans();
  const encoder = new TextEncoder();
  let mover: RowMover | undefined;
  let [prefix, data, out, tail] = ['', '', '', ''];
  let columns: ReturnType<typeof readColumnFormats> = [];
  let previous = 0;
  let ended = false;

  const emit = (piece: RowPiece): void => {
    if (data.endsWith('/>')) {
      out += data.replace(/\s*\/>$/, '>');
      data = `</${prefix}sheetData>`;
    }
    // A row without a number is counted from the one before.
    const open = piece.row !== previous + 1 && attributeOf(piece.open, 'r') === undefined ? withAttribute(piece.open, 'r', piece.row, 'first') : piece.open;
    out += piece.before + open + piece.content + piece.close;
    previous = piece.row;
  };
  const writeUpTo = (row: number): void => {
    for (; edit.done !== true && edit.value.row < row; edit = edits.next()) {
      const made = writtenRow(undefined, edit.value.row, edit.value.writes, prefix, columns, plan, orphans);
      if (made !== undefined) emit(made);
    }
  };
  const place = (piece: RowPiece): void => {
    writeUpTo(piece.row);
    const own = edit.done !== true && edit.value.row === piece.row ? edit.value.writes : [];
    if (own.length > 0) edit = edits.next();
    orphans.pass(piece.row);
    const touched = own.length > 0 || (orphans.size > 0 && piece.content.includes('shared'));
    const row = touched ? writtenRow(piece, piece.row, own, prefix, columns, plan, orphans) : piece;
    if (row !== undefined) emit(row);
  };
  const finish = (): void => {
    if (ended) return;
    ended = true;
    mover?.finish().forEach(place);
    writeUpTo(Infinity);
    // Of a `<sheetData/>` either the tag itself is left to write, or, once rows came, its end.
    out += data.endsWith('/>') || data.startsWith('</') ? data : '';
  };

  const enough = (): boolean => mover === undefined && edit.done === true && orphans.size === 0 && plan.tail === undefined;
  for await (const piece of readSheet(pieces, part, { limits, enough })) {
    if (piece.kind === 'head') {
      ({ prefix, data } = piece);
      columns = readColumnFormats(piece.text);
      mover = plan.move === undefined ? undefined : new RowMover({ ...plan.move, prefix });
      out += withDimension(piece.text, plan.written) + (data.endsWith('/>') ? '' : data);
    } else if (piece.kind === 'rows') {
      for (const row of piece.rows) {
        if (mover === undefined) place(row);
        else for (const moved of mover.push(row)) place(moved);
      }
    } else {
      finish();
      if (plan.tail === undefined) out += piece.text;
      else tail += piece.text;
      if (tail.length > limits.maxPartBytes) throw new HostError('xlsx/too-large', { part, size: tail.length, limit: limits.maxPartBytes });
    }
    if (out.length > CHUNK) {
      yield encoder.encode(out);
      out = '';
    }
  }
  yield encoder.encode(out + (plan.tail === undefined ? '' : plan.tail(tail)));
}
