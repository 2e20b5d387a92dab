/** A journal as a file of lines. What a killed program left half-written at the end is ended, so that the next line stands alone. */
import { open, type FileHandle } from 'node:fs/promises';
import type { Journal, Journals, LinePlace } from '../../app/ports';
import { readingError, writingError } from './file-errors';

const NEWLINE = 10;
const PIECE = 1 << 20;

async function piece(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const into = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(into, done, length - done, start + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return into.subarray(0, done);
}

export const nodeJournals: Journals = {
  async open(path) {
    let file: FileHandle;
    let end: number;
    try {
      file = await open(path, 'a+');
      end = (await file.stat()).size;
      if (end > 0 && (await piece(file, end - 1, 1))[0] !== NEWLINE) {
        await file.appendFile('\n');
        end++;
      }
    } catch (cause) {
      throw writingError(path, cause);
    }
    return journalOf(file, end, path);
  },
};

function journalOf(file: FileHandle, size: number, path: string): Journal {
  let end = size;
  return {
    async *lines() {
      let rest: Buffer = Buffer.alloc(0);
      let start = 0;
      const last = end;
      for (let at = 0; at < last; ) {
        const read = await reading(path, () => piece(file, at, Math.min(PIECE, last - at)));
        if (read.length === 0) return;
        at += read.length;
        rest = rest.length === 0 ? read : Buffer.concat([rest, read]);
        for (let stop = rest.indexOf(NEWLINE); stop !== -1; stop = rest.indexOf(NEWLINE)) {
          if (stop > 0) yield { text: rest.toString('utf8', 0, stop), place: { start, length: stop } };
          start += stop + 1;
          rest = rest.subarray(stop + 1);
        }
      }
    },
    async append(text) {
      const bytes = Buffer.from(`${text}\n`, 'utf8');
      try {
        await file.appendFile(bytes);
      } catch (cause) {
        throw writingError(path, cause);
      }
      const place: LinePlace = { start: end, length: bytes.length - 1 };
      end += bytes.length;
      return place;
    },
    read: async ({ start, length }) => (await reading(path, () => piece(file, start, length))).toString('utf8'),
    close: () => file.close(),
  };
}

async function reading<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw readingError(path, cause);
  }
}
