/** Bytes in memory as a file that is open. */
import type { ByteSource } from './ports';

export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}
