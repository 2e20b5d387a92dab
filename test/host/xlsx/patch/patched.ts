/** Patched workbooks for tests: from bytes to bytes, and what became of the parts. */
import { strFromU8, unzipSync } from 'fflate';
import type { WorkbookPatch } from '../../../../src/core/model/workbook-patch';
import { createXlsxFormat } from '../../../../src/host/xlsx/format';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { joinBytes } from '../../../../src/core/model/join-bytes';

export async function patched(bytes: Uint8Array, patch: WorkbookPatch): Promise<Uint8Array> {
  const workbook = await createXlsxFormat().open(bytesSource(bytes));
  return joinBytes(workbook.patch(patch));
}

/** Code and parameters of the HostError that the patch ends in, before any byte has come. */
export async function refusal(bytes: Uint8Array, patch: WorkbookPatch): Promise<unknown> {
  const workbook = await createXlsxFormat().open(bytesSource(bytes));
  const pieces = workbook.patch(patch)[Symbol.asyncIterator]();
  try {
    await pieces.next();
  } catch (error) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the test compares what is there
    const { code, params } = error as { code?: string; params?: unknown };
    return code === undefined ? String(error) : [code, params];
  }
  return 'no refusal';
}

export function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/')).map(([path, content]) => [path, strFromU8(content)]));
}

/** By code unit, for lists whose order does not matter. */
export function sorted(list: readonly string[]): readonly string[] {
  const copy = [...list];
  copy.sort((a, b) => (a < b ? -1 : 1));
  return copy;
}

/** Parts that are no longer what they were, those gone and those new. */
export function changes(before: Uint8Array, after: Uint8Array): { readonly changed: readonly string[]; readonly gone: readonly string[]; readonly added: readonly string[] } {
  const [old, now] = [parts(before), parts(after)];
  return {
    changed: Object.keys(old).filter((path) => path in now && old[path] !== now[path]),
    gone: Object.keys(old).filter((path) => !(path in now)),
    added: Object.keys(now).filter((path) => !(path in old)),
  };
}
