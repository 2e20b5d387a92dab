/** Rows and blocks of a sheet that is open in Excel. */
import type { ReadOptions } from '../../../app/ports';
import type { Block } from '../../../core/model/block';
import { BlockBuilder } from '../../../core/model/block-builder';
import type { SheetCell, SheetRow } from '../../../core/model/cell';
import type { Excel, Matrix } from '../api';
import { inExcel } from '../in-excel';
import { isDateFormat, mayHoldErrors, valueOf } from './cell-value';
import { readArea, usedArea } from './read-area';

/** Rows that hold something, with formulas and whether numbers are dates. */
export async function* readRows(excel: Excel, sheet: string, { fromRow = 1, signal, progress }: ReadOptions = {}): AsyncGenerator<SheetRow> {
  signal?.throwIfAborted();
  const used = await usedArea(excel, sheet, true);
  if (used === null) return;
  const dates = new Map<string, boolean>();
  const isDate = (format: string): boolean => {
    const known = dates.get(format) ?? isDateFormat(format);
    dates.set(format, known);
    return known;
  };
  const question = { sheet, top: Math.max(fromRow, used.top), bottom: used.bottom, columns: [used], asked: ['values', 'formulas', 'numberFormat'] as const };
  for await (const { top, runs } of readArea(excel, question, { ...(signal === undefined ? {} : { signal }), ...(progress === undefined ? {} : { progress }) })) {
    const [values = [], formulas = [], formats = []] = runs[0]?.matrices ?? [];
    const errors = await errorsOf(excel, sheet, top, used.left, values);
    for (const [r, row] of values.entries()) {
      const cells = new Map<number, SheetCell>();
      for (const [c, raw] of row.entries()) {
        const typed = formulas[r]?.[c];
        const formula = typeof typed === 'string' && typed.startsWith('=') && typed !== raw ? typed.slice(1) : undefined;
        const value = valueOf(raw, errors(r, c));
        if (value === null && formula === undefined) continue;
        const date = typeof value === 'number' && isDate(String(formats[r]?.[c] ?? ''));
        cells.set(used.left + c, { value: value === null && formula !== undefined ? '' : value, ...(date ? { date } : {}), ...(formula === undefined ? {} : { formula }) });
      }
      if (cells.size === 0) continue;
      yield { row: top + r, cells };
      signal?.throwIfAborted();
    }
  }
}

/** Values of chosen columns; only those go over the wire. */
export async function* readBlocks(excel: Excel, sheet: string, columns: Readonly<Record<string, number>>, { fromRow = 1, signal, progress }: ReadOptions = {}): AsyncGenerator<Block> {
  signal?.throwIfAborted();
  const used = await usedArea(excel, sheet, true);
  const keys = Object.keys(columns);
  const builder = new BlockBuilder(keys);
  if (used === null) return;
  const wanted = runsOf(Object.values(columns).filter((column) => column >= used.left && column <= used.right));
  if (wanted.length === 0) return;
  const question = { sheet, top: Math.max(fromRow, used.top), bottom: used.bottom, columns: wanted, asked: ['values'] as const };
  for await (const { top, rows, runs } of readArea(excel, question, { ...(signal === undefined ? {} : { signal }), ...(progress === undefined ? {} : { progress }) })) {
    const sources: { readonly index: number; readonly matrix: Matrix; readonly at: number; readonly errors: (row: number, column: number) => boolean }[] = [];
    for (const { left, matrices: [matrix = []] } of runs) {
      const errors = await errorsOf(excel, sheet, top, left, matrix);
      keys.forEach((key, index) => {
        const at = (columns[key] ?? 0) - left;
        if (at >= 0 && at < (matrix[0]?.length ?? 0)) sources.push({ index, matrix, at, errors });
      });
    }
    for (let r = 0; r < rows; r++) {
      let place = -1;
      for (const { index, matrix, at, errors } of sources) {
        const value = valueOf(matrix[r]?.[at], errors(r, at));
        if (value === null) continue;
        if (place < 0) place = builder.open(top + r);
        builder.set(place, index, value);
      }
    }
    if (builder.ready) for (const block of builder.take()) {
      yield block;
      signal?.throwIfAborted();
    }
  }
  for (const block of builder.blocks()) {
    yield block;
    signal?.throwIfAborted();
  }
}

/** Neighbouring columns in one; a gap of one column costs less than another range. */
export function runsOf(columns: readonly number[]): readonly { readonly left: number; readonly right: number }[] {
  const sorted = [...new Set(columns)];
  sorted.sort((a, b) => a - b);
  const runs: { left: number; right: number }[] = [];
  for (const column of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && column === last.right + 1) last.right = column;
    else runs.push({ left: column, right: column });
  }
  return runs;
}

/** Which cells of the piece hold errors: asked for only where a text looks like one. */
export async function errorsOf(excel: Excel, sheet: string, top: number, left: number, values: Matrix): Promise<(row: number, column: number) => boolean> {
  if (!mayHoldErrors(values)) return () => false;
  const types = await inExcel(excel, async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top - 1, left - 1, values.length, values[0]?.length ?? 1);
    range.load('valueTypes');
    await context.sync();
    return range.valueTypes;
  }, { sheet });
  return (row, column) => types?.[row]?.[column] === 'Error';
}
