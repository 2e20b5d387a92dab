/**
 * Texts that spreadsheets take for formulas when they open a CSV file: what begins with = + - @, a tab or a carriage return, in full
 * width as well. An apostrophe before them keeps them texts there; it is taken off again where a CSV file is read.
 */
const TAKEN_FOR_FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** Numbers with a sign are what they look like. */
const SIGNED_NUMBER = /^[+-](?:\d[\d,]*)?(?:\.\d+)?(?:[Ee][+-]?\d{1,3})?%?$/;
const APOSTROPHE = "'";

export function guarded(text: string): string {
  return TAKEN_FOR_FORMULA.test(text) && !(text.length > 1 && SIGNED_NUMBER.test(text)) ? APOSTROPHE + text : text;
}

/** The inverse of `guarded`. */
export function unguarded(text: string): string {
  return text.startsWith(APOSTROPHE) && TAKEN_FOR_FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
