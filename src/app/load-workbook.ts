/** Reads a workbook file and what people put into it. Every failure names the file. */
import { HOME_KEY } from '../core/form/form-context';
import { aboutFile } from './about-file';
import { HostError, type ByteSource, type Files, type OpenFile, type OpenWorkbook, type ReadableWorkbook, type WorkbookFormat } from './ports';
import { readContent, type ContentReading, type ContentOptions } from './read-content';
import type { Standard } from './standard';

export interface ReadWorkbook extends ContentReading {
  readonly workbook: OpenWorkbook;
}

export interface LoadedWorkbook extends ReadWorkbook {
  readonly file: OpenFile;
}

export interface FileHost {
  readonly files: Files;
  readonly xlsx: WorkbookFormat;
}

/** Throws `HostError`: what `Files` and `WorkbookFormat` throw, and `workbook/not-ours`. */
export async function loadWorkbook(path: string, { files, xlsx }: FileHost, standard: Standard): Promise<LoadedWorkbook> {
  const file = await files.open(path);
  return aboutFile(path, async () => ({ file, ...(await openWorkbook(file, xlsx, standard)) }));
}

/** The same of bytes, wherever they lie. */
export async function openWorkbook(file: ByteSource, xlsx: WorkbookFormat, standard: Standard, options: ContentOptions = {}): Promise<ReadWorkbook> {
  const workbook = await openOurs(file, xlsx, standard);
  return { workbook, ...(await readContent(workbook, standard, options)) };
}

/** Only opened: nothing of it is read yet. */
export async function openOurs(file: ByteSource, xlsx: WorkbookFormat, standard: Standard): Promise<OpenWorkbook> {
  const workbook = await xlsx.open(file);
  assertOurs(workbook, standard);
  return workbook;
}

function assertOurs(workbook: ReadableWorkbook, standard: Standard): void {
  const home = standard.library.forms.find((form) => form.key === HOME_KEY)?.sheet ?? '';
  if (!workbook.sheetNames.includes(home)) throw new HostError('workbook/not-ours');
}
