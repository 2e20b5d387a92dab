/**
 * Issues between the sheets: severity and the parameters that the sentences need. An error is a contradiction: two entries,
 * or an entry and a computed figure, cannot both be right, or a limit of the standard is passed. A warning is a gap:
 * something that the standard asks for is not there yet though the work has come so far that it should be.
 * `column` is the label of the cell; figures of metrics come as they are read, e.g. `80.9%`.
 */
import type { Severity } from '../../issue/issue';

interface Declared {
  readonly severity: Severity;
  readonly params: readonly string[];
}

export const consistencyIssues = {
  /** A cell of the plan or the diagnosis filled with 无, 待定 and the like. */
  'consistency/says-nothing': { severity: 'warning', params: ['column', 'value'] },
  /** The cause of a problem repeats the problem. */
  'consistency/cause-repeats': { severity: 'warning', params: ['number'] },
  /** An analysis of a problem that 附录D does not have; `known` are its numbers. */
  'consistency/analysis-unknown': { severity: 'error', params: ['number', 'known'] },
  /** An analysis that does not say of which problem it is. */
  'consistency/analysis-unnumbered': { severity: 'warning', params: [] },
  /** Two analyses of one problem; `first` is the cell where the number stood before. */
  'consistency/analysis-twice': { severity: 'error', params: ['number', 'first'] },
  /** A level of 5 Why left out though a deeper one is answered. */
  'consistency/why-broken': { severity: 'warning', params: ['number', 'level'] },
  /** An answer that repeats the problem or an answer above it: the chain goes in a circle. */
  'consistency/why-repeats': { severity: 'warning', params: ['number', 'level'] },
  /** Questions were answered, and no root cause was drawn from them. */
  'consistency/root-open': { severity: 'warning', params: ['number', 'answers'] },
  /** A root cause without any question asked. */
  'consistency/root-unasked': { severity: 'warning', params: ['number'] },
  /** The root cause is of a kind under which the fishbone has nothing. */
  'consistency/root-category': { severity: 'warning', params: ['number', 'category'] },
  /** The cause in 附录D is not the root cause that the analysis found. */
  'consistency/cause-root': { severity: 'error', params: ['number', 'cause', 'root'] },
  /** A number of 附录D stands twice; `first` is the cell where it stood before. */
  'consistency/number-twice': { severity: 'error', params: ['number', 'first'] },
  /** A gap of the check-up that says neither which problem it became nor why none. */
  'consistency/gap-unlinked': { severity: 'warning', params: ['column'] },
  /** A gap of the check-up refers to a problem that 附录D does not have. */
  'consistency/gap-unknown': { severity: 'error', params: ['column', 'number'] },
  /** A problem of 附录D that no line of the plan answers. */
  'consistency/problem-unanswered': { severity: 'warning', params: ['number', 'problem'] },
  /** A line of the plan for a problem that 附录D does not have; `known` are its numbers. */
  'consistency/plan-number-unknown': { severity: 'error', params: ['number', 'known'] },
  /** The problem of a line is not the one that 附录D has under the number. */
  'consistency/plan-problem': { severity: 'warning', params: ['number', 'problem', 'diagnosed'] },
  /** The cause of a line is not the one that 附录D found. */
  'consistency/plan-cause': { severity: 'error', params: ['number', 'cause', 'diagnosed'] },
  /** The end of a line or of a step of the work plan before its start. */
  'consistency/plan-reversed': { severity: 'error', params: ['start', 'end'] },
  /** A date of a line outside the time that 工作计划 gives to carrying out the plan. */
  'consistency/plan-outside': { severity: 'error', params: ['column', 'value', 'start', 'end'] },
  /** The metric of a line is not the one that 附录D links to the problem. */
  'consistency/plan-metric': { severity: 'warning', params: ['number', 'metric', 'diagnosed'] },
  /** Nothing is known of the metric of a line before the improvement: its target cannot be judged. */
  'consistency/plan-metric-unmeasured': { severity: 'warning', params: ['metric'] },
  /** The figure before the improvement that was typed is not the computed one. */
  'consistency/plan-baseline': { severity: 'error', params: ['metric', 'value', 'computed'] },
  /** A metric that the workbook does not compute, without its figure before the improvement. */
  'consistency/plan-baseline-missing': { severity: 'warning', params: ['metric'] },
  /** 98 where 98% is meant. */
  'consistency/percent-scale': { severity: 'error', params: ['column', 'value', 'metric'] },
  /** A target that is no better than what was measured before. */
  'consistency/target-direction': { severity: 'warning', params: ['metric', 'target', 'baseline'] },
  /** 成效总结 and 附录E name different targets for one metric. */
  'consistency/target-differs': { severity: 'error', params: ['metric', 'target', 'planned'] },
  /** None of the kinds of resources of 7.4 f) is named. */
  'consistency/plan-resources': { severity: 'warning', params: ['number'] },
  /** A finding of 附录A quotes a figure that is not the computed one. */
  'consistency/survey-figure': { severity: 'error', params: ['figure', 'metric', 'computed'] },
  /** A person who is neither among the staff nor among the personnel of the agency. */
  'consistency/person-unknown': { severity: 'warning', params: ['column', 'name'] },
  /** Personnel of the agency that 首页 does not name. */
  'consistency/personnel-unknown': { severity: 'warning', params: ['column', 'name'] },
  /** Nothing shows that the head of the working group is top management or authorised. */
  'consistency/group-head': { severity: 'warning', params: ['head', 'post'] },
  /** More people in the training of all staff than should have come. */
  'consistency/training-attendance': { severity: 'error', params: ['people', 'staff'] },
  /** Fewer people than should have come. */
  'consistency/training-absent': { severity: 'warning', params: ['people', 'staff', 'absent'] },
  /** Those who should come are far fewer than the staff on 首页. */
  'consistency/training-staff': { severity: 'warning', params: ['staff', 'employees'] },
  /** A problem closed though its measures are not done. */
  'consistency/closed-unfinished': { severity: 'error', params: ['number'] },
  'consistency/closed-early': { severity: 'error', params: ['number', 'value', 'done'] },
  /** Closed though the metric misses the target of the plan. */
  'consistency/closed-missed': { severity: 'error', params: ['number', 'metric', 'value', 'target'] },
  /** Closed though the data do not show that it got better. */
  'consistency/closed-unproven': { severity: 'warning', params: ['number', 'metric', 'value'] },
  /** One of the three levels of 7.5.5 without training, though the others were trained. `level` is a, b or c. */
  'consistency/training-level': { severity: 'warning', params: ['level'] },
  /** A training in which nobody took part. */
  'consistency/training-nobody': { severity: 'error', params: ['level'] },
  /** No figure of one of the five kinds of 7.6. `kind` is a to e. */
  'consistency/kind-missing': { severity: 'warning', params: ['kind'] },
  'consistency/kind-evidence': { severity: 'warning', params: ['kind'] },
  'consistency/case-length': { severity: 'error', params: ['length', 'limit', 'over'] },
  /** A part of the case far from its share; `share`, `about` in %, `distance` in points with its sign. */
  'consistency/case-share': { severity: 'warning', params: ['column', 'share', 'about', 'distance'] },
  /** A figure of the case that is not the computed one. */
  'consistency/case-figure': { severity: 'error', params: ['figure', 'metric', 'computed'] },
  /** A figure of the summing up of the results that is not the computed one. */
  'consistency/summary-figure': { severity: 'error', params: ['figure', 'metric', 'computed'] },
  'consistency/case-units': { severity: 'error', params: ['count'] },
  'consistency/case-unit-twice': { severity: 'warning', params: ['name', 'first'] },
  /** The name of the industry is not that of the code; `right` is. */
  'consistency/case-industry': { severity: 'error', params: ['code', 'name', 'right'] },
  /** The case and 首页 give different industries. */
  'consistency/case-industry-home': { severity: 'error', params: ['code', 'home'] },
  /** A record of 7.8.2 said not to exist though its form is filled; `form` is the sheet. */
  'consistency/record-missing': { severity: 'warning', params: ['form'] },
  /** A record said to be filed though its form is blank. */
  'consistency/record-empty': { severity: 'error', params: ['form'] },
  /** A record dated before what it records. */
  'consistency/record-early': { severity: 'error', params: ['form', 'value', 'date'] },
  /** The baseline period ends after the improvement began. */
  'consistency/baseline-late': { severity: 'error', params: ['baselineEnd', 'start'] },
  /** One period from rows, the other from 汇总填报. */
  'consistency/basis-differs': { severity: 'warning', params: ['metric', 'period'] },
  /** Rows completed after the as-of date; `latest` is the last such day. */
  'consistency/after-as-of': { severity: 'error', params: ['column', 'asOf', 'latest', 'count'] },
  /** The main products bring no more than half of the income. */
  'consistency/main-product-share': { severity: 'error', params: ['period', 'share'] },
  /** A requirement of clause 5 that is not met; `section` 5.1 ... and `item` its place in the list. */
  'consistency/not-eligible': { severity: 'error', params: ['section', 'item'] },
  /** A requirement still to be verified though the work has begun. */
  'consistency/eligibility-open': { severity: 'warning', params: ['section', 'item'] },
  'consistency/eligibility-evidence': { severity: 'warning', params: ['section', 'item'] },
  /** Said to be met, but 数据_合规 has listings within three years. */
  'consistency/eligibility-contradicted': { severity: 'error', params: ['count'] },
  /** Not small or micro. `size` is 大型 or 中型. */
  'consistency/not-small': { severity: 'error', params: ['size', 'industry'] },
  'consistency/size-figure-missing': { severity: 'warning', params: ['missing'] },
  /** The industry is divided by the rule: three or four digits are needed. */
  'consistency/size-code-needed': { severity: 'warning', params: ['industry'] },
  /** The code for the size is of another division than the industry. */
  'consistency/size-code-differs': { severity: 'error', params: ['code', 'industry'] },
  /** The income on 首页 is many times more or less than the rows give for a year: most likely another unit. */
  'consistency/revenue-scale': { severity: 'warning', params: ['value', 'computed'] },
  /** The day of a step before that of the step that it builds on; `form` is the sheet of that one. */
  'consistency/steps-order': { severity: 'warning', params: ['column', 'value', 'form', 'other', 'otherValue'] },
  /** The survey spoke with nobody of those whom 7.2.1 names first; `missing` are they. */
  'consistency/survey-respondents': { severity: 'warning', params: ['missing'] },
  /** Scores of different scales in one period. */
  'consistency/mixed-scales': { severity: 'error', params: ['metric', 'period'] },
  /** Items with a weight and items without. */
  'consistency/item-unweighted': { severity: 'error', params: ['metric', 'period'] },
  /** A finding about a sheet that the workbook does not have. */
  'consistency/finding-sheet': { severity: 'warning', params: ['value'] },
  /** A finding at what is no address of a cell. */
  'consistency/finding-cell': { severity: 'warning', params: ['value'] },
  /** Answered or rejected without an answer; `value` is the state. */
  'consistency/finding-unanswered': { severity: 'error', params: ['value'] },
  /** The state is behind what the row says: an answer though open, a closing day though not closed. */
  'consistency/finding-state': { severity: 'warning', params: ['value'] },
  /** Nobody, or no day, beside an answer or a closing. */
  'consistency/finding-signed': { severity: 'warning', params: ['column', 'value'] },
  'consistency/finding-early': { severity: 'error', params: ['column', 'value', 'other', 'otherValue'] },
  /** A finding that must be put right is not closed; `form` is the sheet that it is about, whose step waits. */
  'consistency/finding-open': { severity: 'warning', params: ['value', 'form'] },
  /** Changed after it was signed; `cells` are the first of them. The step is not done until it is signed again. */
  'consistency/sign-broken': { severity: 'error', params: ['stage', 'name', 'date', 'count', 'cells'] },
  /** The same where what was signed is not kept, or was altered. */
  'consistency/sign-lost': { severity: 'error', params: ['stage', 'name', 'date'] },
  /** Signed by hand: nothing says over what. */
  'consistency/sign-unproven': { severity: 'warning', params: ['stage', 'name'] },
  /** A name without a day, or a day without a name. */
  'consistency/sign-incomplete': { severity: 'error', params: ['stage', 'column'] },
  /** The rule of 2017 does not cover the industry. */
  'consistency/size-not-covered': { severity: 'warning', params: ['industry'] },
} as const satisfies Readonly<Record<string, Declared>>;

export type ConsistencyCode = keyof typeof consistencyIssues;

export function isConsistencyCode(code: string): code is ConsistencyCode {
  return Object.hasOwn(consistencyIssues, code);
}
