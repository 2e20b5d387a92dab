/** Cells that show a metric, whether its target is met, and simple changes. */
import type { ComputedDef } from '../../model/form-def';
import { NOTHING, quoted, type ComputeScope, type Computation } from './scope';

type Of<Rule extends ComputedDef['rule']> = Extract<ComputedDef, { readonly rule: Rule }>;

export function metricCell(def: Of<'metric'>, scope: ComputeScope): Computation {
  if (scope.metric === null) return NOTHING;
  return scope.cells.cell(scope.metric.key, def.part) ?? NOTHING;
}

/** What was typed, where something was; else the computed value of the metric that the field names, '' for a name of the enterprise's own. */
export function metricOf(def: Of<'metric-of'>, scope: ComputeScope): Computation {
  const [name, typed] = [scope.field(def.metric), scope.field(def.typed)];
  const found = scope.cells.named(name.ref, name.value, def.part);
  const isTyped = (typed.value ?? '') !== '';
  return {
    formula: `IF(${typed.ref}<>"",${typed.ref},${found?.formula ?? '""'})`,
    value: isTyped ? typed.value : (found?.value ?? ''),
    ...(found?.format === undefined || isTyped ? {} : { format: found.format }),
  };
}

/** Compared unrounded (GB/T 8170 full-value comparison); '' while the target or the value is missing. */
export function targetMet(def: Of<'target-met'>, scope: ComputeScope): Computation {
  const { metric } = scope;
  const current = metric === null ? null : scope.cells.cell(metric.key, 'current');
  if (metric === null || current === null) return NOTHING;
  const target = scope.field(def.target);
  const higher = metric.better === 'higher';
  let value = '';
  if (typeof current.value === 'number' && typeof target.value === 'number') {
    value = (higher ? current.value >= target.value : current.value <= target.value) ? def.words.met : def.words.missed;
  }
  return {
    formula:
      `IF(AND(ISNUMBER(${target.ref}),ISNUMBER(${current.formula})),` +
      `IF(${current.formula}${higher ? '>=' : '<='}${target.ref},${quoted(def.words.met)},${quoted(def.words.missed)}),"")`,
    value,
  };
}

/** After minus before of two typed numbers. */
export function change(def: Of<'change'>, scope: ComputeScope): Computation {
  const before = scope.field(def.before);
  const after = scope.field(def.after);
  return {
    formula: `IF(AND(ISNUMBER(${before.ref}),ISNUMBER(${after.ref})),${after.ref}-${before.ref},"")`,
    value: typeof before.value === 'number' && typeof after.value === 'number' ? after.value - before.value : '',
  };
}
