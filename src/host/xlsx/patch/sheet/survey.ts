/** The first reading of a sheet that will be patched: where its list ends, and what stands in the way. Nothing of it is kept but that. */
import { HostError } from '../../../../app/ports';
import { rangeOf, type Area } from '../../../../core/model/area';
import { address } from '../../../../core/model/address';
import type { Limits } from '../../package/zip';
import { formulaOf, isBlankCell, openTag, splitCells, type Segment } from './cells';
import { isRemoved, removedAbove, type Run } from './list-rows';
import { Sharing } from './shared-formulas';
import { readSheet, type RowPiece } from './sheet-stream';
import { attributeOf } from './xml-text';

export interface ListQuestion {
  readonly header: number;
  readonly left: number;
  readonly right: number;
  /** The list reaches at least as far. */
  readonly known: number;
  /** Which rows under that are its rows: those that follow without a gap, all, or none. */
  readonly further: 'adjoining' | 'all' | 'none';
  readonly removed: readonly Run[] | 'all';
  /** Where appended rows begin; Infinity without any. */
  readonly filledFrom: number;
  /** An appended row has a value for this cell of the sheet as it will be. */
  readonly fills: (row: number, column: number) => boolean;
}

export interface Question {
  readonly part: string;
  readonly limits: Limits;
  readonly list?: ListQuestion;
  /** Rows (of the sheet as it is) that `look` is shown. */
  readonly rows: ReadonlySet<number>;
  /** `open` is the row's start tag; cells by column. */
  readonly look: (row: number, open: string, cells: ReadonlyMap<number, string>, head: { readonly text: string; readonly prefix: string }) => void;
  /** Multi-cell array formulas at or below this row are asked for, up to `lastRow`. */
  readonly firstRow: number;
  readonly lastRow: number;
}

export interface LastRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, string>;
  readonly formulas: ReadonlyMap<number, string>;
}

export interface Survey {
  readonly prefix: string;
  readonly head: string;
  /** From the end of the rows on. */
  readonly tail: string;
  /** Array formulas and data tables over more than one cell. */
  readonly arrays: readonly Area[];
  readonly anyFormula: boolean;
  /** Last row of the list; its header where it has none. */
  readonly end: number;
  readonly hasHeader: boolean;
  /** First cell under the list that is not blank. */
  readonly below?: string;
  /** First cell with a formula that an appended value would replace, in a row that is blank to who reads values only. */
  readonly covered?: string;
  /** The list's last row that stays, else its last. */
  readonly last?: LastRow;
}

const SPREAD = /array|dataTable/;

export async function surveySheet(pieces: AsyncIterable<Uint8Array>, question: Question): Promise<Survey> {
  const { part, list, limits } = question;
  let [prefix, head, tail] = ['', '', ''];
  const arrays: Area[] = [];
  const sharing = new Sharing();
  let end = list?.header ?? 0;
  let [anyFormula, hasHeader, lastStays] = [false, false, false];
  let [below, covered]: (string | undefined)[] = [];
  let last: RowPiece | undefined;

  function lookAtList(piece: RowPiece, asked: ListQuestion): void {
    const { row } = piece;
    const first = firstFilled(piece, asked, prefix, part);
    if (first === undefined) return;
    if (row === asked.header) hasHeader = true;
    if (row <= asked.header) return;
    const belongs = row <= asked.known || asked.further === 'all' || (asked.further === 'adjoining' && row === Math.max(end, asked.known) + 1);
    if (!belongs) {
      below ??= address(row, first);
      return;
    }
    end = row;
    const stays = asked.removed !== 'all' && !isRemoved(asked.removed, row);
    if (lastStays && !stays) return;
    lastStays = stays;
    last = piece;
  }

  for await (const event of readSheet(pieces, part, { limits })) {
    if (event.kind === 'head') [prefix, head] = [event.prefix, event.text];
    else if (event.kind === 'tail') {
      tail += event.text;
      if (tail.length > limits.maxPartBytes) throw new HostError('xlsx/too-large', { part, size: tail.length, limit: limits.maxPartBytes });
    } else {
      for (const piece of event.rows) {
        const { row, content } = piece;
        if (list !== undefined) lookAtList(piece, list);
        const asked = question.rows.has(row);
        const formulas = content.includes(`<${prefix}f`);
        if (!asked && !formulas) continue;
        anyFormula ||= formulas;
        if (list !== undefined && formulas) covered ??= coveredFormula(piece, list, prefix, part);
        const spread = formulas && row <= question.lastRow && SPREAD.test(content);
        const shared = list !== undefined && formulas && content.includes('shared');
        if (!asked && !spread && !shared) continue;
        const segments = splitCells(content, prefix, part, row).filter(({ column }) => column > 0);
        if (asked) question.look(row, piece.open, new Map(segments.map(({ column, xml }) => [column, xml])), { text: head, prefix });
        if (spread) addArrays(segments, prefix, question.firstRow, arrays);
        if (shared) for (const { column, xml } of segments) sharing.textOf(xml, prefix, row, column);
      }
    }
  }
  return { prefix, head, tail, arrays, anyFormula, end, hasHeader, ...(below === undefined ? {} : { below }), ...(covered === undefined ? {} : { covered }), ...(last === undefined || list === undefined ? {} : { last: lastRow(last, list, sharing, prefix, part) }) };
}

function lastRow({ row, content }: RowPiece, { left, right }: ListQuestion, sharing: Sharing, prefix: string, part: string): LastRow {
  const segments = splitCells(content, prefix, part, row).filter(({ column }) => column >= left && column <= right);
  const formulas = segments.flatMap(({ column, xml }) => {
    const text = sharing.textOf(xml, prefix, row, column);
    return text === undefined ? [] : [[column, text] as const];
  });
  return { row, cells: new Map(segments.map(({ column, xml }) => [column, xml])), formulas: new Map(formulas) };
}

/** Column of the first cell of the row inside the list that is not blank. */
function firstFilled({ row, content }: RowPiece, { left, right }: ListQuestion, prefix: string, part: string): number | undefined {
  if (content === '') return undefined;
  const filled = ({ column, xml }: Segment): boolean => column >= left && column <= right && !isBlankCell(xml, prefix);
  const last = splitCells(content, prefix, part, row, filled).at(-1);
  return last !== undefined && filled(last) ? last.column : undefined;
}

function coveredFormula({ row, content }: RowPiece, { header, left, right, removed, filledFrom, fills }: ListQuestion, prefix: string, part: string): string | undefined {
  if (row <= header || removed === 'all' || isRemoved(removed, row)) return undefined;
  const after = row - removedAbove(removed, row);
  if (after < filledFrom) return undefined;
  let first: string | undefined;
  for (const { column, xml } of splitCells(content, prefix, part, row)) {
    if (column < left || column > right) continue;
    const formula = formulaOf(xml, prefix);
    // Who wrote over a row with values knew of it.
    if (!isBlankCell(formula === undefined ? xml : xml.slice(0, formula.start) + xml.slice(formula.end), prefix)) return undefined;
    if (formula !== undefined && fills(after, column)) first ??= address(row, column);
  }
  return first;
}

function addArrays(segments: readonly Segment[], prefix: string, firstRow: number, arrays: Area[]): void {
  for (const { xml } of segments) {
    const formula = formulaOf(xml, prefix);
    if (formula === undefined || !SPREAD.test(attributeOf(openTag(formula.open), 't') ?? '')) continue;
    const area = rangeOf(attributeOf(formula.open, 'ref') ?? '');
    if (area !== null && area.bottom >= firstRow && (area.top < area.bottom || area.left < area.right)) arrays.push(area);
  }
}
