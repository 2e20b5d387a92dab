/** Handmade workbooks opened, and what goes wrong with them. */
import { HostError } from '../../../../src/app/ports';
import { bytesSource } from '../../../../src/host/xlsx/package/bytes-source';
import { openWorkbook, type OpenedWorkbook, type OpenOptions } from '../../../../src/host/xlsx/read/workbook';
import { handmade, type Handmade } from '../../../support/pack';

export function opened(made: Handmade, options: OpenOptions = {}): Promise<OpenedWorkbook> {
  return openWorkbook(bytesSource(handmade(made)), options);
}

/** What a reader throws as its typed error; anything else fails the test. */
export async function failure(work: () => Promise<unknown>): Promise<{ readonly code: string; readonly params: Readonly<Record<string, string | number>> }> {
  try {
    await work();
  } catch (error) {
    if (error instanceof HostError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error('nothing was refused');
}
