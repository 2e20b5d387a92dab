/** Reference data as the forms look it up: size thresholds by code, divisions by code, tools as a list. */
import type { FormReference, SizeBounds } from '../model/form-def';

/** Thresholds by industry, as the reference data gives them. */
export interface SizeTableRow {
  readonly name: string;
  readonly codes: readonly string[];
  readonly except?: readonly string[];
  readonly limits: readonly { readonly indicator: 'employees' | 'revenue' | 'assets'; readonly large: number; readonly medium: number; readonly small: number }[];
}

export function formReference(sources: {
  readonly divisions: readonly { readonly code: string; readonly name: string }[];
  readonly sizes: readonly SizeTableRow[];
  readonly tools: readonly string[];
}): FormReference {
  return { divisions: sources.divisions, tools: sources.tools, sizes: sources.sizes.flatMap(sizeBounds) };
}

function sizeBounds(row: SizeTableRow): readonly SizeBounds[] {
  const of = (indicator: string): readonly [number, number, number] => {
    const limit = row.limits.find((l) => l.indicator === indicator);
    return limit === undefined ? [0, 0, 0] : [limit.large, limit.medium, limit.small];
  };
  return row.codes
    .flatMap((code) => without(code, row.except ?? []))
    .map((code) => ({ code, industry: row.name, employees: of('employees'), revenue: of('revenue'), assets: of('assets') }));
}

/** A code from which longer ones are taken out stands as its other longer codes: the code alone no longer decides. */
function without(code: string, except: readonly string[]): readonly string[] {
  const taken = except.filter((other) => other.startsWith(code) && other.length === code.length + 1);
  if (taken.length === 0) return [code];
  return Array.from({ length: 10 }, (_, digit) => `${code}${digit}`).filter((longer) => !taken.includes(longer));
}
