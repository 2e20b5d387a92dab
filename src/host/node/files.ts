/** Files on disk: read whole or in pieces, replaced only by complete new ones. */
import * as fs from 'node:fs/promises';
import { HostError, type Change, type Files } from '../../app/ports';
import { isMissing, readingError, writingError, type FileCalls } from './file-errors';
import { openFile } from './open-file';
import { replaceFile } from './replace-file';

/** Content whose own failure can be told from a failure of the disk. */
function watched(content: AsyncIterable<Change>): { readonly content: AsyncIterable<Change>; threw(cause: unknown): boolean } {
  let failure: { readonly cause: unknown } | undefined;
  async function* pieces(): AsyncGenerator<Change> {
    try {
      yield* content;
    } catch (cause) {
      failure = { cause };
      throw cause;
    }
  }
  return { content: pieces(), threw: (cause) => failure !== undefined && failure.cause === cause };
}

/** `calls` stands in for node:fs/promises in tests. */
export function nodeFiles(calls: FileCalls = fs): Files {
  return {
    async read(path) {
      try {
        const { buffer, byteOffset, byteLength } = await calls.readFile(path);
        return new Uint8Array(buffer, byteOffset, byteLength);
      } catch (cause) {
        throw readingError(path, cause);
      }
    },
    open: (path) => openFile(path, calls),
    async replace(path, content, options = {}) {
      const source = content instanceof Uint8Array ? undefined : watched(content);
      try {
        await replaceFile(path, source?.content ?? content, options, calls);
      } catch (cause) {
        throw cause instanceof HostError || source?.threw(cause) === true ? cause : writingError(path, cause);
      }
    },
    async exists(path) {
      try {
        await calls.stat(path);
        return true;
      } catch (cause) {
        if (isMissing(cause)) return false;
        throw readingError(path, cause);
      }
    },
  };
}
