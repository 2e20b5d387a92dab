/**
 * The cells of a row found in its bytes, in one pass and without decoding anything: for the way in which the usual programs
 * write them. Whatever looks otherwise is left to the thorough reader, cell by cell or as a whole row.
 */
import { MAX_COLUMN, MAX_ROW } from '../../../core/model/address';
import { elementEnd, INCOMPLETE } from './element-end';
import { DECIMAL, ERROR_NAME, HAS_FORMULA, INLINE, KIND_SHIFT, NOTHING, PLAIN, SHARED, STRIDE, TRUTH, type RowTape } from './row-tape';
import { follows, ODD, scanValue } from './value-scanner';

const [LT, GT, SLASH, QUOTE, EQUALS, SPACE] = [60, 62, 47, 34, 61, 32];
const [A, Z, ZERO, NINE] = [65, 90, 48, 57];
const [b_, c_, e_, i_, n_, o_, r_, s_, t_, w_] = [98, 99, 101, 105, 110, 111, 114, 115, 116, 119];
const INLINE_TYPE = Array.from('inlineStr', (letter) => letter.charCodeAt(0));

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
  /** Namespace prefix with its colon, as bytes. */
  readonly prefix: readonly number[];
  readonly oddCell: ReadOddCell;
}

/** Position behind a cell's `t="`, at its closing quote; the kind goes onto the tape at `place`. */
function scanType(b: Uint8Array, at: number, cells: Int32Array, place: number): number {
  const c = b[at];
  let kind = DECIMAL;
  let i = at + 1;
  if (c === s_) {
    kind = SHARED;
    if (b[i] === t_ && b[i + 1] === r_) {
      kind = PLAIN;
      i += 2;
    }
  } else if (c === i_) {
    if (!follows(b, at, INLINE_TYPE)) return ODD;
    kind = INLINE;
    i = at + INLINE_TYPE.length;
  } else if (c === b_) kind = TRUTH;
  else if (c === e_) kind = ERROR_NAME;
  else if (c !== n_) return ODD;
  cells[place] = kind << KIND_SHIFT;
  return i;
}

/**
 * Scans the cell whose `<` is at `from` onto the tape. Gives back the position behind it, which lies behind `end` where the
 * cell is cut off, or ODD.
 */
function scanCell(b: Uint8Array, from: number, row: number, tape: RowTape, prefix: readonly number[]): number {
  const { cells } = tape;
  const place = tape.count * STRIDE;
  const p = prefix.length;
  if (b[from] !== LT || b[from + 1 + p] !== c_ || (p > 0 && !follows(b, from + 1, prefix))) return ODD;
  let i = from + 2 + p;
  let column = 0;
  let style = 0;
  cells[place] = DECIMAL << KIND_SHIFT;
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
        let at = 0;
        for (; c >= ZERO && c <= NINE; c = b[++i] ?? 0) at = at * 10 + c - ZERO;
        if (at !== row) return ODD;
      } else if (name === s_) {
        style = 0;
        for (let c = b[i] ?? 0; c >= ZERO && c <= NINE; c = b[++i] ?? 0) style = style * 10 + c - ZERO;
      } else if (name === t_) i = scanType(b, i, cells, place);
      else return ODD;
    } else i = passAttribute(b, i);
    // ODD is no position, so that there is no quote.
    if (b[i] !== QUOTE) return ODD;
    i++;
  }
  if (column <= tape.last || column > MAX_COLUMN) return ODD;
  if (b[i] === SLASH && b[i + 1] === GT) {
    tape.last = column;
    return i + 2;
  }
  if (b[i] !== GT) return ODD;
  i = scanValue(b, i + 1, tape, place, prefix);
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
  return i;
}

/** Position behind the `>` of the tag `<row` at `from`, or behind its `/`; the row's number goes to the tape as `opened`. ODD where it is written otherwise. */
function scanRowTag(b: Uint8Array, from: number, tape: RowTape, prefix: readonly number[]): number {
  const p = prefix.length;
  let i = from + 1 + p;
  if (b[i] !== r_ || b[i + 1] !== o_ || b[i + 2] !== w_ || (p > 0 && !follows(b, from + 1, prefix))) return ODD;
  i += 3;
  let row = 0;
  while (b[i] === SPACE) {
    if (b[i + 1] === r_ && b[i + 2] === EQUALS && b[i + 3] === QUOTE) {
      i += 4;
      row = 0;
      for (let c = b[i] ?? 0; c >= ZERO && c <= NINE; c = b[++i] ?? 0) row = row * 10 + c - ZERO;
    } else i = passAttribute(b, i);
    if (b[i] !== QUOTE) return ODD;
    i++;
  }
  tape.opened = row;
  return row > tape.row && row <= MAX_ROW && (b[i] === GT || b[i] === SLASH) ? i + 1 : ODD;
}

/**
 * Scans the row whose `<` is at `from` onto the tape, whose `row` is the one before. Gives back the position behind the
 * row, INCOMPLETE when it does not end before `end`, ODD when the thorough reader must have it as a whole.
 */
export function scanRow(b: Uint8Array, from: number, end: number, { tape, prefix, oddCell }: ScanContext): number {
  const p = prefix.length;
  tape.start();
  let i = scanRowTag(b, from, tape, prefix);
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
      const { count, last } = tape;
      i = scanCell(b, cell, row, tape, prefix);
      if (i > end) return INCOMPLETE;
      if (i > 0) continue;
      if (c !== LT) return ODD;
      i = elementEnd(b, cell, end);
      if (i === INCOMPLETE) return INCOMPLETE;
      if (i < 0) return ODD;
      tape.count = count;
      tape.last = oddCell(b, cell, i, row, last, tape);
    }
    i += 2 + p;
    if (b[i] !== r_ || b[i + 1] !== o_ || b[i + 2] !== w_ || b[i + 3] !== GT || (p > 0 && !follows(b, i - p, prefix))) return ODD;
    i += 4;
  }
  if (i > end) return INCOMPLETE;
  tape.row = row;
  return i;
}
