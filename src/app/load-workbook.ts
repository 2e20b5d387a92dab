/** Reads a workbook file and what people put into it. Every failure names the file. */
import { HOME_KEY } from '../core/form/form-context';
import { aboutFile } from './about-file';
import { HostError, type Files, type OpenFile, type OpenWorkbook, type ReadableWorkbook, type WorkbookFormat } from './ports';
import { readContent, type ContentReading } from './read-content';
import type { Standard } from './standard';

export interface LoadedWorkbook extends ContentReading {
  readonly file: OpenFile;
  readonly workbook: OpenWorkbook;
}

/** Throws `HostError`: what `Files` and `WorkbookFormat` throw, and `workbook/not-ours`. */
export async function loadWorkbook(path: string, { files, xlsx }: { readonly files: Files; readonly xlsx: WorkbookFormat }, standard: Standard): Promise<LoadedWorkbook> {
  const file = await files.open(path);
  return aboutFile(path, async () => {
    const workbook = await xlsx.open(file);
    assertOurs(workbook, standard);
    return { file, workbook, ...(await readContent(workbook, standard)) };
  });
}

function assertOurs(workbook: ReadableWorkbook, standard: Standard): void {
  const home = standard.library.forms.find((form) => form.key === HOME_KEY)?.sheet ?? '';
  if (!workbook.sheetNames.includes(home)) throw new HostError('workbook/not-ours');
}
