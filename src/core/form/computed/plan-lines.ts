/**
 * What other forms show of the lines of 附录E. A line is found by its number, wherever its block stands: blocks are not one row
 * each, so the rows are told by the printed label before the number.
 */
import { columnLetters, columnNumber } from '../../model/address';
import type { CellValue } from '../../model/cell';
import type { ComputedDef } from '../../model/form-def';
import { progressStateOf } from '../../model/progress-state';
import { equalCells, lastEqual, listColumn } from './columns';
import { NOTHING, quoted, textOf, type ComputeScope, type Computation } from './scope';

type Of<Rule extends ComputedDef['rule']> = Extract<ComputedDef, { readonly rule: Rule }>;

const [PLAN, LINES, LABEL] = ['E', 'lines', '问题编号'] as const;
const DATE = 'yyyy-mm-dd';
/** States of an opinion that became part of the plan. */
const ADOPTED = ['已采纳', '已完善'] as const;

interface Part {
  /** '' where there is no such line, or nothing in its cell. */
  readonly formula: string;
  readonly value: CellValue;
}

/** A field of the line with the number that stands in `number`; null where there is no plan in the workbook. */
function partOf(key: string, number: { readonly ref: string; readonly value: CellValue }, scope: ComputeScope): Part | null {
  const [numbers, fields] = [listColumn(scope, PLAN, LINES, 'number'), listColumn(scope, PLAN, LINES, key)];
  if (numbers === null || fields === null) return null;
  const found = `LOOKUP(2,1/((${leftOf(numbers.range)}=${quoted(LABEL)})*(${numbers.range}=${number.ref})),${fields.range})`;
  const at = lastEqual(numbers.values, number.value);
  const value = at < 0 ? '' : (fields.values[at] ?? '');
  return { formula: `IFERROR(IF(${found}="","",${found}),"")`, value };
}

/** The same rows one column to the left. */
function leftOf(range: string): string {
  return range.replaceAll(/\$([A-Z]+)\$/g, (_, letters: string) => `$${columnLetters(columnNumber(letters) - 1)}$`);
}

export function planLine(def: Of<'plan-line'>, scope: ComputeScope): Computation {
  const number = scope.field(def.number);
  if (def.part === 'number') return { formula: `IF(${number.ref}="","",${number.ref})`, value: number.value ?? '' };
  const part = partOf(def.part === 'current' ? 'metric' : def.part, number, scope);
  if (part === null) return NOTHING;
  if (def.part === 'start' || def.part === 'end') return { ...part, format: DATE };
  if (def.part === 'target') {
    const metric = partOf('metric', number, scope);
    const format = metric === null ? undefined : scope.cells.named(metric.formula, metric.value, 'current')?.format;
    return { ...part, ...(format === undefined ? {} : { format }) };
  }
  if (def.part !== 'current') return part;
  const figure = scope.cells.named(part.formula, part.value, 'current');
  return figure === null ? NOTHING : { formula: figure.formula, value: figure.value, ...(figure.format === undefined ? {} : { format: figure.format }) };
}

/** Against the as-of date, never against the day on which the sheet is looked at. */
export function progressState({ number: key, done: doneKey, words }: Of<'progress-state'>, scope: ComputeScope): Computation {
  const [number, done] = [scope.field(key), scope.field(doneKey)];
  const [start, end] = [partOf('start', number, scope), partOf('end', number, scope)];
  if (start === null || end === null) return NOTHING;
  const asOf = scope.home('asOf');
  const formula =
    `IF(${number.ref}="","",IF(ISNUMBER(${done.ref}),IF(ISNUMBER(${end.formula}),IF(${done.ref}<=${end.formula},${quoted(words.inTime)},${quoted(words.late)}),${quoted(words.done)}),` +
    `IF(NOT(AND(ISNUMBER(${start.formula}),ISNUMBER(${end.formula}),ISNUMBER(数据截止日))),${quoted(words.unplanned)},` +
    `IF(数据截止日>${end.formula},${quoted(words.overdue)},IF(数据截止日>=${start.formula},${quoted(words.running)},${quoted(words.waiting)})))))`;
  const state = progressStateOf({ start: start.value, end: end.value, done: done.value }, asOf);
  return { formula, value: textOf(number.value) === '' ? '' : words[state] };
}

/** A line has worked when its metric reaches the target and the difference is shown by the data. */
export function effectState({ number: key, words }: Of<'effect-state'>, scope: ComputeScope): Computation {
  const number = scope.field(key);
  const [metric, target] = [partOf('metric', number, scope), partOf('target', number, scope)];
  if (metric === null || target === null) return NOTHING;
  const named = (part: 'current' | 'verdict' | 'direction'): Part | null => scope.cells.named(metric.formula, metric.value, part);
  const [current, verdict, direction] = [named('current'), named('verdict'), named('direction')];
  if (current === null || verdict === null || direction === null) return NOTHING;
  const begins = (mark: string): string => `LEFT(${verdict.formula},1)=${quoted(mark)}`;
  const formula =
    `IF(OR(${number.ref}="",${metric.formula}=""),"",IF(${direction.formula}=0,${quoted(words.own)},IF(NOT(ISNUMBER(${target.formula})),${quoted(words.noTarget)},` +
    `IF(NOT(ISNUMBER(${current.formula})),${quoted(words.noFigure)},IF(${begins('▼')},${quoted(words.worse)},` +
    `IF((N(${current.formula})-N(${target.formula}))*N(${direction.formula})<0,${quoted(words.missed)},` +
    `IF(${begins('▲')},${quoted(words.proven)},IF(${begins('—')},${quoted(words.unproven)},${quoted(words.byProgram)}))))))))`;
  const value = (): string => {
    if (textOf(number.value) === '' || textOf(metric.value) === '') return '';
    const [now, aim, sign, said] = [current.value, target.value, Number(direction.value), textOf(verdict.value)];
    if (sign === 0) return words.own;
    if (typeof aim !== 'number') return words.noTarget;
    if (typeof now !== 'number') return words.noFigure;
    if (said.startsWith('▼')) return words.worse;
    if ((now - aim) * sign < 0) return words.missed;
    return said.startsWith('▲') ? words.proven : said.startsWith('—') ? words.unproven : words.byProgram;
  };
  return { formula, value: value() };
}

/** How many opinions of 7.5.6 were adopted for the line. */
export function adopted({ number: key, text }: Of<'adopted'>, scope: ComputeScope): Computation {
  const number = scope.field(key);
  const [numbers, decided] = [listColumn(scope, 'implementation', 'issues', 'number'), listColumn(scope, 'implementation', 'issues', 'state')];
  if (numbers === null || decided === null) return NOTHING;
  const count = `SUMPRODUCT((${numbers.range}=${number.ref})*(${ADOPTED.map((word) => `(${decided.range}=${quoted(word)})`).join('+')})*(${number.ref}<>""))`;
  const [before = '', after = ''] = text.split('{n}');
  const n = numbers.values.filter((value, i) => equalCells(value, number.value) && ADOPTED.some((word) => decided.values[i] === word)).length;
  return { formula: `IF(${count}=0,"",${quoted(before)}&${count}&${quoted(after)})`, value: n === 0 ? '' : `${before}${n}${after}` };
}
