/** Finds what a TypeScript source imports. Small on purpose: comments and string contents are taken out first, so that words in them do not count. */

export interface SourceImport {
  readonly specifier: string;
  readonly line: number;
  readonly how: 'import' | 'export-from' | 'dynamic' | 'require';
}

export interface ScannedSource {
  readonly imports: readonly SourceImport[];
  /** Lines of `import(...)` or `require(...)` whose target is not a plain string: no rule can judge them. */
  readonly opaque: readonly number[];
  readonly defaultExport: boolean;
  readonly lines: number;
}

/** Replaces comments by blanks and the contents of strings by a number that leads back to them, keeping the lines. */
function mask(source: string): { readonly code: string; readonly strings: readonly string[] } {
  const strings: string[] = [];
  const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|(?<=[(,=:?!&|\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//g;
  const code = source.replace(token, (text) => {
    const newLines = text.replaceAll(/[^\n]/g, '');
    if (text.startsWith("'") || text.startsWith('"') || (text.startsWith('`') && !text.includes('${'))) {
      strings.push(text.slice(1, -1));
      return `"${strings.length - 1}"${newLines}`;
    }
    return text.startsWith('`') ? `\`\`${newLines}` : ` ${newLines}`;
  });
  return { code, strings };
}

export function scanImports(source: string): ScannedSource {
  const { code, strings } = mask(source);
  const imports: SourceImport[] = [];
  const opaque: number[] = [];
  const lineAt = (index: number): number => code.slice(0, index).split('\n').length;
  const add = (how: SourceImport['how'], match: RegExpMatchArray): void => {
    const specifier = strings[Number(match[1])];
    if (specifier !== undefined) imports.push({ specifier, how, line: lineAt(match.index ?? 0) });
  };
  for (const match of code.matchAll(/(?<![.\w$])import\s+(?:type\s+)?[\w$\s{},*]+?\sfrom\s*"(\d+)"/g)) add('import', match);
  for (const match of code.matchAll(/(?<![.\w$])import\s+(?:type\s*)?[{*][^;()]*?\}?\s*from\s*"(\d+)"/g)) {
    if (!imports.some((known) => known.line === lineAt(match.index))) add('import', match);
  }
  for (const match of code.matchAll(/(?<![.\w$])import\s*"(\d+)"/g)) add('import', match);
  for (const match of code.matchAll(/(?<![.\w$])export\s+(?:type\s+)?(?:\*(?:\s+as\s+[\w$]+)?|\{[^}]*\})\s*from\s*"(\d+)"/g)) add('export-from', match);
  for (const match of code.matchAll(/(?<![.\w$])import\s*\(\s*"(\d+)"/g)) add('dynamic', match);
  for (const match of code.matchAll(/(?<![.\w$])require(?:\.resolve)?\s*\(\s*"(\d+)"/g)) add('require', match);
  for (const match of code.matchAll(/(?<![.\w$])(?:import|require(?:\.resolve)?)\s*\(\s*(?!["\s])/g)) opaque.push(lineAt(match.index));
  return {
    imports,
    opaque,
    defaultExport: /(?<![.\w$])export\s+default\b|(?<![.\w$])export\s*\{[^}]*\bas\s+default\b/.test(code),
    lines: source.split('\n').length - (source.endsWith('\n') ? 1 : 0),
  };
}
