/** Rows that become at least as high as their new contents need: cells that are merged do not make them grow by themselves. */
import type { CellEdit } from '../../../core/model/workbook-patch';
import type { Excel } from '../api';
import { inExcel } from '../in-excel';
import { RANGE_BYTES, type Step } from '../write/step';

/** Rows that are high enough stay as they are. */
export async function heightSteps(excel: Excel, sheet: string, edits: readonly CellEdit[], fresh: boolean): Promise<readonly Step[]> {
  const wanted = new Map<number, number>();
  for (const { row, height } of edits) if (height !== undefined) wanted.set(row, Math.max(height, wanted.get(row) ?? 0));
  if (wanted.size === 0) return [];
  const before = fresh ? new Map<number, number>() : await inExcel(excel, async (context) => {
    const target = context.workbook.worksheets.getItem(sheet);
    const rows = [...wanted.keys()].map((row) => ({ row, format: target.getRange(`${row}:${row}`).format }));
    for (const { format } of rows) format.load('rowHeight');
    await context.sync();
    return new Map(rows.map(({ row, format }) => [row, format.rowHeight]));
  }, { sheet });
  const low = [...wanted].filter(([row, height]) => (before.get(row) ?? 0) < height);
  if (low.length === 0) return [];
  return [{
    sheet, bytes: RANGE_BYTES * low.length,
    carryOut({ workbook }) {
      for (const [row, height] of low) workbook.worksheets.getItem(sheet).getRange(`${row}:${row}`).format.rowHeight = height;
    },
    undo: fresh ? [] : [{ what: 'row-heights', sheet, rows: low.map(([row]) => [row, before.get(row) ?? 0]) }],
  }];
}
