/**
 * A program of its own: opens the workbook named first, changes one part and saves it over the old file, keeping a copy.
 * At the n-th call that changes the disk it is killed, half-way where the call writes. Status 0: all calls were made.
 */
import * as fs from 'node:fs/promises';
import type { FileCalls } from '../../src/host/node/file-errors';
import { nodeFiles } from '../../src/host/node/files';
import { nodeGzip } from '../../src/host/node/gzip';
import { editPackage } from '../../src/host/xlsx/package/package-edit';
import { DEFAULT_LIMITS } from '../../src/host/xlsx/package/zip';
import { openZip } from '../../src/host/xlsx/package/zip-reader';

const [path = '', copy = '', number = '0', size = 'small'] = process.argv.slice(2);
let left = Number(number);

/** Ends the process as a power cut would: nothing is tidied up. */
function mayEnd(): void {
  left--;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

/** The process may end before each call that changes the disk, which is also right after the one before. */
function counted<Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>): (...args: Args) => Promise<Result> {
  return (...args) => {
    mayEnd();
    return call(...args);
  };
}

function countedHandle(file: fs.FileHandle): fs.FileHandle {
  const write = file.write.bind(file) as (bytes: Uint8Array, offset: number, length: number, at: number) => Promise<{ bytesWritten: number; buffer: Uint8Array }>;
  const inTwo = async (bytes: Uint8Array, offset: number, length: number, at: number): Promise<{ bytesWritten: number; buffer: Uint8Array }> => {
    const first = await write(bytes, offset, length >> 1, at);
    mayEnd();
    const second = await write(bytes, offset + first.bytesWritten, length - first.bytesWritten, at + first.bytesWritten);
    return { ...second, bytesWritten: first.bytesWritten + second.bytesWritten };
  };
  return Object.assign(file, { write: counted(inTwo), chmod: counted(file.chmod.bind(file)), truncate: counted(file.truncate.bind(file)), sync: counted(file.sync.bind(file)), close: counted(file.close.bind(file)) });
}

const calls: FileCalls = {
  ...fs,
  async open(...args) {
    const [, flags] = args;
    const file = await (flags === 'r' ? fs.open : counted(fs.open))(...args);
    // What is only read changes nothing on disk; a folder that is flushed is opened so as well.
    return flags === 'r' ? Object.assign(file, { sync: counted(file.sync.bind(file)) }) : countedHandle(file);
  },
  copyFile: counted(fs.copyFile), link: counted(fs.link), rename: counted(fs.rename), unlink: counted(fs.unlink),
};

async function save(): Promise<void> {
  const files = nodeFiles(calls);
  const file = await files.open(path);
  const zip = await openZip(file, nodeGzip, DEFAULT_LIMITS);
  const edit = editPackage(zip, nodeGzip);
  edit.set('xl/workbook.xml', (await edit.text('xl/workbook.xml')).replace('</workbook>', '<!-- changed --></workbook>'));
  // Hardly packs, so that the file is written in many pieces.
  // A file that is large already stays as it is but for the one part.
  if (size === 'small') edit.set('xl/media/noise.bin', Uint8Array.from({ length: 3 << 20 }, (_, i) => Math.imul(i ^ (i >>> 9), 2_654_435_761) >>> 24));
  await files.replace(path, edit.changes(), { unchangedSince: file.version, keepCopyAs: copy, keepsBytes: true });
}

void save();
