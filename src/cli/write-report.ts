/** Writes the report of `check --report` in its place. An earlier report is replaced; no other file is. */
import { encodeUtf8 } from '../app/csv-text';
import { HostError, type Files } from '../app/ports';
import type { Language } from '../core/text/cli';
import { withSuffix } from './paths';
import { REPORT_SIGN, reportPage, type ReportedFile } from './report-page';

/** Throws `HostError` (`report/exists`, and what `Files` throws). */
export async function assertReportPlace(path: string, files: Files): Promise<void> {
  if (!(await files.exists(path))) return;
  const file = await files.open(path);
  const start = new TextDecoder().decode(await file.read(0, Math.min(file.size, REPORT_SIGN.length)));
  if (start !== REPORT_SIGN) throw new HostError('report/exists', { path, other: withSuffix(path, '-2', '.html') });
}

export async function writeReport(path: string, reported: readonly ReportedFile[], date: string, files: Files, language: Language): Promise<void> {
  await assertReportPlace(path, files);
  await files.replace(path, encodeUtf8(reportPage(reported, date, language)));
}
