/** The names that say what of a sheet is printed (ISO/IEC 29500-1, 18.2.5). */
import { absolute, quoteSheet } from '../../../core/model/address';
import type { SheetSpec } from '../../../core/model/sheet-spec';
import { parseRange } from '../write/sheet-elements';
import type { NameEdit } from './names';

/** Print area and repeated rows as the spec says; null where it says nothing. */
export function printNames(sheet: SheetSpec, localSheetId: number): readonly NameEdit[] {
  const quoted = quoteSheet(sheet.name);
  const { area, repeatRows } = sheet.print;
  const range = area === undefined ? null : parseRange(area);
  return [
    { name: '_xlnm.Print_Area', localSheetId, refersTo: range === null ? null : `${quoted}!${absolute(range.top, range.left)}:${absolute(range.bottom, range.right)}` },
    { name: '_xlnm.Print_Titles', localSheetId, refersTo: repeatRows === undefined ? null : `${quoted}!${repeatRows.replaceAll(/\$?(\d+)/g, '$$$1')}` },
  ];
}
