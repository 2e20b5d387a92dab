/**
 * Headers as exports write them, made comparable: full width, case, spaces, punctuation, a unit in brackets and the star
 * of a required column do not count.
 */
/** Characters that are looked at: brackets that never close are looked for again from each one that opens. */
const LONGEST = 1000;
const BRACKETS = /[([{【〔「〈<][^)\]}】〕」〉>]*[)\]}】〕」〉>]/gu;
/** Everything but letters, digits, # and %, which tell `#` columns and rates apart. */
const NOISE = /[^\p{L}\p{N}#%]/gu;

/** `订货数量（件）*` -> `订货数量`, `Order_ID` -> `orderid`. '' when nothing but noise is left. */
export function normaliseHeader(header: string): string {
  const folded = header.slice(0, LONGEST).normalize('NFKC');
  const bare = folded.replace(BRACKETS, '').replace(NOISE, '').toLowerCase();
  return bare === '' ? folded.replace(NOISE, '').toLowerCase() : bare;
}

/** What stands in the last brackets of a header, e.g. `元` of `营业收入（元）`; null when there are none. */
export function unitOfHeader(header: string): string | null {
  const last = header.slice(0, LONGEST).normalize('NFKC').match(BRACKETS)?.at(-1);
  const unit = last?.slice(1, -1).replace(/^(单位|unit)\s*[::]?\s*/iu, '').trim();
  return unit === undefined || unit === '' ? null : unit;
}
