/**
 * Use case: the main job on sample data. Lays out a folder with everything that is imported, makes the workbook of an
 * example enterprise, imports, writes, reads the file back, checks and measures what was read.
 */
import type { WorkbookContent } from '../core/model/content';
import type { RawSheetDef } from '../core/model/raw-sheet';
import type { Assembly } from '../core/plan/assemble';
import { buildWorkbook } from './build-workbook';
import { checkWorkbook } from './check-workbook';
import type { WorkbookCheck } from './compose-check';
import { createContent } from './create-workbook';
import { readDemoEntries } from './demo-entries';
import { customersOf, DEMO_TABLES, movedOrders, movedWorkOrders, type DemoTable } from './demo-tables';
import { readImportMap } from './import-map';
import { importRows } from './import-rows';
import { inspectWorkbook } from './inspect-workbook';
import { lastCheckOf } from './last-check';
import { loadSource, type SourceHost } from './load-source';
import { loadWorkbook } from './load-workbook';
import { makeContent } from './make-content';
import { measure, type Measurement } from './measure';
import { planContent } from './plan-content';
import { readProfile } from './profile';
import type { Folders, Progress } from './ports';
import { writeCaseOf, type CaseMakers, type CaseOutcome } from './write-case';
import type { Standard } from './standard';

export interface DemoHost extends SourceHost, CaseMakers {
  readonly folders: Folders;
}

export interface DemoPlaces {
  /** Folder of the samples that come with the program. */
  readonly samples: string;
  /** Folder of the files that are imported. */
  readonly data: string;
  readonly workbook: string;
  /** The case as a Word file. */
  readonly case: string;
}

export interface DemoImport {
  readonly table: DemoTable;
  readonly def: RawSheetDef;
  readonly accepted: number;
  readonly rejected: number;
}

export interface DemoOutcome {
  readonly imports: readonly DemoImport[];
  readonly check: WorkbookCheck;
  readonly content: WorkbookContent;
  readonly measurement: Measurement;
  readonly plan: Assembly;
  readonly case: CaseOutcome;
}

const ORDERS = 'northwind_orders.csv';
const WORK_ORDERS = 'adventureworks_work_orders.csv';
const CUSTOMERS = 'customers.csv';

/** Throws `HostError`. */
export async function runDemo(places: DemoPlaces, host: DemoHost, standard: Standard, progress: Progress): Promise<DemoOutcome> {
  await layOut(places, host);
  const profile = readProfile(await textOf(`${places.data}/profile.json`, host));
  const typed = readDemoEntries(JSON.parse(await textOf(`${places.samples}/example/entries.json`, host)), standard);
  const created = createContent(profile, 'all', standard);
  let content = makeContent({ ...created, entries: { ...typed.entries, ...created.entries }, side: typed.side });

  const imports: DemoImport[] = [];
  for (const [index, table] of DEMO_TABLES.entries()) {
    progress.report('import', index, DEMO_TABLES.length);
    // oxlint-disable-next-line no-await-in-loop -- one source in memory at a time
    const step = await importTable(content, table, places, host, standard);
    content = step.content;
    imports.push(step.done);
  }
  progress.report('plan', 0, 0);
  const written = measure(content);
  const planned = planContent(content, standard, { measurement: written });
  content = planned.content;
  progress.report('write', 0, 0);
  const before = checkWorkbook({ content, readIssues: [], results: written.results, changes: written.changes }, standard);
  const spec = buildWorkbook(content, standard, written, lastCheckOf(before));
  await host.files.replace(places.workbook, await host.xlsx.write(spec));
  progress.report('check', 0, 0);
  const { workbook, ...read } = await loadWorkbook(places.workbook, host, standard);
  const measurement = measure(read.content);
  const readIssues = await inspectWorkbook(workbook, read, standard, spec);
  const check = checkWorkbook({ content: read.content, readIssues, places: read.places, sheetNames: workbook.sheetNames, signed: read.signed, results: measurement.results, changes: measurement.changes }, standard);
  progress.report('write', 0, 0);
  const report = await writeCaseOf(read.content, measurement, check.issues, { out: places.case, draft: false, say: ({ code }) => code }, host, standard);
  return { imports, check, content: read.content, measurement, plan: planned.assembly, case: report };
}

/** Everything that is imported, so that each step can be repeated by hand. */
async function layOut({ samples, data }: DemoPlaces, host: DemoHost): Promise<void> {
  await host.folders.make(data);
  const orders = host.delimited.decode(await host.files.read(`${samples}/${ORDERS}`));
  const workOrders = host.delimited.decode(await host.files.read(`${samples}/${WORK_ORDERS}`));
  const made = new Map([[ORDERS, movedOrders(orders)], [WORK_ORDERS, movedWorkOrders(workOrders)], [CUSTOMERS, customersOf(orders)]]);
  const names = new Set(['profile.json', ...DEMO_TABLES.flatMap(({ file, map }) => (map === undefined ? [file] : [file, map]))]);
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop -- a handful of small files
    await host.files.replace(`${data}/${name}`, made.get(name) ?? (await host.files.read(`${samples}/example/${name}`)));
  }
}

async function importTable(
  content: WorkbookContent,
  table: DemoTable,
  { data }: DemoPlaces,
  host: DemoHost,
  standard: Standard,
): Promise<{ readonly content: WorkbookContent; readonly done: DemoImport }> {
  const def = standard.rawSheets.find(({ key }) => key === table.key);
  if (def === undefined) throw new RangeError(`no raw-data sheet ${table.key}`);
  const map = table.map === undefined ? null : readImportMap(await textOf(`${data}/${table.map}`, host), def).map;
  const source = await loadSource(`${data}/${table.file}`, undefined, def, map ?? undefined, host);
  const result = importRows(content, def, source.table, map === null ? {} : { map });
  if (result.plan.refused) throw new RangeError(`${table.file}: ${result.plan.issues.map(({ code, params }) => `${code} ${JSON.stringify(params)}`).join('; ')}`);
  return { content: result.content, done: { table, def, accepted: result.plan.acceptedCount, rejected: result.plan.rejectedCount } };
}

async function textOf(path: string, { files }: DemoHost): Promise<string> {
  return new TextDecoder().decode(await files.read(path));
}
