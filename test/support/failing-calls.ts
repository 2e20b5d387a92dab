/** The calls that change the disk, counted; the n-th one fails as the operating system makes it fail. */
import * as fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { FileCalls } from '../../src/host/node/file-errors';

export interface FailingCalls {
  readonly calls: FileCalls;
  /** Names of the calls that were made, in order. */
  readonly made: readonly string[];
}

/** `failing` counts from 1; 0 lets every call through. A write that fails leaves half of its bytes behind. */
export function failingCalls(failing: number, code: string): FailingCalls {
  const made: string[] = [];
  const fails = (name: string): boolean => made.push(name) === failing;
  const refusal = (): Error => Object.assign(new Error(code), { code });
  const step = <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) => (...args: A): Promise<R> => (fails(name) ? Promise.reject(refusal()) : call(...args));

  function watched(handle: FileHandle): FileHandle {
    const write = handle.write.bind(handle);
    const close = handle.close.bind(handle);
    return Object.assign(handle, {
      write: async (bytes: Uint8Array, offset: number, length: number, place: number) => {
        if (!fails('write')) return write(bytes, offset, length, place);
        await write(bytes, offset, length >> 1, place);
        throw refusal();
      },
      sync: step('sync', handle.sync.bind(handle)),
      chmod: step('chmod', handle.chmod.bind(handle)),
      truncate: step('truncate', handle.truncate.bind(handle)),
      // Even a close that fails gives the file back.
      close: async () => {
        const failed = fails('close');
        await close();
        if (failed) throw refusal();
      },
    });
  }

  const calls: FileCalls = {
    ...fs,
    open: async (...args) => {
      if (args[1] === 'r' || args[1] === undefined) return fs.open(...args);
      if (fails('open')) throw refusal();
      return watched(await fs.open(...args));
    },
    copyFile: step('copyFile', fs.copyFile),
    link: step('link', fs.link),
    rename: step('rename', fs.rename),
    unlink: step('unlink', fs.unlink),
  };
  return { calls, made };
}
