/**
 * A desk over workbook files. Each change makes a new file out of the old one and the patch, and keeps the old one: undoing
 * is going back to it. Changes happen one after the other; reading goes on beside them.
 */
import { buildWorkbook } from '../build-workbook';
import { createContent } from '../create-workbook';
import { InputError } from '../input-error';
import { measure } from '../measure';
import type { Call } from '../ports';
import type { Standard } from '../standard';
import type { Desk } from './desk';
import { describeDesk, type ChangeWords, type DeskState } from './desk-state';
import { createWork } from './desk-work';
import type { NamedFile } from './named-file';
import { readVersion, versionOf, type Changed, type DeskHost, type FileVersion } from './version';

/** Changes that can be undone. */
const MOST_KEPT = 50;

interface Step {
  readonly version: FileVersion;
  /** What led to it; null for the workbook as it was opened. */
  readonly change: ChangeWords | null;
}

interface Opened {
  readonly name: string;
  readonly steps: readonly Step[];
  /** Index of the step that is shown. */
  readonly at: number;
  /** What lies in the file that people know; null for a workbook that was never saved. */
  readonly saved: FileVersion | null;
}

const NEVER: Call = {};

export function createDesk(host: DeskHost, standard: Standard): Desk {
  let opened: Opened | null = null;
  let revision = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const book = (): Opened => {
    if (opened === null) throw new InputError('desk/nothing-open');
    return opened;
  };
  const stepOf = ({ steps, at }: Opened): Step => {
    const step = steps[at];
    if (step === undefined) throw new RangeError(`no step ${at}`);
    return step;
  };
  const now = (): FileVersion => stepOf(book()).version;
  const stateOf = (of: Opened): DeskState => {
    const { version, change } = stepOf(of);
    return describeDesk(version, standard, { revision, name: of.name, dirty: of.saved !== version, undo: change, redo: of.steps[of.at + 1]?.change ?? null });
  };
  const show = (next: Opened): DeskState => {
    opened = next;
    revision++;
    return stateOf(next);
  };
  /** One change after the other, whatever became of the one before. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const move = (by: number, code: string): Promise<DeskState> => inTurn(async () => {
    const of = book();
    if (of.steps[of.at + by] === undefined || (by < 0 && stepOf(of).change === null)) throw new InputError(code);
    return show({ ...of, at: of.at + by });
  });

  const begin = ({ name, file }: NamedFile, saved: boolean, call: Call = NEVER): Promise<DeskState> => inTurn(async () => {
    const version = await readVersion(file, name, host, standard, call);
    call.signal?.throwIfAborted();
    return show({ name, steps: [{ version, change: null }], at: 0, saved: saved ? version : null });
  });

  async function apply(words: ChangeWords, { patch, content, measurement }: Changed, { signal, progress }: Call): Promise<DeskState> {
    const of = book();
    const { workbook, reading } = stepOf(of).version;
    signal?.throwIfAborted();
    progress?.report('write', 0, 0);
    const file = await host.keep(workbook.patch(patch));
    signal?.throwIfAborted();
    const version = content === null
      ? await readVersion(file, of.name, host, standard, signal === undefined ? {} : { signal })
      : versionOf(file, await host.xlsx.open(host.source(file, of.name)), { ...reading, content }, standard, measurement);
    const steps = [...of.steps.slice(0, of.at + 1), { version, change: words }].slice(-MOST_KEPT);
    return show({ ...of, steps: forgetful(steps), at: steps.length - 1 });
  }

  const work = createWork(host, standard, { now, name: () => book().name, state: () => stateOf(book()), inTurn, apply });

  return {
    state: async () => (opened === null ? null : stateOf(opened)),
    open: (file, call) => begin(file, true, call),
    recover: (file, call) => begin(file, false, call),
    create: ({ name, profile, sheets }, call = NEVER) => inTurn(async () => {
      const content = createContent(profile, sheets, standard);
      call.progress?.report('write', 0, 0);
      const bytes = await host.xlsx.write(buildWorkbook(content, standard, measure(content)));
      const version = await readVersion(await host.keep(once(bytes)), name, host, standard, call);
      return show({ name, steps: [{ version, change: null }], at: 0, saved: null });
    }),
    close: () => inTurn(async () => {
      opened = null;
      revision++;
      return null;
    }),
    ...work,
    undo: () => move(-1, 'desk/nothing-to-undo'),
    redo: () => move(1, 'desk/nothing-to-redo'),
    file: async () => ({ name: book().name, file: now().file }),
    saved: async ({ name, revision: of }) => {
      const known = book();
      // What was changed meanwhile is not in the file.
      return show({ ...known, name, saved: of === revision ? now() : known.saved });
    },
  };
}

/** The first step cannot be undone: what was before it is forgotten. */
function forgetful(steps: readonly Step[]): readonly Step[] {
  return steps.map((step, index) => (index === 0 ? { ...step, change: null } : step));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
