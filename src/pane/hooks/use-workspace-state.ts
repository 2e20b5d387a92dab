/** The state behind the workspace: what is open and shown, what is being waited for, what there is to say. */
import { useCallback, useMemo, useState } from 'react';
import type { DeskState } from '../../app/desk/desk-state';
import type { ExcelPorts } from '../../app/pane-ports';
import type { Call } from '../../app/ports';
import type { Language } from '../../core/text/cli';
import type { PaneText } from '../../core/text/pane/pane-text';
import { describeError, isAbort } from './describe-error';
import type { Notice, PageKey, SheetPlace, Typed, Workspace } from './workspace-context';

export interface Busy {
  readonly text: PaneText;
  readonly code: string;
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
}

export interface WorkspaceState {
  readonly workspace: Workspace;
  readonly busy: Busy | null;
  readonly notice: Notice | null;
  /** Nothing is open any more. */
  readonly leave: () => void;
}

/** In Excel a place is shown in its own sheet. */
export function useWorkspaceState(language: Language, excel: ExcelPorts | null): WorkspaceState {
  const [state, setState] = useState<DeskState | null>(null);
  const [{ page, place }, setPage] = useState<{ readonly page: PageKey; readonly place: SheetPlace | null }>({ page: 'progress', place: null });
  const [view, setView] = useState<SheetPlace | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [notice, notify] = useState<Notice | null>(null);
  const [typed, setAllTyped] = useState<Typed>({});
  const [answers] = useState(() => new Map<string, unknown>());

  const fail = useCallback((error: unknown) => {
    if (isAbort(error)) return;
    const { message, repair, detail } = describeError(error, language);
    notify({ intent: 'error', title: message, body: repair, detail });
  }, [language]);

  const show = useCallback((wanted: SheetPlace | null) => {
    if (excel === null || wanted === null) setView(wanted);
    else excel.goTo(wanted).catch(fail);
  }, [excel, fail]);

  const run = useCallback(async <T>(text: PaneText, work: (call: Call) => Promise<T>): Promise<T | null> => {
    const abort = new AbortController();
    const shown: Busy = { text, code: '', done: 0, total: 0, cancel: () => abort.abort() };
    setBusy(shown);
    notify(null);
    try {
      return await work({ signal: abort.signal, progress: { report: (code, done, total) => setBusy({ ...shown, code, done, total }) } });
    } catch (error) {
      fail(error);
      return null;
    } finally {
      setBusy(null);
    }
  }, [fail]);

  const go = useCallback((to: PageKey, at?: SheetPlace) => {
    setPage({ page: to, place: at ?? null });
    setView(null);
  }, []);

  const leave = useCallback(() => {
    setState(null);
    setAllTyped({});
    setPage({ page: 'progress', place: null });
    setView(null);
    answers.clear();
  }, [answers]);

  const setTyped = useCallback((form: string, texts: Readonly<Record<string, string>>) => setAllTyped((all) => ({ ...all, [form]: texts })), []);
  const unsaved = state?.dirty === true || hasTyped(typed);

  const workspace = useMemo(
    (): Workspace => ({ state, adopt: setState, page, place, go, view, show, run, notify, fail, typed, setTyped, unsaved, answers }),
    [state, page, place, go, view, show, run, fail, typed, setTyped, unsaved, answers],
  );
  return { workspace, busy, notice, leave };
}

/** Whether an entry of any form waits to be written. */
export function hasTyped(typed: Typed): boolean {
  return Object.values(typed).some((texts) => Object.keys(texts).length > 0);
}
