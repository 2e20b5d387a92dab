/** The job of the roll-up as threads and other machines do it: never throws, so that what happened survives the way back. */
import type { JobAnswer } from '../ports';
import { HostError } from '../ports';
import type { Standard } from '../standard';
import { collectFacts, type BookJob, type CollectHost } from './collect-facts';

export async function runJob(job: BookJob, host: CollectHost, standard: Standard): Promise<JobAnswer> {
  try {
    return { line: JSON.stringify(await collectFacts(job, host, standard)) };
  } catch (error) {
    if (error instanceof HostError) return { failure: { code: error.code, params: { ...error.params, file: job.file } } };
    return { failure: { code: 'rollup/fault', params: { file: job.file, message: error instanceof Error ? error.message : String(error) } } };
  }
}
