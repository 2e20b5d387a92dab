/**
 * Hints of changes gathered until it is quiet for a moment, then handed on in one go, never two at a time: somebody who types
 * is not read after with every key, and not kept waiting for ever either.
 */
import { areaOf, refOf, type Area } from '../../core/model/area';
import type { ChangeHint } from '../ports';

export interface QueueTimes {
  /** Milliseconds of quiet after the last hint. */
  readonly quiet: number;
  /** Milliseconds after the first hint that is waiting, however busy it is. */
  readonly most: number;
}

export const QUEUE_TIMES: QueueTimes = { quiet: 350, most: 2000 };

export interface ChangeQueue {
  add(hint: ChangeHint): void;
  stop(): void;
}

/** `handle` must not throw. */
export function createChangeQueue(handle: (hints: readonly ChangeHint[]) => Promise<void>, { quiet, most }: QueueTimes = QUEUE_TIMES): ChangeQueue {
  let waiting: ChangeHint[] = [];
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let stopped = false;

  const flush = async (): Promise<void> => {
    timer = undefined;
    if (busy || stopped || waiting.length === 0) return;
    const hints = merged(waiting);
    waiting = [];
    busy = true;
    await handle(hints);
    busy = false;
    if (waiting.length > 0) plan();
  };
  const plan = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), Math.max(0, Math.min(quiet, since + most - Date.now())));
  };
  return {
    add(hint) {
      if (stopped) return;
      if (waiting.length === 0) since = Date.now();
      waiting.push(hint);
      if (!busy) plan();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Ranges under or beside each other are one; a sheet of which anything may have moved needs no ranges. */
export function merged(hints: readonly ChangeHint[]): readonly ChangeHint[] {
  const bySheet = new Map<string, Area[] | null>();
  for (const { sheet, ref } of hints) {
    const known = bySheet.get(sheet);
    const areas = ref === null ? null : ref.split(',').map(areaOf);
    if (known === null || areas === null || areas.includes(null)) bySheet.set(sheet, null);
    else bySheet.set(sheet, joined([...(known ?? []), ...areas.flatMap((area) => area ?? [])]));
  }
  return [...bySheet].flatMap(([sheet, areas]): readonly ChangeHint[] => (areas === null ? [{ sheet, ref: null }] : areas.map((area) => ({ sheet, ref: refOf(area) }))));
}

/** Rows that touch or overlap are put together, over all columns that were touched in them. */
function joined(areas: readonly Area[]): Area[] {
  const sorted = [...areas];
  sorted.sort((a, b) => a.top - b.top);
  const out: Area[] = [];
  for (const area of sorted) {
    const last = out.at(-1);
    if (last !== undefined && area.top <= last.bottom + 1) out[out.length - 1] = { top: last.top, bottom: Math.max(last.bottom, area.bottom), left: Math.min(last.left, area.left), right: Math.max(last.right, area.right) };
    else out.push(area);
  }
  return out;
}
