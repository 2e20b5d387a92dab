/**
 * Files of the person in a browser: the File System Access API where there is one, so that a workbook is saved where it
 * lies; an input and a download where there is none. A writable of that API is a file beside: the old one is replaced when it
 * is closed, as a whole.
 */
import { HostError } from '../../app/ports';
import type { FileKind, FilePlace, PaneFiles, PickedFile } from '../../app/pane-ports';

/** The part of the File System Access API that is used; not every browser has it. */
interface FileHandle {
  readonly kind: 'file' | 'directory';
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(data: Blob): Promise<void>; close(): Promise<void>; abort(): Promise<void> }>;
  queryPermission?(mode: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(mode: { mode: 'readwrite' }): Promise<PermissionState>;
}

interface Pickers {
  showOpenFilePicker?(options: unknown): Promise<readonly FileHandle[]>;
  showSaveFilePicker?(options: unknown): Promise<FileHandle>;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ACCEPT: Readonly<Record<FileKind, Readonly<Record<string, readonly string[]>>>> = {
  workbook: { [XLSX]: ['.xlsx'] },
  rows: { 'text/csv': ['.csv', '.txt', '.tsv'], [XLSX]: ['.xlsx'] },
};

/** Where the example lies; the address is of our own site. */
export interface Sample {
  readonly url: string;
  readonly name: string;
}

/** `sample` is null where there is none. */
export function webFiles(view: Window, sample: Sample | null): PaneFiles {
  // Not in the types of the DOM: only some browsers have them.
  const pickers = view as Window & Pickers;
  return {
    pick: async (kind) => (pickers.showOpenFilePicker === undefined ? pickByInput(view.document, kind) : pickByHandle(pickers, kind)),
    saveAs: pickers.showSaveFilePicker === undefined ? null : async ({ name, file }) => {
      const handle = await unlessAborted(async () => pickers.showSaveFilePicker?.({ suggestedName: name, types: [{ accept: ACCEPT.workbook }] }));
      if (handle === null || handle === undefined) return null;
      const place = placeOf(handle);
      await place.write(file);
      return place;
    },
    download: async ({ name, file }) => {
      const url = URL.createObjectURL(file);
      const link = view.document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      // The download has begun by then; a large file is read from the blob, which lives as long as that lasts.
      view.setTimeout(() => URL.revokeObjectURL(url), 60_000);
    },
    dropped: async (transfer) => {
      const [item] = [...transfer.items].filter(({ kind }) => kind === 'file');
      if (item === undefined) return null;
      // Both must be asked for before the first await: the transfer is empty afterwards.
      const file = item.getAsFile();
      const handle = await (item as DataTransferItem & { getAsFileSystemHandle?(): Promise<FileHandle | null> }).getAsFileSystemHandle?.();
      if (handle?.kind === 'file') return picked(handle);
      return file === null ? null : { name: file.name, file, place: null };
    },
    sample: sample === null ? null : async () => {
      const response = await fetch(sample.url);
      if (!response.ok) throw new HostError('file/unreadable', { path: sample.name, reason: response.status });
      return { name: sample.name, file: await response.blob() };
    },
  };
}

async function pickByHandle(pickers: Pickers, kind: FileKind): Promise<PickedFile | null> {
  const handles = await unlessAborted(async () => pickers.showOpenFilePicker?.({ multiple: false, types: [{ accept: ACCEPT[kind] }] }));
  const handle = handles?.[0];
  return handle === undefined ? null : picked(handle);
}

async function picked(handle: FileHandle): Promise<PickedFile> {
  const file = await handle.getFile();
  return { name: file.name, file, place: placeOf(handle, file.lastModified) };
}

function pickByInput(page: Document, kind: FileKind): Promise<PickedFile | null> {
  const input = page.createElement('input');
  input.type = 'file';
  input.accept = Object.values(ACCEPT[kind]).flat().join(',');
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file === undefined ? null : { name: file.name, file, place: null });
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/** `since` is when the file was last written as far as we know; somebody else's later work is not written over. */
function placeOf(handle: FileHandle, since: number | null = null): FilePlace {
  let known = since;
  return {
    name: handle.name,
    async write(file) {
      const path = handle.name;
      if (handle.requestPermission !== undefined && (await handle.requestPermission({ mode: 'readwrite' })) !== 'granted') throw new HostError('file/not-allowed', { path });
      if (known !== null && (await modified(handle)) !== known) throw new HostError('file/changed', { path });
      try {
        const writable = await handle.createWritable();
        try {
          await writable.write(file);
          await writable.close();
        } catch (error) {
          await writable.abort().catch(() => undefined);
          throw error;
        }
      } catch (cause) {
        throw new HostError('file/unwritable', { path, reason: cause instanceof Error ? cause.name : '' }, { cause });
      }
      known = await modified(handle);
    },
  };
}

/** Null where the file is gone: then nothing is lost by writing it anew. */
async function modified(handle: FileHandle): Promise<number | null> {
  try {
    return (await handle.getFile()).lastModified;
  } catch {
    return null;
  }
}

/** Null when the person closed the dialog. */
async function unlessAborted<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
