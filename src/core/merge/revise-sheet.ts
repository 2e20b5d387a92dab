/**
 * A generated sheet in three states: as it would have been generated before (`base`), as it is in the file, as it would be
 * generated now (`ours`). What the file still holds of base becomes ours; what people put there stays.
 */
import { address } from '../model/address';
import type { SheetCell } from '../model/cell';
import type { CellSpec, SheetSpec } from '../model/sheet-spec';
import type { CellEdit } from '../model/workbook-patch';
import { formulaKey } from './formula-key';
import { movedFormula } from './moved-formula';
import type { Moves } from './moves';
import { isBlankValue, sameValue } from './same-value';
import type { SheetGrid } from './sheet-grid';

/** Rows and columns that people inserted or deleted, by sheet. */
export interface Shift {
  readonly sheet: string;
  readonly moves: ReadonlyMap<string, Moves>;
}

const NO_SHIFT: Shift = { sheet: '', moves: new Map() };

export interface SheetRevision {
  readonly cells: readonly CellEdit[];
  /** Cells that would have changed, but no longer hold what was generated: they were left as they are. */
  readonly left: readonly string[];
}

type Generated = Pick<SheetSpec, 'cells' | 'rowHeights'>;

export function reviseSheet(base: Generated, ours: Generated, file: SheetGrid, shift: Shift = NO_SHIFT): SheetRevision {
  const before = new Map(base.cells.map((cell) => [address(cell.row, cell.column), cell]));
  const own = shift.moves.get(shift.sheet);
  const placeOf = ({ row, column }: CellSpec): Place => (own === undefined ? { row, column } : { row: own.row(row), column: own.column(column) });
  const written = (cell: CellSpec): CellSpec => (cell.formula === undefined ? cell : { ...cell, formula: movedFormula(cell.formula, shift.sheet, shift.moves) });
  const formulas = formulaPlaces(base, file, placeOf, shift);
  const cells: CellEdit[] = [];
  const left: string[] = [];
  const take = (cell: CellSpec, was: CellSpec | undefined): void => {
    const place = placeOf(cell);
    const edit = was?.formula === undefined ? reviseValue(cell, was, place, file, written) : reviseFormula(cell, was, formulas(was), place, file, written);
    if (edit === 'left') left.push(address(place.row, place.column));
    else if (edit !== null) cells.push(edit.keepFormula === true ? edit : { ...edit, ...grown(cell.row, base, ours), ...newFormat(cell, was) });
  };
  for (const cell of ours.cells) {
    const key = address(cell.row, cell.column);
    const was = before.get(key);
    before.delete(key);
    take(cell, was);
  }
  for (const was of before.values()) take({ row: was.row, column: was.column, style: was.style }, was);
  return { cells, left };
}

/** A row that is to be higher than it was. */
function grown(row: number, base: Generated, ours: Generated): Pick<CellEdit, 'height'> {
  const height = ours.rowHeights?.[row] ?? 0;
  return height > (base.rowHeights?.[row] ?? 0) ? { height } : {};
}

/** A figure that is shown in another way than before takes its new look. */
function newFormat(cell: CellSpec, was: CellSpec | undefined): Pick<CellEdit, 'look'> {
  return was !== undefined && cell.formula === undefined && was.formula === undefined && cell.format !== undefined && cell.format !== was.format ? look(cell) : {};
}

interface Place {
  readonly row: number;
  readonly column: number;
}

type Edit = CellEdit | 'left' | null;

function cellAt(file: SheetGrid, { row, column }: Place): SheetCell | undefined {
  return file.get(row)?.get(column);
}

/** A cell that had a value, or nothing. */
function reviseValue(cell: CellSpec, was: CellSpec | undefined, place: Place, file: SheetGrid, written: (cell: CellSpec) => CellSpec): Edit {
  const found = cellAt(file, place);
  if (cell.stamp === true && found?.formula === undefined) return sameValue(found?.value, cell.value) ? null : { ...place, ...content(cell) };
  if (cell.formula === undefined && sameValue(cell.value, was?.value)) return null;
  // A formula that people put in place of a value stays, even if both show the same for now.
  if (found?.formula === undefined && sameValue(found?.value, was?.value)) return { ...place, ...content(written(cell)), ...(was === undefined ? look(cell) : {}) };
  return isThere(cell, found, written) ? null : 'left';
}

/** A cell that had a formula; `at` is where the file holds that formula, null where it does not. */
function reviseFormula(cell: CellSpec, was: CellSpec, at: Place | null, place: Place, file: SheetGrid, written: (cell: CellSpec) => CellSpec): Edit {
  const same = cell.formula !== undefined && (cell.formula === was.formula || keyOf(cell) === keyOf(was)) && (cell.array ?? false) === (was.array ?? false);
  if (at === null) return (same && sameValue(cell.value, was.value)) || (!same && isThere(cell, cellAt(file, place), written)) ? null : 'left';
  if (!same) return { ...at, ...content(written(cell)) };
  return sameValue(cellAt(file, at)?.value, cell.value) ? null : { ...at, value: cell.value ?? null, keepFormula: true, ...dated(cell) };
}

/** People, or an import that was broken off, brought the cell to where it goes. */
function isThere(cell: CellSpec, found: SheetCell | undefined, written: (cell: CellSpec) => CellSpec): boolean {
  if (cell.formula === undefined) return found?.formula === undefined && sameValue(found?.value, cell.value);
  return found?.formula !== undefined && formulaKey(found.formula) === formulaKey(written(cell).formula ?? '') && sameValue(found.value, cell.value);
}

/** Keys are asked for more than once. */
const keys = new WeakMap<CellSpec, string>();

function keyOf(cell: CellSpec): string {
  const known = keys.get(cell) ?? formulaKey(cell.formula ?? '');
  keys.set(cell, known);
  return known;
}

/**
 * Where a generated formula is now: at its place, or at the only other one that holds its text. A text that stands at
 * several places is looked for nowhere else.
 */
function formulaPlaces(base: Pick<SheetSpec, 'cells'>, file: SheetGrid, placeOf: (cell: CellSpec) => Place, shift: Shift): (was: CellSpec) => Place | null {
  let found: Map<string, Place[]> | undefined;
  let times: Map<string, number> | undefined;
  return (was) => {
    const place = placeOf(was);
    const here = cellAt(file, place)?.formula;
    const key = keyOf(was);
    if (here !== undefined) {
      if (here === was.formula) return place;
      const held = formulaKey(here);
      if (held === key || held === movedFormula(key, shift.sheet, shift.moves)) return place;
    }
    found ??= fileFormulas(file);
    times ??= countKeys(base);
    const others = found.get(key) ?? [];
    return times.get(key) === 1 && others.length === 1 ? (others[0] ?? null) : null;
  };
}

function fileFormulas(file: SheetGrid): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  for (const [row, cells] of file) {
    for (const [column, { formula }] of cells) {
      if (formula === undefined) continue;
      const key = formulaKey(formula);
      const known = found.get(key);
      if (known === undefined) found.set(key, [{ row, column }]);
      else known.push({ row, column });
    }
  }
  return found;
}

function countKeys({ cells }: Pick<SheetSpec, 'cells'>): Map<string, number> {
  const times = new Map<string, number>();
  for (const cell of cells) if (cell.formula !== undefined) times.set(keyOf(cell), (times.get(keyOf(cell)) ?? 0) + 1);
  return times;
}

function content(cell: CellSpec): Pick<CellEdit, 'value' | 'formula' | 'array' | 'date'> {
  const { formula, array = false, value = null } = cell;
  // A formula that shows nothing is cached as an empty text; a cell with nothing in it is blank.
  const held = formula === undefined && isBlankValue(value) ? null : value;
  return { value: held, ...(formula === undefined ? {} : { formula, ...(array ? { array } : {}) }), ...dated(cell) };
}

/** Days before March 1900 are none: 0 stands for a date that is not known yet. */
const FIRST_DAY = 61;

function dated({ format = '', value }: CellSpec): { readonly date?: true } {
  return typeof value === 'number' && value >= FIRST_DAY && format.includes('yy') ? { date: true } : {};
}

function look({ style, format }: CellSpec): Pick<CellEdit, 'look'> {
  return { look: { style, ...(format === undefined ? {} : { format }) } };
}
