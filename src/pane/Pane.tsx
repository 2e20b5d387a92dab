/** The frame: header, tabs, the page, the sheet beside it where there is room, messages at the bottom. */
import { makeStyles, mergeClasses, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { Suspense, useMemo, useState } from 'react';
import { FRAME } from '../core/text/pane/frame-texts';
import { ConfirmClose } from './components/ConfirmClose';
import { Header } from './components/Header';
import { Notices } from './components/Notices';
import { SheetView } from './components/SheetView';
import { SettingsPage } from './features/settings/SettingsPage';
import { ExcelStart } from './features/start/ExcelStart';
import { StartPage } from './features/start/StartPage';
import { useLanguage, useSay } from './hooks/language';
import { usePorts } from './hooks/ports-context';
import { PagesContext } from './hooks/reach';
import { useBook, type Book } from './hooks/use-book';
import { useExcel } from './hooks/use-excel';
import { useWorkspaceState } from './hooks/use-workspace-state';
import { useWorkspace, WorkspaceContext } from './hooks/workspace-context';
import { PAGES } from './pages';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100vh', overflow: 'hidden', maxWidth: '1200px', margin: '0 auto', backgroundColor: tokens.colorNeutralBackground1 },
  dropping: { outline: `3px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-3px' },
  tabs: { overflowX: 'auto', overflowY: 'hidden', flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, scrollbarWidth: 'none', paddingLeft: tokens.spacingHorizontalXXS },
  body: { flexGrow: 1, minHeight: 0, display: 'flex' },
  page: { flexGrow: 1, flexBasis: '50%', minWidth: 0, overflowY: 'auto' },
  behind: { '@media (max-width: 899px)': { display: 'none' } },
  sheet: { flexGrow: 1, flexBasis: '50%', minWidth: 0, borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, '@media (max-width: 899px)': { borderLeft: 'none' } },
  drop: { position: 'fixed', bottom: tokens.spacingVerticalXXL, left: 0, right: 0, textAlign: 'center', pointerEvents: 'none' },
});

export function Pane(): React.JSX.Element {
  const language = useLanguage();
  const { excel } = usePorts();
  const frame = useWorkspaceState(language, excel);
  const book = useBook(frame);
  const looked = useExcel(frame, excel);
  const { workspace, busy, notice } = frame;
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
  const { state, unsaved, page, go, view, show, fail } = useWorkspace();
  const [dropping, setDropping] = useState(false);
  const [pending, setPending] = useState<(() => void) | null>(null);
  /** Does it at once, or after the person gave up what is not saved. */
  const givingUp = (work: () => void): void => (unsaved ? setPending(() => work) : work());
  const entry = PAGES.find(({ key }) => key === page);
  const Shown = page === 'settings' ? SettingsPage : entry?.Page;

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
      {state === null ? null : (
        <>
          <Header state={state} actions={{
            onSave: () => void book.save(), onSaveAs: book.saveAs === null ? null : () => void book.saveAs?.(), onDownload: () => void book.download(),
            onUndo: () => void book.undo(), onRedo: () => void book.redo(),
            onReread: excel === null ? null : () => void book.reread(), onOpen: () => givingUp(() => void book.pick()), onClose: () => givingUp(() => void book.close()), onSettings: () => go('settings'),
          }} />
          <nav className={styles.tabs} aria-label={say(FRAME.pages)}>
            <TabList size="small" selectedValue={page} onTabSelect={(_, { value }) => go(PAGES.find(({ key }) => key === value)?.key ?? 'progress')}>
              {PAGES.filter(({ fits }) => fits(state)).map(({ key, label }) => <Tab key={key} value={key}>{say(label)}</Tab>)}
            </TabList>
          </nav>
        </>
      )}
      <div className={styles.body}>
        <main className={mergeClasses(styles.page, view !== null && styles.behind)}>
          {state === null || Shown === undefined
            ? !looked ? null : excel !== null ? <ExcelStart onCreate={(choice) => void book.create(choice)} onLook={() => void book.reread()} /> : <StartPage kept={book.kept} onRecover={(kept) => void book.recover(kept)} onForget={book.forget} onSample={() => void book.sample()} onOpen={() => void book.pick()} onCreate={(choice) => void book.create(choice)} />
            : <Suspense fallback={null}><Shown /></Suspense>}
        </main>
        {view === null ? null : <div className={styles.sheet}><SheetView key={`${view.sheet} ${view.cell}`} place={view} onClose={() => show(null)} /></div>}
      </div>
      {dropping ? <div className={styles.drop}><Text weight="semibold">{say(FRAME.dropNow)}</Text></div> : null}
      {children}
      {pending === null || state === null ? null : <ConfirmClose name={state.name} onAnswer={(close) => { setPending(null); if (close) pending(); }} />}
    </div>
  );
}
