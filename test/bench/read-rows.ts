/** Reading a workbook of one sheet with 8 columns, as everybody does it. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { nodeFiles } from '../../src/host/node/files';
import { nodeGzip } from '../../src/host/node/gzip';
import { openZip } from '../../src/host/xlsx/package/zip-reader';
import { DEFAULT_LIMITS } from '../../src/host/xlsx/package/zip';
import { openWorkbook } from '../../src/host/xlsx/read/workbook';
import { findSoffice } from '../support/libreoffice';
import type { Bench, Outcome } from './bench';
import { COLUMNS, writeExcelLike } from './excel-like';
import { scanSheet } from './smallest-scan';

const FILE = 'rows.xlsx';
const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';

/** Every column as blocks, from the file's bytes: texts of the shared table, dates and numbers. */
export async function readBlocks(path: string): Promise<number> {
  const workbook = await openWorkbook(await nodeFiles().open(path), { gzip: nodeGzip });
  const [sheet = ''] = workbook.sheetNames;
  let rows = 0;
  for await (const block of workbook.blocks(sheet, COLUMNS)) rows += block.length;
  return rows - 1;
}

async function bytesIn(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return bytes;
}

/** Both parts that the cells' values stand in must be inflated by whoever reads them: the texts first, here without a look at them. */
async function sheetPieces(path: string): Promise<AsyncIterable<Uint8Array>> {
  const zip = await openZip(await nodeFiles().open(path), nodeGzip, DEFAULT_LIMITS);
  if ((await bytesIn(zip.pieces(STRINGS))) === 0) throw new Error('no shared strings');
  return zip.pieces(SHEET);
}

function expectRows(found: number, rows: number): number {
  if (found !== rows) throw new Error(`${found} rows were read, not ${rows}`);
  return found;
}

async function byExceljs(path: string): Promise<number> {
  const { default: ExcelJS } = await import('exceljs');
  let rows = 0;
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, { sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', worksheets: 'emit', entries: 'emit' })) {
    for await (const row of sheet) rows += row.cellCount > 0 ? 1 : 0;
  }
  return rows - 1;
}

async function bySheetjs(path: string): Promise<number> {
  const { default: sheetjs } = await import('xlsx');
  const book = sheetjs.read(await readFile(path), { dense: true });
  const sheet: unknown = Object.values(book.Sheets)[0];
  return (Array.isArray(sheet) ? sheet.length : 0) - 1;
}

/** Highest resident memory of a process and those under it, in MB; 0 where the system does not tell. */
async function peakOf(pid: number): Promise<number> {
  try {
    const own = Number(/VmHWM:\s*(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    // A child belongs to the thread that started it.
    const threads = await readdir(`/proc/${pid}/task`);
    const children = (await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')))).join(' ');
    return (await Promise.all((children.match(/\d+/g) ?? []).map((child) => peakOf(Number(child))))).reduce((sum, one) => sum + one, own);
  } catch {
    return 0;
  }
}

/** Converts to CSV with a profile that is set up already. */
async function byLibreOffice(folder: string, rows: number): Promise<() => Promise<Outcome>> {
  const soffice = findSoffice() ?? '';
  const out = join(folder, 'csv');
  await mkdir(out, { recursive: true });
  const start = (path: string): ReturnType<typeof convert> => convert(soffice, [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--norestore', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', '--outdir', out, path]);
  const convert = promisify(execFile);
  await writeFile(join(folder, 'warm.csv'), 'a\n');
  await start(join(folder, 'warm.csv'));
  return async () => {
    const running = start(join(folder, FILE));
    let megabytes = 0;
    const timer = setInterval(() => void peakOf(running.child.pid ?? 0).then((peak) => (megabytes = Math.max(megabytes, peak))), 100);
    await running;
    clearInterval(timer);
    if (!(await readdir(out)).includes('rows.csv')) throw new Error('LibreOffice wrote nothing');
    return { units: rows, megabytes };
  };
}

/** Ours first; `rounds` for what is quick, one for the others where `slowOnce`. */
export function readRowsBench(rows: number, { rounds, slowOnce }: { readonly rounds: number; readonly slowOnce: boolean }): Bench {
  const way = (read: (path: string) => Promise<number>) => (folder: string) => Promise.resolve(async () => expectRows(await read(join(folder, FILE)), rows));
  const libreOffice = findSoffice() === null ? {} : { 'LibreOffice to CSV': (folder: string) => byLibreOffice(folder, rows) };
  return {
    title: `read ${rows.toLocaleString('en')} rows x 8 of a workbook as Excel writes it${findSoffice() === null ? ' (LibreOffice left out: not installed)' : ''}`,
    unit: 'rows',
    rounds,
    prepare: (folder) => writeExcelLike(join(folder, FILE), rows),
    ways: {
      zhisheng: way(readBlocks),
      'inflate + smallest scan': way(async (path) => {
        const { cells } = await scanSheet(await sheetPieces(path));
        return cells > 7 * rows ? rows : 0;
      }),
      'inflate alone': way(async (path) => {
        return (await bytesIn(await sheetPieces(path))) > 100 * rows ? rows : 0;
      }),
      'exceljs stream': way(byExceljs),
      SheetJS: way(bySheetjs),
      ...libreOffice,
    },
    once: slowOnce ? ['exceljs stream', 'SheetJS', ...Object.keys(libreOffice)] : [],
  };
}
