/** The very hidden sheet that keeps what was signed, so that a change can be named. No formula refers to it. */
import { chunks, recordRows, unchunked } from '../copy/record-sheet';
import type { SheetGrid } from '../merge/sheet-grid';
import type { CellSpec, SheetSpec } from '../model/sheet-spec';
import type { SignedStates } from './check-signoffs';
import type { SignedState } from './signed-content';

export const SIGNED_SHEET = '质升_签字';

const FIRST_ROW = 3;
const ELSEWHERE = 'elsewhere';

export function signedSheet(states: SignedStates, notice: string): SheetSpec {
  const rows = [...states].map(([code, state]) => [code, ...(state === null ? [ELSEWHERE] : chunks(JSON.stringify(state)))]);
  const cells = rows.flatMap((row, r) => row.map((value, c): CellSpec => ({ row: FIRST_ROW + r, column: c + 1, style: 'blank', format: '@', value })));
  return {
    name: SIGNED_SHEET, state: 'veryHidden', columns: [{ width: 24 }, { width: 40 }], protect: true, print: { orientation: 'portrait' }, activeCell: 'A1',
    cells: [{ row: 1, column: 1, style: 'note', value: notice }, ...cells],
  };
}

/** Rows that somebody damaged are left out: then a change is found all the same, but not named. */
export function readSignedSheet(grid: SheetGrid): SignedStates {
  const states = new Map<string, SignedState | null>();
  for (const [code = '', ...cells] of recordRows(grid)) {
    const state = cells[0] === ELSEWHERE ? null : stateOf(unchunked(cells));
    if (code !== '' && state !== undefined) states.set(code, state);
  }
  return states;
}

function stateOf(text: string): SignedState | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const entries = Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries);
}
