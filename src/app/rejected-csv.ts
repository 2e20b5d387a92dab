/** The rejected rows of an import as they stood in the source, with their row numbers and the reasons, as CSV. */
import { serialText } from '../core/codec/serial';
import { sourceText } from '../core/import/cells';
import type { ImportPlan } from '../core/import/plan-import';
import type { Issue } from '../core/issue/issue';
import type { SourceTable, SourceValue } from '../core/model/source-table';
import { csvBytes } from './csv-text';

export interface RejectedWords {
  /** A row's issues in words. */
  readonly reason: (issues: readonly Issue[]) => string;
  /** Heading of the column with the reasons. */
  readonly reasonHeading: string;
}

export function rejectedCsv(table: SourceTable, plan: Pick<ImportPlan, 'rejected'>, { reason, reasonHeading }: RejectedWords): Uint8Array {
  const byRow = new Map(table.rows.map((row) => [row.row, row]));
  return csvBytes([
    [...table.header, reasonHeading],
    ...plan.rejected.map(({ sourceRow, issues }) => {
      const cells = byRow.get(sourceRow)?.cells ?? [];
      return [...table.header.map((_, index) => shownSource(cells[index])), reason(issues), ...cells.slice(table.header.length).map(shownSource)];
    }),
  ]);
}

/** The cell as a text that a later import reads again: dates of workbooks as dates, not as their serial numbers. */
export function shownSource(cell: SourceValue): string {
  if (typeof cell !== 'object' || cell.date !== true || typeof cell.value !== 'number' || cell.value < 61) return sourceText(cell);
  return serialText(cell.value);
}
