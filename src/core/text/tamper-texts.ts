/** Sentences about what people's editors did to a generated sheet: codes of `core/check/tamper/codes.ts`. */
import type { TextTable } from './message';

export const tamperTexts = {
  'formula/overwritten': {
    zh: ['{range} 原来是公式，现在是手填的“{value}”，数据再变它也不会变。', '用 zhisheng check --restore 恢复公式；手填的数另找地方写。'],
    en: ['{range} held a formula and now holds the typed "{value}", which no longer follows the data.', 'Bring the formula back with zhisheng check --restore; write figures of your own elsewhere.'],
  },
  'formula/changed': {
    zh: ['{range} 的公式被改过，现在是 {formula}，算出的不再是规定的指标。', '用 zhisheng check --restore 恢复公式；另外的算法写在自己的表里。'],
    en: ['The formula of {range} was changed to {formula} and no longer computes what it should.', 'Bring it back with zhisheng check --restore; put other calculations in a sheet of your own.'],
  },
  'formula/deleted': {
    zh: ['{range} 原来是公式，现在是空白。', '用 zhisheng check --restore 恢复公式。'],
    en: ['{range} held a formula and is blank now.', 'Bring it back with zhisheng check --restore.'],
  },
  'formula/broken': {
    zh: ['{range} 的公式引用的单元格、列或表已被删除（公式里出现 #REF）。', '先把删掉的列或表找回来，再用 zhisheng check --restore 恢复公式。'],
    en: ['The formula of {range} lost the cells, column or sheet that it refers to (#REF).', 'Put back what was deleted, then restore the formula with zhisheng check --restore.'],
  },
  'formula/error': {
    zh: ['{range} 的公式没有被改，结果却是 {value}。', '先改正本表和数据表里的其他问题，再重新计算（F9）；仍是错误时，检查有没有删掉名称或表。'],
    en: ['The formula of {range} is as it was made, but shows {value}.', 'Correct the other findings and recalculate (F9); if it stays, look for a deleted name or sheet.'],
  },
  'name/lost': {
    zh: ['公式使用的名称“{name}”不见了，或已失去引用位置，用到它的公式会出错。', '用 zhisheng check --restore 恢复名称。'],
    en: ['The name "{name}", which formulas use, is gone or refers to nothing; those formulas fail.', 'Bring it back with zhisheng check --restore.'],
  },
  'sheet/renamed': {
    zh: ['这张表被改名为“{found}”，表里的内容没有检查，也没有计入。', '把“{found}”改回原来的表名。'],
    en: ['This sheet was renamed to "{found}"; what it holds was neither checked nor counted.', 'Give "{found}" its old name back.'],
  },
  'column/inserted': {
    zh: ['数据列中间插入了一列“{column}”；其他列照常读取，这一列不计入。', '不用改；自己的列放在最后一列之后更稳妥。'],
    en: ['A column "{column}" was inserted among the data; the others are read as before, this one does not count.', 'Nothing to do; columns of your own stand more safely after the last one.'],
  },
  'rows/outside-table': {
    zh: ['第 {range} 行（{rows} 行）在表格区域之外，照常计入，只是没有表格的筛选和底色。', '不用改；需要一起筛选时，拖动表格右下角把这些行包括进来。'],
    en: ['Rows {range} ({rows} rows) lie below the table; they count all the same, only its filter leaves them out.', 'Nothing to do; drag the corner of the table down to filter them too.'],
  },
  'rows/hidden': {
    zh: ['第 {range} 行之间有 {rows} 行填了内容但被隐藏，照常计入。', '不用改；核对数据时先取消隐藏。'],
    en: ['{rows} filled rows within {range} are hidden; they count all the same.', 'Nothing to do; show them before comparing figures.'],
  },
  'rows/filtered': {
    zh: ['第 {range} 行之间有 {rows} 行被筛选隐藏，照常计入。', '不用改；核对数据时先清除筛选。'],
    en: ['{rows} filled rows within {range} are hidden by a filter; they count all the same.', 'Nothing to do; clear the filter before comparing figures.'],
  },
  'column/hidden': {
    zh: ['“{column}”这一列填了内容但被隐藏，照常计入。', '不用改；核对数据时先取消隐藏。'],
    en: ['The column "{column}" holds entries but is hidden; they count all the same.', 'Nothing to do; show it before comparing figures.'],
  },
  'merge/data': {
    zh: ['{range} 在数据区里被合并，只有左上角一格有值，其余各格的数据已经丢失。', '取消合并，照原始记录逐行补填。'],
    en: ['{range} was merged among the data: only its first cell has a value, those under it are lost.', 'Unmerge it and fill every row from the records.'],
  },
  'merge/form': {
    zh: ['{range} 被合并，盖住了“{column}”，那一格的内容已经丢失。', '取消合并，重新填写被盖住的格。'],
    en: ['{range} was merged over "{column}", whose entry is lost.', 'Unmerge it and fill in the cells that were under it.'],
  },
  'rule/missing': {
    zh: ['{range}（{column}）的填写限制没有了，多半是粘贴时带走的，填错不会再有提醒。', '用 zhisheng check --restore 恢复；以后粘贴请选“只粘贴数值”。'],
    en: ['The cell rule of {range} ({column}) is gone, most likely by a paste; wrong entries are no longer stopped.', 'Bring it back with zhisheng check --restore; paste values only.'],
  },
  'rule/changed': {
    zh: ['{range}（{column}）的填写限制被换成了别的，与规定的不同。', '用 zhisheng check --restore 恢复；以后粘贴请选“只粘贴数值”。'],
    en: ['The cell rule of {range} ({column}) is another than it should be.', 'Bring it back with zhisheng check --restore; paste values only.'],
  },
  'rule/prompt': {
    zh: ['{range}（{column}）的填写提示没有了，选中这些格时不再显示怎么填。', '需要时用 zhisheng check --restore 恢复。'],
    en: ['The hint of {range} ({column}) is gone; selecting the cells no longer says what to enter.', 'Bring it back with zhisheng check --restore if wanted.'],
  },
  'rule/mark': {
    zh: ['{range} 的必填标记没有了，漏填时不再显示红边。', '用 zhisheng check --restore 恢复。'],
    en: ['The mark of required cells is gone from {range}; a missing entry no longer shows in red.', 'Bring it back with zhisheng check --restore.'],
  },
  'format/code': {
    zh: ['{range}（{column}）不再是文本格式（现为 {format}），在这里输入的长编码会丢失末尾几位，开头的 0 也会消失。', '用 zhisheng check --restore 恢复文本格式，再核对已填的编码。'],
    en: ['{range} ({column}) is no longer text (now {format}): long codes typed there lose their last digits, and zeros in front.', 'Bring the text format back with zhisheng check --restore and check the codes that are there.'],
  },
  'format/date': {
    zh: ['{range}（{column}）不再是日期格式（现为 {format}），日期会显示成一串数字。', '用 zhisheng check --restore 恢复日期格式。'],
    en: ['{range} ({column}) no longer has a date format (now {format}); dates show as plain numbers.', 'Bring it back with zhisheng check --restore.'],
  },
} as const satisfies TextTable;
