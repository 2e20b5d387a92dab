/** 7.4 c), d): causes, methods, tools and owners that are filled in and say nothing (无, 待定). A blank one is the matter of the rules of cells. */
import type { ConsistencyRule } from '../consistency-rule';
import { bareText } from '../text-figures';

const EMPTY_WORDS: ReadonlySet<string> = new Set(['无', '没有', '不详', '不清楚', '不明', '未知', '待定', '待查', '待补', '待填', '待确认', '同上', '略', '暂无', '其他', '测试', 'na', 'tbd']);

const CELLS = [
  { form: 'D', list: 'problems', clause: '7.4 c', keys: ['problem', 'opinion', 'cause'] },
  { form: 'E', list: 'lines', clause: '7.4 c', keys: ['problem', 'cause', 'method'] },
  { form: 'E', list: 'lines', clause: '7.4 d', keys: ['tools'] },
  { form: 'E', list: 'lines', clause: '7.5.1', keys: ['owner'] },
] as const;

export const saysNothing: ConsistencyRule = {
  find: (workbook) =>
    CELLS.flatMap(({ form, list, clause, keys }) =>
      (workbook.form(form)?.rows(list) ?? []).flatMap((row) =>
        keys
          .filter((key) => row.filled(key) && saysNothingAtAll(row.text(key)))
          .map((key) => ({ code: 'consistency/says-nothing' as const, clause, at: row.at(key), params: { column: row.label(key), value: row.text(key) } })),
      ),
    ),
};

/** Signs alone (/, —) say nothing either. */
export function saysNothingAtAll(text: string): boolean {
  const bare = bareText(text);
  return bare === '' || EMPTY_WORDS.has(bare);
}
