/** What a failed call says. Throws where it does not fail, or fails in a way that a host does not. */
import { HostError } from '../../../src/app/ports';

export async function failure(work: Promise<unknown>): Promise<HostError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
  throw new Error('no failure');
}
