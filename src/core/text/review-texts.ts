/** Sentences of the review: what was found, answered and settled. */
import type { Language } from './cli';
import { fill, type Params } from './message';

type Both = Readonly<Record<Language, string>>;

/** Cells that are named one by one. */
const NAMED = 8;

/** After the sentence about the first of several cells; Chinese, as the sheet is. */
export function sameIssues(cells: readonly string[]): string {
  return `（同样的共 ${cells.length} 处：${cells.slice(0, NAMED).join('、')}${cells.length > NAMED ? '……' : ''}）`;
}

/** Into the box 企业确认 of the form, where it is blank; Chinese, as the sheet is. */
export function confirmationText(params: { readonly name: string; readonly date: string }): string {
  return fill('确认，同意。{name} {date}', params, 'zh');
}

/** What 审核记录 shows beside the signatures of a step, as of the last check. */
export function signatureLine(signatures: readonly SignatureWords[], language: Language): string {
  return signatures.map(({ party, state, changed }) => {
    const who = PARTY[party][language];
    const cells = changed.slice(0, NAMED_CHANGES).join(language === 'zh' ? '、' : ', ') + (changed.length > NAMED_CHANGES ? '…' : '');
    const said = state === 'broken' && changed.length > 0 ? SIGNATURE.changed : SIGNATURE[state];
    return fill(said[language], { who, count: changed.length, cells }, language);
  }).join(language === 'zh' ? '；' : '; ');
}

const NAMED_CHANGES = 3;
export function partyName(party: SignatureWords['party'], language: Language): string {
  return PARTY[party][language];
}

const PARTY: Readonly<Record<SignatureWords['party'], Both>> = { enterprise: { zh: '企业', en: 'the enterprise' }, agency: { zh: '帮扶人员', en: 'the personnel' } };
const SIGNATURE: Readonly<Record<SignatureWords['state'] | 'changed', Both>> = {
  holds: { zh: '{who}签字有效', en: 'signed by {who}, unchanged' },
  unproven: { zh: '{who}手工签字，无核验码', en: 'signed by {who} by hand, without a code' },
  elsewhere: { zh: '{who}签字在原工作簿里核对', en: 'signed by {who}; to be checked in the workbook with the real names' },
  broken: { zh: '{who}签字后内容有改动', en: 'changed after {who} signed' },
  changed: { zh: '{who}签字后改动 {count} 处：{cells}', en: '{count} changes after {who} signed: {cells}' },
};

export interface SignatureWords {
  readonly party: 'enterprise' | 'agency';
  readonly state: 'holds' | 'broken' | 'unproven' | 'elsewhere';
  readonly changed: readonly string[];
}

const TEXTS = {
  'review/summary': { zh: '{file}：意见 {total} 条，待答复 {open}，已答复 {answered}，已关闭 {closed}；未关闭的里面必须修改 {must} 条。', en: '{file}: {total} findings, {open} open, {answered} answered, {closed} closed; {must} of those not closed must be put right.' },
  'review/empty': { zh: '{file}：还没有审核意见。', en: '{file}: no findings yet.' },
  'review/line': { zh: '{number}. [{status}] [{grade}] {place}：{finding}（{who} {on}）', en: '{number}. [{status}] [{grade}] {place}: {finding} ({who} {on})' },
  'review/answer-line': { zh: '   答复：{answer}（{who} {on}）', en: '   Answer: {answer} ({who} {on})' },
  'review/settled-line': { zh: '   {who} {on} 关闭', en: '   closed by {who} on {on}' },
  'review/moved': { zh: '   原来写的是 {cell}，行列移动后在 {now}', en: '   written as {cell}; after rows or columns moved it is {now}' },
  'review/gone': { zh: '   所指的行已不在表里', en: '   the row that it is about is gone' },
  'review/added': { zh: '已记入审核记录：第 {numbers} 条。', en: 'Entered in the review: finding {numbers}.' },
  'review/changed': { zh: '第 {numbers} 条：{status}。', en: 'Finding {numbers}: {status}.' },
  'review/took': { zh: '检查发现的问题转为 {count} 条意见。', en: '{count} findings were taken over from the check.' },
  'review/took-none': { zh: '检查没有要转的问题。', en: 'The check has nothing to take over.' },
  'review/known': { zh: '另有 {count} 类问题已经有未关闭的意见，没有重复。', en: '{count} more kinds have an open finding already and were not repeated.' },
  'review/full': { zh: '审核记录写满了，{count} 类问题没有转；关闭的意见可以另存后清空，再转一次。', en: 'The sheet is full: {count} kinds were not taken over. Clear closed findings, kept elsewhere, and take over again.' },
  'review/left': { zh: '有 {count} 格人改过，没有写：{cells}', en: '{count} cells had been changed by people and were not written: {cells}' },
  'review/copy': { zh: '改之前的工作簿已另存为：{file}', en: 'The workbook as it was: {file}' },
  'review/whole-sheet': { zh: '整张表', en: 'whole sheet' },
  'review/no-day': { zh: '日期未填', en: 'no date' },
  'review/no-name': { zh: '未署名', en: 'unsigned' },
  'review/signed-done': { zh: '环节 {stage} 已签字（{name}，{on}）。核验码 {code}', en: 'Step {stage} is signed ({name}, {on}). Code {code}' },
  'review/unsigned-done': { zh: '环节 {stage} 的签字已取消。', en: 'The signature of step {stage} was taken out.' },
  'review/stages': { zh: '签字：', en: 'Signatures:' },
  'review/stage-line': { zh: '  {stage} {title}：{line}', en: '  {stage} {title}: {line}' },
  'review/not-signed-yet': { zh: '未签字', en: 'not signed' },
  'state/open': { zh: '待答复', en: 'open' },
  'state/answered': { zh: '已答复', en: 'answered' },
  'state/accepted': { zh: '已采纳', en: 'accepted' },
  'state/rejected': { zh: '不采纳', en: 'rejected' },
  'state/none': { zh: '状态未填', en: 'no state' },
  'level/must': { zh: '必须修改', en: 'must be put right' },
  'level/should': { zh: '建议修改', en: 'suggestion' },
  'level/note': { zh: '提示', en: 'note' },
  'level/none': { zh: '级别未填', en: 'no level' },
} as const satisfies Readonly<Record<string, Both>>;

export type ReviewCode = keyof typeof TEXTS;

export function reviewText(language: Language, code: ReviewCode, params: Params = {}): string {
  return fill(TEXTS[code][language], params, language);
}
