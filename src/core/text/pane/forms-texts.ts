/** Words of the page 表单. */
import type { PaneTable } from './pane-text';

export const FORMS = {
  choose: { zh: '表单', en: 'Form' },
  look: { zh: '看表', en: 'See the sheet' },
  save: { zh: '写入工作簿', en: 'Write to the workbook' },
  discard: { zh: '放弃修改', en: 'Discard' },
  changed: { zh: '改了 {count} 项，还没有写入', en: '{count} entries changed, not written yet' },
  written: { zh: '已写入{sheet}。', en: 'Written to {sheet}.' },
  onlyAsked: { zh: '只看还没填的必填项（{count}）', en: 'Only required entries that are blank ({count})' },
  asked: { zh: '必填', en: 'required' },
  group: { zh: '第 {number} 条', en: 'No. {number}' },
  moreGroups: { zh: '再加一条', en: 'Add one' },
  nothing: { zh: '必填项都填好了。', en: 'Every required entry is filled.' },
  date: { zh: '例如 2024-12-31', en: 'for example 2024-12-31' },
  month: { zh: '例如 2024-12', en: 'for example 2024-12' },
  datetime: { zh: '例如 2024-12-31 14:30', en: 'for example 2024-12-31 14:30' },
  clause: { zh: '（{clause}）', en: '({clause})' },
  fromList: { zh: '从列表里选，也可以自己写', en: 'Choose, or write your own' },
} as const satisfies PaneTable;
