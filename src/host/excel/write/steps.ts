/**
 * A change of the workbook as steps that can be taken back. Excel carries a batch out in order and, where an action fails,
 * keeps what came before it: a batch is no transaction. So every step knows how to undo itself, whether it was carried out
 * or not, and a change that fails is undone from its end. What cannot be undone (sheets deleted) is done last, and again
 * where it fails, since doing it twice does no harm.
 */
import { HostError, type ApplyOptions } from '../../../app/ports';
import type { Excel } from '../api';
import { codeOf, isTooMuch } from '../errors';
import { inExcel } from '../in-excel';
import { finish, markChanging, markFinishing, removeJournal, writeJournal, type Last } from './journal';
import { REQUEST_BYTES, type Step } from './step';
import { takeBack } from './undo';
import type { Undo } from './undo-data';

const ATTEMPTS = 3;
/** What people could undo themselves. */
const PLAIN: ReadonlySet<Undo['what']> = new Set(['put', 'clear', 'resize']);
const PASSWORD = new Set(['AccessDenied', 'InvalidArgument', 'BadPassword', 'InvalidOperation']);

const pause = (attempt: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, attempt * 100); });

/** Throws HostError; the workbook is then as it was, or the code is `excel/half-done` and a journal in it says how to go on. `last` cannot be undone. */
export async function carryOut(excel: Excel, steps: readonly Step[], last: readonly Last[], { signal, progress }: ApplyOptions = {}): Promise<void> {
  const batches = batchesOf(steps);
  const total = batches.length + (last.length > 0 ? 1 : 0);
  // One batch in cells that people may type in leaves nothing behind that they could not undo themselves.
  const journaled = batches.length > 1 || last.length > 0 || steps.some(({ opens, undo = [] }) => opens === true || undo.some(({ what }) => !PLAIN.has(what)));
  const done: Step[] = [];
  let journal = false;
  try {
    signal?.throwIfAborted();
    if (journaled) {
      journal = true;
      await inExcel(excel, async (context) => {
        await writeJournal(context, { undo: undoOf(steps), last }, batches.length === 0);
        await context.sync();
      });
    }
    for (const [index, batch] of batches.entries()) {
      signal?.throwIfAborted();
      await carryOutBatch(excel, batch, done, journaled && index === batches.length - 1);
      progress?.(index + 1, total);
    }
    // Whoever stops it here comes too late: it is made.
    if (batches.length === 0) signal?.throwIfAborted();
  } catch (error) {
    await undoAll(excel, done, journal, error);
    throw error;
  }
  if (journaled) await carryOutLast(excel, last, done);
  progress?.(total, total);
}

// oxlint-disable-next-line unicorn/no-array-reverse -- toReversed is ES2023; this is a copy
const undoOf = (steps: readonly Step[]): readonly Undo[] => [...steps].reverse().flatMap(({ undo = [] }) => undo);

function batchesOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const batches: Step[][] = [];
  let bytes = Infinity;
  for (const step of steps) {
    if (bytes + step.bytes > REQUEST_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(step);
    bytes = step.waitsFor === true ? Infinity : bytes + step.bytes;
  }
  return batches;
}

/** One sync; where the request is too large after all, two. */
async function carryOutBatch(excel: Excel, batch: readonly Step[], done: Step[], isLast: boolean): Promise<void> {
  const sheets = new Set(batch.flatMap(({ sheet }) => sheet ?? []));
  const [only] = sheets;
  try {
    await inExcel(excel, async (context) => {
      context.workbook.application.suspendApiCalculationUntilNextSync();
      for (const step of batch) step.carryOut(context);
      // From here on some of them may be carried out.
      done.push(...batch);
      if (isLast) markFinishing(context);
      await context.sync();
    }, sheets.size === 1 && only !== undefined ? { sheet: only } : { sheet: [...sheets].join('、') });
  } catch (error) {
    if (!(error instanceof HostError && isTooMuch(error.cause) && batch.length > 1)) throw refusalOf(batch, error);
    done.splice(done.length - batch.length, batch.length);
    const middle = batch.length >> 1;
    await carryOutBatch(excel, batch.slice(0, middle), done, false);
    await carryOutBatch(excel, batch.slice(middle), done, isLast);
  }
}

/** Why a sheet could not be opened for the change is said in many ways. */
function refusalOf(batch: readonly Step[], error: unknown): unknown {
  const opening = batch.every(({ opens }) => opens === true);
  const [sheets, code] = [batch.flatMap(({ sheet }) => sheet ?? []).join('、'), codeOf(error instanceof HostError ? error.cause : error)];
  return opening && PASSWORD.has(code) ? new HostError('excel/protected', { sheet: sheets, code }, { cause: error }) : error;
}

/** Throws HostError `excel/half-done` where Excel does not take the undoing either. */
async function undoAll(excel: Excel, done: readonly Step[], journal: boolean, cause: unknown): Promise<void> {
  const undo = undoOf(done);
  if (undo.length === 0 && !journal) return;
  await again(() => inExcel(excel, async (context) => {
    if (journal) await markChanging(context);
    await takeBack(context, undo);
    await context.sync();
    if (!journal) return;
    await removeJournal(context);
    await context.sync();
  }), (error) => halfDone(done, cause, error));
}

async function carryOutLast(excel: Excel, last: readonly Last[], done: readonly Step[]): Promise<void> {
  await again(() => inExcel(excel, async (context) => {
    await finish(context, last);
    await removeJournal(context);
    await context.sync();
  }), (error) => halfDone([...done, ...last], error, error));
}

/** A few times with pauses; then what `said` makes of the error is thrown. */
async function again(work: () => Promise<void>, said: (error: unknown) => unknown): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS) throw said(error);
      // oxlint-disable-next-line no-await-in-loop
      await pause(attempt);
    }
  }
}

function halfDone(steps: readonly { readonly sheet?: string }[], first: unknown, cause: unknown): HostError {
  const sheets = [...new Set(steps.flatMap(({ sheet }) => sheet ?? []))].join('、');
  return new HostError('excel/half-done', { sheet: sheets, code: first instanceof HostError ? first.code : 'excel/failed' }, { cause });
}
