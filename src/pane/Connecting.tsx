/** The pane before Excel has answered, and what to do where it does not. Stands alone: the pane's settings are not known yet. */
import { Button, FluentProvider, Link, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { CONNECTING } from '../core/text/pane/excel-texts';
import { paneText, type PaneText } from '../core/text/pane/pane-text';
import { useDark } from './hooks/settings';
import { darkTheme, lightTheme } from './theme';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minHeight: '100vh', padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`, boxSizing: 'border-box', alignItems: 'flex-start', backgroundColor: tokens.colorNeutralBackground1 },
  wait: { alignSelf: 'center', marginTop: '20vh' },
});

export interface ConnectingProps {
  /** Excel answers soon; takes long; office.js cannot be loaded; this is no Excel; this Excel is too old. */
  readonly state: 'waiting' | 'late' | 'unreachable' | 'elsewhere' | 'old';
  /** Address of the page in a browser. */
  readonly page: string;
  readonly onRetry: () => void;
}

const TEXTS: Readonly<Record<Exclude<ConnectingProps['state'], 'waiting'>, { readonly title: PaneText; readonly body: PaneText }>> = {
  late: { title: CONNECTING.lateTitle, body: CONNECTING.late },
  unreachable: { title: CONNECTING.unreachableTitle, body: CONNECTING.unreachable },
  elsewhere: { title: CONNECTING.elsewhereTitle, body: CONNECTING.elsewhere },
  old: { title: CONNECTING.oldTitle, body: CONNECTING.old },
};

export function Connecting({ state, page, onRetry }: ConnectingProps): React.JSX.Element {
  const dark = useDark({ theme: null });
  return <FluentProvider theme={dark ? darkTheme : lightTheme}><Words state={state} page={page} onRetry={onRetry} /></FluentProvider>;
}

function Words({ state, page, onRetry }: ConnectingProps): React.JSX.Element {
  const styles = useStyles();
  const language = navigator.language.startsWith('en') ? 'en' : 'zh';
  const say = (text: PaneText): string => paneText(text, language);
  if (state === 'waiting') return <main className={styles.root}><Spinner className={styles.wait} label={say(CONNECTING.waiting)} labelPosition="below" /></main>;
  return (
    <main className={styles.root}>
      <Text as="h1" size={500} weight="semibold">{say(TEXTS[state].title)}</Text>
      <Text>{say(TEXTS[state].body)}</Text>
      {state === 'late' ? <Spinner size="tiny" label={say(CONNECTING.stillWaiting)} /> : null}
      {state === 'late' || state === 'unreachable' ? <Button appearance="primary" onClick={onRetry}>{say(CONNECTING.retry)}</Button> : null}
      <Text>{say(CONNECTING.meanwhile)} <Link inline href={page} target="_blank" rel="noopener">{say(CONNECTING.page)}</Link></Text>
    </main>
  );
}
