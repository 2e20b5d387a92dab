/** What a file is that is not a zip container: said by name, so that the person knows what to do. */
import { HostError, type ByteSource } from '../../../app/ports';
import { joinBytes } from '../../../core/model/join-bytes';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Bytes looked at to tell text from anything else. */
const SAMPLE = 4096;
/** Bytes looked at, at either end of a file and where a compound file keeps its list: a large one is never read whole. */
const ENDS = 1 << 20;
const LIST = 1 << 16;

function utf16(name: string): Uint8Array {
  return Uint8Array.from({ length: name.length * 2 }, (_, i) => (i % 2 === 0 ? name.charCodeAt(i / 2) : 0));
}

function includes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let i = 1;
    while (i < wanted.length && bytes[at + i] === wanted[i]) i++;
    if (i === wanted.length) return true;
  }
  return false;
}

/** Compound files name their streams in UTF-16. */
function compound(bytes: Uint8Array): HostError {
  if (includes(bytes, utf16('EncryptedPackage'))) return new HostError('xlsx/encrypted');
  if (includes(bytes, utf16('Workbook\0')) || includes(bytes, utf16('Book\0'))) return new HostError('xlsx/old-format');
  return new HostError('xlsx/not-a-workbook', { found: 'ole' });
}

function text(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const [a, b] = sample;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(sample);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(sample);
  if (sample.some((byte) => byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27))) return null;
  // Only markup and separators matter here, which are ASCII in every encoding that is left.
  const mark = a === 0xef && b === 0xbb && sample[2] === 0xbf ? 3 : 0;
  return new TextDecoder('latin1').decode(sample.subarray(mark));
}

/** Where a compound file lists its streams ([MS-CFB] 2.2): sectors are counted from behind the header. */
function listStart(header: Uint8Array): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  return header.length < 52 ? 0 : (view.getUint32(48, true) + 1) * 2 ** Math.min(view.getUint16(30, true), 12);
}

/** Throws HostError that names what the file is, unless it begins like a zip container. */
export async function assertContainer(file: ByteSource): Promise<void> {
  const start = await file.read(0, Math.min(file.size, SAMPLE));
  if (start[0] === 0x50 && start[1] === 0x4b) return;
  if (file.size <= 2 * ENDS) throw whatElse(await file.read(0, file.size));
  const list = Math.min(listStart(start), file.size);
  const looked = await Promise.all([file.read(0, ENDS), file.read(list, Math.min(list + LIST, file.size)), file.read(file.size - ENDS, file.size)]);
  throw whatElse(await joinBytes(looked));
}

/** Always an error, `xlsx/not-a-workbook` when nothing better is known. */
function whatElse(bytes: Uint8Array): HostError {
  if (bytes.length === 0) return new HostError('xlsx/not-a-workbook', { found: 'empty' });
  if (OLE.every((byte, i) => bytes[i] === byte)) return compound(bytes);
  // BIFF 2 to 4 begin with a BOF record of their version.
  if (bytes[0] === 0x09 && [0, 2, 4].includes(bytes[1] ?? -1) && (bytes[2] === 4 || bytes[2] === 6)) return new HostError('xlsx/old-format');
  const start = text(bytes)?.trimStart().toLowerCase();
  if (start === undefined) return new HostError('xlsx/not-a-workbook', { found: 'binary' });
  if (/^(<!doctype html|<html|<table|<meta|<head|<body|<style|<div|mime-version:)/.test(start)) return new HostError('xlsx/html');
  if (start.startsWith('<')) {
    if (start.includes('<html') || start.includes('<table ')) return new HostError(start.includes('schemas-microsoft-com:office:spreadsheet') ? 'xlsx/old-format' : 'xlsx/html');
    return start.includes('schemas-microsoft-com:office:spreadsheet') ? new HostError('xlsx/old-format') : new HostError('xlsx/not-a-workbook', { found: 'xml' });
  }
  if (/[,;\t|]|\n/.test(start)) return new HostError('xlsx/csv');
  return new HostError('xlsx/not-a-workbook', { found: 'text' });
}
