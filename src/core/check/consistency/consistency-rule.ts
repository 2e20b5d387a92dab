/** What a rule across sheets is: it looks at the whole workbook and says what does not agree, each with its place. */
import type { Issue } from '../../issue/issue';
import type { CellPlace } from './cell-place';
import type { ConsistencyCode } from './codes';
import type { WorkbookFacts } from './workbook-facts';

export interface ConsistencyFinding {
  readonly code: ConsistencyCode;
  /** The clause that asks for it, which may be another than that of the cell. */
  readonly clause: string;
  readonly at: CellPlace;
  readonly params: Issue['params'];
}

export interface ConsistencyRule {
  /** Judges only what is there: silent where a sheet was not chosen or its work has not begun. */
  find(workbook: WorkbookFacts): readonly ConsistencyFinding[];
}
