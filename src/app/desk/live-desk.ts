/**
 * A desk over the workbook that is open in a spreadsheet program: the same work, done in place. The program saves and undoes;
 * people go on typing meanwhile, and what they typed is taken in where hints say so.
 */
import { HOME_KEY } from '../../core/form/form-context';
import type { WorkbookContent } from '../../core/model/content';
import { HEADER_ROW } from '../../core/model/raw-sheet';
import { NO_STATES } from '../../core/review/check-signoffs';
import { addWorkbook } from '../add-workbook';
import { buildWorkbook } from '../build-workbook';
import { createContent } from '../create-workbook';
import { InputError } from '../input-error';
import { measure } from '../measure';
import type { Call, LiveWorkbook } from '../ports';
import { readContent, type ContentReading } from '../read-content';
import type { Standard } from '../standard';
import { describeDesk, type DeskState } from './desk-state';
import { createWork } from './desk-work';
import type { LiveDesk } from './live-methods';
import { LiveState } from './live-state';
import type { SourceHost, Version } from './version';

export interface LiveHost extends SourceHost {
  /** The workbook as it is now. Throws `HostError` (`excel/...`). */
  open(): Promise<LiveWorkbook>;
}

const NEVER: Call = {};

export function createLiveDesk(host: LiveHost, standard: Standard): LiveDesk {
  const home = standard.library.forms.find(({ key }) => key === HOME_KEY)?.sheet ?? '';
  let live: LiveState | null = null;
  let revision = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const open = (): LiveState => {
    if (live === null) throw new InputError('desk/nothing-open');
    return live;
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const stateOf = (of: LiveState | null): DeskState | null => (of === null ? null
    : describeDesk({ reading: of.reading }, standard, { revision, name: of.workbook.name, dirty: false, undo: null, redo: null }));
  const shown = (): DeskState => {
    const state = stateOf(open());
    if (state === null) throw new RangeError('nothing is open');
    return state;
  };

  /** Reads the workbook that is open; it may be none of ours. */
  async function read({ signal, progress }: Call): Promise<LiveState | null> {
    const workbook = await host.open();
    if (!workbook.sheetNames.includes(home)) return null;
    const reading = await readContent(workbook, standard, {
      ...(signal === undefined ? {} : { signal }),
      ...(progress === undefined ? {} : { progress: (part: number) => progress.report('read', Math.round(part * 100), 100) }),
    });
    return new LiveState(workbook, reading, standard);
  }

  const adopt = (next: LiveState | null): DeskState | null => {
    live = next;
    revision++;
    return stateOf(next);
  };

  const versionOf = (of: LiveState): Version => ({ workbook: of.workbook, reading: of.reading, measurement: () => of.measurement(), check: async () => of.check() });

  const work = createWork(host, standard, {
    now: () => versionOf(open()),
    name: () => open().workbook.name,
    state: shown,
    inTurn,
    async apply(_, { patch, content, measurement }, { signal, progress }) {
      const of = open();
      progress?.report('write', 0, 0);
      await of.workbook.apply(patch, { ...(signal === undefined ? {} : { signal }), ...(progress === undefined ? {} : { progress: (done: number, total: number) => progress.report('write', done, total) }) });
      if (content === null) adopt(await read(signal === undefined ? {} : { signal }));
      else {
        of.wrote(content, measurement);
        revision++;
      }
      return shown();
    },
  });

  /** What only files have. */
  const elsewhere = async (): Promise<never> => {
    throw new InputError('desk/in-excel');
  };

  return {
    ...work,
    state: (_, call = NEVER) => inTurn(async () => (live === null ? adopt(await read(call)) : stateOf(live))),
    create: ({ profile, sheets }, call = NEVER) => inTurn(async () => {
      const { signal, progress } = call;
      const content = createContent(profile, sheets, standard);
      const workbook = await host.open();
      progress?.report('write', 0, 0);
      const blank = await blankSheet(workbook);
      const patch = addWorkbook(buildWorkbook(content, standard, measure(content)));
      await workbook.apply(patch, { ...(signal === undefined ? {} : { signal }), ...(progress === undefined ? {} : { progress: (done: number, total: number) => progress.report('write', done, total) }) });
      // Where it stays, it does no harm.
      if (blank !== null) await workbook.apply({ remove: [blank] }).catch(() => []);
      adopt(new LiveState(await host.open(), freshReading(content, standard), standard));
      return shown();
    }),
    touched: (hints) => inTurn(async () => {
      const sheets = hints.some(({ sheet }) => sheet === '');
      if (live === null && !sheets) return null;
      if (live === null || (sheets && JSON.stringify((await host.open()).sheetNames) !== JSON.stringify(live.workbook.sheetNames))) {
        const next = await read(NEVER);
        return live === null && next === null ? null : { state: adopt(next) };
      }
      // Names go along with rows and columns that move.
      if (hints.some(({ ref }) => ref === null)) live.over(await host.open());
      if (!(await live.take(hints))) return null;
      revision++;
      return { state: stateOf(live) };
    }),
    reread: (_, call = NEVER) => inTurn(async () => {
      const next = await read(call);
      await next?.inspect(call);
      return adopt(next);
    }),
    close: async () => null,
    open: elsewhere, recover: elsewhere, undo: elsewhere, redo: elsewhere, file: elsewhere, saved: elsewhere,
  };
}

/** What reading a workbook would give that was just generated. */
function freshReading(content: WorkbookContent, { rawSheets }: Standard): ContentReading {
  const made = rawSheets.filter(({ key }) => content.chosen.includes(key));
  return {
    content, issues: [], formMoves: {}, signed: NO_STATES,
    places: Object.fromEntries(made.map(({ key, columns }) => [key, Object.fromEntries(columns.map((column, index) => [column.key, index + 1]))])),
    headerRows: Object.fromEntries(made.map(({ key }) => [key, HEADER_ROW])),
  };
}

/** The empty sheet that a new workbook begins with; null where there is more. */
async function blankSheet(workbook: LiveWorkbook): Promise<string | null> {
  const [only, ...others] = workbook.sheetNames;
  if (only === undefined || others.length > 0) return null;
  for await (const row of workbook.rows(only)) if (row.cells.size > 0) return null;
  return only;
}
