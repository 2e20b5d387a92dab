/**
 * A change of the workbook as steps that can be taken back. Excel carries a batch out in order and, where an action fails,
 * keeps what came before it: a batch is no transaction. So every step knows how to undo itself, whether it was carried out
 * or not, and a change that fails is undone from its end. What cannot be undone (sheets deleted) is done last, and again
 * where it fails, since doing it twice does no harm.
 */
import { HostError, type ApplyOptions } from '../../../app/ports';
import type { Context, Excel } from '../api';
import { codeOf, isTooMuch } from '../errors';
import { inExcel } from '../in-excel';

export interface Step {
  /** The sheet that it is about. */
  readonly sheet?: string;
  /** About how many bytes it is in the request. */
  readonly bytes: number;
  readonly carryOut: (context: Context) => void;
  /** It takes a protection away. */
  readonly opens?: true;
  /** What comes after it waits until it is known to be carried out. */
  readonly waitsFor?: true;
  /** May be called where the step was not carried out. */
  readonly undo?: (context: Context) => Promise<void> | void;
}

/** What cannot be taken back: made again without harm where it was not made whole. */
export interface LastStep {
  readonly sheet: string;
  readonly carryOut: (context: Context) => Promise<void> | void;
}

/** Bytes of a request that are aimed at; what one range costs besides its values. */
export const REQUEST_BYTES = 1_300_000;
export const RANGE_BYTES = 700;
const ATTEMPTS = 3;
const PASSWORD = new Set(['AccessDenied', 'InvalidArgument', 'BadPassword', 'InvalidOperation']);

const pause = (attempt: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, attempt * 100); });

/** Throws HostError; the workbook is then as it was, or the code is `excel/half-done`. `last` cannot be undone. */
export async function carryOut(excel: Excel, steps: readonly Step[], last: readonly LastStep[], { signal, progress }: ApplyOptions = {}): Promise<void> {
  const batches = batchesOf(steps);
  const total = batches.length + (last.length > 0 ? 1 : 0);
  const done: Step[] = [];
  try {
    for (const [index, batch] of batches.entries()) {
      signal?.throwIfAborted();
      await carryOutBatch(excel, batch, done);
      progress?.(index + 1, total);
    }
    signal?.throwIfAborted();
  } catch (error) {
    await undoAll(excel, done, error);
    throw error;
  }
  if (last.length > 0) await carryOutLast(excel, last, done);
  progress?.(total, total);
}

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
async function carryOutBatch(excel: Excel, batch: readonly Step[], done: Step[]): Promise<void> {
  const sheets = new Set(batch.flatMap(({ sheet }) => sheet ?? []));
  const [only] = sheets;
  try {
    await inExcel(excel, async (context) => {
      context.workbook.application.suspendApiCalculationUntilNextSync();
      for (const step of batch) step.carryOut(context);
      // From here on some of them may be carried out.
      done.push(...batch);
      await context.sync();
    }, sheets.size === 1 && only !== undefined ? { sheet: only } : { sheet: [...sheets].join('、') });
  } catch (error) {
    if (!(error instanceof HostError && isTooMuch(error.cause) && batch.length > 1)) throw refusalOf(batch, error);
    done.splice(done.length - batch.length, batch.length);
    const middle = batch.length >> 1;
    await carryOutBatch(excel, batch.slice(0, middle), done);
    await carryOutBatch(excel, batch.slice(middle), done);
  }
}

/** Why a sheet could not be opened for the change is said in many ways. */
function refusalOf(batch: readonly Step[], error: unknown): unknown {
  const opening = batch.every(({ opens }) => opens === true);
  const [sheets, code] = [batch.flatMap(({ sheet }) => sheet ?? []).join('、'), codeOf(error instanceof HostError ? error.cause : error)];
  return opening && PASSWORD.has(code) ? new HostError('excel/protected', { sheet: sheets, code }, { cause: error }) : error;
}

/** Throws HostError `excel/half-done` where Excel does not take the undoing either. */
async function undoAll(excel: Excel, done: readonly Step[], cause: unknown): Promise<void> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- toReversed is ES2023; this is a copy
  const undoing = [...done].reverse().flatMap(({ undo }) => undo ?? []);
  if (undoing.length === 0) return;
  for (let attempt = 1; ; attempt++) {
    try {
      await inExcel(excel, async (context) => {
        for (const undo of undoing) await undo(context);
        await context.sync();
      });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw halfDone(done, cause, error);
      await pause(attempt);
    }
  }
}

async function carryOutLast(excel: Excel, last: readonly LastStep[], done: readonly Step[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await inExcel(excel, async (context) => {
        for (const step of last) await step.carryOut(context);
        await context.sync();
      });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw halfDone([...done, ...last], error, error);
      await pause(attempt);
    }
  }
}

function halfDone(steps: readonly { readonly sheet?: string }[], first: unknown, cause: unknown): HostError {
  const sheets = [...new Set(steps.flatMap(({ sheet }) => sheet ?? []))].join('、');
  return new HostError('excel/half-done', { sheet: sheets, code: first instanceof HostError ? first.code : 'excel/failed' }, { cause });
}
