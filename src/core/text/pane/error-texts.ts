/** What failed, for the pane: codes of `HostError` and `InputError` that the pane says in its own words, or alone knows. */
import type { Language } from '../cli';
import { hostErrorText, isHostCode } from '../issue-text';
import { REVIEW_ERRORS } from '../review-errors';
import { messageOf, type Message, type Params, type TextTable } from '../message';

export const PANE_ERRORS = {
  'desk/nothing-open': { zh: ['没有打开的工作簿。', '先打开或新建一本工作簿。'], en: ['No workbook is open.', 'Open or create one first.'] },
  'desk/in-excel': { zh: ['在 Excel 里，打开、保存和撤销由 Excel 来做。', '用 Excel 自己的按钮。'], en: ['In Excel, opening, saving and undoing are done by Excel.', 'Use its own buttons.'] },
  'desk/no-form': { zh: ['工作簿里没有这张表单（{form}）。', '换一张表单，或重新打开工作簿。'], en: ['The workbook has no such form ({form}).', 'Choose another form, or open the workbook again.'] },
  'desk/no-metric': { zh: ['没有这个指标（{metric}）。', '回到指标列表重新选择。'], en: ['There is no such metric ({metric}).', 'Choose one from the list.'] },
  'plan/no-form': { zh: ['工作簿里没有“{sheet}”，没有方案可以汇编。', '新建工作簿时选上这张表。'], en: ['The workbook has no "{sheet}", so there is no plan.', 'Create a workbook that has it.'] },
  'plan/too-many-lines': { zh: ['“{sheet}”只有 {blocks} 块，放不下 {lines} 个问题，没有改动。', '先合并或删去附录D 里的问题。'], en: ['"{sheet}" has {blocks} blocks, too few for {lines} problems; nothing was changed.', 'Merge or delete problems in annex D first.'] },
  'desk/nothing-to-undo': { zh: ['没有可以撤销的修改。', '继续工作即可。'], en: ['There is nothing to undo.', 'Just go on.'] },
  'desk/nothing-to-redo': { zh: ['没有可以重做的修改。', '继续工作即可。'], en: ['There is nothing to redo.', 'Just go on.'] },
  'import/unknown-sheet': { zh: ['没有“{name}”这张原始数据表。', '换一张数据表。'], en: ['There is no raw-data sheet "{name}".', 'Choose another sheet.'] },
  'import/sheet-not-chosen': { zh: ['工作簿里没有“{sheet}”这张表。', '新建工作簿时选上这张表。'], en: ['The workbook has no sheet "{sheet}".', 'Create a workbook that has it.'] },
  'import/broken-header': { zh: ['“{sheet}”的表头不完整或重复（{column}），不能导入。', '先在检查页查看这张表，把表头改回来。'], en: ['The header of "{sheet}" is incomplete or doubled ({column}).', 'See the check page and restore the header first.'] },
  'import/from-sheet-csv': { zh: ['“{file}”是文本文件，没有工作表可选。', '直接导入它。'], en: ['"{file}" is a text file and has no sheets.', 'Import it as it is.'] },
  'import/no-such-source-sheet': { zh: ['“{file}”里没有名为“{sheet}”的表。', '从它的表里选一张：{sheets}。'], en: ['"{file}" has no sheet "{sheet}".', 'Choose one of: {sheets}.'] },
  'import/source-empty': { zh: ['“{file}”里没有可以导入的内容。', '换一个文件，或先在表格软件里打开看一看。'], en: ['"{file}" holds nothing to import.', 'Choose another file.'] },
  'import/nothing-to-import': { zh: ['没有一行可以导入“{sheet}”，工作簿没有变。', '按各行的原因改正后再导入。'], en: ['No row can go into "{sheet}"; the workbook is as it was.', 'Correct the rows as their reasons say.'] },
  'xlsx/csv': { zh: ['这是文本文件（CSV），不是 .xlsx 工作簿。', '要导入数据，先打开工作簿，再到数据页导入它。'], en: ['This is a text file (CSV), not an .xlsx workbook.', 'Open the workbook first and import this file on the data page.'] },
  'file/changed': { zh: ['“{path}”在打开之后被别的程序改存过，没有写入，两边的内容都在。', '用“另存为”存成另一个文件，再比较两个文件；或重新打开它。'], en: ['Another program saved "{path}" since it was opened; nothing was written.', 'Save under another name and compare, or open it again.'] },
  'sheets/unknown': { zh: ['没有“{name}”这张表。', '重新选择。'], en: ['There is no sheet "{name}".', 'Choose again.'] },
  ...REVIEW_ERRORS,
  'pane/fault': { zh: ['程序出了意外的错误，打开的文件没有变。', '先另存一份；再试仍然不行的，把详情发给维护者。'], en: ['Something unexpected went wrong; the opened file is as it was.', 'Save a copy first; if it happens again, send the details to the maintainers.'] },
} as const satisfies TextTable;

function isPaneCode(code: string): code is keyof typeof PANE_ERRORS {
  return Object.hasOwn(PANE_ERRORS, code);
}

export interface SaidError extends Message {
  /** For engineers: code and parameters, or the message of a fault. */
  readonly detail: string;
}

export function paneErrorText(code: string | null, params: Params, raw: string, language: Language): SaidError {
  const detail = code === null ? raw : `${code} ${JSON.stringify(params)}`;
  if (code !== null && isPaneCode(code)) return { ...messageOf(PANE_ERRORS[code], params, language), detail };
  if (code !== null && isHostCode(code)) return { ...hostErrorText(code, params, language), detail };
  return { ...messageOf(PANE_ERRORS['pane/fault'], {}, language), detail };
}
