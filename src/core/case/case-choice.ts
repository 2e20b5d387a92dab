/** Which metrics the case shows: those of the problems, the five kinds of 7.6, and every one that its text quotes a figure of. */
import { CASE_PARTS } from '../check/consistency/case-parts';
import { quotedMetrics } from '../check/consistency/quoted-figures';
import type { WorkbookFacts } from '../check/consistency/workbook-facts';
import type { CaseFigure, CaseProblem } from '../model/case-facts';

const KIND = /^7\.6[a-e]$/;

/** In the order of the standard; a quoted figure can thus always be looked up. */
export function chosenFigures(figures: readonly CaseFigure[], problems: readonly CaseProblem[], workbook: WorkbookFacts): readonly CaseFigure[] {
  const form = workbook.form('F');
  const keys = new Set([
    ...problems.flatMap(({ figure }) => (figure === null ? [] : [figure.key])),
    ...CASE_PARTS.flatMap(([part]) => quotedMetrics(form?.text(part) ?? '', workbook.results)),
  ]);
  return figures.filter(({ key, item }) => keys.has(key) || KIND.test(item));
}
