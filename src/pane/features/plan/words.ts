/** Labels of the plan's fields and states, and which fields stand in view. */
import type { PlanLineReport } from '../../../app/desk/plan-data';
import type { ProgressState } from '../../../core/model/progress-state';
import type { PaneText } from '../../../core/text/pane/pane-text';
import { PLAN } from '../../../core/text/pane/plan-page-texts';

export type Field = keyof PlanLineReport['fields'];

/** In the order of reading; the rest is folded. */
export const MAIN_FIELDS = ['cause', 'method', 'tools', 'metric', 'target', 'owner', 'start', 'end'] as const satisfies readonly Field[];
export const MORE_FIELDS = ['forecast', 'people', 'information', 'technology', 'equipment', 'material', 'evidence'] as const satisfies readonly Field[];

export const FIELD_TEXTS: Readonly<Record<Field, PaneText>> = {
  problem: PLAN.problem, cause: PLAN.cause, method: PLAN.method, tools: PLAN.tools, metric: PLAN.metric, target: PLAN.target, forecast: PLAN.forecast,
  people: PLAN.people, information: PLAN.information, technology: PLAN.technology, equipment: PLAN.equipment, material: PLAN.material,
  owner: PLAN.owner, start: PLAN.start, end: PLAN.end, evidence: PLAN.evidence,
};

const PAGE_TEXTS: Readonly<Record<string, PaneText>> = {
  personnel: PLAN.personnel, idea: PLAN.idea, problems: PLAN.problems, methods: PLAN.methods, effects: PLAN.effects, suitability: PLAN.suitability,
};

export function pageText(key: string): PaneText {
  return PAGE_TEXTS[key] ?? { zh: key, en: key };
}

export const STATE_TEXTS: Readonly<Record<ProgressState, PaneText>> = {
  unplanned: PLAN.stateUnplanned, waiting: PLAN.stateWaiting, running: PLAN.stateRunning, inTime: PLAN.stateInTime, late: PLAN.stateLate, overdue: PLAN.stateOverdue, done: PLAN.stateDone,
};

interface Reasoned {
  readonly proposed: boolean;
  readonly why: string;
}

/** A reason that several fields share is said at the first of them. */
export function reasonsOnce<T extends Reasoned>(fields: readonly T[]): readonly (T & { readonly reason: string })[] {
  const said = new Set<string>();
  return fields.map((field) => {
    const first = field.proposed && field.why !== '' && !said.has(field.why);
    said.add(field.why);
    return { ...field, reason: first ? field.why : '' };
  });
}
