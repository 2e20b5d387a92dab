/** What assembling a plan says: notes for people by code (`core/plan/plan-outcome.ts`), and the words of its report. */
import type { Language } from './cli';
import { fill, type Params } from './message';

type Both = Readonly<Record<Language, string>>;

const NOTES = {
  'plan/no-problems': { zh: '附录D 还没有问题，方案无从汇编；先完成诊断（7.3.2）。', en: 'Annex D has no problems yet: diagnose first (7.3.2).' },
  'plan/number-missing': { zh: '问题“{problem}”没有编号，没有列入方案；给它编号。', en: 'Problem "{problem}" has no number and was not taken up.' },
  'plan/number-twice': { zh: '问题编号 {number} 用了两次，只汇编了第一个；给另一个换编号。', en: 'Number {number} stands twice; only the first was taken up.' },
  'plan/cause-missing': { zh: '问题 {number} 没有写原因，方法还不能与原因对应（7.4 c）；补写原因后再运行一次。', en: 'Problem {number} has no cause, so its method cannot answer one (7.4 c).' },
  'plan/metric-open': { zh: '问题 {number} 没有绩效指标；从列表选一个，或写自己的指标（7.4 e）。', en: 'Problem {number} has no metric (7.4 e).' },
  'plan/target-open': { zh: '问题 {number} 的“{metric}”（提升前 {baseline}）没有按规则可提的目标，由企业定（7.4 e）。', en: 'No target can be proposed for "{metric}" of problem {number} (before: {baseline}); the enterprise sets it (7.4 e).' },
  'plan/baseline-open': { zh: '问题 {number} 用的是自定指标“{metric}”，要填提升前的数值（7.4 e）。', en: 'Problem {number} uses a metric of your own, "{metric}": enter its figure before (7.4 e).' },
  'plan/owner-open': { zh: '问题 {number} 的责任人没有唯一人选，由企业指定。', en: 'Problem {number}: it is not plain who owns it; the enterprise names somebody.' },
  'plan/dates-open': { zh: '问题 {number} 没有起止时间；先在工作计划填方案实施（7.5）的起止时间，或直接填写。', en: 'Problem {number} has no dates; enter those of step 7.5 in the work plan, or its own.' },
  'plan/line-left': { zh: '方案里的问题 {number} 在附录D 已经没有了，保留未动；不再需要的，由人删去。', en: 'Problem {number} of the plan is no longer in annex D; it was left as it is.' },
  'plan/line-dismissed': { zh: '问题 {number}“{problem}”的方案被人删去过，没有再提出；要恢复，用 --renew。', en: 'People removed the line of problem {number} "{problem}"; --renew brings it back.' },
  'plan/opinion-open': { zh: '针对问题 {number} 的改进意见“{opinion}”还没有决定是否采纳（7.5.6）。', en: 'The opinion "{opinion}" on problem {number} is not decided yet (7.5.6).' },
  'plan/time-open': { zh: '方案时间没有填。', en: 'The plan has no date.' },
  'plan/confirmation-open': { zh: '企业还没有确认方案：由确认人签字、写日期和意见。', en: 'The enterprise has not confirmed the plan yet.' },
  'plan/result-open': { zh: '成效总结的“{what}”由人填。', en: 'People enter "{what}" of the results.' },
  'plan/record-where': { zh: '记录已经形成，存放位置由人填。', en: 'The record exists; people know where it lies.' },
  'plan/record-who': { zh: '记录已经形成，形成人或日期表单里没有，由人填。', en: 'The record exists; its form does not say who made it or when.' },

} as const satisfies Readonly<Record<string, Both>>;

export type PlanNoteText = keyof typeof NOTES;

export function planNoteText(code: PlanNoteText, params: Params, language: Language): string {
  return fill(NOTES[code][language], params, language);
}
