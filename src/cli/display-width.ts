/** Text in columns of a terminal, where a Chinese character is two wide. */

/** Ranges of wide and full-width characters (Unicode East Asian Width W and F) that the product can meet. */
const WIDE = /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
  return width;
}

export type Alignment = 'left' | 'right';

export function pad(text: string, width: number, alignment: Alignment): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return alignment === 'left' ? text + blanks : blanks + text;
}

/** Lines of a table, columns two blanks apart, a rule under the header; no blanks at the ends of lines. */
export function tableLines(header: readonly string[], rows: readonly (readonly string[])[], alignments: readonly Alignment[]): readonly string[] {
  const widths = header.map((title, column) => rows.reduce((widest, row) => Math.max(widest, displayWidth(row[column] ?? '')), displayWidth(title)));
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => pad(cells[column] ?? '', width, alignments[column] ?? 'left'))
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)];
}
