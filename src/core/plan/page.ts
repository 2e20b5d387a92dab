/** The printed table E.1, assembled from the lines as they stand: people's words where they wrote some. 7.4 a), b), c), e). */
import { isoOf } from '../codec/date';
import type { CellValue } from '../model/cell';
import { isFilled } from '../model/filled';
import type { LineContext } from './draft-line';
import { MEMORY, type Draft } from './draft';
import { linesNow, withoutNewEquipment } from './lines';
import type { PlanProblem } from './problems';

const FORM = 'E';
/** Tools and areas that the overall idea names. */
const MOST_NAMED = 4;

/** In reading order. */
export const PAGE_PARTS = ['personnel', 'idea', 'problems', 'methods', 'effects', 'suitability'] as const;

type Part = (typeof PAGE_PARTS)[number];

export function assemblePage(draft: Draft, problems: readonly PlanProblem[], context: LineContext): void {
  const { words } = context.input;
  const lines = linesNow(draft, context);
  const settle = (part: Part, proposal: CellValue): void => {
    const memory = `cells.E.${part}`;
    const { act } = draft.settle({ form: FORM, key: part, memory: `${memory}.value`, proposal: proposal === '' ? null : proposal });
    if (act !== 'open' && act !== 'kept') draft.put(MEMORY, `${memory}.why`, words.pageWhy(part));
  };
  const [home, diagnosis] = [draft.facts('home'), draft.facts('D')];
  settle('personnel', diagnosis.text('personnel') || home.text('agency.personnel'));
  const areas = [...new Set(problems.flatMap(({ found }) => found?.kind.name ?? []))].slice(0, MOST_NAMED);
  const tools = [...new Set(lines.flatMap((line) => line.tools.split(/[、，,；;\s]+/u)))].filter((tool) => tool !== '').slice(0, MOST_NAMED);
  const metrics = [...new Set(lines.map(({ metric }) => metric))].filter((name) => name !== '');
  const any = lines.length > 0;
  settle('idea', any ? words.idea({ lines, areas, metrics, tools }) : null);
  settle('problems', any ? words.problems(lines) : null);
  settle('methods', any ? words.methods(lines) : null);
  settle('effects', any ? words.effects(lines) : null);
  const { time } = context;
  settle('suitability', any ? words.suitability({
    employees: home.number('enterprise.employees'), lines: lines.length, withoutNew: withoutNewEquipment(draft),
    start: time === null ? '' : isoOf(time.start), end: time === null ? '' : isoOf(time.end),
  }) : null);
  if (!any) return;
  if (!isFilled(draft.get(FORM, 'time'))) draft.note({ code: 'plan/time-open', params: {}, form: FORM, key: 'time' });
  if (!isFilled(draft.get(FORM, 'confirmation'))) draft.note({ code: 'plan/confirmation-open', params: {}, form: FORM, key: 'confirmation' });
}
