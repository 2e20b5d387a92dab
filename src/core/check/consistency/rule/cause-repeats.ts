/** 7.4 c): a cause in 附录D that is the problem once more explains nothing, and no method can be held against it. */
import type { ConsistencyRule } from '../consistency-rule';
import { bareText } from '../text-figures';

export const causeRepeats: ConsistencyRule = {
  find: (workbook) =>
    (workbook.form('D')?.rows('problems') ?? [])
      .filter((row) => row.filled('cause') && bareText(row.text('cause')) === bareText(row.text('problem')))
      .map((row) => ({ code: 'consistency/cause-repeats', clause: '7.4 c', at: row.at('cause'), params: { number: row.text('number') } })),
};
