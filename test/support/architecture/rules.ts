/**
 * Who may import whom, as data, and the judge of a graph of sources. `design` in one place: the table of README.md
 * (架构) says the same in words.
 */
import { posix } from 'node:path';
import type { ScannedSource } from './scan-imports';

export interface PartRule {
  /** Parts of the project that may be imported; `core/*` means every part of core. The part itself always may. */
  readonly parts: readonly string[];
  /** Libraries that may be imported; `node:*` means the modules of Node. */
  readonly libraries: readonly string[];
}

const MODEL = ['core/model', 'core/issue'];

/** Every part of the project. A folder that is not here has no rule yet, which is itself a finding. */
export const RULES: Readonly<Record<string, PartRule>> = {
  'core/model': { parts: ['core/issue'], libraries: [] },
  'core/issue': { parts: ['core/model'], libraries: [] },
  'core/text': { parts: MODEL, libraries: [] },
  // Reference tables are constants of the standard's field, not of a workbook: the one place of core that reads its data itself.
  'core/reference': { parts: [...MODEL, 'core/template', 'templates/reference'], libraries: [] },
  'core/codec': { parts: [...MODEL, 'core/reference'], libraries: [] },
  'core/template': { parts: MODEL, libraries: ['zod'] },
  'core/stats': { parts: MODEL, libraries: ['jstat'] },
  'core/form': { parts: [...MODEL, 'core/reference', 'core/codec', 'core/template'], libraries: [] },
  'core/import': { parts: [...MODEL, 'core/reference', 'core/codec', 'core/template'], libraries: [] },
  'core/check': { parts: [...MODEL, 'core/reference', 'core/codec', 'core/merge'], libraries: [] },
  'core/metric': { parts: [...MODEL, 'core/codec', 'core/stats', 'core/form'], libraries: [] },
  'core/chart': { parts: [...MODEL, 'core/codec', 'core/metric', 'core/stats'], libraries: [] },
  'core/plan': { parts: [...MODEL, 'core/codec', 'core/reference', 'core/check', 'core/merge'], libraries: [] },
  'core/case': { parts: [...MODEL, 'core/chart', 'core/reference', 'core/check', 'core/metric'], libraries: [] },
  'core/merge': { parts: MODEL, libraries: [] },
  'core/compare': { parts: [...MODEL, 'core/codec', 'core/merge'], libraries: [] },
  'core/rollup': { parts: [...MODEL, 'core/codec', 'core/check', 'core/stats', 'core/reference'], libraries: ['@noble/hashes'] },
  'core/copy': { parts: [...MODEL, 'core/codec', 'core/compare', 'core/merge'], libraries: ['@noble/hashes'] },
  'core/review': { parts: [...MODEL, 'core/codec', 'core/check', 'core/compare', 'core/copy', 'core/merge'], libraries: [] },
  app: { parts: ['core/*', 'templates'], libraries: [] },
  'host/xlsx': { parts: ['app/ports', 'app/travel-ports', 'app/package-ports', 'core/model'], libraries: ['exceljs', 'fflate'] },
  'host/picture': { parts: ['app/ports', 'core/model'], libraries: ['echarts'] },
  'host/raster': { parts: ['app/ports', 'core/model'], libraries: ['@resvg/resvg-js'] },
  // Office.js is a global, read by globals.ts alone.
  'host/excel': { parts: ['app/ports', 'core/model'], libraries: [] },
  'host/csv': { parts: ['app/ports', 'core/model'], libraries: ['papaparse'] },
  'host/node': { parts: ['app/ports', 'core/model'], libraries: ['node:*'] },
  'host/web': { parts: ['app/ports', 'app/pane-ports', 'core/model'], libraries: ['idb-keyval'] },
  'host/pool': { parts: ['app/ports', 'core/model'], libraries: ['piscina'] },
  'host/queue': { parts: ['app/ports', 'core/model'], libraries: ['bullmq', 'ioredis'] },
  'host/parquet': { parts: ['app/ports', 'core/model'], libraries: ['hyparquet-writer'] },
  'host/word': { parts: ['app/ports', 'core/model'], libraries: ['docx', 'fflate'] },
  cli: { parts: ['app', 'core/*'], libraries: ['node:util'] },
  'pane/hooks': { parts: ['app', 'core/*'], libraries: ['react'] },
  'pane/components': { parts: ['app', 'core/*', 'pane/hooks'], libraries: ['react', '@fluentui/react-components', '@fluentui/react-icons'] },
  // Every folder under it is a part of its own: features do not know each other.
  'pane/features/*': { parts: ['app', 'core/*', 'pane/hooks', 'pane/components'], libraries: ['react', '@fluentui/react-components', '@fluentui/react-icons', '@tanstack/react-virtual'] },
  pane: { parts: ['app', 'core/*', 'pane/hooks', 'pane/components', 'pane/features/*'], libraries: ['react', '@fluentui/react-components'] },
  entry: { parts: ['app', 'core/*', 'cli', 'pane', 'host/*'], libraries: ['node:*', 'react-dom'] },
  templates: { parts: ['templates/reference'], libraries: [] },
  'templates/reference': { parts: [], libraries: [] },
};

/** Single files that may use one more library, and why. */
export const FILE_LIBRARIES: Readonly<Record<string, { readonly libraries: readonly string[]; readonly why: string }>> = {
  'src/app/copy-record.ts': { libraries: ['zod'], why: 'the state kept in a copy comes back through other hands: it is validated where it enters' },
  'src/app/demo-entries.ts': { libraries: ['zod'], why: 'the entries of the demo are a file: it is validated where it enters' },
  'src/app/archive/verify-archive.ts': { libraries: ['zod'], why: 'packages come back through other hands: their index is validated where it enters' },
  'src/app/seals.ts': { libraries: ['zod'], why: 'seals come back through other hands: they are validated where they enter' },
  'src/app/pseudonym-key.ts': { libraries: ['zod'], why: 'the list of pseudonyms is a file: it is validated where it enters' },
  'src/app/rollup/read-facts.ts': { libraries: ['zod'], why: 'facts come from a file or another machine: they are validated where they enter' },
  'src/app/profile.ts': { libraries: ['zod'], why: 'a profile is input from outside: it is validated where it enters' },
};

/** Files that only gather others. The lists of checks and metrics import what they list and hand on nothing else. */
export const LISTS: readonly RegExp[] = [/^templates\/(forms\/)?index\.ts$/];

export const MAX_LINES = 300;

/** The part a file belongs to: `src/core/form/a4.ts` -> `core/form`, `src/pane/features/check/a.tsx` -> `pane/features/check`. */
export function partOf(file: string): string {
  const [top, second, third, ...rest] = file.replace(/^src\//, '').split('/');
  if (top === undefined) return file;
  if (top === 'pane' && second === 'features') return rest.length === 0 ? 'pane/features' : `pane/features/${third}`;
  if (top === 'pane') return third === undefined ? 'pane' : `pane/${second}`;
  const divided = top === 'core' || top === 'host' || (top === 'templates' && second === 'reference');
  return divided && second !== undefined ? `${top}/${second}` : top;
}

/** The rule of a part, or that of all parts of its folder. */
function ruleOf(part: string): PartRule | undefined {
  return RULES[part] ?? RULES[`${posix.dirname(part)}/*`];
}

function mayImportPart(rule: PartRule, from: string, target: string, targetFile: string): boolean {
  if (from === target) return true;
  return rule.parts.some((allowed) => {
    if (allowed === target) return true;
    if (allowed.endsWith('/*')) return target.startsWith(allowed.slice(0, -1));
    return targetFile === `src/${allowed}.ts`;
  });
}

function mayImportLibrary(rule: PartRule, file: string, library: string): boolean {
  const allowed = [...rule.libraries, ...(FILE_LIBRARIES[file]?.libraries ?? [])];
  return allowed.some((name) => name === library || (name === 'node:*' && library.startsWith('node:')));
}

/** `@scope/name/deep` -> `@scope/name`; `node:fs/promises` -> `node:fs`. */
function libraryName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function resolve(file: string, specifier: string, files: ReadonlySet<string>): string | null {
  const path = posix.join(posix.dirname(file), specifier);
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) => files.has(candidate)) ?? null;
}

/** Strongly connected groups of more than one node, each as a readable round trip. */
function cycles(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const found: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (node: string): void => {
    state.set(node, 'open');
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      if (next === node) continue;
      if (state.get(next) === 'open') found.push([...path.slice(path.indexOf(next)), next].join(' -> '));
      else if (state.get(next) === undefined) visit(next);
    }
    path.pop();
    state.set(node, 'done');
  };
  for (const node of graph.keys()) if (state.get(node) === undefined) visit(node);
  return found;
}

/** Every breach of the rules, one sentence each; empty when the sources keep them. Other files (JSON) are named but not scanned. */
export function breaches(sources: ReadonlyMap<string, ScannedSource>, otherFiles: readonly string[] = []): readonly string[] {
  const found: string[] = [];
  const files = new Set([...sources.keys(), ...otherFiles]);
  const fileGraph = new Map<string, Set<string>>();
  const partGraph = new Map<string, Set<string>>();
  for (const [file, source] of sources) {
    const part = partOf(file);
    const rule = ruleOf(part);
    const targets = new Set<string>();
    fileGraph.set(file, targets);
    if (rule === undefined) found.push(`no rule: ${file} is in ${part}, which the table does not know`);
    if (source.defaultExport) found.push(`default export: ${file}`);
    if (source.lines > MAX_LINES) found.push(`too long: ${file} has ${source.lines} lines`);
    for (const line of source.opaque) found.push(`opaque: ${file}:${line} loads what a reader cannot see`);
    const reExports = source.imports.some((entry) => entry.how === 'export-from');
    if ((reExports || /(^|\/)index\.tsx?$/.test(file)) && !LISTS.some((list) => list.test(file))) found.push(`barrel: ${file}`);
    for (const { specifier, line } of source.imports) {
      if (!specifier.startsWith('.')) {
        const library = libraryName(specifier);
        if (rule !== undefined && !mayImportLibrary(rule, file, library)) found.push(`library: ${file}:${line} imports ${library}`);
        continue;
      }
      const target = resolve(file, specifier, files);
      if (target === null) {
        found.push(`unresolved: ${file}:${line} imports ${specifier}`);
        continue;
      }
      const targetPart = partOf(target);
      if (sources.has(target)) targets.add(target);
      if (targetPart !== part && target !== 'src/app/ports.ts') partGraph.set(part, (partGraph.get(part) ?? new Set()).add(targetPart));
      if (rule !== undefined && !mayImportPart(rule, part, targetPart, target)) found.push(`direction: ${file}:${line} imports ${target}`);
    }
  }
  found.push(...cycles(fileGraph).map((round) => `file cycle: ${round}`));
  found.push(...cycles(partGraph).map((round) => `part cycle: ${round}`));
  return found;
}
