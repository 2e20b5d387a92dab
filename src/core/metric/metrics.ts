/** The list of all metrics, in the order of table A.1 and then 7.6. Adding one: its file under `definitions/` and a line here. */
import type { MetricDef } from './metric-def';
import { abnormalListingCount } from './definitions/abnormal-listing-count';
import { calibrationCoverageRate, calibrationOnTimeRate } from './definitions/calibration-on-time-rate';
import { complaintResolutionRate, complaintSatisfactionOfCalledBack } from './definitions/complaint-resolution-rate';
import { costReductionRate, costToRevenueRatio } from './definitions/cost-reduction-rate';
import { customerChurnRate } from './definitions/customer-churn-rate';
import { customerReturnRate, customerReturnRateByPeriod } from './definitions/customer-return-rate';
import { customerSatisfaction, customerSatisfactionByPoints, thirdPartySatisfaction } from './definitions/customer-satisfaction';
import { employeeTurnoverRate, employeeTurnoverRateByEnds } from './definitions/employee-turnover-rate';
import { equipmentGoodConditionRate } from './definitions/equipment-good-condition-rate';
import { firstSubmissionYield } from './definitions/first-submission-yield';
import { awardCount, patentCount, standardsActivityCount } from './definitions/innovation-counts';
import { keyProcessYield, keyProcessYieldAfterRework } from './definitions/key-process-yield';
import { laborEfficiency } from './definitions/labor-efficiency';
import { mainProductRevenueShare } from './definitions/main-product-revenue-share';
import { majorComplaintCount } from './definitions/major-complaint-count';
import { meanTimeBetweenFailures } from './definitions/mean-time-between-failures';
import { meanTimeToFirstFailure } from './definitions/mean-time-to-first-failure';
import { newProductRevenueShare } from './definitions/new-product-revenue-share';
import { onTimeDeliveryRate, onTimeDeliveryRateByDate } from './definitions/on-time-delivery-rate';
import { penaltyCount } from './definitions/penalty-count';
import { consistencyImprovement, performanceImprovement } from './definitions/performance-improvement';
import { planCompletionRate, planCompletionRateOffsetting } from './definitions/plan-completion-rate';
import { productPassRate } from './definitions/product-pass-rate';
import { purchaseAcceptanceRate, purchaseAcceptanceRateWithConcession } from './definitions/purchase-acceptance-rate';
import { qualityIssueClosureRate } from './definitions/quality-issue-closure-rate';
import { rdSpendingRatio } from './definitions/rd-spending-ratio';
import { revenueGrowthRate } from './definitions/revenue-growth-rate';
import { rolledThroughputYield } from './definitions/rolled-throughput-yield';
import { scheduleAttainmentRate } from './definitions/schedule-attainment-rate';
import { segmentMarketShare } from './definitions/segment-market-share';
import { serviceImprovement } from './definitions/service-improvement';
import { meanResponseHours, serviceResponseRate } from './definitions/service-response-rate';
import { supplierIssueResolutionRate } from './definitions/supplier-issue-resolution-rate';
import { supplierOnTimeDeliveryRate } from './definitions/supplier-on-time-delivery-rate';
import { warrantyFailureRate } from './definitions/warranty-failure-rate';

/** Each metric once, by its default definition. */
export const METRICS: readonly MetricDef[] = [
  penaltyCount, abnormalListingCount,
  segmentMarketShare, mainProductRevenueShare,
  employeeTurnoverRate, equipmentGoodConditionRate, calibrationOnTimeRate, rdSpendingRatio,
  performanceImprovement, serviceImprovement, consistencyImprovement, meanTimeToFirstFailure, meanTimeBetweenFailures,
  purchaseAcceptanceRate, supplierOnTimeDeliveryRate, supplierIssueResolutionRate,
  laborEfficiency, scheduleAttainmentRate, keyProcessYield, rolledThroughputYield, firstSubmissionYield, onTimeDeliveryRate,
  warrantyFailureRate, serviceResponseRate, qualityIssueClosureRate,
  customerSatisfaction, majorComplaintCount, complaintResolutionRate, customerChurnRate, customerReturnRate,
  newProductRevenueShare, patentCount, standardsActivityCount, awardCount,
  revenueGrowthRate, costReductionRate, productPassRate, planCompletionRate, thirdPartySatisfaction,
];

/** Other accepted ways to compute the same, shown beside the default and never in its place. */
export const VARIANTS: readonly MetricDef[] = [
  employeeTurnoverRateByEnds, calibrationCoverageRate, purchaseAcceptanceRateWithConcession, keyProcessYieldAfterRework,
  onTimeDeliveryRateByDate, meanResponseHours, customerSatisfactionByPoints, complaintSatisfactionOfCalledBack,
  customerReturnRateByPeriod, costToRevenueRatio, planCompletionRateOffsetting,
];

/** Identifies a metric or a variant of one. */
export const metricId = (def: MetricDef): string => (def.variant === undefined ? def.key : `${def.key}/${def.variant.id}`);
