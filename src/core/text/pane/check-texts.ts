/** Words of the page 检查. */
import type { PaneTable } from './pane-text';

export const CHECK = {
  clean: { zh: '没有发现问题', en: 'Nothing wrong was found' },
  cleanNote: { zh: '每一格、各表之间、公式和填写规则都查过了。', en: 'Cells, sheets against each other, formulas and rules were all checked.' },
  list: { zh: '问题列表', en: 'Issues' },
  all: { zh: '全部', en: 'All' },
  errors: { zh: '错误', en: 'Errors' },
  warnings: { zh: '警告', en: 'Warnings' },
  notes: { zh: '提示', en: 'Notes' },
  filter: { zh: '显示', en: 'Show' },
  search: { zh: '查找', en: 'Search' },
  sheetCount: { zh: '{count} 处', en: '{count}' },
  nothingShown: { zh: '没有符合条件的问题。', en: 'No issue matches.' },
  explain: { zh: '说明', en: 'Explain' },
  goTo: { zh: '转到', en: 'Go to' },
  fix: { zh: '修复', en: 'Fix' },
  fixAll: { zh: '可以修复 {count} 处规则和公式', en: '{count} rules and formulas can be restored' },
  fixTitle: { zh: '恢复被改动的规则和公式', en: 'Restore rules and formulas' },
  fixBody: { zh: '下面 {count} 处会恢复成生成时的样子，填写的内容不变，可以撤销。', en: 'These {count} will be as generated; entries stay; it can be undone.' },
  fixDo: { zh: '恢复', en: 'Restore' },
  fixed: { zh: '已恢复 {count} 处。', en: '{count} restored.' },
  clause: { zh: '条款 {clause}', en: 'Clause {clause}' },
  workbook: { zh: '整本工作簿', en: 'The whole workbook' },
} as const satisfies PaneTable;
