/** Opening, saving, undoing and giving up the workbook; and keeping unsaved work on this machine while there is any. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { DeskState } from '../../app/desk/desk-state';
import type { NamedFile } from '../../app/desk/named-file';
import type { FilePlace, KeptWorkbook, PickedFile } from '../../app/pane-ports';
import { EXCEL } from '../../core/text/pane/excel-texts';
import { FRAME } from '../../core/text/pane/frame-texts';
import { useSay } from './language';
import { usePorts } from './ports-context';
import type { WorkspaceState } from './use-workspace-state';

export interface Book {
  readonly kept: KeptWorkbook | null;
  readonly open: (file: PickedFile) => Promise<void>;
  readonly pick: () => Promise<void>;
  readonly sample: () => Promise<void>;
  readonly create: (choice: { readonly enterprise: string; readonly sheets: string }) => Promise<void>;
  readonly recover: (kept: KeptWorkbook) => Promise<void>;
  readonly forget: () => void;
  readonly save: () => Promise<void>;
  readonly saveAs: (() => Promise<void>) | null;
  readonly download: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** In Excel: reads the whole workbook anew and checks everything. */
  readonly reread: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Changes that follow each other at once are kept once. */
const KEEP_AFTER_MS = 800;

export function useBook({ workspace: { state, unsaved, adopt, run, notify, fail, go }, leave }: WorkspaceState): Book {
  const { desk, excel, files, recovery, guard } = usePorts();
  const say = useSay();
  const [kept, setKept] = useState<KeptWorkbook | null>(null);
  const place = useRef<FilePlace | null>(null);
  const now = useRef<DeskState | null>(null);
  const atRisk = useRef(false);
  /** What was downloaded and not written anywhere since: a download can fail unseen, so it stays kept. */
  const downloaded = useRef<KeptWorkbook | null>(null);
  useLayoutEffect(() => {
    now.current = state;
    atRisk.current = unsaved;
  }, [state, unsaved]);
  useEffect(() => guard(() => atRisk.current), [guard]);
  useEffect(() => {
    recovery?.find().then(setKept, () => undefined);
  }, [recovery]);

  const dirty = state?.dirty === true;
  const revision = state?.revision;
  useEffect(() => {
    if (recovery === null || revision === undefined || !dirty) return undefined;
    const timer = setTimeout(() => {
      desk.file(null).then((file) => (now.current?.dirty === true ? recovery.keep(file) : undefined)).catch(fail);
    }, KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [recovery, desk, revision, dirty, fail]);

  const begin = useCallback((opened: DeskState | null, at: FilePlace | null): void => {
    if (opened === null) return;
    leave();
    place.current = at;
    downloaded.current = null;
    adopt(opened);
    go('progress');
  }, [adopt, go, leave]);

  const forget = useCallback(() => {
    setKept(null);
    recovery?.forget().catch(() => undefined);
  }, [recovery]);

  const saved = async (at: FilePlace, of: number): Promise<void> => {
    adopt(await desk.saved({ name: at.name, revision: of }));
    downloaded.current = null;
    forget();
    notify({ intent: 'success', title: say(FRAME.savedTo, { name: at.name }), body: '', detail: '' });
  };

  const withFile = async (work: (file: NamedFile, of: number) => Promise<void>): Promise<void> => {
    const of = now.current?.revision;
    if (of === undefined) return;
    try {
      await work(await desk.file(null), of);
    } catch (error) {
      fail(error);
    }
  };

  const download = async (): Promise<void> => withFile(async (file, of) => {
    await recovery?.keep(file);
    await files.download(file);
    if (recovery !== null) downloaded.current = { ...file, at: Date.now() };
    adopt(await desk.saved({ name: file.name, revision: of }));
    notify({ intent: 'success', title: say(FRAME.downloaded, { name: file.name }), body: recovery === null ? '' : say(FRAME.downloadedKept), detail: '' });
  });
  const ask = files.saveAs;
  const saveAs = ask === null ? null : async (): Promise<void> => withFile(async (file, of) => {
    const at = await ask(file);
    if (at === null) return;
    place.current = at;
    await saved(at, of);
  });

  return {
    kept, forget, download, saveAs,
    open: async (file) => begin(await run(FRAME.busyOpen, (call) => desk.open({ name: file.name, file: file.file }, call)), file.place),
    pick: async () => {
      const file = await files.pick('workbook').catch((error: unknown) => (fail(error), null));
      if (file !== null) begin(await run(FRAME.busyOpen, (call) => desk.open({ name: file.name, file: file.file }, call)), file.place);
    },
    sample: async () => begin(await run(FRAME.busyOpen, async (call) => {
      const file = await files.sample?.();
      return file === undefined ? Promise.reject(new RangeError('no sample')) : desk.open(file, call);
    }), null),
    create: async ({ enterprise, sheets }) => {
      const profile = enterprise === '' ? {} : { enterprise: { name: enterprise } };
      const name = `${enterprise === '' ? say(FRAME.newFile) : enterprise}.xlsx`;
      begin(await run(FRAME.busyCreate, (call) => desk.create({ name, profile, sheets }, call)), null);
    },
    recover: async ({ name, file }) => {
      begin(await run(FRAME.busyOpen, async (call) => desk.recover({ name, file }, call)), null);
      setKept(null);
    },
    save: async () => {
      const at = place.current;
      if (at === null) return saveAs === null ? download() : saveAs();
      return withFile(async (file, of) => {
        await at.write(file.file);
        await saved(at, of);
      });
    },
    undo: async () => {
      const back = await run(FRAME.busyWork, (call) => desk.undo(null, call));
      if (back !== null) adopt(back);
    },
    redo: async () => {
      const on = await run(FRAME.busyWork, (call) => desk.redo(null, call));
      if (on !== null) adopt(on);
    },
    reread: async () => {
      const read = await run(FRAME.busyOpen, async (call) => ({ state: await excel?.reread(call) ?? null }));
      if (read === null) return;
      if (read.state === null) return leave();
      adopt(read.state);
      notify({ intent: 'success', title: say(EXCEL.rereadDone), body: '', detail: '' });
    },
    close: async () => {
      await run(FRAME.busyWork, (call) => desk.close(null, call));
      place.current = null;
      const last = downloaded.current;
      if (last === null) forget();
      else {
        setKept(last);
        recovery?.keep(last).catch(() => undefined);
      }
      downloaded.current = null;
      leave();
    },
  };
}
