/** Names for files that must not go over others. */
import type { Files } from './ports';

/** `a.csv`, `a-2.csv`, `a-3.csv` ... */
export function numbered(path: string, number: number): string {
  return number === 1 ? path : path.replace(/(\.[^.\\/]*)?$/, `-${number}$1`);
}

/** The first of them that is free. Throws `HostError` (`file/unreadable`). */
export async function freePath(path: string, files: Pick<Files, 'exists'>): Promise<string> {
  for (let number = 1; ; number++) {
    // oxlint-disable-next-line no-await-in-loop -- the next name is for when this one is taken
    if (!(await files.exists(numbered(path, number)))) return numbered(path, number);
  }
}
