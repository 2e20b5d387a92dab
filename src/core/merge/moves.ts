/**
 * Where the rows and columns of a generated sheet are in the file, after people inserted or deleted some: its printed words
 * are looked for, and what has none goes with those above it or to the left of it.
 */
import { MAX_COLUMN, MAX_ROW } from '../model/address';
import type { CellSpec } from '../model/sheet-spec';
import { formulaKey } from './formula-key';
import { inOrder } from './in-order';
import type { SheetGrid } from './sheet-grid';

export interface Moves {
  row(row: number): number;
  column(column: number): number;
}

/** Null where nothing moved. */
export function movesOf(cells: readonly CellSpec[], file: SheetGrid): Moves | null {
  const words = cells.flatMap(({ row, column, value, formula }) => (formula === undefined && typeof value === 'string' && value !== '' ? [{ row, column, text: value }] : []));
  const strayed = words.filter(({ row, column, text }) => !holds(file, row, column, text));
  if (strayed.length === 0) return null;
  const places = placesOf(file);
  const times = new Map<string, number>();
  for (const { text } of words) times.set(text, (times.get(text) ?? 0) + 1);
  const [rows, columns] = [new Votes(), new Votes()];
  for (const { row, column, text } of words) {
    const found = places.get(text) ?? [];
    const [only] = found;
    if (times.get(text) !== 1 || only === undefined || found.length > 1) continue;
    rows.cast(row, only.row);
    columns.cast(column, only.column);
  }
  for (const { row, column } of standing(cells, file)) {
    rows.cast(row, row);
    columns.cast(column, column);
  }
  const [row, column] = [rows.decided(MAX_ROW), columns.decided(MAX_COLUMN)];
  return row === null && column === null ? null : { row: row ?? ((same) => same), column: column ?? ((same) => same) };
}

function holds(file: SheetGrid, row: number, column: number, text: string): boolean {
  return file.get(row)?.get(column)?.value === text;
}

/** Formulas and numbers that no other cell has, where they were generated: a word that left them went alone. */
function standing(cells: readonly CellSpec[], file: SheetGrid): readonly CellSpec[] {
  const keyOf = ({ formula, value }: CellSpec): string | null => (formula === undefined ? (typeof value === 'number' ? String(value) : null) : `=${formula}`);
  const times = new Map<string, number>();
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key !== null) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return cells.filter((cell) => {
    if (times.get(keyOf(cell) ?? '') !== 1) return false;
    const found = file.get(cell.row)?.get(cell.column);
    if (cell.formula === undefined) return found?.formula === undefined && found?.value === cell.value;
    return found?.formula !== undefined && (found.formula === cell.formula || formulaKey(found.formula) === formulaKey(cell.formula));
  });
}

function placesOf(file: SheetGrid): ReadonlyMap<string, readonly { readonly row: number; readonly column: number }[]> {
  const places = new Map<string, { row: number; column: number }[]>();
  for (const [row, cells] of file) {
    for (const [column, { value, formula }] of cells) {
      if (formula !== undefined || typeof value !== 'string') continue;
      const known = places.get(value);
      if (known === undefined) places.set(value, [{ row, column }]);
      else known.push({ row, column });
    }
  }
  return places;
}

/** Line of the generated sheet -> where most of its words went. */
class Votes {
  readonly #cast = new Map<number, Map<number, number>>();

  cast(line: number, to: number): void {
    const votes = this.#cast.get(line) ?? new Map<number, number>();
    votes.set(to, (votes.get(to) ?? 0) + 1);
    this.#cast.set(line, votes);
  }

  /** Null when every line stayed. Nothing goes beyond `last`: a range to the end of the sheet keeps its end. */
  decided(last: number): ((line: number) => number) | null {
    const cast = [...this.#cast].map(([line, votes]) => {
      // In doubt the line stayed.
      const [to = line, count = 0] = [...votes].sort(([x, a], [y, b]) => b - a || Number(y === line) - Number(x === line))[0] ?? [];
      return { line, to, votes: count };
    });
    // Inserting and deleting changes no order: what is out of it was carried there by hand.
    const lines = inOrder(cast).map(({ line, to }) => ({ line, by: to - line }));
    // From the last up, so that the first one found is the nearest above.
    lines.sort((a, b) => b.line - a.line);
    if (lines.every(({ by }) => by === 0)) return null;
    return (line) => {
      const above = lines.find((known) => known.line <= line);
      return Math.min(last, Math.max(1, line + (above?.by ?? 0)));
    };
  }
}
