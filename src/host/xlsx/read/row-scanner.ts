/**
 * The cells of a row found in its bytes, in one pass and without decoding anything: for the way in which the usual programs
 * write them. Whatever looks otherwise is left to the thorough reader, cell by cell or as a whole row.
 */
import { MAX_COLUMN, MAX_ROW } from '../../../core/model/address';
import type { CellTemplates } from './cell-templates';
import { elementEnd, INCOMPLETE } from './element-end';
import { DECIMAL, ERROR_NAME, HAS_FORMULA, INLINE, KIND_SHIFT, NOTHING, PLAIN, SHARED, STRIDE, TRUTH, type RowTape } from './row-tape';
import type { SameBytes } from './same-bytes';
import { follows, MAX_DIGITS, ODD, scanValue } from './value-scanner';

const [LT, GT, SLASH, QUOTE, EQUALS, SPACE] = [60, 62, 47, 34, 61, 32];
const [A, Z, ZERO, NINE] = [65, 90, 48, 57];
const [b_, c_, e_, i_, n_, o_, r_, s_, t_, v_, w_] = [98, 99, 101, 105, 110, 111, 114, 115, 116, 118, 119];
/** Behind the first letter. */
const INLINE_REST = Array.from('nlineStr', (letter) => letter.charCodeAt(0));

const wordOf = (text: string): number => new DataView(new TextEncoder().encode(text).buffer).getInt32(0, true);
const VALUE_END = wordOf('</v>');
const CELL_END = wordOf('</c>');

/** Letters, digits and colons of a name. */
const inName = (c: number): boolean => c > GT || (c >= ZERO && c < LT);

/** Position at the closing quote of an attribute that nobody wants, whose space is at `at`; ODD where it is written otherwise. */
function passAttribute(b: Uint8Array, at: number): number {
  let i = at + 1;
  while (inName(b[i] ?? 0)) i++;
  if (b[i] !== EQUALS || b[i + 1] !== QUOTE) return ODD;
  i += 2;
  while (b[i] !== QUOTE) i++;
  return i;
}

/** Reads an element that is not written as usual onto the tape; gives back the column of the last cell so far. Throws HostError `xlsx/damaged`. */
export type ReadOddCell = (b: Uint8Array, start: number, end: number, row: number, previous: number, tape: RowTape) => number;

export interface ScanContext {
  readonly tape: RowTape;
  readonly templates: CellTemplates;
  /** What stood behind the digits of the row before, up to the end of its tag. */
  readonly rowTail: SameBytes;
  /** Namespace prefix with its colon, as bytes. */
  readonly prefix: readonly number[];
  readonly oddCell: ReadOddCell;
}

/** Kind of a cell's value by the first letter of its type, NOTHING where there is no such type. */
const KINDS = new Uint8Array(256);
for (const [letter, kind] of [[n_, DECIMAL], [s_, SHARED], [b_, TRUTH], [e_, ERROR_NAME], [i_, INLINE]] as const) KINDS[letter] = kind;

/**
 * Scans the cell whose `<` is at `from` onto the tape. Gives back the position behind it, which lies behind `end` where the
 * cell is cut off, or ODD.
 */
function scanCell(b: Uint8Array, view: DataView, from: number, row: number, { tape, prefix, templates }: ScanContext): number {
  const { cells, last } = tape;
  const place = tape.count * STRIDE;
  const p = prefix.length;
  if (b[from] !== LT || b[from + 1 + p] !== c_ || (p > 0 && !follows(b, from + 1, prefix))) return ODD;
  let i = from + 2 + p;
  let column = 0;
  let style = 0;
  let type = DECIMAL;
  let digits = 0;
  let digitsEnd = 0;
  while (b[i] === SPACE) {
    const name = b[i + 1];
    if (name === SLASH) {
      i++;
      break;
    }
    if (b[i + 2] === EQUALS && b[i + 3] === QUOTE) {
      i += 4;
      if (name === r_) {
        column = 0;
        let c = b[i] ?? 0;
        for (; c >= A && c <= Z; c = b[++i] ?? 0) column = column * 26 + c - 64;
        digits = i;
        let at = 0;
        for (; c >= ZERO && c <= NINE; c = b[++i] ?? 0) at = at * 10 + c - ZERO;
        digitsEnd = i;
        if (at !== row) return ODD;
      } else if (name === s_) {
        style = 0;
        for (let c = b[i] ?? 0; c >= ZERO && c <= NINE; c = b[++i] ?? 0) style = style * 10 + c - ZERO;
      } else if (name === t_) {
        type = KINDS[b[i] ?? 0] ?? NOTHING;
        i++;
        if (b[i] !== QUOTE) {
          if (type === SHARED && b[i] === t_ && b[i + 1] === r_) {
            type = PLAIN;
            i += 2;
          } else if (type === INLINE && follows(b, i, INLINE_REST)) i += INLINE_REST.length;
          else return ODD;
        } else if (type === INLINE) return ODD;
        if (type === NOTHING) return ODD;
      } else return ODD;
    } else i = passAttribute(b, i);
    // ODD is no position, so that there is no quote.
    if (b[i] !== QUOTE) return ODD;
    i++;
  }
  if (column <= last || column > MAX_COLUMN) return ODD;
  if (b[i] === SLASH && b[i + 1] === GT) {
    tape.last = column;
    templates.keep(view, from, digits, digitsEnd, i + 2, last, column, NOTHING, style);
    return i + 2;
  }
  if (b[i] !== GT) return ODD;
  const content = i + 1;
  i = scanValue(b, content, type, tape, place, prefix);
  if (i < 0 || b[i] !== LT || b[i + 1] !== SLASH || b[i + 2 + p] !== c_ || b[i + 3 + p] !== GT || (p > 0 && !follows(b, i + 2, prefix))) return ODD;
  i += 4 + p;
  tape.last = column;
  const kind = cells[place] ?? 0;
  if (kind === NOTHING) return i;
  cells[place] = kind | column;
  cells[place + 1] = style;
  if (kind >= HAS_FORMULA) {
    tape.formulas[tape.count * 3 + 1] = from;
    tape.formulas[tape.count * 3 + 2] = i;
  }
  tape.count++;
  if (p === 0 && b[content + 2] === GT && b[content + 1] === v_ && type !== TRUTH) templates.keep(view, from, digits, digitsEnd, content + 3, last, column, type, style);
  return i;
}

/** Scans a cell that is written as the one above it, as `scanCell` does; 0 where it is not. */
function scanAlike(b: Uint8Array, view: DataView, from: number, tape: RowTape, templates: CellTemplates): number {
  const column = templates.guess(tape.last);
  if (column === 0) return 0;
  const start = templates.match(view, from, column);
  if (start === 0) return 0;
  const kind = templates.kind[column] ?? NOTHING;
  let i = start;
  if (kind !== NOTHING) {
    const { cells } = tape;
    const place = tape.count * STRIDE;
    if (kind === SHARED) {
      let index = 0;
      for (let c = b[i] ?? 0; c >= ZERO && c <= NINE; c = b[++i] ?? 0) index = index * 10 + c - ZERO;
      if (i - start > MAX_DIGITS) return 0;
      cells[place + 2] = index;
    } else {
      while (b[i] !== LT) i++;
      cells[place + 2] = start;
      cells[place + 3] = i;
    }
    if (i === start || view.getInt32(i, true) !== VALUE_END || view.getInt32(i + 4, true) !== CELL_END) return 0;
    i += 8;
    cells[place] = column | (kind << KIND_SHIFT);
    cells[place + 1] = templates.style[column] ?? 0;
    tape.count++;
  }
  tape.last = column;
  return i;
}

/** Position behind the `>` of the tag `<row` at `from`, or behind its `/`; the row's number goes to the tape as `opened`. ODD where it is written otherwise. */
function scanRowTag(b: Uint8Array, view: DataView, from: number, { tape, prefix, templates, rowTail }: ScanContext): number {
  const p = prefix.length;
  let i = from + 1 + p;
  let digitsEnd = 0;
  if (b[i] !== r_ || b[i + 1] !== o_ || b[i + 2] !== w_ || (p > 0 && !follows(b, from + 1, prefix))) return ODD;
  i += 3;
  let row = 0;
  while (b[i] === SPACE) {
    if (b[i + 1] === r_ && b[i + 2] === EQUALS && b[i + 3] === QUOTE) {
      i += 4;
      row = 0;
      const start = i;
      for (let c = b[i] ?? 0; c >= ZERO && c <= NINE; c = b[++i] ?? 0) row = row * 10 + c - ZERO;
      templates.row(view, start, i);
      digitsEnd = i;
      if (rowTail.stands(view, i)) {
        tape.opened = row;
        return row > tape.row && row <= MAX_ROW ? i + rowTail.length : ODD;
      }
    } else i = passAttribute(b, i);
    if (b[i] !== QUOTE) return ODD;
    i++;
  }
  if (b[i] === GT && digitsEnd > 0) rowTail.keep(view, digitsEnd, i + 1);
  tape.opened = row;
  return row > tape.row && row <= MAX_ROW && (b[i] === GT || b[i] === SLASH) ? i + 1 : ODD;
}

/**
 * Scans the row whose `<` is at `from` onto the tape, whose `row` is the one before. Gives back the position behind the
 * row, INCOMPLETE when it does not end before `end`, ODD when the thorough reader must have it as a whole. `view` is on
 * the same bytes; some more must lie behind `end`.
 */
export function scanRow(b: Uint8Array, view: DataView, from: number, end: number, context: ScanContext): number {
  const { tape, prefix, templates, oddCell } = context;
  const p = prefix.length;
  tape.start();
  let i = scanRowTag(b, view, from, context);
  if (i < 0) return ODD;
  const row = tape.opened;
  if (b[i - 1] === SLASH) {
    if (b[i] !== GT) return ODD;
    i++;
  } else {
    for (;;) {
      let c = b[i] ?? 0;
      while (c === SPACE || c === 10 || c === 13 || c === 9) c = b[++i] ?? 0;
      if (i >= end) return INCOMPLETE;
      if (c === LT && b[i + 1] === SLASH) break;
      const cell = i;
      i = scanAlike(b, view, cell, tape, templates);
      if (i === 0) i = scanCell(b, view, cell, row, context);
      if (i > end) return INCOMPLETE;
      if (i > 0) continue;
      if (c !== LT) return ODD;
      i = elementEnd(b, cell, end);
      if (i === INCOMPLETE) return INCOMPLETE;
      if (i < 0) return ODD;
      tape.last = oddCell(b, cell, i, row, tape.last, tape);
    }
    i += 2 + p;
    if (b[i] !== r_ || b[i + 1] !== o_ || b[i + 2] !== w_ || b[i + 3] !== GT || (p > 0 && !follows(b, i - p, prefix))) return ODD;
    i += 4;
  }
  if (i > end) return INCOMPLETE;
  tape.row = row;
  return i;
}
