/**
 * Rows of a list taken out while the sheet streams by. A row's list cells come to stand in a row that was read earlier, so
 * rows wait without their list cells until it is known what comes into them: as many as rows are taken out, no more.
 */
import { address } from '../../../../core/model/address';
import { formulaOf, openTag, splitCells, type Segment } from './cells';
import { formulaAfter, isRemoved, removedAbove, rowAfter, type ListShape } from './list-rows';
import { Sharing } from './shared-formulas';
import type { RowPiece } from './sheet-stream';
import { withSpans } from './spans';
import { attributeOf, withAttribute } from './xml-text';

export interface MoveContext {
  readonly list: ListShape;
  readonly sheet: string;
  readonly prefix: string;
  readonly part: string;
}

/** Attributes of a row that say nothing once its cells are gone. */
const PLAIN_ROW = /^<[^\s/>]+(?:\s+(?:r|spans|[\w.-]+:dyDescent)\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>$/;

export class RowMover {
  readonly #context: MoveContext;
  readonly #sharing = new Sharing();
  #waiting: RowPiece[] = [];
  #first = 0;
  /** Below it no list cells come up any more. */
  readonly #lastSource: number;

  constructor(context: MoveContext) {
    this.#context = context;
    const { removed, end } = context.list;
    const run = removed.at(-1);
    this.#lastSource = run !== undefined && run.to >= end ? run.from - 1 : end;
  }

  /** The rows that are ready once this one is read, downwards. */
  push(piece: RowPiece): RowPiece[] {
    const { list } = this.#context;
    const { row } = piece;
    const ready: RowPiece[] = [];
    const segments = this.#ownFormulas(piece);
    if (row < (list.removed[0]?.from ?? Infinity) || row > list.end) {
      this.#release(Infinity, ready);
      ready.push(segments === undefined ? piece : { ...piece, content: text(segments) });
      return ready;
    }
    const all = segments ?? splitCells(piece.content, this.#context.prefix, this.#context.part, row);
    const moving = all.filter(({ column }) => column >= list.left && column <= list.right);
    const rest = moving.length === 0 && segments === undefined ? piece.content : text(all.filter((segment) => !moving.includes(segment)));
    this.#waiting.push({ row, before: copy(piece.before), open: copy(piece.open), content: copy(rest), close: piece.close === '' ? '' : copy(piece.close) });
    if (moving.length > 0 && !isRemoved(list.removed, row)) {
      const target = rowAfter(list, row);
      this.#release(target, ready);
      const shell = this.#waiting[this.#first];
      if (shell?.row === target) this.#first++;
      ready.push(this.#filled(shell?.row === target ? shell : undefined, moving, row, target));
    }
    this.#release(row >= this.#lastSource ? Infinity : row + 1 - removedAbove(list.removed, row + 1), ready);
    return ready;
  }

  finish(): RowPiece[] {
    const ready: RowPiece[] = [];
    this.#release(Infinity, ready);
    return ready;
  }

  /** Waiting rows above this one; those that were emptied and say nothing more are left out. */
  #release(before: number, ready: RowPiece[]): void {
    for (let shell = this.#waiting[this.#first]; shell !== undefined && shell.row < before; shell = this.#waiting[this.#first]) {
      this.#first++;
      if (shell.content.trim() !== '' || !PLAIN_ROW.test(shell.open)) ready.push(shell);
    }
    if (this.#first > 1024 && this.#first * 2 > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#first);
      this.#first = 0;
    }
  }

  /** Segments with formulas as they read after the change; undefined where the row has none. */
  #ownFormulas({ row, content }: RowPiece): readonly Segment[] | undefined {
    const { list, sheet, prefix, part } = this.#context;
    if (!content.includes(`<${prefix}f`)) return undefined;
    return splitCells(content, prefix, part, row).map(({ column, xml }) => (column === 0 ? { column, xml } : {
      column, xml: this.#sharing.resolve(xml, prefix, row, column, (formula) => formulaAfter(list, formula, sheet, true)),
    }));
  }

  #filled(shell: RowPiece | undefined, cells: readonly Segment[], from: number, row: number): RowPiece {
    const { prefix, part } = this.#context;
    const moved = cells.map(({ column, xml }) => ({ column, xml: movedCell(xml, prefix, address(row, column), from === row) }));
    const { open = `<${prefix}row r="${row}">`, before = '', content = '' } = shell ?? {};
    // What stands beside keeps its place; every cell says where it is, since their neighbours changed.
    const beside = splitCells(content, prefix, part, row).map(({ column, xml }) => ({ column, xml: column === 0 ? xml : placedCell(xml, address(row, column)) }));
    const all = [...beside.filter(({ column }) => column > 0), ...moved];
    all.sort((a, b) => a.column - b.column);
    const extensions = text(beside.filter(({ column }) => column === 0)).trimStart();
    return { row, before, open: withSpans(open.replace(/\s*\/>$/, '>'), moved.map(({ column }) => column)), content: text(all) + extensions, close: shell?.close === '' || shell === undefined ? `</${prefix}row>` : shell.close };
  }
}

function copy(value: string): string {
  return value === '' ? '' : ` ${value}`.slice(1);
}

function text(segments: readonly Segment[]): string {
  return segments.map(({ xml }) => xml).join('');
}

function placedCell(xml: string, cell: string): string {
  const open = openTag(xml);
  return attributeOf(open, 'r') === cell ? xml : withAttribute(open, 'r', cell, 'first') + xml.slice(open.length);
}

/** The cell in its new place; a formula over this cell alone says so. */
function movedCell(xml: string, prefix: string, cell: string, same: boolean): string {
  if (same) return placedCell(xml, cell);
  const formula = formulaOf(xml, prefix);
  const own = formula === undefined || attributeOf(formula.open, 'ref') === undefined ? xml
    : xml.slice(0, formula.start) + withAttribute(formula.open, 'ref', cell) + xml.slice(formula.start + formula.open.length);
  return placedCell(own, cell);
}
