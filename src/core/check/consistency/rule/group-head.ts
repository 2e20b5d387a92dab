/**
 * 7.5.2: the head of the working group is top management or authorised by it. Shown by the name on 首页, by the post, or by an
 * authorisation: in its own cell, in the post or the evidence. A deputy (副总经理) needs the authorisation.
 */
import type { ConsistencyRule } from '../consistency-rule';
import { saysNothingAtAll } from './says-nothing';

const TOP = /最高管理者|法定代表人|董事长|执行董事|总经理|总裁|厂长|院长|经营者|企业负责人|首席执行官|CEO/iu;
const BELOW = /副|助理|秘书/u;
const AUTHORISED = /授权|委托|委任|任命|批准/u;

export const groupHead: ConsistencyRule = {
  find(workbook) {
    const done = workbook.form('implementation');
    if (done === null) return [];
    const [head, post, evidence] = [done.text('group.head'), done.text('group.post'), done.text('group.evidence')];
    if (head === '' || post === '') return [];
    const isHead = head === workbook.form('home')?.text('enterprise.head');
    const authorisation = done.text('group.authorisation');
    if (authorisation !== '' && !saysNothingAtAll(authorisation)) return [];
    if (isHead || (TOP.test(post) && !BELOW.test(post)) || AUTHORISED.test(post) || AUTHORISED.test(evidence)) return [];
    return [{ code: 'consistency/group-head', clause: '7.5.2', at: done.at('group.post'), params: { head, post } }];
  },
};
