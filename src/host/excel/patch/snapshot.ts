/** What cells hold before they are changed, and the way back. */
import { holds, type Area } from '../../../core/model/area';
import type { Excel, Matrix, Raw } from '../api';
import { readArea } from '../read/read-area';
import { putSteps, type PutCell, type PutCells } from '../write/cell-steps';
import type { Step } from '../write/step';
import { retyped } from '../write/typed';
import { putEntries } from '../write/undo';
import type { Undo } from '../write/undo-data';

export interface CellBefore {
  readonly value: Raw;
  readonly formula: Raw;
  readonly format: string;
}

const BLANK: CellBefore = { value: '', formula: '', format: 'General' };

export class Snapshot {
  readonly #areas: { readonly area: Area; readonly values: Matrix; readonly formulas: Matrix; readonly formats: Matrix }[] = [];

  async read(excel: Excel, sheet: string, area: Area, signal?: AbortSignal): Promise<void> {
    const question = { sheet, top: area.top, bottom: area.bottom, columns: [area], asked: ['values', 'formulas', 'numberFormat'] as const };
    for await (const { top, rows, runs } of readArea(excel, question, signal === undefined ? {} : { signal })) {
      const [values = [], formulas = [], formats = []] = runs[0]?.matrices ?? [];
      this.#areas.push({ area: { ...area, top, bottom: top + rows - 1 }, values, formulas, formats });
    }
  }

  at(row: number, column: number): CellBefore {
    const found = this.#areas.find(({ area }) => holds(area, row, column));
    if (found === undefined) return BLANK;
    const [r, c] = [row - found.area.top, column - found.area.left];
    return { value: found.values[r]?.[c] ?? '', formula: found.formulas[r]?.[c] ?? '', format: String(found.formats[r]?.[c] ?? 'General') };
  }

  /** What puts the same cells back as they were. */
  before(cells: Iterable<readonly [row: number, column: number]>): PutCells {
    const rows = new Map<number, Map<number, PutCell>>();
    for (const [row, column] of cells) {
      const { value, formula, format } = this.at(row, column);
      const found = rows.get(row) ?? new Map<number, PutCell>();
      rows.set(row, found.set(column, { typed: retyped(value, formula, format), format }));
    }
    return rows;
  }
}

export function* placesOf(cells: PutCells): Generator<readonly [number, number]> {
  for (const [row, columns] of cells) for (const column of columns.keys()) yield [row, column];
}

/** The steps, the first of which takes back all of them. */
export function withUndo(steps: readonly Step[], undo: readonly Undo[]): readonly Step[] {
  return steps.map((step, i) => (i === 0 ? { ...step, undo } : step));
}

/** Cells put, and put back as the snapshot says. */
export function undoablePuts(sheet: string, cells: PutCells, snapshot: Snapshot): readonly Step[] {
  return withUndo(putSteps(sheet, cells), [{ what: 'put', sheet, cells: putEntries(snapshot.before(placesOf(cells))) }]);
}
