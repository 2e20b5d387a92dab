/** The desk over the workbook that is open in a spreadsheet program, as the pane sees it. */
import type { Call, ChangeHint } from '../ports';
import { DESK_METHODS, type Desk } from './desk';
import type { DeskState } from './desk-state';

/** The state is null while the open workbook is none of ours. */
export interface LiveDesk extends Desk {
  /** Takes in what changed. Null where nothing that is shown is other than it was. */
  touched(request: readonly ChangeHint[], call?: Call): Promise<{ readonly state: DeskState | null } | null>;
  /** Reads the whole workbook anew, and looks at what editors did to its sheets too. */
  reread(request: null, call?: Call): Promise<DeskState | null>;
}

export const LIVE_DESK_METHODS = [...DESK_METHODS, 'touched', 'reread'] as const satisfies readonly (keyof LiveDesk)[];
