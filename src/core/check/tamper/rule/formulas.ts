/** Generated formulas that are no longer there: written over, changed, deleted, or without what they refer to. */
import { formulaKey } from '../../../merge/formula-key';
import { movedFormula } from '../../../merge/moved-formula';
import { isCellError, type CellValue, type SheetCell } from '../../../model/cell';
import { address } from '../../../model/address';
import type { CellSpec } from '../../../model/sheet-spec';
import type { CellEdit } from '../../../model/workbook-patch';
import { runsOf } from '../runs';
import type { SheetFacts, TamperFinding, TamperRule } from '../tamper-rule';

/** Characters of a formula that are told. */
const TOLD = 80;

interface Lost {
  readonly code: 'formula/overwritten' | 'formula/changed' | 'formula/deleted' | 'formula/broken' | 'formula/error';
  readonly row: number;
  readonly column: number;
  readonly told: string;
  readonly edit: CellEdit | null;
}

export const formulas: TamperRule = {
  find(sheet) {
    const lost = lostFormulas(sheet);
    return runsOf(lost, ({ code, told }) => (code === 'formula/error' ? code + told : code)).map(({ row, column, range, first, all }): TamperFinding => {
      const edits = all.flatMap(({ edit }) => (edit === null ? [] : [edit]));
      const told = first.code === 'formula/changed' ? { formula: first.told } : first.code === 'formula/overwritten' || first.code === 'formula/error' ? { value: first.told } : {};
      return { code: first.code, row, column, params: { range, ...told }, ...(edits.length === 0 ? {} : { repair: { cells: edits } }) };
    });
  },
};

function lostFormulas(sheet: SheetFacts): readonly Lost[] {
  const { spec, grid, moves, place } = sheet;
  const generated = spec.cells.filter(({ formula }) => formula !== undefined);
  /** Formulas of the file that belong to no place of their own: where one of ours went that is not at its place. */
  let strays: Map<string, string[]> | undefined;
  const lost: Lost[] = [];
  for (const cell of generated) {
    const at = place({ top: cell.row, left: cell.column, bottom: cell.row, right: cell.column });
    if (at === null) continue;
    const { top: row, left: column } = at;
    const found = grid.get(row)?.get(column);
    const key = formulaKey(cell.formula ?? '');
    const wanted = movedFormula(key, spec.name, moves);
    if (found?.formula !== undefined && sameFormula(found.formula, key, wanted)) {
      if (isCellError(found.value) && !isCellError(cell.value ?? null)) lost.push({ code: 'formula/error', row, column, told: found.value.error, edit: null });
      continue;
    }
    strays ??= straysOf(sheet);
    if ((strays.get(key) ?? strays.get(wanted) ?? []).length === 1) continue;
    lost.push({ ...whatHappened(found), row, column, edit: moves.has(spec.name) || wanted !== key ? null : restored(cell, row, column) });
  }
  return lost;
}

function sameFormula(found: string, key: string, wanted: string): boolean {
  const held = formulaKey(found);
  return held === key || held === wanted;
}

function whatHappened(found: SheetCell | undefined): Pick<Lost, 'code' | 'told'> {
  if (found?.formula !== undefined) return found.formula.includes('#REF!') ? { code: 'formula/broken', told: '' } : { code: 'formula/changed', told: shortened(`=${found.formula}`) };
  const value = found?.value ?? null;
  return value === null || value === '' ? { code: 'formula/deleted', told: '' } : { code: 'formula/overwritten', told: shortened(shown(value)) };
}

function shortened(text: string): string {
  return text.length <= TOLD ? text : `${text.slice(0, TOLD - 1)}…`;
}

function shown(value: Exclude<CellValue, null>): string {
  if (isCellError(value)) return value.error;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function restored({ formula = '', value = null, array = false, format = '' }: CellSpec, row: number, column: number): CellEdit {
  return { row, column, value, formula, ...(array ? { array } : {}), ...(typeof value === 'number' && format.includes('yy') ? { date: true } : {}) };
}

/** Keys of formulas that stand where none was generated -> their cells. */
function straysOf({ spec, grid, place }: SheetFacts): Map<string, string[]> {
  const ours = new Set(spec.cells.flatMap(({ row, column, formula }) => {
    const at = formula === undefined ? null : place({ top: row, left: column, bottom: row, right: column });
    return at === null ? [] : [address(at.top, at.left)];
  }));
  const strays = new Map<string, string[]>();
  for (const [row, cells] of grid) {
    for (const [column, { formula }] of cells) {
      if (formula === undefined || ours.has(address(row, column))) continue;
      const key = formulaKey(formula);
      strays.set(key, [...(strays.get(key) ?? []), address(row, column)]);
    }
  }
  return strays;
}
