/** The table of who may import whom, held over every source; and the proof that each of its rules can fail. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { breaches, MAX_LINES, RULES } from './support/architecture/rules';
import { scanImports, type ScannedSource } from './support/architecture/scan-imports';

const ROOT = join(__dirname, '..');

function listFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

function project(): { readonly sources: ReadonlyMap<string, ScannedSource>; readonly others: readonly string[] } {
  const files = [...listFiles('src'), ...listFiles('templates')];
  const code = files.filter((file) => /\.tsx?$/.test(file));
  return {
    sources: new Map(code.map((file) => [file, scanImports(readFileSync(join(ROOT, file), 'utf8'))])),
    others: files.filter((file) => !code.includes(file)),
  };
}

/** A project of a few files, for showing that a rule bites. */
function graph(files: Readonly<Record<string, string>>): readonly string[] {
  return breaches(new Map(Object.entries(files).map(([file, source]) => [file, scanImports(source)])));
}

describe('the sources', () => {
  test('keep the table of who may import whom, without cycles, default exports, barrels or long files', () => {
    expect(breaches(project().sources, project().others)).toEqual([]);
  });

  test('are really read: the scanner sees the imports that the project is known to have', () => {
    const { sources } = project();
    expect(sources.get('src/app/ports.ts')?.imports.map((entry) => entry.specifier)).toEqual([
      '../core/model/block', '../core/model/cell', '../core/model/chart-spec', '../core/model/document', '../core/model/sheet-spec', '../core/model/sheet-structure', '../core/model/source-table', '../core/model/workbook-patch',
    ]);
    expect(sources.size).toBeGreaterThan(10);
  });
});

function specifiers(source: string): readonly string[] {
  return scanImports(source).imports.map((entry) => `${entry.how} ${entry.specifier}`);
}

describe('the scanner', () => {
  test.each([
    ["import { a } from './a';", ['import ./a']],
    ["import type { A } from './a';", ['import ./a']],
    ["import { type A, b } from './a';", ['import ./a']],
    ["import * as z from 'zod';", ['import zod']],
    ["import d, { e } from 'exceljs';", ['import exceljs']],
    ["import {\n  a,\n  b,\n} from './a';\nimport c from './c';", ['import ./a', 'import ./c']],
    ["import './effect';", ['import ./effect']],
    ["export { a } from './a';", ['export-from ./a']],
    ["export * from './a';", ['export-from ./a']],
    ["export type { A } from './a';", ['export-from ./a']],
    ["const x = await import('./late');", ['dynamic ./late']],
    ["const fs = require('fs');", ['require fs']],
    ["type T = import('./types').T;", ['dynamic ./types']],
  ])('finds %s', (source, expected) => {
    expect(specifiers(source)).toEqual(expected);
  });

  test.each([
    "// import { a } from './a';",
    "/* import './a'; */",
    'const text = "import { a } from \'./a\'";',
    "const text = `import './a'`;",
    "const rule = /import '.a'/;",
    "table.import('x'); const importance = 'y';",
  ])('is not taken in by %s', (source) => {
    expect(specifiers(source)).toEqual([]);
  });

  test('reports loads whose target is computed', () => {
    expect(scanImports('const a = 1;\nawait import(name);\nrequire(`x${a}`);').opaque).toEqual([2, 3]);
  });

  test('counts lines and sees default exports', () => {
    expect(scanImports('a;\nb;\n').lines).toBe(2);
    expect(scanImports('export default a;').defaultExport).toBe(true);
    expect(scanImports('export { a as default };').defaultExport).toBe(true);
    expect(scanImports('export const defaults = 1;').defaultExport).toBe(false);
  });
});

describe('each rule can fail', () => {
  const empty = 'export const a = 1;';

  test.each([
    ['core/model knows no form', 'src/core/model/a.ts', 'src/core/form/b.ts'],
    ['core speaks no sentences', 'src/core/check/a.ts', 'src/core/text/b.ts'],
    ['core knows no use case', 'src/core/metric/a.ts', 'src/app/b.ts'],
    ['core does not read templates itself', 'src/core/template/a.ts', 'templates/b.ts'],
    ['a use case knows no host', 'src/app/a.ts', 'src/host/xlsx/b.ts'],
    ['a use case knows no command line', 'src/app/a.ts', 'src/cli/b.ts'],
    ['a host knows no other host', 'src/host/xlsx/a.ts', 'src/host/node/b.ts'],
    ['a host knows no use case but the ports', 'src/host/node/a.ts', 'src/app/measure.ts'],
    ['the command line knows no host', 'src/cli/a.ts', 'src/host/node/b.ts'],
    ['the command line does not read templates itself', 'src/cli/a.ts', 'templates/b.ts'],
    ['nobody imports a composition root', 'src/cli/a.ts', 'src/entry/b.ts'],
    ['the pane knows no host', 'src/pane/a.ts', 'src/host/web/b.ts'],
    ['the pane knows no command line', 'src/pane/features/x/a.ts', 'src/cli/b.ts'],
    ['a feature of the pane knows no other', 'src/pane/features/x/a.ts', 'src/pane/features/y/b.ts'],
    ['a component knows no feature', 'src/pane/components/a.ts', 'src/pane/features/y/b.ts'],
    ['a use case knows no pane', 'src/app/a.ts', 'src/pane/b.ts'],
    ['a browser host knows no desk', 'src/host/web/a.ts', 'src/app/desk/b.ts'],
  ])('%s', (_rule, from, to) => {
    const up = '../'.repeat(from.split('/').length - 1);
    const found = graph({ [from]: `import { a } from '${up}${to.replace('.ts', '')}';`, [to]: empty });
    expect(found).toContain(`direction: ${from}:1 imports ${to}`);
  });

  test('what is allowed is not reported', () => {
    expect(
      graph({
        'src/host/node/a.ts': "import { a } from '../../app/ports';\nimport { readFile } from 'node:fs/promises';",
        'src/app/ports.ts': "import type { a } from '../core/model/a';",
        'src/core/model/a.ts': empty,
        'src/cli/run.ts': "import { a } from '../app/ports';",
        'templates/index.ts': "export { a } from './raw';",
        'templates/raw.ts': empty,
      }),
    ).toEqual([]);
  });

  test.each([
    ['exceljs', 'src/app/a.ts'],
    ['zod', 'src/core/form/a.ts'],
    ['zod', 'src/cli/a.ts'],
    ['jstat', 'src/core/metric/a.ts'],
    ['papaparse', 'src/host/node/a.ts'],
    ['node:fs', 'src/core/model/a.ts'],
    ['node:fs', 'src/host/xlsx/a.ts'],
    ['fflate', 'src/entry/a.ts'],
    ['react', 'src/app/a.ts'],
    ['@fluentui/react-components', 'src/host/web/a.ts'],
    ['@tanstack/react-virtual', 'src/pane/hooks/a.ts'],
    ['idb-keyval', 'src/pane/a.ts'],
  ])('%s does not leak into %s', (library, file) => {
    expect(graph({ [file]: `import { x } from '${library}';` })).toEqual([`library: ${file}:1 imports ${library}`]);
  });

  test('a cycle of files', () => {
    expect(graph({ 'src/core/model/a.ts': "import './b';", 'src/core/model/b.ts': "import './a';" })).toEqual([
      'file cycle: src/core/model/a.ts -> src/core/model/b.ts -> src/core/model/a.ts',
    ]);
  });

  test('a cycle of parts without a cycle of files', () => {
    expect(
      graph({
        'src/core/model/a.ts': "import '../issue/a';",
        'src/core/issue/a.ts': empty,
        'src/core/issue/b.ts': "import '../model/b';",
        'src/core/model/b.ts': empty,
      }),
    ).toEqual(['part cycle: core/model -> core/issue -> core/model']);
  });

  test('a default export, a barrel, a long file, an unknown part, a computed load, a missing file', () => {
    expect(graph({ 'src/app/a.ts': 'export default 1;' })).toEqual(['default export: src/app/a.ts']);
    expect(graph({ 'src/app/index.ts': empty })).toEqual(['barrel: src/app/index.ts']);
    expect(graph({ 'src/app/a.ts': "export { b } from './b';", 'src/app/b.ts': empty })).toEqual(['barrel: src/app/a.ts']);
    expect(graph({ 'src/app/a.ts': '\n'.repeat(MAX_LINES + 1) })).toEqual([`too long: src/app/a.ts has ${MAX_LINES + 1} lines`]);
    expect(graph({ 'src/utils/a.ts': empty })).toEqual(['no rule: src/utils/a.ts is in utils, which the table does not know']);
    expect(graph({ 'src/app/a.ts': 'export const a = import(b);' })).toEqual(['opaque: src/app/a.ts:1 loads what a reader cannot see']);
    expect(graph({ 'src/app/a.ts': "import './gone';" })).toEqual(['unresolved: src/app/a.ts:1 imports ./gone']);
  });

  test('the table names only parts that it has a rule for', () => {
    const named = Object.values(RULES).flatMap((rule) => rule.parts.filter((part) => !part.endsWith('/*') && !part.endsWith('ports')));
    expect(named.filter((part) => RULES[part] === undefined)).toEqual([]);
  });
});
