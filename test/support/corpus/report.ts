/** The proof of fidelity as a page: every edit over every file, through the product and through exceljs. Run by scripts/fidelity.mjs. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findSoffice } from '../libreoffice';
import { findOpenpyxl } from '../openpyxl';
import { buildCorpus, publicFiles } from './build-corpus';
import type { Comparison } from './compare';
import type { CorpusFile } from './corpus-file';
import { EDIT_TITLES, EDITS, type EditName } from './edits';
import { openInLibreOffice, openInOpenpyxl, type Opened } from './openers';
import { brokenBefore, damageOf, openingDamage, pairsOf, tryEdits, type Tool, type Trial } from './trials';

const TOOLS: readonly Tool[] = ['ours', 'exceljs'];
const NAMES: Readonly<Record<Tool, string>> = { ours: '质升', exceljs: 'exceljs 4.4.0' };

interface Outcome {
  readonly trial: Trial;
  readonly openpyxl?: Opened;
  readonly libreoffice?: Opened;
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);
const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(0)} s`;

async function outcomes(files: readonly CorpusFile[], tool: Tool, libreoffice: (trial: Trial, index: number) => boolean): Promise<readonly Outcome[]> {
  let since = Date.now();
  const trials = await tryEdits(files, EDITS, tool);
  say(`${NAMES[tool]}: ${trials.length} edits, ${seconds(since)}`);
  const pairs = pairsOf(trials);
  since = Date.now();
  const read = findOpenpyxl() === null ? [] : await openInOpenpyxl(pairs.map(([, pair]) => pair));
  say(`  openpyxl: ${seconds(since)}`);
  since = Date.now();
  const chosen = findSoffice() === null ? [] : pairs.filter(([trial], i) => libreoffice(trial, i));
  const shown = chosen.length === 0 ? [] : await openInLibreOffice(chosen.map(([, pair]) => pair));
  say(`  LibreOffice, ${chosen.length} files: ${seconds(since)}`);
  const [byOpenpyxl, byLibreOffice] = [new Map(pairs.map(([trial], i) => [trial, read[i]])), new Map(chosen.map(([trial], i) => [trial, shown[i]]))];
  return trials.map((trial) => {
    const [openpyxl, office] = [byOpenpyxl.get(trial), byLibreOffice.get(trial)];
    return { trial, ...(openpyxl === undefined ? {} : { openpyxl }), ...(office === undefined ? {} : { libreoffice: office }) };
  });
}

function damage({ trial, openpyxl, libreoffice }: Outcome): readonly string[] {
  return [...damageOf(trial, false), ...(openpyxl === undefined ? [] : openingDamage('openpyxl', openpyxl)), ...(libreoffice === undefined ? [] : openingDamage('LibreOffice', libreoffice))];
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`)].join('\n');

/** Of those that the program could open before. */
function openedShare(all: readonly Outcome[], pick: (outcome: Outcome) => Opened | undefined): string {
  const asked = all.flatMap((outcome) => pick(outcome) ?? []).filter(({ before }) => before);
  return asked.length === 0 ? 'not asked' : `${asked.filter(({ after }) => after).length} of ${asked.length}`;
}

function editRows(name: EditName, by: ReadonlyMap<Tool, readonly Outcome[]>): readonly (readonly (string | number)[])[] {
  return TOOLS.map((tool) => {
    const all = (by.get(tool) ?? []).filter(({ trial }) => trial.name === name);
    if (all.length === 0) return [EDIT_TITLES[name], NAMES[tool], 'cannot', '', '', '', '', ''];
    const done = all.flatMap(({ trial }) => (typeof trial.result === 'string' ? [] : [trial.result.comparison]));
    const sum = (count: (each: Comparison) => number): number => done.reduce((total, each) => total + count(each), 0);
    return [
      EDIT_TITLES[name], NAMES[tool], all.length, all.length - done.length, `**${all.filter((outcome) => damage(outcome).length === 0).length}**`,
      `${((sum(({ identical }) => identical) / Math.max(1, sum(({ parts }) => parts))) * 100).toFixed(1)} %`, sum(({ lost }) => lost.length), sum(({ touched }) => touched.length),
      openedShare(all, ({ openpyxl }) => openpyxl), openedShare(all, ({ libreoffice }) => libreoffice),
    ];
  });
}

/** Per kind: in how many edited files there was less of it. */
function lostKinds(by: ReadonlyMap<Tool, readonly Outcome[]>): readonly (readonly (string | number)[])[] {
  const kinds = new Map<string, Map<Tool, number>>();
  for (const tool of TOOLS) {
    for (const { trial } of by.get(tool) ?? []) {
      for (const kind of typeof trial.result === 'string' ? [] : trial.result.comparison.features) {
        const row = kinds.get(kind) ?? new Map<Tool, number>();
        kinds.set(kind, row.set(tool, (row.get(tool) ?? 0) + 1));
      }
    }
  }
  const rows = [...kinds].map(([kind, row]) => [kind, ...TOOLS.map((tool) => row.get(tool) ?? 0)] as const);
  rows.sort((a, b) => Number(b[2]) - Number(a[2]) || a[0].localeCompare(b[0]));
  return rows;
}

function failures(all: readonly Outcome[]): readonly (readonly string[])[] {
  const files = new Map<string, Set<string>>();
  for (const { trial: { result, file } } of all) {
    if (typeof result !== 'string') continue;
    const reason = result.replaceAll('\n', ' ').slice(0, 120);
    files.set(reason, (files.get(reason) ?? new Set()).add(file.name));
  }
  const rows = [...files];
  rows.sort(([, a], [, b]) => b.size - a.size);
  return rows.map(([reason, names]) => [`\`${reason}\``, String(names.size), [...names].slice(0, 4).join(', ') + (names.size > 4 ? ', …' : '')]);
}

function section(title: string, text: string, by: ReadonlyMap<Tool, readonly Outcome[]>): string {
  const ours = (by.get('ours') ?? []).filter((outcome) => damage(outcome).length > 0);
  const failed = failures(by.get('exceljs') ?? []);
  return [
    `## ${title}`, text,
    table(['edit', 'through', 'files', 'failed', 'undamaged', 'parts byte-identical', 'parts lost', 'parts changed that the edit does not concern', 'opens in openpyxl', 'opens in LibreOffice'], EDITS.flatMap((name) => editRows(name, by))),
    '### Features of which there was less after the edit', 'Edited files, all edits together.', table(['feature', ...TOOLS.map((tool) => NAMES[tool])], lostKinds(by)),
    ...(failed.length === 0 ? [] : ['### What exceljs could not load or save', table(['error', 'files', 'for instance'], failed)]),
    '### What 质升 refused or damaged', ours.length === 0 ? 'Nothing.' : table(['edit', 'file', 'what'], ours.map((outcome) => [outcome.trial.name, outcome.trial.file.name, damage(outcome).slice(0, 2).join('; ').slice(0, 200)])),
  ].join('\n\n');
}

const INTRO = `# Editing a file in place: what stays as it was

Written by \`npm run fidelity\`. Each workbook gets each edit twice: through the patch of this program, and through exceljs
(load, change, save). The files before and after are compared by code that shares nothing with the program's own reading.

* **Undamaged**: no feature lost (some 80 are counted), no fault that was not there before (content types, relationships, well-formed XML,
  order of elements as the schema wants it, numbers given twice), every other cell with the same value and formula, and the file opens
  in openpyxl (same values, formulas, looks, merges and widths of all other cells) and in LibreOffice (same values) wherever it did before.
* **Parts byte-identical**: of the parts of the file before, those with the same content after. The touched sheet can never be one of them.
* **Changed that the edit does not concern**: a typed cell concerns its sheet; appended rows also the table, the workbook part and Excel's chain of
  calculation; a new sheet the workbook part, its relationships, content types, styles and application properties; a chart the sheet and its drawing.
  For 质升 "the same" here means the same packed bytes.
* exceljs has no charts. Cells are appended for it cell by cell, as it does not know the rows of a table that it loaded.`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { public: { type: 'string' }, out: { type: 'string', default: 'docs/fidelity.md' } } });
  const { files, without } = await buildCorpus();
  const makers = new Map<string, number>();
  for (const { madeBy } of files) makers.set(madeBy, (makers.get(madeBy) ?? 0) + 1);
  const run = async (some: readonly CorpusFile[], libreoffice: (trial: Trial, index: number) => boolean): Promise<ReadonlyMap<Tool, readonly Outcome[]>> => {
    const by = new Map<Tool, readonly Outcome[]>();
    for (const tool of TOOLS) by.set(tool, await outcomes(some, tool, libreoffice));
    return by;
  };
  const missing = without.length === 0 ? '' : ` Not installed here: ${without.join(', ')}.`;
  const made = section(`Made workbooks: ${files.length}`, `Made while the command runs: ${[...makers].map(([maker, count]) => `${count} ${maker === 'by hand' ? 'written by hand, part by part' : `by ${maker}`}`).join(', ')}.${missing}`, await run(files, () => true));
  const pages = [INTRO, made];
  if (values.public !== undefined) {
    const all = publicFiles(values.public);
    const sound = all.filter((file) => brokenBefore(file) === null);
    pages.push(section(`Public workbooks: ${sound.length}`, `From the test collections listed in [test/fixtures/corpus/SOURCES.md](../test/fixtures/corpus/SOURCES.md), which are not part of this repository: \`npm run fidelity -- --public FOLDER\`. ${all.length - sound.length} of the ${all.length} files are left out: no zip, no XML or no worksheet (such collections hold files broken on purpose). LibreOffice is asked for one edit of each file, in turn.`, await run(sound, (_, index) => index % EDITS.length === Math.floor(index / EDITS.length) % EDITS.length)));
  }
  writeFileSync(values.out, `${pages.join('\n\n')}\n`);
  say(`wrote ${values.out}`);
}

void main();
