/** Why something cannot be done in the review: the same for the command line and the pane. */
import type { Language } from './cli';
import { messageOf, type Message, type Params, type TextTable } from './message';

export const REVIEW_ERRORS = {
  'review/none': { zh: ['工作簿里没有“审核记录”这张表。', '表被删除的，用检查里的恢复找回来；没有选用的，另建一本含这张表的工作簿。'], en: ['The workbook has no sheet 审核记录.', 'Restore it if it was deleted, or create a workbook that has it.'] },
  'review/who': { zh: ['没有写是谁。', '写上姓名再做：审核记录要写明谁提出、谁答复、谁关闭。'], en: ['Nobody is named.', 'Give a name: the review says who found, answered and closed.'] },
  'review/text': { zh: ['意见没有内容。', '写明哪里不对、应当怎样。'], en: ['The finding says nothing.', 'Write what is wrong and what should be there.'] },
  'review/sheet': { zh: ['没有“{name}”这张表，或者有几张表都像它。', '从这些表里选一张：{sheets}。'], en: ['There is no sheet "{name}", or several are like it.', 'Choose one of: {sheets}.'] },
  'review/cell': { zh: ['“{cell}”不是单元格的地址。', '写成 C12 这样；说的是整张表时不写。'], en: ['"{cell}" is not the address of a cell.', 'Write it as C12, or leave it out for the whole sheet.'] },
  'review/no-room': { zh: ['审核记录的 {room} 行都写满了。', '把已关闭的意见另存后清空几行，再提。'], en: ['All {room} rows of the review are filled.', 'Clear some closed findings, kept elsewhere, and try again.'] },
  'review/no-finding': { zh: ['审核记录里没有第 {number} 条意见。', '序号以审核记录第一列为准。'], en: ['There is no finding {number}.', 'The number is that of the first column of 审核记录.'] },
  'review/closed': { zh: ['第 {number} 条意见已经关闭。', '要再改，先重新打开它。'], en: ['Finding {number} is closed.', 'Open it again first.'] },
  'review/not-closed': { zh: ['第 {number} 条意见本来就没有关闭，也没有答复。', '直接答复即可。'], en: ['Finding {number} is open already.', 'Just answer it.'] },
  'review/no-answer': { zh: ['第 {number} 条意见的答复是空的。', '写明怎样改的，或者不改的理由。'], en: ['The answer to finding {number} says nothing.', 'Write what was done, or why not.'] },
  'review/no-reason': { zh: ['第 {number} 条意见不采纳，但没有写理由。', '写明理由再关闭。'], en: ['Finding {number} is rejected without a reason.', 'Give the reason.'] },
  'review/stage': { zh: ['没有环节“{stage}”，或者工作簿里没有它的表。', '可以签字的环节：{stages}。'], en: ['There is no step "{stage}", or the workbook has no form of it.', 'Steps to sign: {stages}.'] },
  'review/must-first': { zh: ['环节 {stage} 还有必须修改的意见没有关闭：第 {numbers} 条。', '改好、答复并关闭以后再签字。'], en: ['Findings that must be put right are open in step {stage}: {numbers}.', 'Put them right and close them, then sign.'] },
  'review/signed': { zh: ['环节 {stage} 已由 {name} 于 {date} 签字，内容没有改动。', '不用再签；要换人签的，先取消原来的签字。'], en: ['Step {stage} is signed by {name} ({date}) and unchanged.', 'Take the signature out first if somebody else is to sign.'] },
  'review/not-signed': { zh: ['环节 {stage} 没有这一方的签字。', '不用取消。'], en: ['Step {stage} is not signed by this party.', 'There is nothing to take out.'] },
} as const satisfies TextTable;

export type ReviewErrorCode = keyof typeof REVIEW_ERRORS;

export function isReviewError(code: string): code is ReviewErrorCode {
  return Object.hasOwn(REVIEW_ERRORS, code);
}

export function reviewError(code: ReviewErrorCode, params: Params, language: Language): Message {
  return messageOf(REVIEW_ERRORS[code], params, language);
}
