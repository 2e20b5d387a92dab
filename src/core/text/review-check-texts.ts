/** Sentences about 审核记录: findings whose answer, date or state is missing, signatures that do not hold. Codes of `core/check/consistency/codes.ts`. */
import type { TextTable } from './message';

export const reviewCheckTexts = {
  'consistency/finding-sheet': {
    zh: ['工作簿里没有“{value}”这张表。', '从列表里选意见所说的表。'],
    en: ['The workbook has no sheet "{value}".', 'Choose the sheet that the finding is about.'],
  },
  'consistency/finding-cell': {
    zh: ['“{value}”不是单元格的地址，跳不到那一格。', '写成 C12 这样；说的是整张表时留空。'],
    en: ['"{value}" is not the address of a cell.', 'Write it as C12, or leave it blank for the whole sheet.'],
  },
  'consistency/finding-unanswered': {
    zh: ['状态是“{value}”，但没有答复。', '写上怎样改的或不改的理由；还没有答复的，状态改回“待答复”。'],
    en: ['The state is "{value}", but there is no answer.', 'Write what was done or why not, or set the state back to the first of the list.'],
  },
  'consistency/finding-state': {
    zh: ['状态还是“{value}”，与这一行已经写的答复或关闭日期不符。', '把状态改过来，或清空不该有的内容。'],
    en: ['The state is still "{value}" though the row has an answer or a closing day.', 'Set the state, or clear what should not be there.'],
  },
  'consistency/finding-signed': {
    zh: ['{value}的意见缺“{column}”，看不出谁在什么时候办的。', '补上。'],
    en: ['A finding that is {value} lacks "{column}": nobody can see who did it and when.', 'Fill it in.'],
  },
  'consistency/finding-early': {
    zh: ['“{column}”{value} 早于“{other}”{otherValue}。', '核对两个日期。'],
    en: ['"{column}" {value} is before "{other}" {otherValue}.', 'Check both dates.'],
  },
  'consistency/finding-open': {
    zh: ['必须修改的意见还是“{value}”，“{form}”所在的环节不能算完成。', '改好后写答复，由提出人关闭。'],
    en: ['A finding that must be put right is "{value}", so the step of "{form}" is not done.', 'Put it right and answer; who raised it closes it.'],
  },
  'consistency/sign-broken': {
    zh: ['环节 {stage} 由 {name} 于 {date} 签字，之后有 {count} 处改动：{cells}。这个签字不再有效。', '核对改动；确认无误后请签字人重新签字，不该改的改回来。'],
    en: ['Step {stage} was signed by {name} on {date}; {count} things changed since: {cells}. The signature no longer holds.', 'Look at the changes; have it signed again, or put them back.'],
  },
  'consistency/sign-lost': {
    zh: ['环节 {stage} 由 {name} 于 {date} 签字，现在的内容与签字时不一致；签字时的内容没有保存下来，说不出改了哪一格。', '与签字时留存的副本比较（zhisheng compare），确认后请签字人重新签字。'],
    en: ['Step {stage} was signed by {name} on {date}, and its contents are not those that were signed; which cells changed is not known, since what was signed is not kept.', 'Compare with the copy kept then, and have it signed again.'],
  },
  'consistency/sign-unproven': {
    zh: ['环节 {stage} 的签字（{name}）是手工填写的，没有核验码，以后有没有改动看不出来。', '用 zhisheng review --sign 或窗格的审核页重新签字；只作纸质签字的，可以不管。'],
    en: ['The signature of step {stage} ({name}) was typed by hand and has no code: later changes cannot be seen.', 'Sign with zhisheng review --sign or in the pane; a paper signature may stay as it is.'],
  },
  'consistency/sign-incomplete': {
    zh: ['环节 {stage} 的签字缺“{column}”。', '补上，或清空这一处签字。'],
    en: ['The signature of step {stage} lacks "{column}".', 'Fill it in, or clear the signature.'],
  },
} as const satisfies TextTable;
