/** Use case: a workbook file read, its sheets inspected, everything in it checked. */
import { HOME_KEY } from '../core/form/form-context';
import { shown } from '../core/codec/codec';
import { buildWorkbook } from './build-workbook';
import { checkWorkbook } from './check-workbook';
import type { WorkbookCheck } from './compose-check';
import { inspectWorkbook } from './inspect-workbook';
import { loadWorkbook } from './load-workbook';
import { measure } from './measure';
import type { Files, WorkbookFormat } from './ports';
import type { Standard } from './standard';

export interface FileCheck extends WorkbookCheck {
  /** Name of the enterprise; '' while 首页 has none. */
  readonly enterprise: string;
  /** Serial date up to which its data are known; null while 首页 has none. */
  readonly asOf: number | null;
}

/** Throws `HostError`. */
export async function checkFile(path: string, host: { readonly files: Files; readonly xlsx: WorkbookFormat }, standard: Standard): Promise<FileCheck> {
  const { workbook, ...reading } = await loadWorkbook(path, host, standard);
  const { content, places } = reading;
  const measurement = measure(content);
  const readIssues = await inspectWorkbook(workbook, reading, standard, buildWorkbook(content, standard, measurement));
  const check = checkWorkbook({ content, readIssues, places, sheetNames: workbook.sheetNames, signed: reading.signed, results: measurement.results, changes: measurement.changes }, standard);
  return { ...check, enterprise: shown(content.entries[HOME_KEY]?.['enterprise.name'] ?? null), asOf: content.periods?.asOf ?? null };
}
