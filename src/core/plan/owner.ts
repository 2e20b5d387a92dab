/**
 * Who is proposed for a line: the one person of 工作计划 and 方案实施 whose post names a department of the problem's kind, else
 * the one who answers for carrying out the plan. Nobody where it is not plain, where the check would not know the person, and
 * never the agency's personnel: the enterprise answers for its own improvement.
 */
import type { FormFacts } from '../check/consistency/form-facts';
import { listedPeople, namesIn } from '../check/consistency/people';

export interface OwnerFound {
  readonly owner: string;
  readonly by: 'department' | 'step';
}

export interface People {
  readonly workPlan: FormFacts;
  readonly implementation: FormFacts;
  readonly home: FormFacts;
  readonly staff: ReadonlySet<string>;
}

const STEP_OWNER = 'plan.7.5.owner';

export function ownerFor(departments: readonly string[], people: People): OwnerFound | null {
  const agency = new Set(listedPeople(people.home.text('agency.personnel')));
  const suits = (name: string): boolean => !agency.has(name) && isKnown(name, people);
  const candidates = [...new Set(owners(people))].filter(suits);
  const matching = candidates.filter((name) => departments.some((word) => name.includes(word)));
  const [only] = matching;
  if (matching.length === 1 && only !== undefined) return { owner: only, by: 'department' };
  const step = listedPeople(people.workPlan.has(STEP_OWNER) ? people.workPlan.text(STEP_OWNER) : '').filter(suits);
  return step.length === 1 && step[0] !== undefined ? { owner: step[0], by: 'step' } : null;
}

/** Everybody who is named as answering for something. */
function owners({ workPlan, implementation }: People): readonly string[] {
  const steps = ['7.1', '7.2', '7.3', '7.4', '7.5', '7.6', '7.7', '7.8'].map((step) => `plan.${step}.owner`).filter((key) => workPlan.has(key));
  const members = implementation.has('group.members') ? listedPeople(implementation.text('group.members')).filter((part) => part.length >= 4 || namesIn(part).length === 0) : [];
  return [
    ...steps.flatMap((key) => listedPeople(workPlan.text(key))),
    ...workPlan.rows('plan').flatMap((row) => listedPeople(row.text('owner'))),
    ...members.filter((part) => /(?:长|主管|经理|主任|负责人)$/u.test(part)),
  ];
}

function isKnown(name: string, { home, staff }: People): boolean {
  return staff.size === 0 || staff.has(name) || name === home.text('enterprise.head') || namesIn(name).length === 0;
}
