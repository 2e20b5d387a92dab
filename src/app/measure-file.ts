/**
 * Use case: every metric of a workbook file, as `measure` gives them. The rows go from the file straight into the accumulators
 * and are not kept: memory does not grow with them, and only the columns that some metric looks at are decoded.
 */
import { openMetricPass } from '../core/metric/measure-metrics';
import { aboutFile } from './about-file';
import { openOurs, type FileHost } from './load-workbook';
import { MEASURED, measurementOf, type Measurement } from './measure';
import type { ReadableWorkbook, ReadOptions } from './ports';
import { rawBlocks } from './read-raw-sheet';
import { readTyped, type TypedReading } from './read-content';
import type { Standard } from './standard';

export interface FileMeasurement extends Pick<TypedReading, 'issues'> {
  /** Without rows. */
  readonly content: TypedReading['content'];
  readonly measurement: Measurement;
}

/** Throws `HostError` as `loadWorkbook` does. */
export async function measureFile(path: string, host: FileHost, standard: Standard, options: Pick<ReadOptions, 'signal'> = {}): Promise<FileMeasurement> {
  const file = await host.files.open(path);
  return aboutFile(path, async () => measureRows(await openOurs(file, host.xlsx, standard), standard, options));
}

/** An opened workbook of ours, in one pass over its rows. */
export async function measureRows(workbook: ReadableWorkbook, standard: Standard, options: Pick<ReadOptions, 'signal'> = {}): Promise<FileMeasurement> {
  const { content, issues, raw } = await readTyped(workbook, standard, options);
  const pass = openMetricPass(MEASURED, content);
  for (const { def, places } of raw) {
    const wanted = pass.columns.get(def.key);
    if (wanted === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- one sheet is inflated at a time
    for await (const block of rawBlocks(workbook, def, places, options, wanted)) pass.take(def.key, block);
  }
  return { content, issues, measurement: measurementOf(pass.finish(), content.periods) };
}
