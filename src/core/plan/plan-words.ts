/** The sentences that the assembly puts into forms; `core/text` has them. All texts are Chinese, as the forms are. */
import type { MetricLabel } from '../model/computed-cells';
import type { CaseFactsToDraft, CaseParts, DraftFigure, RankedSentence, SummaryFacts } from '../model/draft-facts';
import type { LineWords } from '../model/plan-line';
import type { ProblemKind } from '../reference/problem-kinds';
import type { KindFound } from './problem-kind';
import type { TargetRule } from '../reference/problem-kinds';

export interface PlanWords {
  figure(value: number, metric: MetricLabel): string;
  method(parts: { readonly cause: string; readonly opinion: string; readonly measures: readonly string[]; readonly changes: readonly string[] }): string;
  methodWhy(found: KindFound | null, tools: readonly { readonly tool: string; readonly why: string }[]): string;
  forecast(metric: MetricLabel, baseline: number, target: number): string;
  targetWhy(because: { readonly typed: true } | { readonly rule: TargetRule }, metric: MetricLabel, baseline: number): string;
  metricWhy(): string;
  people(departments: readonly string[]): string;
  resourcesWhy(kind: ProblemKind): string;
  ownerWhy(source: 'department' | 'step'): string;
  datesWhy(start: string, end: string, effort: number): string;
  evidence(metric: string): string;
  idea(input: { readonly lines: readonly LineWords[]; readonly areas: readonly string[]; readonly metrics: readonly string[]; readonly tools: readonly string[] }): string;
  problems(lines: readonly LineWords[]): string;
  methods(lines: readonly LineWords[]): string;
  effects(lines: readonly LineWords[]): string;
  suitability(input: { readonly employees: number | null; readonly lines: number; readonly withoutNew: number; readonly start: string; readonly end: string }): string;
  pageWhy(part: 'idea' | 'problems' | 'methods' | 'effects' | 'suitability' | 'personnel' | 'summary'): string;
  offer(metric: MetricLabel, because: 'worsened' | 'missed', before: string, now: string): string;
  recordWhy(form: string): string;
  rootWhy(answers: number): string;
  causeWhy(sheet: string): string;
  evidenceOf(figure: DraftFigure, source: string): string;
  summary(facts: SummaryFacts): string;
  caseTitle(facts: CaseFactsToDraft): string;
  caseParts(facts: CaseFactsToDraft): CaseParts<readonly RankedSentence[]>;
  caseAttachments(facts: CaseFactsToDraft): string;
  caseWhy(part: 'title' | 'intro' | 'problems' | 'results' | 'highlights' | 'lessons' | 'attachments'): string;
}
