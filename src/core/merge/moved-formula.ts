/** A formula as spreadsheets rewrite it when rows and columns of the sheets that it refers to move. */
import { columnLetters, columnNumber } from '../model/address';
import type { Moves } from './moves';

/** Texts and brackets of tables, which hold no references; then an optional sheet and cells, columns or rows of it; then sheets that precede something else. */
const REFERENCE = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"|\[[^\]]*\]`,
    String.raw`(?<![\p{L}\p{N}_.$\\!:])(?:('(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?|(\$?[A-Z]{1,3}):(\$?[A-Z]{1,3})|(\$?\d{1,7}):(\$?\d{1,7}))(?![\p{L}\p{N}_.(!])`,
    "'(?:[^']|'')*'",
  ].join('|'),
  'gu',
);
const PART = /(\$?)([A-Z]*)(\$?)(\d*)/;

/** `moves` by sheet; `own` is the sheet of the formula. */
export function movedFormula(formula: string, own: string, moves: ReadonlyMap<string, Moves>): string {
  if (moves.size === 0) return formula;
  return formula.replace(REFERENCE, (token: string, ...groups: readonly (string | undefined)[]) => {
    const [sheet, ...parts] = groups.slice(0, 7);
    const given = parts.filter((part) => part !== undefined);
    const of = moves.get(sheet === undefined ? own : sheet.replace(/^'(.*)'$/u, '$1').replaceAll("''", "'"));
    if (of === undefined || given.length === 0) return token;
    return `${sheet === undefined ? '' : `${sheet}!`}${given.map((part) => movedPart(part, of)).join(':')}`;
  });
}

function movedPart(part: string, moves: Moves): string {
  return part.replace(PART, (_, fixed: string, letters: string, fixedRow: string, digits: string) => {
    // Whole rows have one sign only, which then stands first.
    const column = letters === '' ? '' : columnLetters(moves.column(columnNumber(letters)));
    return `${fixed}${column}${fixedRow}${digits === '' ? '' : moves.row(Number(digits))}`;
  });
}
