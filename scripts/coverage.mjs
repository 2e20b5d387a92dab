/**
 * Writes the coverage table of README.md from docs/coverage.json, between its two markers.
 * `--check` writes nothing and exits with 1 when the table is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const README = join(ROOT, 'README.md');
const [BEGIN, END] = ['<!-- coverage:begin -->', '<!-- coverage:end -->'];
const STATES = { done: '有', partial: '部分', none: '还没有' };

const entries = JSON.parse(readFileSync(join(ROOT, 'docs/coverage.json'), 'utf8'));
const table = [
  '| 条款 | 内容 | 工作簿里的表 | 做法 | 状态 |',
  '|---|---|---|---|---|',
  ...entries.map(({ clause, title, sheets, how, state }) => `| ${clause} | ${title} | ${sheetsText(sheets)} | ${how} | ${STATES[state]} |`),
].join('\n');

/** Many raw-data sheets are counted, not listed. */
function sheetsText(sheets) {
  return sheets.length > 6 && sheets.every((sheet) => sheet.startsWith('数据_')) ? `${sheets.length} 张原始数据表（数据_…）` : sheets.join('、');
}

const readme = readFileSync(README, 'utf8');
const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
if (from === -1 || to < from) throw new Error('README.md lacks the markers of the coverage table');
const updated = `${readme.slice(0, from + BEGIN.length)}\n${table}\n${readme.slice(to)}`;

if (process.argv.includes('--check')) {
  if (updated !== readme) {
    console.error('README.md: the coverage table is out of date; run node scripts/coverage.mjs');
    process.exitCode = 1;
  }
} else if (updated !== readme) {
  writeFileSync(README, updated);
}
