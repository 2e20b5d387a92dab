/** Words of the page 进度. */
import type { PaneTable } from './pane-text';

export const PROGRESS = {
  next: { zh: '下一步：{clause} {name}，还差 {count} 处。', en: 'Next: {clause} {name}, {count} to do.' },
  firstMissing: { zh: '从这里开始：{place}，{message}', en: 'Start here: {place}. {message}' },
  allDone: { zh: '各环节都已完成。', en: 'Every step is done.' },
  allDoneNote: { zh: '定稿前再看一遍检查页的警告。', en: 'Look at the warnings once more before you finish.' },
  noForms: { zh: '这本工作簿没有表单。', en: 'This workbook has no forms.' },
  fill: { zh: '去填写', en: 'Fill it in' },
  stages: { zh: '第 6 章的环节', en: 'Steps of clause 6' },
  filled: { zh: '应填 {total} 项，已填 {done} 项', en: '{done} of {total} cells filled' },
  missing: { zh: '还差这些', en: 'Still to do' },
  moreMissing: { zh: '另有 {count} 处，见检查页。', en: '{count} more; see the check page.' },
} as const satisfies PaneTable;
