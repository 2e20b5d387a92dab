/** Sentences about sheets, headers, periods and what was not listed: codes of `core/check/codes.ts`. */
import type { TextTable } from './message';

export const sheetTexts = {
  'sheet/missing': {
    zh: ['工作簿里没有这张表，它可能被删除或改名。', '把表名改回来；已经删除的，从备份中恢复或重新生成这张表。'],
    en: ['The workbook lacks this sheet; it may have been deleted or renamed.', 'Rename it back, restore it from a copy, or generate it again.'],
  },
  'header/missing': {
    zh: ['表头里没有“{column}”这一列，这一列的数据没有读到。', '把改过的列名改回“{column}”；删掉的列要补上。'],
    en: ['The header row lacks "{column}"; that column was not read.', 'Rename the column back to "{column}", or add it again.'],
  },
  'header/twice': {
    zh: ['表头里有两列“{column}”，只读 {used} 这一列。', '删去多余的一列，或给它改个名字。'],
    en: ['Two columns are headed "{column}"; only the one at {used} is read.', 'Delete the other column or rename it.'],
  },
  'header/moved': {
    zh: ['“{column}”不在公式引用的位置（{formulas}），公式算的是另一列。', '把两列的内容换回原来的位置；插入新列时请放在最后一列之后。'],
    en: ['"{column}" is not where the formulas look ({formulas}); they compute another column.', 'Move the columns back; put new columns after the last one.'],
  },
  'period/missing': {
    zh: ['还没有填“{column}”，指标无法按期间计算。', '在首页填上日期，例如 2024-12-31。'],
    en: ['"{column}" is blank; nothing can be measured by period.', 'Enter the date on 首页, for example 2024-12-31.'],
  },
  'period/reversed': {
    zh: ['{period}期间的结束日期 {end} 早于开始日期 {start}，这一期没有数据可算。', '把两个日期改成先后正确的顺序。'],
    en: ['The {period} period ends on {end}, before it starts on {start}; nothing falls into it.', 'Put the two dates in order.'],
  },
  'period/overlap': {
    zh: ['提升前期间到 {baselineEnd} 才结束，而提升后期间 {currentStart} 已开始，两期重叠，前后对比没有意义。', '使提升前期间在提升后期间开始之前结束。'],
    en: ['The baseline period ends on {baselineEnd}, after the current one starts on {currentStart}: they overlap, so a comparison means nothing.', 'Let the baseline end before the current period starts.'],
  },
  'period/length': {
    zh: ['提升前 {baselineDays} 天，提升后 {currentDays} 天，两期长短不同，有的指标不能比较。', '取长短相同的两期，最好是相邻两年的同一段（闰年可差 1 天）。'],
    en: ['The baseline has {baselineDays} days and the current period {currentDays}: some metrics cannot be compared.', 'Use periods of equal length, best the same months of two years (a leap day may differ).'],
  },
  'period/as-of-early': {
    zh: ['数据截止日 {asOf} 早于提升前期间的结束日期 {baselineEnd}，提升前的数据还不完整。', '填数据实际统计到的日期，不早于提升前期间的结束日期。'],
    en: ['The as-of date {asOf} is before the end of the baseline period {baselineEnd}: the baseline is not complete.', 'Enter the day up to which the data are known, not before the end of the baseline.'],
  },
  'period/as-of-before-current': {
    zh: ['数据截止日 {asOf} 早于提升后期间的开始日期 {currentStart}，提升后还没有可算的数据。', '提升后期间有了数据以后，更新数据截止日。'],
    en: ['The as-of date {asOf} is before the current period starts ({currentStart}): nothing can be measured after the improvement.', 'Update the as-of date once there are data of the current period.'],
  },
  'check/capped': {
    zh: ['“{column}”还有同样的问题：共 {count} 处，只列出前 {shown} 处。', '先改列出的几处，多半是同一个原因；改后再检查一次。'],
    en: ['"{column}" has more of the same: {count} in all, the first {shown} are listed.', 'Correct those listed, most likely they have one cause, and check again.'],
  },
  'check/capped-sheet': {
    zh: ['这张表共有 {count} 处问题，只列出前 {shown} 处。', '先改列出的问题，改后再检查一次。'],
    en: ['This sheet has {count} issues; the first {shown} are listed.', 'Correct those listed and check again.'],
  },
  'check/capped-total': {
    zh: ['共有 {count} 处问题，只列出 {shown} 处，错误在先。', '先改列出的问题，改后再检查一次。'],
    en: ['There are {count} issues; {shown} are listed, errors before others.', 'Correct those listed and check again.'],
  },
} as const satisfies TextTable;
