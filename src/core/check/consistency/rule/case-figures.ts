/** F.2 c), 7.6: figures that the case and the summing up of the results quote of a metric are the computed ones. */
import { CASE_PARTS } from '../case-parts';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { wrongFigures } from '../wrong-figures';

export const caseFigures: ConsistencyRule = {
  find(workbook) {
    const [form, results] = [workbook.form('F'), workbook.form('results')];
    return [
      ...(form === null ? [] : CASE_PARTS.flatMap(([key]) => wrongFigures(form.text(key), workbook).map((params): ConsistencyFinding => ({ code: 'consistency/case-figure', clause: 'F.2 c', at: form.at(key), params })))),
      ...(results === null ? [] : wrongFigures(results.text('summary'), workbook).map((params): ConsistencyFinding => ({ code: 'consistency/summary-figure', clause: '7.6', at: results.at('summary'), params }))),
    ];
  },
};
