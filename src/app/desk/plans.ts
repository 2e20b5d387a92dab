/** The desk's part in the plan: how it stands, assembling it, deciding on its proposals. */
import { decideProposals, type Decision } from '../../core/plan/decide';
import type { WorkbookContent } from '../../core/model/content';
import { makeContent } from '../make-content';
import { planContent } from '../plan-content';
import type { Call } from '../ports';
import type { Standard } from '../standard';
import type { Desk } from './desk';
import type { ChangeWords, DeskState } from './desk-state';
import { planReport } from './plan-report';
import type { Version } from './version';

export interface PlanBench {
  readonly now: () => Version;
  readonly state: () => DeskState;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** New entries into the workbook; its rows and its figures stay. */
  readonly revise: (words: ChangeWords, content: WorkbookContent, call: Call) => Promise<DeskState>;
}

export function createPlans(standard: Standard, { now, state, inTurn, revise }: PlanBench): Pick<Desk, 'plan' | 'assemble' | 'decide'> {
  return {
    plan: async (_, { progress } = {}) => {
      progress?.report('measure', 0, 0);
      const version = now();
      return planReport(version.reading.content, version.measurement(), standard);
    },
    assemble: ({ takeUp }, call = {}) => inTurn(async () => {
      call.progress?.report('measure', 0, 0);
      const version = now();
      const { content, assembly: { cells } } = planContent(version.reading.content, standard, { measurement: version.measurement(), takeUp });
      const count = cells.filter(({ act }) => act === 'proposed' || act === 'updated').length;
      return revise({ code: 'plan', params: { count } }, content, call);
    }),
    decide: (decision: Decision, call = {}) => inTurn(async () => {
      const { content } = now().reading;
      const { entries, count } = decideProposals(content.entries, standard.fields, decision);
      return count === 0 ? state() : revise({ code: decision.act, params: { count } }, makeContent({ ...content, entries }), call);
    }),
  };
}
