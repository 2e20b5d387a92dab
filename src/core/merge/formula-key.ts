/**
 * A formula as a key that does not depend on which program saved it. Excel, WPS, LibreOffice and openpyxl write the same
 * formula with other blanks, prefixes of newer functions, quotes around sheet names, spellings of numbers and of TRUE.
 */
import { MAX_ROW, quoteSheet } from '../model/address';

/**
 * In this order: texts, quoted sheets, brackets of tables, the constants as functions, whole columns as ranges of all their
 * rows, numbers, words (names, functions, references), blanks. What is none of them stands for itself.
 */
const TOKEN = new RegExp(
  [
    '"(?:[^"]|"")*"',
    "'(?:[^']|'')*'",
    String.raw`\[[^\]]*\]`,
    String.raw`(?:TRUE|FALSE)\s*\(\s*\)`,
    String.raw`\$[A-Z]{1,3}\$1:\$[A-Z]{1,3}\$${MAX_ROW}(?![\p{L}\p{N}_.])`,
    String.raw`(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?(?![\p{L}\p{N}_.$])`,
    String.raw`[\p{L}_\\$][\p{L}\p{N}_.$?\\]*`,
    String.raw`\s+`,
  ].join('|'),
  'gu',
);
/** Prefixes that files put before functions younger than the format ([MS-XLSX] 2.2.3). */
const PREFIX = /^(?:_xlfn\.|_xlws\.|_xludf\.)+/i;
const REFERENCE = /^(?:\$?[A-Za-z]{1,3}\$?\d{1,7}|\$?[A-Za-z]{1,3}|true|false)$/i;

/** Functions that LibreOffice saves as their successors, with one argument more. */
const SUCCESSORS = [{ before: 'HYPGEOMDIST(', after: 'HYPGEOM.DIST(', argument: /,(?:0|FALSE)$/ }] as const;

/** Two formulas with one key calculate the same. */
export function formulaKey(formula: string): string {
  return SUCCESSORS.reduce(predecessor, spelled(formula));
}

function spelled(formula: string): string {
  return formula.replace(/^=/, '').replace(TOKEN, (token: string, at: number, whole: string) => {
    const first = token[0] ?? '';
    if (first === '"' || first === '[') return token;
    if (first === "'") return quoteSheet(token.slice(1, -1).replaceAll("''", "'"));
    if (/\s/.test(first)) return '';
    if (/[\d.]/.test(first)) return numberKey(token);
    if (token.endsWith(')')) return token.slice(0, token.indexOf('(')).trimEnd();
    if (token.includes(':')) return token.replaceAll(/\$\d+/g, '');
    if (/^\s*\(/.test(whole.slice(at + token.length))) return token.replace(PREFIX, '').toUpperCase();
    return REFERENCE.test(token) ? token.toUpperCase() : token;
  });
}

/** Fifteen digits, which is what all of them keep. */
function numberKey(token: string): string {
  return String(Number(Number(token).toPrecision(15)));
}

/** Every call of the successor as a call of the function that it stands for, where its last argument says so; the innermost first. */
function predecessor(formula: string, { before, after, argument }: (typeof SUCCESSORS)[number]): string {
  let text = formula;
  for (let at = text.lastIndexOf(after); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(after, at - 1)) {
    const start = at + after.length;
    const end = closing(text, start);
    const given = text.slice(start, end);
    if (argument.test(given)) text = text.slice(0, at) + before + given.replace(argument, '') + text.slice(end);
  }
  return text;
}

/** Where the bracket closes that was opened before `start`; texts count for nothing. */
function closing(text: string, start: number): number {
  let open = 1;
  let quote = '';
  for (let at = start; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(') open++;
    else if (sign === ')' && --open === 0) return at;
  }
  return text.length;
}
