/** 7.7, annex F: the case drafted part by part from the other sheets, and the list of the metrics that it quotes. Facts are taken over, texts are proposals. */
import { CASE_PARTS } from '../check/consistency/case-parts';
import { numberKey } from '../check/consistency/problems';
import { quotedMetrics } from '../check/consistency/quoted-figures';
import type { CellValue } from '../model/cell';
import type { SummaryFacts } from '../model/draft-facts';
import { isFilled } from '../model/filled';
import { balanced } from './balance';
import { MEMORY, type Draft } from './draft';
import { caseFacts } from './draft-facts';
import type { PlanInput } from './plan-input';
import { isCompared } from './results';

const FORM = 'F';
const DRAFTED = ['title', 'intro', 'problems', 'results', 'highlights', 'lessons', 'attachments'] as const;

/** Once there is something to tell: a plan, and figures before and after. */
export function assembleCase(draft: Draft, summary: SummaryFacts | null, input: PlanInput): void {
  if (summary !== null && summary.problems.length > 0 && isCompared(summary)) draftTexts(draft, summary, input);
  listQuoted(draft, input);
}

function draftTexts(draft: Draft, summary: SummaryFacts, input: PlanInput): void {
  const facts = caseFacts(draft, summary, input);
  const settle = (key: string, kept: string, proposal: string): void => {
    const memory = `cells.F.${kept}`;
    const { act } = draft.settle({ form: FORM, key, memory: `${memory}.value`, proposal: proposal === '' ? null : proposal });
    const part = DRAFTED.find((one) => one === kept);
    if (part !== undefined && (act === 'proposed' || act === 'updated')) draft.put(MEMORY, `${memory}.why`, input.words.caseWhy(part));
  };
  const texts = balanced(input.words.caseParts(facts));
  settle('title', 'title', input.words.caseTitle(facts));
  settle('industry', 'industry', facts.industry);
  settle('industryCode', 'industryCode', facts.industry === '' ? '' : draft.facts('home').text('enterprise.industry').slice(0, 2));
  for (const [part] of CASE_PARTS) settle(part, part, texts[part]);
  settle('attachments', 'attachments', input.words.caseAttachments(facts));
  for (const [i, name, kind] of [[0, facts.enterprise, '企业'], [1, facts.agency, '帮扶机构']] as const) {
    if (name === '') continue;
    settle(`units[${i}].name`, `unit.${i}.name`, name);
    if (draft.facts(FORM).text(`units[${i}].name`) === name) settle(`units[${i}].kind`, `unit.${i}.kind`, kind);
  }
}

/** Whatever the text is, people's or ours: every metric whose figures it quotes has a row. */
function listQuoted(draft: Draft, input: PlanInput): void {
  const form = draft.facts(FORM);
  const quoted = new Set(CASE_PARTS.flatMap(([part]) => quotedMetrics(form.text(part), input.results)));
  const text = (value: CellValue): string => (typeof value === 'string' ? numberKey(value) : '');
  const rows: number[] = [];
  while (draft.has(FORM, `figures[${rows.length}].metric`)) rows.push(rows.length);
  const memory = (row: number): string => `cells.F.figure.${row}.value`;
  const held = new Set(rows.flatMap((row) => [text(draft.get(FORM, `figures[${row}].metric`)), text(draft.get(MEMORY, memory(row)))]));
  const free = rows.filter((row) => !isFilled(draft.get(FORM, `figures[${row}].metric`)) && !isFilled(draft.get(MEMORY, memory(row))));
  for (const { key, name } of input.metrics) {
    if (!quoted.has(key) || held.has(numberKey(name))) continue;
    const row = free.shift();
    if (row !== undefined) draft.settle({ form: FORM, key: `figures[${row}].metric`, memory: memory(row), proposal: name });
  }
}
