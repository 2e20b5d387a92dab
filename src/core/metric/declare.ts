/** The forms that most declarations take, with their defaults. */
import { always, number, part, type Bool } from './algebra';
import type { Aggregate, MetricDef } from './metric-def';

export const count = (where: Bool = always, more: Omit<Aggregate, 'kind' | 'where'> = {}): Aggregate => ({ kind: 'count', where, ...more });
export const sum = (of: NonNullable<Aggregate['of']>, more: Omit<Aggregate, 'kind' | 'of'> = {}): Aggregate => ({ kind: 'sum', of, ...more });

type Defaulted = 'unit' | 'better' | 'scope' | 'numerator' | 'denominator' | 'summary' | 'monthly' | 'family';

/** A ratio of the parts `numerator` and `denominator`, once per period. */
export function ratio(def: Omit<MetricDef, Defaulted> & Partial<Pick<MetricDef, Defaulted>>): MetricDef {
  return {
    unit: 'ratio',
    better: 'higher',
    family: 'proportion',
    scope: 'period',
    numerator: part('numerator'),
    denominator: part('denominator'),
    summary: def.variant === undefined,
    monthly: true,
    ...def,
  };
}

/** A number of records; there is no denominator. */
export function tally(def: Omit<MetricDef, Defaulted | 'parts'> & Partial<Pick<MetricDef, Defaulted>> & { readonly counted: Bool }): MetricDef {
  const { counted, ...rest } = def;
  return {
    unit: 'count',
    better: 'higher',
    family: 'census',
    scope: 'period',
    parts: { numerator: count(counted) },
    numerator: part('numerator'),
    denominator: number(1),
    value: part('numerator'),
    summary: true,
    monthly: false,
    ...rest,
  };
}
