/** F.2: the parts take about 5, 10, 30, 50 and 5 % of the case. "About" is read as 5 points either way for the short parts, 10 for the long ones. Asked once all five are written. */
import { caseLength, casePartsOf } from '../case-parts';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';

/** Points that a part may be away from its share. */
function roomOf(about: number): number {
  return about <= 10 ? 5 : 10;
}

export const caseShares: ConsistencyRule = {
  find(workbook) {
    const form = workbook.form('F');
    const parts = form === null ? [] : casePartsOf(form);
    if (form === null || parts.some(({ length }) => length === 0)) return [];
    const whole = caseLength(parts);
    return parts.flatMap(({ key, about, length }): readonly ConsistencyFinding[] => {
      const share = (100 * length) / whole;
      if (Math.abs(share - about) <= roomOf(about)) return [];
      const params = { column: form.label(key), share: share.toFixed(0), about, distance: `${share > about ? '+' : '−'}${Math.abs(share - about).toFixed(0)}` };
      return [{ code: 'consistency/case-share', clause: 'F.2', at: form.at(key), params }];
    });
  },
};
