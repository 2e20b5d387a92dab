/** Adds the file to failures of what only saw its bytes. */
import { HostError } from './ports';

export async function aboutFile<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HostError) || error.params['path'] !== undefined) throw error;
    throw new HostError(error.code, { ...error.params, file: path }, { cause: error });
  }
}
