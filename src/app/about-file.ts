/** Adds the file to failures of what only saw its bytes. */
import { HostError } from './ports';

export function aboutFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof HostError) || error.params['path'] !== undefined) throw error;
    throw new HostError(error.code, { ...error.params, file: path }, { cause: error });
  }
}
