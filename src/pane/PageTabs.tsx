/** The jobs as tabs, with what waits in them as a count; the chosen one is always in view. */
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { FRAME } from '../core/text/pane/frame-texts';
import { useDeskQuery } from './hooks/desk-query';
import { useSay } from './hooks/language';
import { useWorkspace, type PageKey } from './hooks/workspace-context';
import { PAGES } from './pages';

const useStyles = makeStyles({
  tabs: { overflowX: 'auto', overflowY: 'hidden', flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, scrollbarWidth: 'none', paddingLeft: tokens.spacingHorizontalXXS },
  tab: { paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
  count: { marginLeft: '2px', fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase100, fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  errors: { color: tokens.colorPaletteRedForeground1 },
});

/** More are not counted out. */
const MOST = 99;

export function PageTabs(): React.JSX.Element | null {
  const styles = useStyles();
  const say = useSay();
  const { state, page, go } = useWorkspace();
  const { data } = useDeskQuery('check', (desk, call) => desk.check(null, call));
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[role=tab][value=${page}]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [page]);
  if (state === null) return null;
  const counts: Readonly<Partial<Record<PageKey, { readonly count: number; readonly words: string }>>> = {
    ...(data === null || data.counts.error === 0 ? {} : { check: { count: data.counts.error, words: say(FRAME.errors, { count: data.counts.error }) } }),
    ...(state.proposals === 0 ? {} : { plan: { count: state.proposals, words: say(FRAME.proposals, { count: state.proposals }) } }),
  };
  return (
    <nav ref={list} className={styles.tabs} aria-label={say(FRAME.pages)}>
      <TabList size="small" selectedValue={page} onTabSelect={(_, { value }) => go(PAGES.find(({ key }) => key === value)?.key ?? 'progress')}>
        {PAGES.filter(({ fits }) => fits(state)).map(({ key, label }) => {
          const waiting = counts[key];
          return (
            <Tab key={key} value={key} className={styles.tab} {...(waiting === undefined ? {} : { 'aria-label': `${say(label)} ${waiting.words}` })}>
              {say(label)}{waiting === undefined ? null : <span className={`${styles.count} ${key === 'check' ? styles.errors : ''}`}>{waiting.count > MOST ? `${MOST}+` : waiting.count}</span>}
            </Tab>
          );
        })}
      </TabList>
    </nav>
  );
}
