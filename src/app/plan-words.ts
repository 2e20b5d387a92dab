/** The sentences of the assembly, from the text tables. */
import type { PlanWords } from '../core/plan/plan-words';
import {
  draftDatesReason, draftEffects, draftEvidence, draftFigure, draftForecast, draftIdea, draftMethod, draftMethods, DRAFT_METRIC_REASON, draftOffer, draftOwnerReason, draftPageReason, draftPeople,
  draftProblems, draftCauseReason, draftRecordReason, draftResourcesReason, draftRootReason, draftSuitability, draftTargetReason, draftToolsReason,
} from '../core/text/plan-draft-text';
import { draftCaseAttachments, draftCaseParts, draftCaseReason, draftCaseTitle } from '../core/text/case-draft-text';
import { draftEvidenceOf, draftSummary } from '../core/text/result-draft-text';

export const planWords: PlanWords = {
  figure: draftFigure,
  method: draftMethod,
  methodWhy: (found, tools) => draftToolsReason(found === null ? null : { name: found.kind.name, by: found.by }, tools),
  forecast: draftForecast,
  targetWhy: (because, metric, baseline) => draftTargetReason('rule' in because ? because.rule : 'typed', metric, baseline),
  metricWhy: () => DRAFT_METRIC_REASON,
  people: draftPeople,
  resourcesWhy: ({ name }) => draftResourcesReason(name),
  ownerWhy: draftOwnerReason,
  datesWhy: draftDatesReason,
  evidence: draftEvidence,
  idea: draftIdea,
  problems: draftProblems,
  methods: draftMethods,
  effects: draftEffects,
  suitability: draftSuitability,
  pageWhy: draftPageReason,
  offer: draftOffer,
  recordWhy: draftRecordReason,
  rootWhy: draftRootReason,
  causeWhy: draftCauseReason,
  evidenceOf: draftEvidenceOf,
  summary: draftSummary,
  caseTitle: draftCaseTitle,
  caseParts: draftCaseParts,
  caseAttachments: draftCaseAttachments,
  caseWhy: draftCaseReason,
};
