/**
 * A change in progress, kept in the workbook itself: a very hidden sheet says how to take it back, or what is left to do. It is
 * written before anything is changed and goes with the last step, so that a workbook in which it stands is one whose change
 * was broken off: by a crash, a closed pane, an Excel that stopped answering. Whoever opens it next puts it right.
 */
import type { Context, Excel } from '../api';
import { inExcel } from '../in-excel';
import { deleteSheet, takeBack } from './undo';
import type { Undo } from './undo-data';

/** What is done last and cannot be taken back; twice does no harm. */
export type Last =
  | { readonly what: 'remove-sheet'; readonly sheet: string }
  /** A chart that waits under another name takes the place of the one that has its own. */
  | { readonly what: 'swap-chart'; readonly sheet: string; readonly name: string; readonly waiting: string };

export interface Journal {
  /** In the order in which they are done. */
  readonly undo: readonly Undo[];
  readonly last: readonly Last[];
}

export const JOURNAL_SHEET = '质升~未完成的修改';
const STATE = 'B1';
/** The change goes on, and is to be taken back; or it is made, and the last steps are left. */
const [CHANGING, FINISHING] = ['changing', 'finishing'] as const;
/** Characters in a cell. */
const PIECE = 30_000;
const BYTES = 1_000_000;

/** Written whole before it counts; `made`: nothing but the last steps is left. */
export async function writeJournal(context: Context, journal: Journal, made: boolean): Promise<void> {
  // No piece ends within a character.
  const text = JSON.stringify(journal).replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  const sheet = context.workbook.worksheets.add(JOURNAL_SHEET);
  sheet.visibility = 'VeryHidden';
  sheet.getRange(`A1:A${pieces.length}`).numberFormat = '@';
  let bytes = 0;
  for (const [i, piece] of pieces.entries()) {
    // Texts that begin so would be taken for something else.
    sheet.getRange(`A${i + 1}`).values = [[`'${piece}`]];
    bytes += piece.length * 3;
    if (bytes < BYTES) continue;
    // oxlint-disable-next-line no-await-in-loop -- as much as goes over at once
    await context.sync();
    bytes = 0;
  }
  sheet.getRange(STATE).values = [[made ? FINISHING : CHANGING]];
}

/** From here on the change is made. */
export function markFinishing({ workbook }: Context): void {
  workbook.worksheets.getItem(JOURNAL_SHEET).getRange(STATE).values = [[FINISHING]];
}

/** Before a change is taken back that may have been marked as made. */
export async function markChanging(context: Context): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(JOURNAL_SHEET);
  sheet.load('name');
  await context.sync();
  if (!sheet.isNullObject) sheet.getRange(STATE).values = [[CHANGING]];
}

export async function removeJournal(context: Context): Promise<void> {
  await deleteSheet(context, JOURNAL_SHEET);
}

export async function finish(context: Context, last: readonly Last[]): Promise<void> {
  for (const step of last) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    if (step.what === 'remove-sheet') await deleteSheet(context, step.sheet);
    // oxlint-disable-next-line no-await-in-loop
    else await swapChart(context, step);
  }
}

async function swapChart(context: Context, { sheet, name, waiting }: Extract<Last, { what: 'swap-chart' }>): Promise<void> {
  const all = context.workbook.worksheets.getItem(sheet).charts;
  const [old, made] = [all.getItemOrNullObject(name), all.getItemOrNullObject(waiting)];
  for (const chart of [old, made]) chart.load('name');
  await context.sync();
  if (made.isNullObject) return;
  if (!old.isNullObject) old.delete();
  made.name = name;
}

export interface Repair {
  /** The change was taken back; or only its last steps were left and were done. */
  readonly outcome: 'taken-back' | 'completed';
  readonly sheets: readonly string[];
}

/** Puts right what was broken off; null where nothing was. Throws HostError `excel/...`; it can be done again then. */
export async function repairWorkbook(excel: Excel): Promise<Repair | null> {
  return inExcel(excel, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(JOURNAL_SHEET);
    sheet.load('name');
    await context.sync();
    if (sheet.isNullObject) return null;
    const used = sheet.getRange('A:A').getUsedRangeOrNullObject(true);
    const state = sheet.getRange(STATE);
    used.load('rowCount');
    state.load('values');
    await context.sync();
    const said = state.values?.[0]?.[0];
    const journal = said === CHANGING || said === FINISHING ? await readPieces(context, used.isNullObject ? 0 : used.rowCount) : null;
    if (journal !== null && said === FINISHING) await finish(context, journal.last);
    else if (journal !== null) await takeBack(context, journal.undo);
    await context.sync();
    await removeJournal(context);
    await context.sync();
    // A journal that was not written whole stands before a change that was not begun.
    if (journal === null) return null;
    const sheets = [...new Set([...journal.undo, ...journal.last].flatMap((one) => ('sheet' in one ? [one.sheet] : [])))];
    return { outcome: said === FINISHING ? 'completed' : 'taken-back', sheets };
  });
}

/** Null for what is no journal. */
async function readPieces(context: Context, count: number): Promise<Journal | null> {
  const sheet = context.workbook.worksheets.getItem(JOURNAL_SHEET);
  let text = '';
  const portion = Math.max(1, Math.floor(BYTES / (PIECE * 3)));
  for (let row = 1; row <= count; row += portion) {
    const cells = sheet.getRange(`A${row}:A${Math.min(count, row + portion - 1)}`);
    cells.load('values');
    // oxlint-disable-next-line no-await-in-loop -- as much as goes over at once
    await context.sync();
    text += (cells.values ?? []).map(([piece]) => String(piece ?? '')).join('');
  }
  try {
    const journal: unknown = JSON.parse(text);
    return isJournal(journal) ? journal : null;
  } catch {
    return null;
  }
}

function isJournal(value: unknown): value is Journal {
  return typeof value === 'object' && value !== null && 'undo' in value && Array.isArray(value.undo) && 'last' in value && Array.isArray(value.last);
}
