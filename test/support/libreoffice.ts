/**
 * LibreOffice for tests: the spreadsheet engine that proves formulas, prints forms and edits files as a person would.
 * Each run has a profile of its own under the temporary folder. Conversions force recalculation on load (LibreOffice otherwise
 * keeps cached values); edits load the cached values and recalculate everything before saving. Give many files to one call: each call starts the program once (1-2 s).
 * Numbers come back with 15 significant digits, which is what LibreOffice writes.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { address } from '../../src/core/model/address';
import { plainXlsx, type Grid } from './plain-xlsx';
import { describeWith, findProgram, run } from './tools';

/** Bytes of a file, or its path. */
export type FileOrBytes = Uint8Array | string;

/** A cell typed into a sheet: a number, a text, or (`formula`) a formula with its leading `=`. */
export interface Typed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number | string;
  readonly formula?: boolean;
}

let soffice: string | null | undefined;

/** The program's path, or null when it is not installed. */
export function findSoffice(): string | null {
  soffice ??= findProgram(['soffice', '/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'], ['--version']);
  return soffice;
}

export function describeWithLibreOffice(name: string, body: () => void): void {
  describeWith('LibreOffice', findSoffice() !== null, name, body);
}

/** What happens to formulas on load: 0 recalculates all, 1 keeps what the file has. */
const onLoad = (mode: 0 | 1): string => ['OOXMLRecalcMode', 'ODFRecalcMode'].map((key) =>
  `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="${key}" oor:op="fuse"><value>${mode}</value></prop></item>`).join('');
/** Tells LibreOffice that the profile is set up; it would otherwise copy its presets over the macros below. */
const SET_UP = '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>';
const settings = (mode: 0 | 1): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${onLoad(mode)}${SET_UP}</oor:items>`;

async function inFolder<T>(mode: 0 | 1, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zhisheng-lo-'));
  try {
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settings(mode));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function start(folder: string, args: readonly string[], timeoutMs: number): Promise<string> {
  const path = findSoffice();
  if (path === null) throw new Error('LibreOffice is not installed');
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const ran = await run(path, [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--nolockcheck', ...args], { timeoutMs });
  return ran.stdout.toString('utf8') + ran.stderr;
}

async function put(folder: string, file: FileOrBytes, name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof file === 'string' ? await readFile(file) : file);
  return path;
}

/** Converts files in one start of the program; `to` is a file ending with an optional filter, e.g. `pdf` or `xlsx:Calc MS Excel 2007 XML`. */
export async function convert(files: readonly FileOrBytes[], to: string, from = 'xlsx', timeoutMs = 60_000 + files.length * 10_000): Promise<Uint8Array[]> {
  return inFolder(0, async (folder) => {
    const out = join(folder, 'out');
    const paths = await Promise.all(files.map((file, i) => put(folder, file, `${i}.${from}`)));
    const said = await start(folder, ['--convert-to', to, '--outdir', out, ...paths], timeoutMs);
    const ending = to.split(':')[0] ?? to;
    return Promise.all(files.map(async (_, i) => readFile(join(out, `${i}.${ending}`)).catch((cause: unknown) => {
      throw new Error(`LibreOffice did not convert file ${i}: ${said}`, { cause });
    })));
  });
}

/** Recalculates every formula of each file and returns the values, sheet by sheet. */
export async function recalculateAll(files: readonly FileOrBytes[]): Promise<Map<string, Grid>[]> {
  return (await convert(files, 'xlsx:Calc MS Excel 2007 XML')).map((bytes) => plainXlsx(bytes));
}

/** Sheet name -> rows -> cells, after recalculating every formula. */
export async function recalculate(file: FileOrBytes): Promise<Map<string, Grid>> {
  const [first] = await recalculateAll([file]);
  return first ?? new Map();
}

export async function convertToPdf(file: FileOrBytes): Promise<Uint8Array> {
  const [first] = await convert([file], 'pdf');
  return first ?? new Uint8Array();
}

/** One PNG per page of a PDF (pdftoppm of poppler-utils). */
export async function toPng(pdf: FileOrBytes, dpi = 70): Promise<Uint8Array[]> {
  return inFolder(0, async (folder) => {
    const path = await put(folder, pdf, 'in.pdf');
    await run('pdftoppm', ['-r', String(dpi), '-png', path, join(folder, 'page')]);
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.png'));
    pages.sort((a, b) => a.localeCompare(b));
    return Promise.all(pages.map(async (name) => readFile(join(folder, name))));
  });
}

const basicText = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const LIBRARIES = (dialog: boolean): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/${dialog ? 'dialog' : 'script'}.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`;
const LIBRARY = (modules: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">${modules.map((m) => `<library:element library:name="${m}"/>`).join('')}</library:library>`;
const MODULE = (name: string, code: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="${name}" script:language="StarBasic">${xml(code)}</script:module>`;

/**
 * Runs LibreOffice Basic over a file that is open as `doc` and gives back the file as LibreOffice saved it.
 * A run-time error in the Basic rejects with its message and line.
 */
export async function editWithBasic(file: FileOrBytes, code: string): Promise<Uint8Array> {
  return inFolder(1, async (folder) => {
    const input = await put(folder, file, 'in.xlsx');
    const output = join(folder, 'out.xlsx');
    const report = join(folder, 'report.txt');
    const basic = join(folder, 'profile', 'user', 'basic');
    await mkdir(join(basic, 'Standard'), { recursive: true });
    await writeFile(join(basic, 'script.xlc'), LIBRARIES(false));
    await writeFile(join(basic, 'dialog.xlc'), LIBRARIES(true));
    await writeFile(join(basic, 'Standard', 'script.xlb'), LIBRARY(['Edit', 'Main']));
    await writeFile(join(basic, 'Standard', 'dialog.xlb'), LIBRARY([]));
    await writeFile(join(basic, 'Standard', 'Edit.xba'), MODULE('Edit', `Sub Edit(doc)\n${code}\nEnd Sub\n`));
    await writeFile(join(basic, 'Standard', 'Main.xba'), MODULE('Main', `Sub Run
Dim hidden(0) As New com.sun.star.beans.PropertyValue
Dim kind(0) As New com.sun.star.beans.PropertyValue
Dim said
On Error Goto Failed
hidden(0).Name = "Hidden" : hidden(0).Value = True
doc = StarDesktop.loadComponentFromURL(${basicText(pathToFileURL(input).href)}, "_blank", 0, hidden())
Edit.Edit(doc)
doc.calculateAll()
kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
doc.storeToURL(${basicText(pathToFileURL(output).href)}, kind())
doc.close(True)
said = "done"
Goto Finally
Failed:
said = "line " & Erl & ": " & Error$
Finally:
f = FreeFile
Open ${basicText(report)} For Output As #f
Print #f, said
Close #f
StarDesktop.terminate()
End Sub
`));
    const said = await start(folder, ['macro:///Standard.Main.Run'], 120_000);
    const result = (await readFile(report, 'utf8').catch(() => `no report; ${said}`)).trim();
    if (result !== 'done') throw new Error(`LibreOffice Basic: ${result}`);
    return readFile(output);
  });
}

/** Opens the file in LibreOffice, types the cells (protection of the sheets is lifted first), recalculates and saves. */
export async function typeInto(file: FileOrBytes, cells: readonly Typed[]): Promise<Uint8Array> {
  const sheets = [...new Set(cells.map((cell) => cell.sheet))].map((name) => `doc.Sheets.getByName(${basicText(name)}).unprotect("")`);
  const typing = cells.map((cell) => {
    const where = `doc.Sheets.getByName(${basicText(cell.sheet)}).getCellRangeByName(${basicText(address(cell.row, cell.column))})`;
    if (typeof cell.value === 'number') return `${where}.Value = ${String(cell.value)}`;
    const text = cell.value.split(/\r?\n/).map((line) => basicText(line)).join(' & Chr(10) & ');
    return cell.formula === true ? `${where}.Formula = ${text}` : `${where}.String = ${text}`;
  });
  return editWithBasic(file, [...sheets, ...typing].join('\n'));
}
