/** What was signed, into the sheet that keeps it. */
import type { SignedStates } from '../core/review/check-signoffs';
import { SIGNED_SHEET, signedSheet } from '../core/review/signed-sheet';
import type { WorkbookPatch } from '../core/model/workbook-patch';
import { SIGNED_NOTICE } from '../core/text/copy-sheet-text';
import type { ReadableWorkbook } from './ports';

/** The patch with the sheet, where what is signed became another. */
export function withSigned(patch: WorkbookPatch, { sheetNames }: Pick<ReadableWorkbook, 'sheetNames'>, before: SignedStates, after: SignedStates): WorkbookPatch {
  if (before.size === after.size && [...after].every(([code, state]) => before.has(code) && (before.get(code) === null) === (state === null))) return patch;
  const spec = signedSheet(after, SIGNED_NOTICE);
  return sheetNames.includes(SIGNED_SHEET) ? { ...patch, replace: [...(patch.replace ?? []), spec] } : { ...patch, add: [...(patch.add ?? []), { spec }] };
}
