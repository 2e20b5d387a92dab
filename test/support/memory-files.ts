/** Files in memory that keep the promises of the port: versions, copies, a replacement that is whole or not at all. */
import { HostError, type ByteSource, type Change, type Files } from '../../src/app/ports';

/** `beforeReplace` throws where a replacement is to fail. */
export function memoryFiles(stored: Map<string, Uint8Array>, beforeReplace: (path: string) => void = () => undefined): Files {
  const versions = new WeakMap<Uint8Array, string>();
  let counted = 0;
  const found = (path: string): Uint8Array => {
    const bytes = stored.get(path);
    if (bytes === undefined) throw new HostError('file/missing', { path });
    return bytes;
  };
  const versionOf = (bytes: Uint8Array): string => {
    const version = versions.get(bytes) ?? `${++counted}`;
    versions.set(bytes, version);
    return version;
  };
  return {
    read: async (path) => found(path),
    async open(path) {
      const bytes = found(path);
      return {
        size: bytes.length,
        version: versionOf(bytes),
        async read(start, end) {
          if (stored.get(path) !== bytes) throw new HostError('file/changed', { path });
          return bytes.subarray(start, end);
        },
      };
    },
    async replace(path, content, { unchangedSince, keepCopyAs, keepsBytes } = {}) {
      beforeReplace(path);
      const old = stored.get(path);
      const bytes = content instanceof Uint8Array ? content : await joined(content, keepsBytes === true ? old : undefined);
      if (unchangedSince !== undefined && (old === undefined || versionOf(old) !== unchangedSince)) throw new HostError('file/changed', { path });
      if (keepCopyAs !== undefined && old !== undefined) {
        if (stored.has(keepCopyAs)) throw new HostError('file/copy-exists', { path: keepCopyAs });
        stored.set(keepCopyAs, old);
      }
      stored.set(path, bytes);
    },
    exists: async (path) => stored.has(path),
  };
}

/** Bytes as a place to read from. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}

/** All pieces in one; what is kept is kept of `old`. */
export async function joined(pieces: AsyncIterable<Change>, old: Uint8Array = new Uint8Array()): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let read = 0;
  for await (const piece of pieces) {
    const bytes = 'kept' in piece ? old.slice(read, read + piece.kept) : piece.slice();
    if ('kept' in piece && bytes.length !== piece.kept) throw new RangeError('more is kept than there is');
    parts.push(bytes);
    read += bytes.length;
  }
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
