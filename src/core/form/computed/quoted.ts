/** Cells of 附录F beside the name of a metric: its figures now, and whether the text of the case quotes them. */
import type { CellValue } from '../../model/cell';
import type { ComputedDef } from '../../model/form-def';
import { NOTHING, quoted, textOf, type ComputeScope, type Computation } from './scope';

type Of<Rule extends ComputedDef['rule']> = Extract<ComputedDef, { readonly rule: Rule }>;

/** '' where the cell names no metric of the workbook. */
export function namedMetric(def: Of<'named-metric'>, scope: ComputeScope): Computation {
  const name = scope.field(def.metric);
  const found = scope.cells.named(name.ref, name.value, def.part);
  return found === null ? NOTHING : { formula: found.formula, value: found.value, ...(found.format === undefined ? {} : { format: found.format }) };
}

/** How people write figures: rates with up to two decimals and %, others with up to two decimals and their unit. */
const FORMATS = [['0', 0], ['0.0', 1], ['0.00', 2]] as const;

export function quotedFigures({ metric, fields, words }: Of<'quoted-figures'>, scope: ComputeScope): Computation {
  const name = scope.field(metric);
  const part = (key: 'baseline' | 'current' | 'unit'): { readonly formula: string; readonly value: CellValue } | null => scope.cells.named(name.ref, name.value, key);
  const [before, after, unit] = [part('baseline'), part('current'), part('unit')];
  if (before === null || after === null || unit === null) return NOTHING;
  const texts = fields.map((key) => scope.field(key));
  const text = `SUBSTITUTE(${texts.map(({ ref }) => ref).join('&')}," ","")`;
  const held = texts.map(({ value }) => textOf(value)).join('').replaceAll(' ', '');
  const stands = (of: string): string => `(${FORMATS.map(([format]) => `ISNUMBER(FIND(IF(${unit.formula}="%",TEXT(ABS(${of}),"${format}%"),TEXT(ABS(${of}),"${format}")&${unit.formula}),${text}))`).join('+')}>0)`;
  const standsNow = (value: CellValue): boolean => typeof value === 'number' && FORMATS.some(([, digits]) => held.includes(written(Math.abs(value), digits, textOf(unit.value))));
  const formula =
    `IF(${name.ref}="","",IF(NOT(ISNUMBER(${after.formula})),${quoted(words.none)},` +
    `IF(${stands(`N(${after.formula})`)},IF(ISNUMBER(${before.formula}),IF(${stands(`N(${before.formula})`)},${quoted(words.both)},${quoted(words.differs)}),${quoted(words.both)}),${quoted(words.differs)})))`;
  const value = (): string => {
    if (textOf(name.value) === '') return '';
    if (typeof after.value !== 'number') return words.none;
    return standsNow(after.value) && (typeof before.value !== 'number' || standsNow(before.value)) ? words.both : words.differs;
  };
  return { formula, value: value() };
}

function written(value: number, digits: number, unit: string): string {
  return (unit === '%' ? value * 100 : value).toFixed(digits) + unit;
}
