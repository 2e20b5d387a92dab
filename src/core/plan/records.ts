/** 7.8: the list of records from what the forms hold: formed or not, by whom and when. Where it lies, and that it was filed, people know. */
import type { FormFacts } from '../check/consistency/form-facts';
import { isFilled } from '../model/filled';
import { MEMORY, type Draft } from './draft';
import type { PlanWords } from './plan-words';

interface Source {
  readonly record: string;
  readonly form: string;
  /** Whether the record is there. */
  readonly formed: (form: FormFacts) => boolean;
  readonly who?: (form: FormFacts) => string;
  readonly when?: (form: FormFacts) => number | null;
}

const LEVELS = ['leaders', 'system', 'staff'] as const;

const SOURCES: readonly Source[] = [
  { record: 'talks', form: 'B', formed: begun, who: (form) => form.rows('talks')[0]?.text('personnel') ?? '', when: (form) => first(form.rows('talks').map((row) => row.day('time'))) },
  { record: 'checkup', form: 'C', formed: begun, who: text('personnel'), when: day('time') },
  { record: 'diagnosis', form: 'D', formed: begun, who: text('personnel'), when: day('time') },
  { record: 'plan', form: 'E', formed: begun, who: text('personnel'), when: day('time') },
  { record: 'results', form: 'results', formed: begun, who: text('author'), when: day('date') },
  { record: 'matching', form: 'home', formed: (form) => form.filled('agency.personnel') },
  { record: 'workPlan', form: 'workPlan', formed: begun, who: text('plan.7.1.owner') },
  { record: 'survey', form: 'A', formed: begun },
  { record: 'group', form: 'implementation', formed: (form) => form.filled('group.date'), when: day('group.date') },
  { record: 'briefing', form: 'implementation', formed: (form) => form.filled('briefing.date'), who: text('briefing.speaker'), when: day('briefing.date') },
  { record: 'awareness', form: 'implementation', formed: (form) => form.filled('awareness.date'), who: text('awareness.trainer'), when: day('awareness.date') },
  { record: 'training', form: 'implementation', formed: (form) => LEVELS.some((level) => form.filled(`training.${level}.date`)), when: (form) => last(LEVELS.map((level) => form.day(`training.${level}.date`))) },
  { record: 'opinions', form: 'implementation', formed: (form) => form.rows('issues').length > 0, when: (form) => last(form.rows('issues').map((row) => row.day('date'))) },
  { record: 'case', form: 'F', formed: begun },
];

const [MISSING, FORMING] = ['未形成', '形成中'] as const;

/** Only forms of the workbook are judged: what is not in it may be kept elsewhere. */
export function assembleRecords(draft: Draft, chosen: ReadonlySet<string>, words: Pick<PlanWords, 'recordWhy'>): void {
  for (const { record, form, formed, who, when } of SOURCES) {
    if (!chosen.has(form)) continue;
    const facts = draft.facts(form);
    const there = formed(facts);
    const key = `records.${record}`;
    const settle = (field: 'state' | 'who' | 'when', proposal: string | number | null): void => {
      const memory = `cells.${key}.${field}`;
      const { act } = draft.settle({ form: 'records', key: `${key}.${field}`, memory: `${memory}.value`, proposal: proposal === '' ? null : proposal });
      if (act === 'proposed' || act === 'updated') draft.put(MEMORY, `cells.${key}.state.why`, words.recordWhy(facts.sheet));
    };
    settle('state', there ? FORMING : MISSING);
    if (!there) continue;
    settle('who', who?.(facts) ?? null);
    settle('when', when?.(facts) ?? null);
    noteRest(draft, key);
  }
}

/** Who and where are asked for once a record is there. */
function noteRest(draft: Draft, key: string): void {
  if (draft.get('records', `${key}.state`) === MISSING) return;
  for (const [field, code] of [['who', 'plan/record-who'], ['where', 'plan/record-where']] as const) {
    if (!isFilled(draft.get('records', `${key}.${field}`))) draft.note({ code, params: {}, form: 'records', key: `${key}.${field}` });
  }
  if (!isFilled(draft.get('records', `${key}.when`))) draft.note({ code: 'plan/record-who', params: {}, form: 'records', key: `${key}.when` });
}

function begun(form: FormFacts): boolean {
  return form.begun;
}

function text(key: string): (form: FormFacts) => string {
  return (form) => form.text(key);
}

function day(key: string): (form: FormFacts) => number | null {
  return (form) => form.day(key);
}

function first(days: readonly (number | null)[]): number | null {
  const known = days.filter((one) => one !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function last(days: readonly (number | null)[]): number | null {
  const known = days.filter((one) => one !== null);
  return known.length === 0 ? null : Math.max(...known);
}
