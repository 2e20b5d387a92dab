/** A file that is to be written anew must not go over another, unless that was asked for. */
import { HostError, type Files } from '../app/ports';
import { withSuffix } from './paths';

/** Throws `HostError` (`file/exists`: `path`, `other`). */
export async function assertFree(path: string, replace: boolean, files: Pick<Files, 'exists'>): Promise<void> {
  if (!replace && (await files.exists(path))) throw new HostError('file/exists', { path, other: withSuffix(path, '-2') });
}
