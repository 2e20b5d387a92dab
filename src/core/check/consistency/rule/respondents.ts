/** 7.2.1: the survey speaks with top management and with the heads of functions. Asked once every content has its finding, where respondents are noted at all. */
import type { ConsistencyRule } from '../consistency-rule';

/** Main respondents, and the words that mean them. */
const MAIN = [['企业高层领导', /高层|领导|总经理|董事长|负责人\(企业\)|厂长/u], ['各职能部门负责人', /部门|经理|主任|科长|部长|主管/u]] as const;

export const respondents: ConsistencyRule = {
  find(workbook) {
    const survey = workbook.form('A');
    if (survey === null) return [];
    const contents = survey.keys(/^content\.\d+-\d+\.finding$/u).map((key) => key.slice(0, -'.finding'.length));
    const named = contents.map((key) => survey.text(`${key}.respondent`)).filter((text) => text !== '');
    if (named.length === 0 || !contents.every((key) => survey.filled(`${key}.finding`))) return [];
    const [first] = contents;
    const missing = MAIN.filter(([, words]) => !named.some((text) => words.test(text))).map(([name]) => name);
    if (missing.length === 0 || first === undefined) return [];
    return [{ code: 'consistency/survey-respondents', clause: '7.2.1', at: survey.at(`${first}.respondent`), params: { missing: missing.join('、') } }];
  },
};
