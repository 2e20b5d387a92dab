/** What keeps a case from being handed in: a part or the title missing, more than 2,500 characters, no or more than three drafting units. */
import { CASE_LIMIT, caseLength, casePartsOf, type CasePart } from '../check/consistency/case-parts';
import type { WorkbookFacts } from '../check/consistency/workbook-facts';
import type { Issue } from '../issue/issue';

const STOPS: ReadonlySet<string> = new Set(['cell/required', 'consistency/case-length', 'consistency/case-units']);

export interface CaseGate {
  /** Of annex F only. */
  readonly issues: readonly Issue[];
  /** Those of them that must be repaired before it is handed in. */
  readonly stops: readonly Issue[];
  readonly parts: readonly (CasePart & { readonly label: string })[];
  readonly length: number;
  readonly limit: number;
}

/** Null where the workbook has no 附录F. */
export function caseGate(workbook: WorkbookFacts, found: readonly Issue[]): CaseGate | null {
  const form = workbook.form('F');
  if (form === null) return null;
  const issues = found.filter(({ sheet }) => sheet === form.sheet);
  const parts = casePartsOf(form).map((part) => ({ ...part, label: form.label(part.key) }));
  return { issues, stops: issues.filter(({ code, severity }) => severity === 'error' && STOPS.has(code)), parts, length: caseLength(parts), limit: CASE_LIMIT };
}
