/** 6: the steps follow each other: talks and check-up before the diagnosis, the diagnosis before the plan, the plan before it is made known and summed up. */
import { isoOf } from '../../../codec/date';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';

/** Days of the work in their order: form and field. */
const DAYS = [['C', 'time'], ['D', 'time'], ['E', 'time'], ['implementation', 'briefing.date'], ['results', 'date']] as const;

export const stepsOrder: ConsistencyRule = {
  find(workbook) {
    const dated = DAYS.flatMap(([key, field]) => {
      const form = workbook.form(key);
      const day = form?.day(field) ?? null;
      return form === null || day === null ? [] : [{ form, field, day }];
    });
    return dated.flatMap((one, i): readonly ConsistencyFinding[] => {
      const before = dated[i - 1];
      if (before === undefined || before.day <= one.day) return [];
      const params = { column: one.form.label(one.field), value: isoOf(one.day), form: before.form.sheet, other: before.form.label(before.field), otherValue: isoOf(before.day) };
      return [{ code: 'consistency/steps-order', clause: '6', at: one.form.at(one.field), params }];
    });
  },
};
