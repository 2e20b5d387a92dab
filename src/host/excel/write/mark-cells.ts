/** The colour of problems on the cells of a sheet. */
import type { SheetApi } from '../api';

/** Always true; told by its text from conditions of people's own. */
export const MARK_FORMULA = '=LEN("质升：检查发现的问题")>0';
const FILL = '#FFD9B3';

/** Takes away the marks with these ids and puts new ones on these references. */
export function setMarks(sheet: SheetApi, ids: readonly string[], refs: readonly string[]): void {
  for (const id of ids) sheet.getRange().conditionalFormats.getItem(id).delete();
  for (const ref of refs) {
    const { custom } = sheet.getRanges(ref).conditionalFormats.add('Custom');
    custom.rule.formula = MARK_FORMULA;
    custom.format.fill.color = FILL;
  }
}
