/**
 * One wrong cell at a time: every kind of mistake in every column of every raw-data sheet and in every field of every form,
 * as far as the kind of the cell and its bounds allow it. Columns and fields come from the templates.
 */
import { textLimit } from '../../src/core/codec/text-limit';
import { serialOf } from '../../src/core/codec/date';
import { address } from '../../src/core/model/address';
import type { CellValue } from '../../src/core/model/cell';
import type { FieldPlace } from '../../src/core/model/form';
import { requiredPlaces } from '../../src/core/model/required-cells';
import { FIRST_DATA_ROW, type RawColumnDef, type ValueKind } from '../../src/core/model/raw-sheet';
import { BASE } from '../core/check/consistency/base-content';
import { ROWS, standard } from './base';
import type { Corruption } from './corruption';

/** What is typed, and what has to be said. */
type Mistake = readonly [value: CellValue, code: string];

interface Cell {
  readonly kind: ValueKind;
  readonly required: boolean;
  readonly choices?: readonly string[];
  readonly open?: boolean;
  readonly min?: number;
  readonly max?: number;
}

const NUMBER: readonly Mistake[] = [['约十件', 'cell/kind'], ['12', 'cell/number-as-text'], [{ error: '#DIV/0!' }, 'cell/error'], ['1,5', 'cell/number-ambiguous'], [true, 'cell/kind']];
const DATE: readonly Mistake[] = [
  ['月底前', 'cell/kind'], ['2024年5月6日', 'cell/date-as-text'], [20_240_506, 'cell/date-as-number'], ['03-06-2024', 'cell/date-order'], ['24-5-6', 'cell/year-short'], ['2023-02-30', 'cell/no-such-date'], [{ error: '#VALUE!' }, 'cell/error'],
];
const TEXT: readonly Mistake[] = [['Ａ１２', 'cell/full-width'], ['甲\u200b公司 ', 'cell/space'], [{ error: '#REF!' }, 'cell/error'], [1001, 'cell/text-as-number']];
const MISTAKES: Readonly<Record<ValueKind, readonly Mistake[]>> = {
  text: TEXT,
  code: [...TEXT, [9.132_05e17, 'cell/code-lost'], ['9.13205E+17', 'cell/code-lost']],
  number: NUMBER,
  count: [...NUMBER, [1.5, 'cell/not-whole'], [-1, 'cell/range']],
  money: NUMBER,
  date: DATE,
  datetime: DATE,
  month: [['去年', 'cell/kind'], ['2024-05', 'cell/date-as-text'], [serialOf(2024, 5, 15), 'cell/month-day'], [{ error: '#N/A' }, 'cell/error']],
  choice: [[{ error: '#N/A' }, 'cell/error']],
  uscc: [[9.132_05e17, 'cell/code-lost'], ['91350100M000100Y4Z', 'cell/uscc'], ['91350100m000100y43', 'cell/form'], ['12345', 'cell/uscc']],
  industry: [['98', 'cell/industry'], ['C34', 'cell/form'], [34, 'cell/text-as-number']],
};

function mistakesOf({ kind, required, choices = [], open, min, max }: Cell): readonly Mistake[] {
  const numeric = kind === 'number' || kind === 'count' || kind === 'money';
  const [first] = choices;
  return [
    required ? [null, 'cell/required'] : ['  ', 'cell/blank-text'],
    ...MISTAKES[kind],
    ...(numeric && min !== undefined && !(kind === 'count' && min === 0) ? [[min - 1, 'cell/range'] as const] : []),
    ...(numeric && max !== undefined ? [[max + 1, 'cell/range'] as const] : []),
    ...((kind === 'text' || kind === 'code') && max !== undefined ? [['字'.repeat(max + 1), 'cell/length'] as const] : []),
    ...(kind === 'choice' && first !== undefined ? [[` ${first}`, 'cell/spelling'] as const] : []),
    ...(kind === 'choice' && open !== true ? [['别的', 'cell/choice'] as const] : []),
  ];
}

/** A blank one of these is said once, with what it is needed for. */
const DATES: ReadonlySet<string> = new Set(['提升前_开始', '提升前_结束', '提升后_开始', '提升后_结束', '数据截止日']);

const shown = (value: CellValue): string => JSON.stringify(value).slice(0, 40);

/** Columns of rows, in the first row. */
const rawCells = standard.rawSheets.flatMap((def) =>
  def.columns.flatMap((column: RawColumnDef, c) =>
    mistakesOf({ ...column, ...textLimit(def, column) }).map(([value, code]): Corruption => {
      const [first = {}, ...others] = ROWS[def.key] ?? [];
      return {
        name: `${def.sheet} ${column.header} ${shown(value)}`, code, at: `${def.sheet}!${address(FIRST_DATA_ROW, c + 1)}`,
        corrupted: { rows: { [def.key]: [{ ...first, [column.key]: value }, ...others] } },
      };
    })));

/** Fields of forms: of a repeated list the first row, if it is begun; the other fields of a kind only where they are asked for in another way. */
const formCells = Object.entries(standard.fields).flatMap(([form, fields]) => {
  const entries = BASE.entries[form] ?? {};
  const asked = new Set(requiredPlaces(fields, entries));
  const seen = new Set<string>();
  return fields.flatMap((field: FieldPlace): readonly Corruption[] => {
    // Nobody types into what the program keeps for itself, and no rule judges it.
    if (field.own === true) return [];
    const cell: Cell = { ...field, required: asked.has(field) };
    // Fields that are alike in all that counts are tried once in each form.
    const like = JSON.stringify([cell.kind, cell.required, cell.choices, cell.open, cell.min, cell.max]);
    if (seen.has(like)) return [];
    seen.add(like);
    return mistakesOf(cell).flatMap(([value, code]): readonly Corruption[] => {
      const dated = field.name !== undefined && code === 'cell/required' && DATES.has(field.name);
      return [{
        name: `${field.sheet} ${field.key} ${shown(value)}`, code: dated ? 'period/missing' : code, at: `${field.sheet}!${address(field.row, field.column)}`,
        corrupted: { changes: { [form]: { [field.key]: value } } },
      }];
    });
  });
});


export const cellCorruptions: readonly Corruption[] = [...rawCells, ...formCells];
