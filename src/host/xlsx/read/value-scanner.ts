/** What stands in a cell as the usual programs write it: a formula, and a value or an inline string. Found, not decoded. */
import { HAS_FORMULA, INLINE, KIND_SHIFT, NOTHING, PLAIN, SHARED, STRIDE, TRUTH, type RowTape } from './row-tape';

const [LT, GT, SLASH, SPACE] = [60, 62, 47, 32];
const [ZERO, NINE] = [48, 57];
const [f_, v_] = [102, 118];
const codes = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const INLINE_START = codes('<is><t');
const PRESERVE = codes(' xml:space="preserve">');
const INLINE_END = codes('</t></is>');
/** Digits of an index that fit. */
export const MAX_DIGITS = 9;

/** The element is not written as usual. */
export const ODD = -3;

/** These bytes stand at this place. */
export function follows(b: Uint8Array, at: number, bytes: readonly number[]): boolean {
  for (let k = 0; k < bytes.length; k++) if (b[at + k] !== bytes[k]) return false;
  return true;
}

/** Position behind the formula whose `<` is at `from`, ODD where it is written otherwise. */
function passFormula(b: Uint8Array, from: number, prefix: readonly number[]): number {
  const p = prefix.length;
  let i = from + 2 + p;
  if ((b[i] !== GT && b[i] !== SPACE && b[i] !== SLASH) || (p > 0 && !follows(b, from + 1, prefix))) return ODD;
  while (b[i] !== GT) i++;
  if (b[i - 1] === SLASH) return i + 1;
  while (b[i] !== LT) i++;
  if (b[i + 1] !== SLASH || b[i + 2 + p] !== f_ || b[i + 3 + p] !== GT || (p > 0 && !follows(b, i + 2, prefix))) return ODD;
  return i + 4 + p;
}

/** Position behind `<is>`. */
function scanInline(b: Uint8Array, from: number, cells: Int32Array, place: number): number {
  if (!follows(b, from, INLINE_START)) return ODD;
  let i = from + INLINE_START.length;
  if (b[i] === GT) i++;
  else if (follows(b, i, PRESERVE)) i += PRESERVE.length;
  else return ODD;
  cells[place + 2] = i;
  while (b[i] !== LT) i++;
  cells[place + 3] = i;
  return follows(b, i, INLINE_END) ? i + INLINE_END.length : ODD;
}

/**
 * Scans from behind the cell's start tag to its end tag. `type` is the kind that the cell's type says; the tape is given
 * at `place` the kind that was found, start and end. Gives back the position of the end tag, or ODD.
 */
export function scanValue(b: Uint8Array, from: number, type: number, tape: RowTape, place: number, prefix: readonly number[]): number {
  const { cells } = tape;
  const p = prefix.length;
  let kind = type;
  let flag = 0;
  let i = from;
  if (b[i + 1 + p] === f_ && b[i] === LT) {
    tape.formulas[(place / STRIDE) * 3] = i;
    flag = HAS_FORMULA;
    i = passFormula(b, i, prefix);
    if (i < 0) return ODD;
  }
  if (b[i] !== LT) return ODD;
  if (b[i + 1] === SLASH) kind = NOTHING;
  else if (b[i + 1 + p] === v_) {
    if (p > 0 && !follows(b, i + 1, prefix)) return ODD;
    i += 2 + p;
    if (b[i] !== GT) {
      // <v/> or <v />
      if (b[i] === SPACE) i++;
      if (b[i] !== SLASH || b[i + 1] !== GT) return ODD;
      cells[place] = flag;
      return i + 2;
    }
    const start = ++i;
    if (kind === SHARED) {
      let index = 0;
      for (let c = b[i] ?? 0; c >= ZERO && c <= NINE; c = b[++i] ?? 0) index = index * 10 + c - ZERO;
      if (i === start || i - start > MAX_DIGITS) return ODD;
      cells[place + 2] = index;
    } else if (kind === TRUTH) {
      const truth = (b[i++] ?? 0) - ZERO;
      if (truth !== 0 && truth !== 1) return ODD;
      cells[place + 2] = truth;
    } else {
      while (b[i] !== LT) i++;
      if (kind === INLINE || (start === i && kind !== PLAIN)) return ODD;
      cells[place + 2] = start;
      cells[place + 3] = i;
    }
    if (b[i] !== LT || b[i + 1] !== SLASH || b[i + 2 + p] !== v_ || b[i + 3 + p] !== GT || (p > 0 && !follows(b, i + 2, prefix))) return ODD;
    i += 4 + p;
  } else {
    if (kind !== INLINE || p > 0) return ODD;
    i = scanInline(b, i, cells, place);
    kind = PLAIN;
  }
  cells[place] = (kind << KIND_SHIFT) | flag;
  return i;
}
