/** Cells that repeat or look up what stands elsewhere. */
import type { ComputedDef } from '../../model/form-def';
import { NOTHING, textOf, type ComputeScope, type Computation } from './scope';

export const DIVISION_CODES = '行业_代码';
export const DIVISION_NAMES = '行业_名称';

export function mirror(def: Extract<ComputedDef, { readonly rule: 'mirror' }>, scope: ComputeScope): Computation {
  const source = scope.fieldOf(def.form, def.field);
  if (source === null) return NOTHING;
  return { formula: `IF(${source.ref}="","",${source.ref})`, value: source.value ?? '' };
}

/** Name of the GB/T 4754-2017 division; '' for an unknown code. */
export function industryName(scope: ComputeScope): Computation {
  const code = textOf(scope.home('enterprise.industry')).slice(0, 2);
  return {
    formula: `IFERROR(INDEX(${DIVISION_NAMES},MATCH(LEFT(行业代码,2),${DIVISION_CODES},0)),"")`,
    value: scope.reference.divisions.find((d) => d.code === code)?.name ?? '',
  };
}
