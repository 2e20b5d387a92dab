#!/usr/bin/env node
/** npm run rules: writes docs/rules.md, the catalogue of everything that a check can say. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'zhisheng-rules');
mkdirSync(cache, { recursive: true });
const bundle = join(cache, 'rules.cjs');
await build({
  stdin: { contents: `import { catalogueText } from './test/corruptions/catalogue.ts'; catalogueText().then((text) => process.stdout.write(text));`, resolveDir: root, loader: 'ts' },
  bundle: true, platform: 'node', target: 'node20', packages: 'external', outfile: bundle, logLevel: 'warning',
  // Samples and templates are read beside the sources.
  define: { __dirname: JSON.stringify(join(root, 'test/core/check/consistency')) },
});
writeFileSync(join(root, 'docs', 'rules.md'), execFileSync(process.execPath, [bundle], { encoding: 'utf8', cwd: root, maxBuffer: 1 << 24 }));
