/** How much room a text needs in a cell: row heights are set by us, because merged cells never grow by themselves. */

/** Excel's limit of a row's height, points. */
export const MAX_ROW_HEIGHT = 409;

const LINE = 1.36;
const PADDING = 4;

/** Width in characters of column-width units: CJK and full-width signs take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u2014\u2018-\u201D\u2026]/u.test(char) ? 2 : 1;
  return width;
}

/** Lines of the text in a column of `width` characters, set in `size` points (widths are those of 11 points). */
export function lineCount(text: string, width: number, size = 11): number {
  const room = Math.max(1, ((width - 1.5) * 11) / size);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
}

/** Height in points that the text needs. */
export function textHeight(text: string, width: number, size = 11): number {
  return lineCount(text, width, size) * size * LINE + PADDING;
}
