/** Where rejected rows go: never over a file with other content, which may be the last one with a clerk's corrections in it. */
import { numbered } from './free-path';
import { HostError, type Files } from './ports';

export interface Saved {
  /** Null when no place could be written. */
  readonly file: string | null;
  readonly error: HostError | null;
}

/**
 * Tries the places in turn: beside the source, beside the workbook. Never throws `HostError`: the rows that were accepted
 * are in the workbook by then, and that has to be reported. The error is that of the first place.
 */
export async function saveRejected(places: readonly string[], bytes: Uint8Array, files: Files): Promise<Saved> {
  let first: HostError | null = null;
  for (const place of new Set(places)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next place is for when this one fails
      return { file: await saveAt(place, bytes, files), error: null };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      first ??= error;
    }
  }
  return { file: null, error: first };
}

/** `a.csv`, or the first of `a-2.csv`, `a-3.csv` ... that is free or holds the same already. */
async function saveAt(path: string, bytes: Uint8Array, files: Files): Promise<string> {
  for (let number = 1; ; number++) {
    const name = numbered(path, number);
    // oxlint-disable-next-line no-await-in-loop -- the next name is for when this one is taken
    if (!(await files.exists(name))) {
      // oxlint-disable-next-line no-await-in-loop
      await files.replace(name, bytes);
      return name;
    }
    // oxlint-disable-next-line no-await-in-loop
    if (await holds(name, bytes, files)) return name;
  }
}

async function holds(path: string, bytes: Uint8Array, files: Files): Promise<boolean> {
  try {
    const found = await files.read(path);
    return found.length === bytes.length && found.every((byte, i) => byte === bytes[i]);
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}
