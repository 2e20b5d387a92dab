/**
 * Use case: many workbooks into one summary. Every file is read once, by whoever runs the jobs; its facts are kept as they come,
 * so that a run that was killed goes on, and a file that did not change is not read again. Figures are added up from the facts,
 * each file once, whatever was done twice.
 */
import { findDoubles, isBlank, type Candidate } from '../../core/rollup/duplicates';
import { digest } from '../../core/rollup/case-text';
import { FACTS_VERSION, isBook, type AsideFacts, type Facts } from '../../core/rollup/facts';
import { findingsOf, stagesDone, type Finding } from '../../core/rollup/findings';
import { TableBuilder, type Tables } from '../../core/rollup/tables';
import type { BookJob } from './collect-facts';
import { openFactJournal, type FactJournal } from './fact-journal';
import { BOOK_COLUMNS, bookRows, METRIC_COLUMNS, metricRows } from './fact-tables';
import type { Call, Files, FileTree, FoundFile, JobAnswer, JobRunner, Journals, TableFormat, WorkbookFormat } from '../ports';
import { readFacts } from './read-facts';
import { rollupWorkbook } from './summary/workbook';

export interface RollupHost {
  readonly files: Files;
  readonly xlsx: WorkbookFormat;
  readonly tree: FileTree;
  readonly journals: Journals;
  readonly parquet: TableFormat;
}

export interface RollupPlaces {
  readonly summary: string;
  /** Journal while it runs, NDJSON of the facts afterwards. */
  readonly facts: string;
  readonly books: string;
  readonly metrics: string;
}

export interface RollupInput extends Call {
  readonly paths: readonly string[];
  readonly places: RollupPlaces;
  /** Reads every file again. */
  readonly fresh: boolean;
  /** When, ISO 8601: printed on the summary. */
  readonly at: string;
  /** Called when there is something to read. */
  readonly runner: () => Promise<JobRunner<BookJob>>;
}

export interface RollupOutcome {
  readonly found: number;
  readonly passed: number;
  readonly read: number;
  readonly reused: number;
  readonly aside: readonly AsideFacts[];
  readonly tables: Tables;
  readonly findings: readonly Finding[];
}

/** Throws `HostError`. */
export async function runRollup(input: RollupInput, host: RollupHost): Promise<RollupOutcome> {
  const { paths, places, fresh, progress } = input;
  const own = new Set((await host.tree.list(await existing([places.summary], host.files), () => true)).files.map(({ full }) => full));
  const listed = await host.tree.list(paths, (name) => /\.xls[xm]$/iu.test(name));
  const files = listed.files.filter(({ full }) => !own.has(full));
  const journal = await openFactJournal(places.facts, host.journals, fresh);
  try {
    const jobs = files.filter((file) => !journal.has(file)).map(jobOf);
    await readAll(jobs, files.length, journal, input);
    const uncounted = await uncountedIn(journal.facts(files));
    const builder = new TableBuilder();
    const aside: AsideFacts[] = [];
    for await (const facts of journal.facts(files)) {
      if (isBook(facts)) builder.add(facts, !uncounted.has(facts.file));
      else aside.push(facts);
    }
    const tables = builder.tables();
    const findings = findingsOf(tables);
    progress?.report('write', 0, 0);
    await host.files.replace(places.books, host.parquet.write(BOOK_COLUMNS, bookRows(journal.facts(files), uncounted)));
    await host.files.replace(places.metrics, host.parquet.write(METRIC_COLUMNS, metricRows(journal.facts(files), uncounted)));
    await host.files.replace(places.summary, await host.xlsx.write(rollupWorkbook({ tables, findings, aside, at: input.at, found: files.length, passed: listed.passed })));
    await host.files.replace(places.facts, settled(journal, files));
    return { found: files.length, passed: listed.passed, read: jobs.length, reused: files.length - jobs.length, aside, tables, findings };
  } finally {
    await journal.close();
  }
}

async function existing(paths: readonly string[], files: Files): Promise<readonly string[]> {
  const there = await Promise.all(paths.map((path) => files.exists(path)));
  return paths.filter((_, i) => there[i]);
}

function jobOf({ path, full, version }: FoundFile): BookJob {
  return { id: digest(`${FACTS_VERSION} ${path} ${full} ${version}`), file: path, path: full, version };
}

async function readAll(jobs: readonly BookJob[], total: number, journal: FactJournal, { runner, signal, progress }: RollupInput): Promise<void> {
  if (jobs.length === 0) return;
  let done = total - jobs.length;
  progress?.report('rollup', done, total);
  const running = await runner();
  try {
    for await (const { job, answer } of running.run(jobs, signal)) {
      await journal.keep(factsOf(job, answer));
      progress?.report('rollup', ++done, total);
    }
  } finally {
    await running.close();
  }
}

function factsOf({ file, version }: BookJob, answer: JobAnswer): Facts {
  const aside = (code: string, params: AsideFacts['params']): AsideFacts => ({ kind: 'aside', facts: FACTS_VERSION, file, version, code, params: { ...params, file } });
  if ('failure' in answer) return aside(answer.failure.code, answer.failure.params);
  const facts = readFacts(answer.line);
  return facts?.file === file ? { ...facts, version } : aside('rollup/other-program', {});
}

/** Files that are doubles of others, or blank. */
async function uncountedIn(facts: AsyncIterable<Facts>): Promise<ReadonlySet<string>> {
  const candidates: Candidate[] = [];
  const blank: string[] = [];
  for await (const one of facts) {
    if (!isBook(one)) continue;
    if (isBlank(one)) blank.push(one.file);
    else candidates.push({ file: one.file, uscc: one.uscc, usccRight: one.usccRight, current: one.current, asOf: one.asOf, errors: one.errors, stagesDone: stagesDone(one) });
  }
  return new Set([...blank, ...findDoubles(candidates).flatMap(({ others }) => others.map(({ file }) => file))]);
}

/** One line per file, in the order of the files. The journal is closed before the file takes its place. */
async function* settled(journal: FactJournal, files: readonly FoundFile[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const facts of journal.facts(files)) yield encoder.encode(`${JSON.stringify(facts)}\n`);
  await journal.close();
}
