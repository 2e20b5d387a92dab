/**
 * 7.3.2: a gap found in the check-up (附录C) becomes a problem of 附录D, or it is said why not. Beside each item stands a field
 * `<item>.problems`: numbers of 附录D, 无, or a reason. Silent while 附录D has no problem, and on forms without the fields.
 */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { numberKey, problemsByNumber } from '../problems';

const ITEMS = ['system', 'resources', 'development', 'purchasing', 'inspection'] as const;

/** P1, W-12: short, with a letter before its digits. All else is a reason. */
const NUMBER = /^\p{L}{1,3}[-_]?\d{1,3}$/u;

export const gapLinked: ConsistencyRule = {
  find(workbook) {
    const checkup = workbook.form('C');
    const problems = problemsByNumber(workbook);
    if (checkup === null || problems.size === 0) return [];
    return ITEMS.flatMap((item): readonly ConsistencyFinding[] => {
      const key = `${item}.problems`;
      if (!checkup.has(key) || !checkup.filled(item)) return [];
      const [at, column, linked] = [checkup.at(key), checkup.label(item), checkup.text(key)];
      if (linked === '') return [{ code: 'consistency/gap-unlinked', clause: '7.3.2', at, params: { column } }];
      return linked
        .split(/[、，,；;\s]+/u)
        .filter((part) => NUMBER.test(part.normalize('NFKC')) && !problems.has(numberKey(part)))
        .map((number) => ({ code: 'consistency/gap-unknown', clause: '7.3.2', at, params: { column, number } }));
    });
  },
};
