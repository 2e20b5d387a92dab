/** A new workbook as a patch of the one that is open: all its sheets and names added. */
import type { WorkbookSpec } from '../core/model/sheet-spec';
import type { WorkbookPatch } from '../core/model/workbook-patch';

export function addWorkbook({ sheets, names, enterpriseName }: WorkbookSpec): WorkbookPatch {
  return { add: sheets.map((spec) => ({ spec })), names, enterpriseName };
}
