/** Rules and formats put back on ranges of a sheet; what holds for other cells stays. */
import { columnLetters, MAX_ROW } from '../../../core/model/address';
import { areaOf, areasOf, meets, refOf, withoutAll, type Area } from '../../../core/model/area';
import type { ConditionalFormatSpec } from '../../../core/model/sheet-spec';
import type { RulesPatch } from '../../../core/model/workbook-patch';
import type { Excel } from '../api';
import { inExcel } from '../in-excel';
import { usedArea } from '../read/read-area';
import { readConditionalFormats, readValidations, type ConditionalAt, type ValidationAt } from '../read/read-rules';
import { putSteps, type PutCell } from '../write/cell-steps';
import { addConditionalFormat, setValidation } from '../write/rules';
import { RANGE_BYTES, type Step } from '../write/step';
import { putEntries } from '../write/undo';
import type { Undo } from '../write/undo-data';
import { sameMark } from './relative';
import { Snapshot, withUndo } from './snapshot';

const RULE_BYTES = 1500;

export async function ruleSteps(excel: Excel, sheet: string, { validations = [], conditionalFormats = [], formats = [] }: RulesPatch, signal?: AbortSignal): Promise<readonly Step[]> {
  const before = await inExcel(excel, async (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    const found: (readonly ValidationAt[])[] = [];
    for (const { ref } of validations) found.push(await readValidations(context, target, ref));
    return { validations: found, conditionals: conditionalFormats.length === 0 ? [] : await readConditionalFormats(context, target) };
  }, { sheet });
  const steps: Step[] = validations.map((spec, i) => ({
    sheet, bytes: RULE_BYTES,
    carryOut: ({ workbook }) => setValidation(workbook.worksheets.getItem(sheet).getRange(spec.ref).dataValidation, spec),
    undo: [{ what: 'validations', sheet, ref: spec.ref, before: (before.validations[i] ?? []).map(({ area, raw }) => ({ ref: refOf(area), raw })) }],
  }));
  for (const spec of conditionalFormats) steps.push(conditionalStep(sheet, spec, before.conditionals));
  for (const { ref, format } of formats) steps.push(...await formatSteps(excel, sheet, ref, format, signal));
  return steps;
}

/** The mark on its cells, and on those others that it had: Excel cannot shorten the ranges of one that is there. */
function conditionalStep(sheet: string, spec: ConditionalFormatSpec, all: readonly ConditionalAt[]): Step {
  const holes = areasOf([spec.ref]);
  const same = all.filter((one) => sameMark(spec, one) && areasOf(one.refs).some((area) => holes.some((hole) => meets(area, hole))));
  return {
    sheet, bytes: RULE_BYTES * (1 + same.length),
    carryOut({ workbook }) {
      const target = workbook.worksheets.getItem(sheet);
      for (const old of same) {
        const { conditionalFormats } = target.getRange(old.refs[0]);
        conditionalFormats.getItem(old.id).delete();
        const left = withoutAll(areasOf(old.refs), holes);
        if (left.length > 0) addConditionalFormat(target.getRanges(left.map(refOf).join(',')).conditionalFormats, { formula: formulaFor(old, left[0]), look: spec.look });
      }
      addConditionalFormat(target.getRange(spec.ref).conditionalFormats, spec);
    },
    undo: [{ what: 'conditionals', sheet, spec, before: all.filter((one) => sameMark(spec, one)).map(({ formula, refs }) => ({ formula, refs })) }],
  };
}

/** Relative rows of the formula counted from the first cell of what is left. */
function formulaFor({ formula, refs }: ConditionalAt, left: Area | undefined): string {
  const first = areaOf(refs[0] ?? '');
  if (first === null || left === undefined) return formula;
  const [down, across] = [left.top - first.top, left.left - first.left];
  if (down === 0 && across === 0) return formula;
  return shifted(formula, down, across);
}

function shifted(formula: string, down: number, across: number): string {
  return formula.replace(/"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(])/gu, (found: string, columnFixed: string | undefined, letters = '', rowFixed = '', row = '') => {
    if (columnFixed === undefined) return found;
    const column = areaOf(`${letters}1`)?.left ?? 1;
    return `${columnFixed}${columnFixed === '$' ? letters : columnLetters(column + across)}${rowFixed}${rowFixed === '$' ? row : Number(row) + down}`;
  });
}

/** Cells of the range; where it goes to the end of the sheet, its columns, whose rows above keep what they have. */
async function formatSteps(excel: Excel, sheet: string, ref: string, format: string, signal: AbortSignal | undefined): Promise<readonly Step[]> {
  const area = areaOf(ref);
  if (area === null) return [];
  const used = await usedArea(excel, sheet, false);
  const whole = area.bottom === MAX_ROW;
  const bottom = whole ? Math.max(used?.bottom ?? 1, area.top) : area.bottom;
  const snapshot = new Snapshot();
  await snapshot.read(excel, sheet, { ...area, top: whole ? 1 : area.top, bottom }, signal);
  const cells = (top: number, last: number, of: (row: number, column: number) => string): Map<number, Map<number, PutCell>> => {
    const rows = new Map<number, Map<number, PutCell>>();
    for (let row = top; row <= last; row++) {
      const found = new Map<number, PutCell>();
      for (let column = area.left; column <= area.right; column++) found.set(column, { typed: null, format: of(row, column) });
      rows.set(row, found);
    }
    return rows;
  };
  const before = (row: number, column: number): string => snapshot.at(row, column).format;
  if (!whole) return withUndo(putSteps(sheet, cells(area.top, area.bottom, () => format)), [{ what: 'put', sheet, cells: putEntries(cells(area.top, area.bottom, before)) }]);
  const below = new Snapshot();
  await below.read(excel, sheet, { ...area, top: MAX_ROW, bottom: MAX_ROW }, signal);
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, i) => area.left + i);
  const setColumn = (column: number, one: string): Step => ({ sheet, bytes: RANGE_BYTES, carryOut: ({ workbook }) => { workbook.worksheets.getItem(sheet).getRange(`${columnLetters(column)}:${columnLetters(column)}`).numberFormat = one; } });
  return withUndo(
    [...columns.map((column) => setColumn(column, format)), ...putSteps(sheet, cells(1, area.top - 1, before))],
    [...columns.map((column): Undo => ({ what: 'column-format', sheet, column, format: below.at(MAX_ROW, column).format })), { what: 'put', sheet, cells: putEntries(cells(1, bottom, before)) }],
  );
}
