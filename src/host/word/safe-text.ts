/** Text as a Word file can hold it: characters that XML 1.0 forbids and halves of characters become U+FFFD, so that a reader sees that something was there. */

// oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids, but for line ends and tabs
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const LINE_END = /\r\n?|[\n\u0085\u2028\u2029]/u;

const REPLACEMENT = '\uFFFD';

export function safeText(text: string): string {
  return text.replaceAll(UNWRITABLE, REPLACEMENT);
}

/** Lines of a text; a tab is a blank, for it would jump to a tab stop. */
export function linesOf(text: string): readonly string[] {
  return text.split(LINE_END).map((line) => safeText(line.replaceAll('\t', ' ')));
}

/** The same in one line. */
export function lineOf(text: string): string {
  return linesOf(text).join(' ');
}
