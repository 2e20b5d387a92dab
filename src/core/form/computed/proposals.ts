/**
 * What is the program's and what is people's: a cell that still holds what 建议 keeps of it is a proposal; once anybody writes
 * something else it is theirs, and the mark beside it is gone.
 */
import type { CellValue } from '../../model/cell';
import type { ComputedDef, ProposalsKept } from '../../model/form-def';
import { equalCells, lastEqual, listColumn } from './columns';
import { NOTHING, quoted, textOf, type ComputeScope, type Computation, type FieldRef } from './scope';

type Of<Rule extends ComputedDef['rule']> = Extract<ComputedDef, { readonly rule: Rule }>;
type Kept = ProposalsKept;

const FORM = 'proposals';
const NUMBER = 'number';
/** The list of the lines of the plan. */
const LINES = 'lines';

interface Comparison {
  /** A number: 0 where the cell holds something else. */
  readonly formula: string;
  readonly holds: boolean;
}

/** `建议：解决方法 质量管理工具`; '' once none of them is a proposal. */
export function proposalMark(def: Of<'proposal-mark'>, scope: ComputeScope): Computation {
  const all = comparisons(def, scope);
  if (all === null) return NOTHING;
  const labels = all.map(({ formula }, i) => `IF(${formula}>0,${quoted(`${def.labels[i] ?? ''} `)},"")`).join('&');
  const held = def.labels.filter((_, i) => all[i]?.holds === true);
  return {
    formula: `IFERROR(IF(${all.map(({ formula }) => formula).join('+')}=0,"",TRIM(${quoted(def.prefix)}&${labels})),"")`,
    value: held.length === 0 ? '' : def.prefix + held.join(' '),
  };
}

export function proposalWhy(def: Of<'proposal-why'>, scope: ComputeScope): Computation {
  const all = comparisons(def, scope);
  const why = all === null ? null : reason(def, scope);
  if (all === null || why === null) return NOTHING;
  return {
    formula: `IFERROR(IF(${all.map(({ formula }) => formula).join('+')}=0,"",${why.formula}&""),"")`,
    value: all.some(({ holds }) => holds) ? why.text : '',
  };
}

/** One per field; null where the workbook keeps no proposals. */
function comparisons({ fields, kept }: { readonly fields: readonly string[]; readonly kept: Kept }, scope: ComputeScope): readonly Comparison[] | null {
  const found = fields.map((key) => comparison(key, kept, scope));
  return found.every((one) => one !== null) ? found : null;
}

function comparison(key: string, kept: Kept, scope: ComputeScope): Comparison | null {
  const cell = scope.field(key);
  if (kept.in === 'cells') {
    const held = scope.fieldOf(FORM, `cells.${kept.under}${scope.prefix}${key}.value`);
    return held === null ? null : sameCells(held, cell);
  }
  if (kept.in === 'metrics') {
    const held = scope.metric === null ? null : scope.fieldOf(FORM, `results.${scope.metric.key}.${key}`);
    return held === null ? null : sameCells(held, cell);
  }
  const number = scope.field(NUMBER);
  const list = kept.list ?? LINES;
  const [numbers, texts] = [listColumn(scope, FORM, list, NUMBER), listColumn(scope, FORM, list, key)];
  if (numbers === null || texts === null) return null;
  return {
    formula: `SUMPRODUCT((${numbers.range}=${number.ref})*EXACT(${texts.range}&"",${cell.ref}&"")*(${cell.ref}<>""))`,
    holds: texts.values.some((text, i) => equalCells(numbers.values[i] ?? null, number.value) && exact(text, cell.value)),
  };
}

function sameCells(held: FieldRef, cell: FieldRef): Comparison {
  return { formula: `EXACT(${held.ref}&"",${cell.ref}&"")*(${cell.ref}<>"")`, holds: exact(held.value, cell.value) };
}

function reason({ kept, why, fields: [key = ''] }: Of<'proposal-why'>, scope: ComputeScope): { readonly formula: string; readonly text: string } | null {
  if (kept.in === 'cells') {
    const held = scope.fieldOf(FORM, `cells.${kept.under}${scope.prefix}${key}.${why}`);
    return held === null ? null : { formula: held.ref, text: textOf(held.value) };
  }
  if (kept.in === 'metrics') return null;
  const number = scope.field(NUMBER);
  const list = kept.list ?? LINES;
  const [numbers, reasons] = [listColumn(scope, FORM, list, NUMBER), listColumn(scope, FORM, list, why)];
  if (numbers === null || reasons === null) return null;
  const at = lastEqual(numbers.values, number.value);
  return { formula: `LOOKUP(2,1/(${numbers.range}=${number.ref}),${reasons.range})`, text: textOf(reasons.values[at] ?? null) };
}

/** Numbers are compared as the texts that they are (LibreOffice would take a date as it is shown); nothing is equal to a blank. */
function exact(a: CellValue, b: CellValue): boolean {
  return textOf(b) !== '' && textOf(a) === textOf(b);
}
