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

/** Throws `HostError`: what `Files` and `WorkbookFormat` throw, and `workbook/not-ours`. */
export async function loadWorkbook(path: string, { files, xlsx }: { readonly files: Files; readonly xlsx: WorkbookFormat }, standard: Standard): Promise<LoadedWorkbook> {
  const file = await files.open(path);
  return aboutFile(path, async () => ({ file, ...(await openWorkbook(file, xlsx, standard)) }));
}

/** The same of bytes, wherever they lie. */
export async function openWorkbook(file: ByteSource, xlsx: WorkbookFormat, standard: Standard, options: ContentOptions = {}): Promise<ReadWorkbook> {
  const workbook = await xlsx.open(file);
  assertOurs(workbook, standard);
  return { workbook, ...(await readContent(workbook, standard, options)) };
}

function assertOurs(workbook: ReadableWorkbook, standard: Standard): void {
  const home = standard.library.forms.find((form) => form.key === HOME_KEY)?.sheet ?? '';
  if (!workbook.sheetNames.includes(home)) throw new HostError('workbook/not-ours');
}
