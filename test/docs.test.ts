/** What the documents say of the project is checked against the project. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadStandard } from '../src/app/standard';
import { METRICS } from '../src/core/metric/metrics';
import { CHART_DATA_SHEET, CHART_SHEET } from '../src/core/chart/chart-sheets';
import { METRIC_SHEETS } from '../src/core/metric/sheet/metric-sheets';

const ROOT = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const standard = loadStandard();

test('the coverage table of the README is that of its data', () => {
  expect(spawnSync(process.execPath, ['scripts/coverage.mjs', '--check'], { cwd: ROOT, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

test('the coverage names every sheet of the workbook, and no other', () => {
  const coverage: readonly { sheets: readonly string[] }[] = JSON.parse(read('docs/coverage.json'));
  const named = new Set(coverage.flatMap(({ sheets }) => sheets));
  const sheets = [...standard.library.forms.map(({ sheet }) => sheet), ...standard.rawSheets.map(({ sheet }) => sheet), ...METRIC_SHEETS, CHART_SHEET, CHART_DATA_SHEET];
  expect(named).toEqual(new Set(sheets));
});

test('the numbers in the README hold', () => {
  expect(METRICS).toHaveLength(39);
  expect(standard.rawSheets).toHaveLength(21);
  expect(read('README.md')).toContain('21 raw-data sheets, import from CSV and xlsx, checks, 39 metrics');
});

test('every npm command and every file that the documents name exists', () => {
  const manifest: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
  const scripts = Object.keys(manifest.scripts);
  for (const document of ['README.md', 'CONTRIBUTING.md', 'docs/cli.md']) {
    const text = read(document);
    for (const [, name] of text.matchAll(/npm (?:run )?(?!ci\b|run\b)([a-z][\w:]*)/g)) expect([document, scripts.includes(name ?? '')]).toEqual([document, true]);
    for (const [, path] of text.matchAll(/`((?:src|test|scripts|sample|templates)\/[\w./-]+)`/g)) expect([document, path, existsSync(join(ROOT, path ?? ''))]).toEqual([document, path, true]);
    for (const [, path] of text.matchAll(/\]\(((?!http|#)[^)#]+)\)/g)) expect([document, path, existsSync(join(ROOT, dirname(document), path ?? ''))]).toEqual([document, path, true]);
  }
});
