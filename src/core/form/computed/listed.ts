/** What a list of another form says under the number of the own row or block, as it is or within a question. */
import type { ComputedDef } from '../../model/form-def';
import { equalCells, listColumn } from './columns';
import { NOTHING, quoted, textOf, type ComputeScope, type Computation } from './scope';

type Of<Rule extends ComputedDef['rule']> = Extract<ComputedDef, { readonly rule: Rule }>;
type Listed = Omit<Of<'listed'>, 'rule'>;

/** The first row of the number; '' where there is none. Null where the form is not in the workbook. */
function found({ form, list, field, number: key }: Listed, scope: ComputeScope): { readonly formula: string; readonly text: string } | null {
  const number = scope.field(key);
  const [numbers, texts] = [listColumn(scope, form, list, 'number'), listColumn(scope, form, list, field)];
  if (numbers === null || texts === null) return null;
  const at = numbers.values.findIndex((value) => equalCells(value, number.value));
  return { formula: `IFERROR(INDEX(${texts.range},MATCH(${number.ref},${numbers.range},0))&"","")`, text: at < 0 ? '' : textOf(texts.values[at] ?? null) };
}

export function listed(def: Of<'listed'>, scope: ComputeScope): Computation {
  const row = found(def, scope);
  return row === null ? NOTHING : { formula: row.formula, value: row.text };
}

/** `为什么“插单不评审”？` */
export function asked({ of, before, after, until }: Of<'asked'>, scope: ComputeScope): Computation {
  const own = typeof of === 'string' ? scope.field(of) : null;
  const what = typeof of === 'string' ? { formula: own?.ref ?? '""', text: textOf(own?.value ?? null) } : found(of, scope);
  if (what === null) return NOTHING;
  const end = until === undefined ? null : scope.field(until);
  const nothing = end === null ? `${what.formula}=""` : `OR(${what.formula}="",EXACT(${what.formula},${end.ref}&""))`;
  const none = what.text === '' || (end !== null && what.text === textOf(end.value));
  return { formula: `IF(${nothing},"",${quoted(before)}&${what.formula}&${quoted(after)})`, value: none ? '' : before + what.text + after };
}
