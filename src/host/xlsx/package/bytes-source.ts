/** A file that is in memory already. */
import { HostError, type ByteSource } from '../../../app/ports';

export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (start, end) => start >= 0 && start <= end && end <= bytes.length
      ? Promise.resolve(bytes.subarray(start, end))
      : Promise.reject(new HostError('xlsx/damaged', { part: 'zip' })),
  };
}
