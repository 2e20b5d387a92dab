/** Where an element of XML ends, whatever it holds: comments, CDATA, quoted `>`, nested elements. Nothing is decoded. */
export const INCOMPLETE = -1;
export const MALFORMED = -2;

const LT = 60;
const GT = 62;
const SLASH = 47;
const QUOTE = 34;
const APOSTROPHE = 39;
/** Bytes of one tag, and depth inside one element, beyond which it is an attack and no sheet. */
const MAX_TAG = 1 << 20;
const MAX_DEPTH = 256;
const CDATA = Array.from('[CDATA[', (letter) => letter.charCodeAt(0));

/** Position behind the bytes of `ending`, looked for from `at`; INCOMPLETE when it is not there. */
function behind(b: Uint8Array, at: number, end: number, ending: readonly number[]): number {
  const last = ending.at(-1) ?? 0;
  for (let i = b.indexOf(last, at + ending.length - 1); i >= 0 && i < end; i = b.indexOf(last, i + 1)) {
    if (ending.every((byte, k) => b[i - ending.length + 1 + k] === byte)) return i + 1;
  }
  return INCOMPLETE;
}

const COMMENT_END = [45, 45, GT];
const CDATA_END = [93, 93, GT];
const INSTRUCTION_END = [63, GT];

/** Position behind the `>` of a tag that begins at `at`; `>` in quotes does not count. */
export function tagEnd(b: Uint8Array, at: number, end: number): number {
  let quote = 0;
  const last = Math.min(end, at + MAX_TAG);
  for (let i = at + 1; i < last; i++) {
    const c = b[i];
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === GT) return i + 1;
    else if (c === QUOTE || c === APOSTROPHE) quote = c;
    else if (c === LT) return MALFORMED;
  }
  return last < end ? MALFORMED : INCOMPLETE;
}

/** What is no element: a comment, an instruction, CDATA. A document type, or anything else with `<!`, is MALFORMED. */
export function markupEnd(b: Uint8Array, at: number, end: number): number {
  if (b[at + 1] === 63) return behind(b, at + 2, end, INSTRUCTION_END);
  if (at + 2 + CDATA.length > end) return INCOMPLETE;
  if (b[at + 2] === 45 && b[at + 3] === 45) return behind(b, at + 4, end, COMMENT_END);
  return CDATA.every((byte, k) => b[at + 2 + k] === byte) ? behind(b, at + 9, end, CDATA_END) : MALFORMED;
}

/**
 * Position behind the element, comment or instruction that begins with the `<` at `at`. INCOMPLETE when bytes up to `end`
 * do not hold it all, MALFORMED when it can be none. Names of tags are not compared: whoever reads the element does that.
 */
export function elementEnd(b: Uint8Array, at: number, end: number): number {
  let depth = 0;
  for (let i = at; i >= 0 && i < end; i = b.indexOf(LT, i)) {
    if (i + 1 >= end) break;
    const c = b[i + 1];
    if (c === 33 || c === 63) i = markupEnd(b, i, end);
    else {
      const closing = c === SLASH;
      i = tagEnd(b, i, end);
      if (closing) depth--;
      else if (i > 0 && b[i - 2] !== SLASH) depth++;
    }
    if (i < 0) return i;
    if (depth < 0 || depth > MAX_DEPTH) return MALFORMED;
    if (depth === 0) return i;
  }
  return INCOMPLETE;
}
