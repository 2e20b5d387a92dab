#!/usr/bin/env node
/**
 * npm run fidelity [-- --public FOLDER] [--out FILE]
 * Edits every workbook of the corpus (and those in FOLDER) through the program and through exceljs, compares the files
 * before and after, and writes docs/fidelity.md. Needs openpyxl and LibreOffice for the whole of it; takes some minutes.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'zhisheng-fidelity');
mkdirSync(cache, { recursive: true });
const bundle = join(cache, 'report.cjs');
await build({ entryPoints: [join(root, 'test/support/corpus/report.ts')], bundle: true, platform: 'node', target: 'node20', packages: 'external', outfile: bundle, logLevel: 'warning' });
process.exitCode = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1;
