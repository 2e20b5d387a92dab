/** The decimal mark of a column of numbers, told from the whole column: `3,5` somewhere and a decimal point nowhere. */
const COMMA = /^[^\d]*\d+,(?:\d{1,2}|\d{4,})[^\d,.]*$|\d\.\d{3},\d|^[^\d]*0,\d+/;
const POINT = /^[^\d]*\d*\.(?:\d{1,2}|\d{4,})[^\d,.]*$|\d,\d{3}\.\d|\d,\d{3},\d{3}|^[^\d]*0\.\d+/;

/** Undefined when nothing shows a comma: then the point is the mark, and commas stand between thousands. */
export function decideDecimal(texts: Iterable<string>): ',' | undefined {
  let comma = false;
  for (const text of texts) {
    if (text.includes('.') && POINT.test(text)) return undefined;
    comma ||= (text.includes(',') || text.includes('，')) && COMMA.test(text.normalize('NFKC'));
  }
  return comma ? ',' : undefined;
}
