/** Names of entries. Nothing is ever written under them here, but files that use them to climb out of a folder are not opened. */
import { HostError } from '../../../app/ports';

function decode(bytes: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    if (utf8) throw new HostError('xlsx/damaged', { part: 'zip' });
    // Some old code page: part names are ASCII, so that it only matters that names stay different.
    return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
  }
}

/** With forward slashes; programs on Windows have written back slashes. Throws HostError `xlsx/damaged` for names that no part can have. */
export function readPartName(bytes: Uint8Array, utf8: boolean): string {
  const name = decode(bytes, utf8).replaceAll('\\', '/');
  const segments = name.replace(/\/$/, '').split('/');
  // An empty segment is also what an absolute path begins with.
  const wrong = name.includes('\0') || /^[a-z]:/i.test(name) || segments.some((segment) => segment === '' || segment === '.' || segment === '..');
  if (wrong) throw new HostError('xlsx/damaged', { part: name.replaceAll('\0', '') || 'zip' });
  return name;
}

/** What equal part names have in common: their case and their percent escapes do not tell parts apart (ISO/IEC 29500-2, 6.2.2 and 7.3). */
export function partKey(path: string): string {
  if (!path.includes('%')) return path.toLowerCase();
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path.toLowerCase();
  }
}
