/** What stands around the pages while a workbook is open: header and tabs above, the sheet beside the page where there is room. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { Header, type HeaderActions } from './components/Header';
import { SheetView } from './components/SheetView';
import { SettingsPage } from './features/settings/SettingsPage';
import { useWorkspace } from './hooks/workspace-context';
import { PageTabs } from './PageTabs';
import { PAGES } from './pages';

const useStyles = makeStyles({
  body: { flexGrow: 1, minHeight: 0, display: 'flex' },
  page: { flexGrow: 1, flexBasis: '50%', minWidth: 0, overflowY: 'auto' },
  behind: { '@media (max-width: 899px)': { display: 'none' } },
  sheet: { flexGrow: 1, flexBasis: '50%', minWidth: 0, borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, '@media (max-width: 899px)': { borderLeft: 'none' } },
});

export function Opened({ actions }: { readonly actions: HeaderActions }): React.JSX.Element | null {
  const styles = useStyles();
  const { state, page, view, show } = useWorkspace();
  if (state === null) return null;
  const Shown = page === 'settings' ? SettingsPage : PAGES.find(({ key }) => key === page)?.Page;
  return (
    <>
      <Header state={state} actions={actions} />
      <PageTabs />
      <div className={styles.body}>
        <main className={mergeClasses(styles.page, view !== null && styles.behind)}>{Shown === undefined ? null : <Suspense fallback={null}><Shown /></Suspense>}</main>
        {view === null ? null : <div className={styles.sheet}><SheetView key={`${view.sheet} ${view.cell}`} place={view} onClose={() => show(null)} /></div>}
      </div>
    </>
  );
}
