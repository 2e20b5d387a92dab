/** F.2: the case keeps within 2,500 characters. Said at its longest part, where there is most to shorten. */
import { CASE_LIMIT, caseLength, casePartsOf } from '../case-parts';
import type { ConsistencyRule } from '../consistency-rule';

export const caseLengthLimit: ConsistencyRule = {
  find(workbook) {
    const form = workbook.form('F');
    if (form === null) return [];
    const parts = casePartsOf(form);
    const length = caseLength(parts);
    if (length <= CASE_LIMIT) return [];
    const longest = parts.reduce((most, part) => (part.length > most.length ? part : most));
    return [{ code: 'consistency/case-length', clause: 'F.2', at: form.at(longest.key), params: { length, limit: CASE_LIMIT, over: length - CASE_LIMIT } }];
  },
};
