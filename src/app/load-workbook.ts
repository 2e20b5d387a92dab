/** Reads a workbook file and what people put into it. Every failure names the file. */
import { HOME_KEY } from '../core/form/form-context';
import { aboutFile } from './about-file';
import { HostError, type Files, type ReadableWorkbook, type WorkbookFormat } from './ports';
import { readContent, type ContentReading } from './read-content';
import type { Standard } from './standard';

export interface LoadedWorkbook extends ContentReading {
  readonly workbook: ReadableWorkbook;
}

/** What generated workbooks say of the program that saved them. */
export const OUR_APPLICATION = '质升';

/** Throws `HostError`: what `Files` and `WorkbookFormat` throw, and `workbook/not-ours`. */
export async function loadWorkbook(path: string, host: { readonly files: Files; readonly xlsx: WorkbookFormat }, standard: Standard): Promise<LoadedWorkbook> {
  const workbook = await openFile(path, host);
  return aboutFile(path, () => {
    assertOurs(workbook, standard);
    return { workbook, ...readContent(workbook, standard) };
  });
}

/** Throws `HostError`. */
export async function openFile(path: string, { files, xlsx }: { readonly files: Files; readonly xlsx: WorkbookFormat }): Promise<ReadableWorkbook> {
  const bytes = await files.read(path);
  return aboutFile(path, () => xlsx.open(bytes));
}

/** Throws `HostError` (`workbook/foreign`) where another program saved the workbook last: writing it anew would lose what that program put in. */
export function assertUntouched(path: string, workbook: ReadableWorkbook): void {
  if (workbook.application === OUR_APPLICATION) return;
  throw new HostError('workbook/foreign', { application: workbook.application === '' ? '?' : workbook.application, file: path });
}

function assertOurs(workbook: ReadableWorkbook, standard: Standard): void {
  const home = standard.library.forms.find((form) => form.key === HOME_KEY)?.sheet ?? '';
  if (!workbook.sheetNames.includes(home)) throw new HostError('workbook/not-ours');
}
