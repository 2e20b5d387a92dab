/** Figures by how people name them, and those that a text quotes. */
import { CASE_PARTS } from '../check/consistency/case-parts';
import { quotedMetrics } from '../check/consistency/quoted-figures';
import type { WorkbookFacts } from '../check/consistency/workbook-facts';
import type { CaseFigure } from '../model/case-facts';

export function namedFigures(figures: readonly CaseFigure[], name: string): readonly CaseFigure[] {
  return name === '' ? [] : figures.filter((figure) => figure.name === name);
}

/** Those that the parts of the case quote, in the order of the standard. */
export function figuresOfCase(figures: readonly CaseFigure[], workbook: WorkbookFacts): readonly CaseFigure[] {
  const form = workbook.form('F');
  const quoted = new Set(CASE_PARTS.flatMap(([key]) => quotedMetrics(form?.text(key) ?? '', workbook.results)));
  return figures.filter(({ key }) => quoted.has(key));
}
