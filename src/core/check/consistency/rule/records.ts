/**
 * 7.8.2: the records a) to e) are there. 记录目录 is held against the forms themselves: filled and yet 未形成, filed and yet blank,
 * or dated before what it records. Forms that were not chosen may be kept elsewhere and are not judged.
 */
import { isoOf } from '../../../codec/date';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import type { FormFacts } from '../form-facts';

/** Row of 记录目录 -> the form, and the day on which it says it was made. */
const RECORDS: readonly { readonly record: string; readonly form: string; readonly day: (form: FormFacts) => number | null }[] = [
  { record: 'talks', form: 'B', day: (form) => form.rows('talks').reduce<number | null>((first, talk) => earlier(first, talk.day('time')), null) },
  { record: 'checkup', form: 'C', day: (form) => form.day('time') },
  { record: 'diagnosis', form: 'D', day: (form) => form.day('time') },
  { record: 'plan', form: 'E', day: (form) => form.day('time') },
  { record: 'results', form: 'results', day: (form) => form.day('date') },
];

export const recordsPresent: ConsistencyRule = {
  find(workbook) {
    const records = workbook.form('records');
    if (records === null) return [];
    return RECORDS.flatMap(({ record, form: key, day }): readonly ConsistencyFinding[] => {
      const form = workbook.form(key);
      if (form === null) return [];
      const [state, clause] = [records.text(`records.${record}.state`), '7.8.2'];
      const params = { form: form.sheet };
      if (form.begun && state === '未形成') return [{ code: 'consistency/record-missing', clause, at: records.at(`records.${record}.state`), params }];
      if (!form.begun && state === '已归档') return [{ code: 'consistency/record-empty', clause, at: records.at(`records.${record}.state`), params }];
      const [made, recorded] = [day(form), records.day(`records.${record}.when`)];
      if (made === null || recorded === null || recorded >= made) return [];
      return [{ code: 'consistency/record-early', clause, at: records.at(`records.${record}.when`), params: { ...params, value: isoOf(recorded), date: isoOf(made) } }];
    });
  },
};

function earlier(a: number | null, b: number | null): number | null {
  return a === null || (b !== null && b < a) ? b : a;
}
