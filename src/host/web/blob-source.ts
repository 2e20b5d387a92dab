/** A file that the browser holds, read where it is wanted, and made of pieces. */
import { HostError, type ByteSource } from '../../app/ports';

/** Pieces in memory before they become a part of the file, which the browser may keep on disk. */
const FOLD_BYTES = 1 << 23;

/** A file on disk that another program changed since it was chosen can no longer be read: `file/changed`. */
export function blobSource(file: Blob, name: string): ByteSource {
  return {
    size: file.size,
    async read(start, end) {
      if (start < 0 || end < start || end > file.size) throw new HostError('file/unreadable', { path: name, reason: 'range' });
      try {
        return new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch (cause) {
        throw new HostError('file/changed', { path: name }, { cause });
      }
    },
  };
}

export async function blobOf(pieces: AsyncIterable<Uint8Array>): Promise<Blob> {
  const parts: Blob[] = [];
  let open: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    open.push(new Uint8Array(piece));
    bytes += piece.length;
    if (bytes < FOLD_BYTES) continue;
    parts.push(new Blob(open));
    [open, bytes] = [[], 0];
  }
  return new Blob([...parts, ...open], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}
