/** The list of all rules across sheets, in the order of the standard. Adding one: its file under `rule/`, its codes, and a line here. */
import type { ConsistencyRule } from './consistency-rule';
import { agencyPersonnel } from './rule/agency-personnel';
import { asOfRows } from './rule/as-of-rows';
import { awareness } from './rule/awareness';
import { baselineLate } from './rule/baseline-late';
import { basisDiffers } from './rule/basis-differs';
import { caseFigures } from './rule/case-figures';
import { caseIndustry } from './rule/case-industry';
import { caseLengthLimit } from './rule/case-length';
import { caseShares } from './rule/case-shares';
import { caseUnits } from './rule/case-units';
import { causeAnalysis } from './rule/cause-analysis';
import { causeFound } from './rule/cause-found';
import { causeRepeats } from './rule/cause-repeats';
import { closedVerified } from './rule/closed-verified';
import { eligible } from './rule/eligible';
import { reviewFindings } from './rule/findings';
import { gapLinked } from './rule/gap-linked';
import { groupHead } from './rule/group-head';
import { mainProduct } from './rule/main-product';
import { namedPeople } from './rule/named-people';
import { percentScale } from './rule/percent-scale';
import { planBaseline } from './rule/plan-baseline';
import { planCause } from './rule/plan-cause';
import { planDates } from './rule/plan-dates';
import { planMetric } from './rule/plan-metric';
import { planResources } from './rule/plan-resources';
import { problemNumbers } from './rule/problem-numbers';
import { problemUnanswered } from './rule/problem-unanswered';
import { recordsPresent } from './rule/records';
import { respondents } from './rule/respondents';
import { resultKinds } from './rule/result-kinds';
import { revenueScale } from './rule/revenue-scale';
import { saysNothing } from './rule/says-nothing';
import { sizeCode } from './rule/size-code';
import { small } from './rule/small';
import { stepsOrder } from './rule/steps-order';
import { surveyFigures } from './rule/survey-figures';
import { surveyScales } from './rule/survey-scales';
import { targetDiffers } from './rule/target-differs';
import { targetDirection } from './rule/target-direction';
import { trainingLevels } from './rule/training-levels';

export const consistencyRules: readonly ConsistencyRule[] = [
  small, sizeCode, revenueScale, eligible, agencyPersonnel, stepsOrder, respondents, surveyFigures, mainProduct, surveyScales,
  gapLinked, problemNumbers, causeRepeats, causeAnalysis, causeFound, saysNothing,
  problemUnanswered, planCause, planDates, planMetric, planBaseline, percentScale, targetDirection, planResources,
  groupHead, namedPeople, awareness, trainingLevels, closedVerified,
  resultKinds, targetDiffers, baselineLate, basisDiffers, asOfRows,
  caseIndustry, caseLengthLimit, caseShares, caseFigures, caseUnits,
  recordsPresent, reviewFindings,
];
