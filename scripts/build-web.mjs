/** `npm run build`: the page in a browser as a static folder, dist/web, with the example workbook in it. `--if-older` leaves a build alone that is newer than its sources. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGE = join(root, 'dist/web/index.html');
const SOURCES = ['src', 'templates', 'assets', 'sample', 'webpack.config.js', 'package-lock.json'];

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return readdirSync(path, { recursive: true, withFileTypes: true }).reduce((latest, entry) => Math.max(latest, entry.isFile() ? statSync(join(entry.parentPath, entry.name)).mtimeMs : 0), 0);
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

const isNew = process.argv.includes('--if-older') && existsSync(PAGE) && statSync(PAGE).mtimeMs > Math.max(...SOURCES.map((path) => newest(join(root, path))));
if (!isNew) {
  const sample = join(root, 'out/web-sample');
  mkdirSync(sample, { recursive: true });
  await build({ entryPoints: [join(root, 'src/entry/cli.ts')], bundle: true, platform: 'node', target: 'node20', packages: 'external', outfile: join(root, 'dist/zhisheng.cjs'), logLevel: 'warning' });
  run('dist/zhisheng.cjs', 'demo', '--out', join(sample, 'demo'));
  const made = readdirSync(join(sample, 'demo')).find((name) => name.endsWith('.xlsx'));
  copyFileSync(join(sample, 'demo', made), join(sample, 'demo.xlsx'));
  run('node_modules/webpack/bin/webpack.js', '--mode', 'production');
}
