/** The frame: the start, or the open workbook; messages at the bottom. What an open workbook needs is loaded behind the first paint. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { FRAME } from '../core/text/pane/frame-texts';
import { Notices } from './components/Notices';
import { StartPage } from './features/start/StartPage';
import { useLanguage, useSay } from './hooks/language';
import { usePorts } from './hooks/ports-context';
import { PagesContext } from './hooks/reach';
import { useBook, type Book } from './hooks/use-book';
import { useExcel } from './hooks/use-excel';
import { useWorkspaceState } from './hooks/use-workspace-state';
import { useWorkspace, WorkspaceContext } from './hooks/workspace-context';
import type { Opened as OpenedFrame } from './Opened';
import { PAGES } from './pages';

const loadOpened = async (): Promise<{ default: typeof OpenedFrame }> => ({ default: (await import('./Opened')).Opened });
const Opened = lazy(loadOpened);
const ExcelStart = lazy(async () => ({ default: (await import('./features/start/ExcelStart')).ExcelStart }));
const ConfirmClose = lazy(async () => ({ default: (await import('./components/ConfirmClose')).ConfirmClose }));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100vh', overflow: 'hidden', maxWidth: '1200px', margin: '0 auto', backgroundColor: tokens.colorNeutralBackground1 },
  dropping: { outline: `3px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-3px' },
  start: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  drop: { position: 'fixed', bottom: tokens.spacingVerticalXXL, left: 0, right: 0, textAlign: 'center', pointerEvents: 'none' },
});

export function Pane(): React.JSX.Element {
  const language = useLanguage();
  const { excel } = usePorts();
  const frame = useWorkspaceState(language, excel);
  const book = useBook(frame);
  const looked = useExcel(frame, excel);
  const { workspace, busy, notice } = frame;
  // At hand when a workbook is opened, without delaying what is seen first.
  useEffect(() => void loadOpened().catch(() => undefined), []);
  const pages = useMemo(() => new Set(workspace.state === null ? [] : PAGES.filter(({ fits }) => workspace.state !== null && fits(workspace.state)).map(({ key }) => key)), [workspace.state]);
  return (
    <WorkspaceContext value={workspace}>
      <PagesContext value={pages}>
        <Frame book={book} looked={looked}>
          <Notices busy={busy} notice={notice} onDismiss={() => workspace.notify(null)} />
        </Frame>
      </PagesContext>
    </WorkspaceContext>
  );
}

function Frame({ book, looked, children }: { readonly book: Book; /** It is known whether there is a workbook of ours. */ readonly looked: boolean; readonly children: React.ReactNode }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const { files, excel } = usePorts();
  const { state, unsaved, go, fail } = useWorkspace();
  const [dropping, setDropping] = useState(false);
  const [pending, setPending] = useState<(() => void) | null>(null);
  // The dialog stays once it was wanted: it gives the page back when it is closed, not when it is gone.
  const [asked, setAsked] = useState(false);
  /** Does it at once, or after the person gave up what is not saved. */
  const givingUp = (work: () => void): void => {
    if (!unsaved) return work();
    setAsked(true);
    setPending(() => work);
  };

  async function drop(event: React.DragEvent): Promise<void> {
    event.preventDefault();
    setDropping(false);
    if (state !== null) return;
    const file = await files.dropped(event.dataTransfer).catch((error: unknown) => (fail(error), null));
    if (file !== null) await book.open(file);
  }

  return (
    <div
      className={mergeClasses(styles.root, dropping && styles.dropping)}
      onDragOver={(event) => { event.preventDefault(); setDropping(state === null); }}
      onDragLeave={({ currentTarget, relatedTarget }) => (relatedTarget instanceof Node && currentTarget.contains(relatedTarget) ? undefined : setDropping(false))}
      onDrop={(event) => void drop(event)}
    >
      {state === null ? (
        <main className={styles.start}>
          {!looked ? null : excel !== null ? <Suspense fallback={null}><ExcelStart onCreate={(choice) => void book.create(choice)} onLook={() => void book.reread()} /></Suspense> : <StartPage kept={book.kept} onRecover={(kept) => void book.recover(kept)} onForget={book.forget} onSample={() => void book.sample()} onOpen={() => void book.pick()} onCreate={(choice) => void book.create(choice)} />}
        </main>
      ) : (
        <Suspense fallback={null}>
          <Opened actions={{
            onSave: () => void book.save(), onSaveAs: book.saveAs === null ? null : () => void book.saveAs?.(), onDownload: () => void book.download(),
            onUndo: () => void book.undo(), onRedo: () => void book.redo(),
            onReread: excel === null ? null : () => void book.reread(), onOpen: () => givingUp(() => void book.pick()), onClose: () => givingUp(() => void book.close()), onSettings: () => go('settings'),
          }} />
        </Suspense>
      )}
      {dropping ? <div className={styles.drop}><Text weight="semibold">{say(FRAME.dropNow)}</Text></div> : null}
      {children}
      {asked ? <Suspense fallback={null}><ConfirmClose open={pending !== null} name={state?.name ?? ''} onAnswer={(close) => { setPending(null); if (close) pending?.(); }} /></Suspense> : null}
    </div>
  );
}
