/** What can be done on the page 方案, each with its message. */
import { FRAME } from '../../../core/text/pane/frame-texts';
import { issueText } from '../../../core/text/issue-text';
import { PLAN } from '../../../core/text/pane/plan-page-texts';
import type { DeskState } from '../../../app/desk/desk-state';
import type { Call } from '../../../app/ports';
import type { PaneText } from '../../../core/text/pane/pane-text';
import { useLanguage, useSay } from '../../hooks/language';
import { usePorts } from '../../hooks/ports-context';
import { useWorkspace } from '../../hooks/workspace-context';

export interface PlanActs {
  readonly assemble: (takeUp: readonly string[]) => void;
  readonly accept: (keys: readonly string[]) => void;
  readonly dismiss: (keys: readonly string[]) => void;
  /** What is wrong with the text; null when it was written, or failed and was said. */
  readonly write: (key: string, text: string) => Promise<string | null>;
}

export function usePlanActs(form: string): PlanActs {
  const { desk } = usePorts();
  const { adopt, run, notify } = useWorkspace();
  const say = useSay();
  const language = useLanguage();
  const tell = (state: DeskState | null, title: PaneText): void => {
    if (state === null) return;
    adopt(state);
    notify({ intent: 'success', title: say(title, { count: state.undo?.params['count'] ?? 0 }), body: '', detail: '' });
  };
  const act = async (title: PaneText, work: (call: Call) => Promise<DeskState>): Promise<void> => tell(await run(FRAME.busyWork, work), title);
  return {
    assemble: (takeUp) => void act(PLAN.assembled, (call) => desk.assemble({ takeUp }, call)),
    accept: (keys) => void act(PLAN.accepted, (call) => desk.decide({ act: 'accept', keys }, call)),
    dismiss: (keys) => void act(PLAN.dismissed, (call) => desk.decide({ act: 'dismiss', keys }, call)),
    write: async (key, text) => {
      const written = await run(FRAME.busyWrite, (call) => desk.edit({ form, entries: { [key]: text } }, call));
      const problem = written?.problems[0];
      if (problem !== undefined) return issueText(problem, language).message;
      tell(written?.state ?? null, PLAN.changed);
      return null;
    },
  };
}
