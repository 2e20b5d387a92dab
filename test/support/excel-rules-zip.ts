/** The container of a workbook, read from its bytes: entries, their order and flags, as Excel and other strict readers want them. */

export interface ZipFault {
  readonly paths: readonly string[];
  readonly faults: readonly string[];
}

const DEFLATE = 8;
const STORE = 0;
const UTF8 = 0x0800;

/** Paths in the order of the directory, and what is wrong with the container. */
export function zipFaults(bytes: Uint8Array): ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return { paths: [], faults: ['no end of directory at the end'] };
  const faults: string[] = [];
  const paths: string[] = [];
  let at = view.getUint32(end + 16, true);
  let expected = 0;
  for (let i = 0; i < view.getUint16(end + 10, true); i++) {
    if (view.getUint32(at, true) !== 0x02014b50) return { paths, faults: [...faults, `no directory entry ${i}`] };
    const [flags, method, crc, packed, size] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true), view.getUint32(at + 16, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [nameLength, extra, comment, local] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
    const path = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const fault = (what: string): void => void faults.push(`${path}: ${what}`);
    if (paths.some((other) => other.toLowerCase() === path.toLowerCase())) fault('twice');
    if (/^\/|\\|\/$|(^|\/)\.\.?(\/|$)/.test(path)) fault('no path of a part');
    if ((flags & ~UTF8) !== 0) fault(`flags ${flags}`);
    if (method !== DEFLATE && method !== STORE) fault(`method ${method}`);
    if (local !== expected) fault(`begins at ${local}, not at ${expected}`);
    if (view.getUint32(local, true) !== 0x04034b50) fault('no local header');
    const same = view.getUint16(local + 6, true) === flags && view.getUint16(local + 8, true) === method && view.getUint32(local + 14, true) === crc
      && view.getUint32(local + 18, true) === packed && view.getUint32(local + 22, true) === size && view.getUint16(local + 26, true) === nameLength;
    if (!same) fault('header and directory differ');
    expected = local + 30 + nameLength + view.getUint16(local + 28, true) + packed;
    at += 46 + nameLength + extra + comment;
    paths.push(path);
  }
  if (at !== end) faults.push('something between directory and end');
  if (paths[0] !== '[Content_Types].xml') faults.push('[Content_Types].xml is not first');
  return { paths, faults };
}
