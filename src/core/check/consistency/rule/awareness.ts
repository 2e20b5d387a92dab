/** 7.5.4: the training in quality awareness is for all staff: those who came against those who should, and these against the staff on 首页. */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';

/** People come and go between the training and the day that 首页 counts: so much of the staff may be missing among those who should come. */
const TURNOVER = 0.1;

export const awareness: ConsistencyRule = {
  find(workbook) {
    const done = workbook.form('implementation');
    if (done === null) return [];
    const [staff, people] = [done.number('awareness.staff'), done.number('awareness.people')];
    const employees = workbook.form('home')?.number('enterprise.employees') ?? null;
    const findings: ConsistencyFinding[] = [];
    const clause = '7.5.4';
    if (staff !== null && employees !== null && staff < employees * (1 - TURNOVER)) findings.push({ code: 'consistency/training-staff', clause, at: done.at('awareness.staff'), params: { staff, employees } });
    if (staff !== null && people !== null && people > staff) findings.push({ code: 'consistency/training-attendance', clause, at: done.at('awareness.people'), params: { people, staff } });
    if (staff !== null && people !== null && people < staff) findings.push({ code: 'consistency/training-absent', clause, at: done.at('awareness.people'), params: { people, staff, absent: staff - people } });
    return findings;
  },
};
