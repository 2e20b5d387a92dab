/** Merged cells among raw rows, and over cells to fill: whatever was under them is lost. */
import { areaOf, areasOf, common, refOf, type Area } from '../../../model/area';
import { MAX_ROW } from '../../../model/address';
import type { RawFact, SheetFacts, TamperFinding, TamperRule } from '../tamper-rule';

export const merges: TamperRule = {
  find(sheet) {
    const own = new Set((sheet.spec.merges ?? []).flatMap((ref) => {
      const area = areaOf(ref);
      const placed = area === null ? null : sheet.place(area);
      return placed === null ? [] : [refOf(placed)];
    }));
    const foreign = areasOf(sheet.structure.merges).filter((area) => !own.has(refOf(area)));
    const { raw } = sheet;
    return foreign.flatMap((area): readonly TamperFinding[] => (raw === null ? overField(area, sheet) : overRows(area, raw)));
  },
};

function overRows(area: Area, { headerRow, columns }: RawFact): readonly TamperFinding[] {
  const hit = columns.some(({ column }) => column !== null && common(area, { top: headerRow, left: column, bottom: MAX_ROW, right: column }) !== null);
  return hit ? [{ code: 'merge/data', row: area.top, column: area.left, params: { range: refOf(area) } }] : [];
}

function overField(area: Area, { fields }: SheetFacts): readonly TamperFinding[] {
  const hidden = fields.find(({ row, column }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right && (row !== area.top || column !== area.left));
  return hidden === undefined ? [] : [{ code: 'merge/form', row: area.top, column: area.left, params: { range: refOf(area), column: hidden.label } }];
}
