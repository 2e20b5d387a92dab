/** What a thread of the roll-up runs: one workbook after the other, each from its file to its facts. */
import type { BookJob } from '../app/rollup/collect-facts';
import { runJob as run } from '../app/rollup/run-job';
import { loadStandard } from '../app/standard';
import type { JobAnswer } from '../app/ports';
import { nodeFiles } from '../host/node/files';
import { nodeGzip } from '../host/node/gzip';
import { createXlsxFormat } from '../host/xlsx/format';

const host = { files: nodeFiles(), xlsx: createXlsxFormat({ gzip: nodeGzip }), gzip: nodeGzip };
const standard = loadStandard();

export function runJob(job: BookJob): Promise<JobAnswer> {
  return run(job, host, standard);
}
