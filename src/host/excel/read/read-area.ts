/** The cells of an area in as many answers as they need: each asked for on its own, so that Excel and the page can breathe. */
import { HostError, type ReadOptions } from '../../../app/ports';
import type { Area } from '../../../core/model/area';
import type { Excel, Matrix, RangeApi, SheetApi } from '../api';
import { isTooMuch } from '../errors';
import { inExcel } from '../in-excel';
import { BlockSize, bytesOf } from './block-size';

/** What is asked of the cells. */
export type Asked = 'values' | 'formulas' | 'numberFormat';

export interface Piece {
  readonly top: number;
  /** Per run of columns what was asked, in the order in which it was. */
  readonly runs: readonly { readonly left: number; readonly matrices: readonly Matrix[] }[];
  readonly rows: number;
}

export interface AreaQuestion {
  readonly sheet: string;
  readonly top: number;
  readonly bottom: number;
  /** Columns that stand side by side, each run with its first and last. */
  readonly columns: readonly { readonly left: number; readonly right: number }[];
  readonly asked: readonly Asked[];
}

/** Bytes of a cell, per thing asked, where nothing is known yet. */
const CELL_BYTES = 13;

/** The page gets the word between two answers. */
const breath = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

/** Throws HostError `excel/too-much` where not even one row goes over, and the signal's reason. */
export async function* readArea(excel: Excel, question: AreaQuestion, { signal, progress }: Pick<ReadOptions, 'signal' | 'progress'> = {}): AsyncGenerator<Piece> {
  const { sheet, top: first, bottom, columns, asked } = question;
  const width = columns.reduce((sum, { left, right }) => sum + right - left + 1, 0);
  const size = new BlockSize(width * asked.length * CELL_BYTES);
  for (let top = first; top <= bottom;) {
    signal?.throwIfAborted();
    const rows = Math.min(size.rows, bottom - top + 1);
    const runs = await askPiece(excel, question, { top, left: 0, bottom: top + rows - 1, right: 0 });
    if (runs === null) {
      if (!size.halve()) throw new HostError('excel/too-much', { sheet, code: 'RangeExceedsLimit' });
      continue;
    }
    size.took(rows, runs.reduce((sum, { matrices }) => sum + matrices.reduce((all, matrix) => all + bytesOf(matrix), 0), 0));
    yield { top, rows, runs };
    top += rows;
    progress?.(top - first, bottom - first + 1);
    if (top <= bottom) await breath();
  }
  signal?.throwIfAborted();
}

/** Null where the answer was too large: said by an error, or by values that are missing. */
async function askPiece(excel: Excel, { sheet, columns, asked }: AreaQuestion, { top, bottom }: Area): Promise<Piece['runs'] | null> {
  try {
    return await inExcel(excel, async (context) => {
      const target: SheetApi = context.workbook.worksheets.getItem(sheet);
      const ranges = columns.map(({ left, right }) => target.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1));
      for (const range of ranges) range.load(asked.join(','));
      await context.sync();
      const runs = ranges.map((range, i) => ({ left: columns[i]?.left ?? 1, matrices: asked.flatMap((name) => matrixOf(range, name) ?? []) }));
      return runs.every(({ matrices }) => matrices.length === asked.length) ? runs : null;
    }, { sheet });
  } catch (error) {
    if (error instanceof HostError && isTooMuch(error.cause)) return null;
    throw error;
  }
}

function matrixOf(range: RangeApi, name: Asked): Matrix[] | null {
  const found = range[name];
  return typeof found === 'string' || found === null ? null : [found];
}

/** The area that holds something; null for an empty sheet. */
export async function usedArea(excel: Excel, sheet: string, valuesOnly: boolean): Promise<Area | null> {
  return inExcel(excel, async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(valuesOnly);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    return used.isNullObject ? null : areaOfRange(used);
  }, { sheet });
}

export function areaOfRange({ rowIndex, columnIndex, rowCount, columnCount }: RangeApi): Area {
  return { top: rowIndex + 1, left: columnIndex + 1, bottom: rowIndex + rowCount, right: columnIndex + columnCount };
}
