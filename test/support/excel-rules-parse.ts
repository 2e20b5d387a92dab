/**
 * A formula as Excel reads it: a small parser with Excel's precedence (ECMA-376 part 1, 18.17). It knows A1 references,
 * names, functions, array constants and texts; what no formula of ours may hold (structured, external and 3-D references,
 * unions, intersections) does not parse.
 */
export type FormulaNode =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bool' }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly FormulaNode[] }
  | { readonly kind: 'ref'; readonly sheet: string | null; readonly text: string; readonly shape: 'cell' | 'area' | 'whole' }
  | { readonly kind: 'name'; readonly name: string }
  /** `a:b` where one side is a function that gives a reference. */
  | { readonly kind: 'range'; readonly from: FormulaNode; readonly to: FormulaNode }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'group'; readonly of: FormulaNode }
  | { readonly kind: 'unary'; readonly of: FormulaNode }
  | { readonly kind: 'percent'; readonly of: FormulaNode }
  | { readonly kind: 'binary'; readonly op: string; readonly left: FormulaNode; readonly right: FormulaNode };

interface Token {
  readonly kind: 'number' | 'text' | 'error' | 'ref' | 'word' | 'call' | 'sign';
  readonly text: string;
  readonly sheet: string | null;
}

const SHEET = String.raw`(?:'(?<quoted>(?:[^']|'')+)'!|(?<plain>[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?\d+`;
const LEXER = new RegExp([
  String.raw`(?<text>"(?:[^"]|"")*")`,
  String.raw`(?<error>#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!))`,
  `${SHEET}(?<ref>(?:${CELL}(?::${CELL})?|${String.raw`\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+`})(?![\\p{L}\\p{N}_.(]))`,
  String.raw`(?<call>[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+)*)\(`,
  String.raw`(?<word>[\p{L}_\\][\p{L}\p{N}_.\\?]*)`,
  String.raw`(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)`,
  String.raw`(?<sign><>|<=|>=|[-+*/^&=<>%(),:{};])`,
].join('|'), 'uy');

function tokens(formula: string): readonly Token[] {
  const found: Token[] = [];
  LEXER.lastIndex = 0;
  while (LEXER.lastIndex < formula.length) {
    const at = LEXER.lastIndex;
    const groups = LEXER.exec(formula)?.groups;
    if (groups === undefined) throw new SyntaxError(`unknown sign at ${at}: ${formula.slice(at, at + 20)}`);
    const { quoted, plain } = groups;
    const kind = (['text', 'error', 'ref', 'call', 'word', 'number', 'sign'] as const).find((name) => groups[name] !== undefined) ?? 'sign';
    found.push({ kind, text: groups[kind] ?? '', sheet: quoted?.replaceAll("''", "'") ?? plain ?? null });
  }
  return found;
}

/** Loosest first; all of these associate to the left. */
const LEVELS: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

/** A range from a cell to itself is one cell, whatever it looks like: Excel may take it for a single value. */
function shapeOf(ref: string): 'cell' | 'area' | 'whole' {
  const [from, to] = ref.replaceAll('$', '').split(':');
  if (to === undefined) return 'cell';
  if (!/[A-Z]\d/.test(ref.replaceAll('$', ''))) return 'whole';
  return from === to ? 'cell' : 'area';
}

/** Throws SyntaxError. */
export function parseFormula(formula: string): FormulaNode {
  const all = tokens(formula);
  let at = 0;
  const isSign = (text: string): boolean => all[at]?.kind === 'sign' && all[at]?.text === text;
  const expect = (text: string): void => {
    if (!isSign(text)) throw new SyntaxError(`${text} expected, found ${all[at]?.text ?? 'the end'}`);
    at++;
  };

  function binary(level: number): FormulaNode {
    const signs = LEVELS[level];
    if (signs === undefined) return unary();
    let left = binary(level + 1);
    for (let token = all[at]; token?.kind === 'sign' && signs.includes(token.text); token = all[at]) {
      at++;
      left = { kind: 'binary', op: token.text, left, right: binary(level + 1) };
    }
    return left;
  }

  function unary(): FormulaNode {
    if (isSign('-') || isSign('+')) {
      at++;
      return { kind: 'unary', of: unary() };
    }
    let of = reference();
    for (; isSign('%'); at++) of = { kind: 'percent', of };
    return of;
  }

  function reference(): FormulaNode {
    const from = primary();
    if (!isSign(':')) return from;
    at++;
    return { kind: 'range', from, to: primary() };
  }

  function list(close: string, separators: readonly string[]): readonly FormulaNode[] {
    const items: FormulaNode[] = [];
    if (isSign(close)) {
      at++;
      return items;
    }
    for (;;) {
      items.push(separators.some(isSign) || isSign(close) ? { kind: 'missing' } : binary(0));
      const separator = separators.find(isSign);
      if (separator === undefined) break;
      at++;
    }
    expect(close);
    return items;
  }

  function primary(): FormulaNode {
    const token = all[at++];
    if (token === undefined) throw new SyntaxError('the formula ends too early');
    switch (token.kind) {
      case 'number': return { kind: 'number', text: token.text };
      case 'text': return { kind: 'text', text: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'error': return { kind: 'error', text: token.text };
      case 'ref': return { kind: 'ref', sheet: token.sheet, text: token.text, shape: shapeOf(token.text) };
      case 'word': return /^(TRUE|FALSE)$/.test(token.text) ? { kind: 'bool' } : { kind: 'name', name: token.text };
      case 'call': return { kind: 'call', name: token.text, args: list(')', [',']) };
      case 'sign': break;
    }
    if (token.text === '{') return { kind: 'array', items: list('}', [',', ';']) };
    if (token.text !== '(') throw new SyntaxError(`${token.text} has no place here`);
    const of = binary(0);
    expect(')');
    return { kind: 'group', of };
  }

  const root = binary(0);
  if (at < all.length) throw new SyntaxError(`${all[at]?.text ?? ''} has no place here`);
  return root;
}

export function childrenOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case 'array': return node.items;
    case 'range': return [node.from, node.to];
    case 'call': return node.args;
    case 'group': case 'unary': case 'percent': return [node.of];
    case 'binary': return [node.left, node.right];
    default: return [];
  }
}
