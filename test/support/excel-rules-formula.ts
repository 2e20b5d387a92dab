/**
 * What Excel refuses in a formula, and what it calculates otherwise than it reads: the rules of docs/formulas.md as code.
 * Limits: Excel specifications and limits (support.microsoft.com), [MS-XLSX] and ECMA-376 part 1, 18.17.
 */
import { COMPUTES_ARRAYS, FUNCTIONS, TAKES_WHOLE, VOLATILE } from './excel-rules-functions';
import { childrenOf, parseFormula, type FormulaNode } from './excel-rules-parse';

const MOST_CHARACTERS = 8192;
const MOST_BYTES = 16_384;
const MOST_LEVELS = 64;
const MOST_TEXT = 255;
const MOST_DIGITS = 15;

export interface FormulaPlace {
  readonly sheets: ReadonlySet<string>;
  /** Defined names, and whether each is one cell or several. */
  readonly names: ReadonlyMap<string, 'cell' | 'many'>;
  /**
   * - `cell`: a formula of a cell, which takes one value where one is wanted;
   * - `array`: entered with Ctrl+Shift+Enter;
   * - `name`: what a name refers to;
   * - `rule`: of a cell rule or a conditional format, where Excel allows no array constants.
   */
  readonly as: 'cell' | 'array' | 'name' | 'rule';
}

type Give = 'number' | 'text' | 'bool' | 'any';

interface Seen {
  readonly many: boolean;
  readonly gives: Give;
  /** May be a text, `""` most of all, for which arithmetic is #VALUE!. */
  readonly maybeText: boolean;
}

const COMPARES = new Set(['=', '<>', '<', '>', '<=', '>=']);
const ONE: Seen = { many: false, gives: 'any', maybeText: false };

/** What is wrong with the formula (without its leading `=`), in words; empty when nothing is. */
export function formulaFaults(formula: string, place: FormulaPlace): readonly string[] {
  if (formula.length > MOST_CHARACTERS) return [`${formula.length} characters of at most ${MOST_CHARACTERS}`];
  const faults: string[] = [];
  if (/^\s*=/.test(formula)) faults.push('begins with =');
  let root: FormulaNode;
  try {
    root = parseFormula(formula);
  } catch (error) {
    return [...faults, `does not parse: ${error instanceof Error ? error.message : String(error)}`];
  }
  const bytes = bytesOf(root);
  if (bytes > MOST_BYTES) faults.push(`about ${bytes} bytes of at most ${MOST_BYTES} once compiled`);
  const levels = levelsOf(root);
  if (levels > MOST_LEVELS) faults.push(`${levels} levels of at most ${MOST_LEVELS}`);
  const seen = look(root, place, place.as === 'array' || place.as === 'rule' || place.as === 'name', faults);
  if (seen.many && place.as === 'array') faults.push('gives several values to one cell');
  if (seen.many && place.as === 'cell') faults.push('gives several values: Excel takes the one of its own row');
  return [...new Set(faults)];
}

/** `arrays`: operators and functions take ranges element by element here. */
function look(node: FormulaNode, place: FormulaPlace, arrays: boolean, faults: string[]): Seen {
  switch (node.kind) {
    case 'number':
      if (node.text.replace(/e.*$/i, '').replace('.', '').replace(/^0+/, '').length > MOST_DIGITS) faults.push(`${node.text} has more than ${MOST_DIGITS} digits`);
      return { ...ONE, gives: 'number' };
    case 'text':
      if (node.text.length > MOST_TEXT) faults.push(`a text of ${node.text.length} characters of at most ${MOST_TEXT}`);
      return { ...ONE, gives: 'text', maybeText: true };
    case 'bool': return { ...ONE, gives: 'bool' };
    case 'missing': return ONE;
    case 'error':
      faults.push(`holds ${node.text}`);
      return ONE;
    case 'array':
      if (place.as === 'rule') faults.push('an array constant in a rule');
      return { ...ONE, many: true };
    case 'name': {
      const known = place.names.get(node.name.toLowerCase());
      if (known === undefined) faults.push(`no name ${node.name}`);
      return { ...ONE, many: known === 'many' };
    }
    case 'ref':
      if (node.sheet !== null && !place.sheets.has(node.sheet.toLowerCase())) faults.push(`no sheet ${node.sheet}`);
      return { ...ONE, many: node.shape !== 'cell' };
    case 'range':
      for (const side of childrenOf(node)) {
        if (side.kind !== 'ref' && !(side.kind === 'call' && side.name === 'INDEX')) faults.push('a range between things that are no references');
        look(side, place, arrays, faults);
      }
      return { ...ONE, many: true };
    case 'group': return look(node.of, place, arrays, faults);
    case 'unary': case 'percent': {
      const of = look(node.of, place, arrays, faults);
      if (of.maybeText) faults.push('arithmetic with what may be a text');
      return { many: of.many, gives: 'number', maybeText: false };
    }
    case 'binary': return lookBinary(node, place, arrays, faults);
    case 'call': return lookCall(node, place, arrays, faults);
  }
}

function lookBinary(node: Extract<FormulaNode, { kind: 'binary' }>, place: FormulaPlace, arrays: boolean, faults: string[]): Seen {
  const { op } = node;
  const sides = [look(node.left, place, arrays, faults), look(node.right, place, arrays, faults)] as const;
  const many = sides.some((side) => side.many);
  if (many && !arrays) faults.push(`${op} over several cells outside an array formula`);
  if (op === '^' && node.left.kind === 'unary') faults.push('-a^b is (-a)^b');
  if ([node.left, node.right].some((side) => side.kind === 'ref' && side.shape === 'whole')) faults.push(`${op} over a whole column or row`);
  if (op === '&') return { many, gives: 'text', maybeText: true };
  if (!COMPARES.has(op)) {
    if (sides.some((side) => side.maybeText)) faults.push('arithmetic with what may be a text');
    return { many, gives: 'number', maybeText: false };
  }
  const kinds = sides.map((side) => side.gives);
  if (kinds.includes('bool') && (kinds.includes('number') || kinds.includes('text'))) faults.push('a truth value compared with something else is never equal');
  if (op !== '=' && op !== '<>' && kinds.includes('number') && sides.some((side) => side.gives !== 'text' && side.maybeText)) faults.push('any text is above all numbers');
  return { many, gives: 'bool', maybeText: false };
}

function lookCall(node: Extract<FormulaNode, { kind: 'call' }>, place: FormulaPlace, arrays: boolean, faults: string[]): Seen {
  const { name, args } = node;
  const known = FUNCTIONS.get(name);
  if (VOLATILE.has(name)) faults.push(`${name} is volatile`);
  else if (known === undefined) faults.push(`${name} is not among the functions that were looked at`);
  else if (args.length < known.least || args.length > known.most) faults.push(`${name} with ${args.length} arguments`);
  const use = known?.use ?? 'each';
  if (!TAKES_WHOLE.has(name) && args.some((arg) => arg.kind === 'ref' && arg.shape === 'whole')) faults.push(`${name} over a whole column or row`);
  const within = arrays || COMPUTES_ARRAYS.has(name);
  const seen = args.map((arg) => look(arg, place, within, faults));
  const many = seen.some((each) => each.many);
  const gives = known?.gives ?? 'any';
  const plain = (value: boolean): Seen => ({ many: value, gives, maybeText: gives === 'text' });
  switch (use) {
    case 'single':
      if (many) faults.push(`${name} does not go through several cells one by one`);
      return plain(false);
    case 'reference':
      if (name === 'INDEX' && seen.slice(1).some((each) => each.many)) faults.push('INDEX with several places at once');
      return plain(name === 'ROW' && many);
    case 'lookup':
    case 'whole': {
      const by = name === 'SMALL' || name === 'LARGE' ? seen[1] : use === 'lookup' ? seen[0] : undefined;
      if (by?.many === true && !within) faults.push(`${name} for several values outside an array formula`);
      if ((name === 'MIN' || name === 'MAX') && seen.length > 1 && many && seen.some((each) => !each.many)) faults.push(`${name} of a range and a value gives one value for all rows`);
      if (name === 'MATCH' && args[1] !== undefined && seen[1]?.many === false) faults.push('MATCH in a single value');
      return plain(by?.many === true);
    }
    case 'each': {
      if (many && !within) faults.push(`${name} over several cells outside an array formula`);
      if (gives !== 'any') return plain(many);
      const results = name === 'IFERROR' ? seen : seen.slice(1);
      const kinds = new Set(results.map((each) => each.gives));
      return { many, gives: kinds.size === 1 ? (results[0]?.gives ?? 'any') : 'any', maybeText: results.some((each) => each.maybeText) };
    }
  }
}

/** Functions within functions. */
function levelsOf(node: FormulaNode): number {
  const inner = childrenOf(node).reduce((most, child) => Math.max(most, levelsOf(child)), 0);
  return node.kind === 'call' ? inner + 1 : inner;
}

/** Size of the compiled formula, from above ([MS-XLSB] 2.5.97, tokens; array constants and sheets aside). */
function bytesOf(node: FormulaNode): number {
  const own = { number: 9, text: 3, bool: 2, error: 2, array: 15, ref: 15, name: 7, range: 1, call: 12, missing: 1, group: 1, unary: 1, percent: 1, binary: 1 }[node.kind];
  return childrenOf(node).reduce((sum, child) => sum + bytesOf(child), own + (node.kind === 'text' ? 2 * node.text.length : 0));
}
