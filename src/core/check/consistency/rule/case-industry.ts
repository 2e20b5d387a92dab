/** F.1: name and code of the industry are one division of GB/T 4754, the one that 首页 gives. A code that is none is the matter of the rules of cells. */
import { divisionOf } from '../../../reference/industry';
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';
import { bareText } from '../text-figures';

export const caseIndustry: ConsistencyRule = {
  find(workbook) {
    const form = workbook.form('F');
    const code = form?.text('industryCode') ?? '';
    const division = divisionOf(code);
    if (form === null || division === undefined) return [];
    const findings: ConsistencyFinding[] = [];
    const name = form.text('industry');
    if (name !== '' && bareText(name) !== bareText(division.name)) findings.push({ code: 'consistency/case-industry', clause: 'F.1', at: form.at('industry'), params: { code, name, right: division.name } });
    const home = workbook.form('home')?.text('enterprise.industry') ?? '';
    const ofHome = divisionOf(home);
    if (ofHome !== undefined && ofHome.code !== division.code) findings.push({ code: 'consistency/case-industry-home', clause: 'F.1', at: form.at('industryCode'), params: { code, home } });
    return findings;
  },
};
