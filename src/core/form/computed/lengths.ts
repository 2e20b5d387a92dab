/** Character counts of the case (F.2). Spaces and line breaks are not counted. */
import type { ComputedDef } from '../../model/form-def';
import { quoted, textOf, type ComputeScope, type Computation } from './scope';

type Of<Rule extends ComputedDef['rule']> = Extract<ComputedDef, { readonly rule: Rule }>;

const SPACES = /[ \u3000\n]/g;

export function length(def: Of<'length'>, scope: ComputeScope): Computation {
  return { formula: lengthFormula(def.fields, scope), value: lengthValue(def.fields, scope), format: '#,##0' };
}

/** Share of a part in the whole; '' while nothing is written. */
export function share(def: Of<'share'>, scope: ComputeScope): Computation {
  const whole = lengthFormula(def.of, scope);
  const total = lengthValue(def.of, scope);
  return {
    formula: `IF(${whole}=0,"",(${lengthFormula([def.field], scope)})/(${whole}))`,
    value: total === 0 ? '' : lengthValue([def.field], scope) / total,
    format: '0%',
  };
}

export function lengthLimit(def: Of<'length-limit'>, scope: ComputeScope): Computation {
  return {
    formula: `IF(${lengthFormula(def.fields, scope)}>${def.max},${quoted(def.words.over)},${quoted(def.words.within)})`,
    value: lengthValue(def.fields, scope) > def.max ? def.words.over : def.words.within,
  };
}

function lengthFormula(fields: readonly string[], scope: ComputeScope): string {
  return fields.map((key) => `LEN(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${scope.field(key).ref}," ",""),"\u3000",""),CHAR(10),""))`).join('+');
}

function lengthValue(fields: readonly string[], scope: ComputeScope): number {
  return fields.reduce((sum, key) => sum + textOf(scope.field(key).value).replaceAll(SPACES, '').length, 0);
}
