/** The bottom of the pane: nothing, or one message that needs attention, or what is being waited for. */
import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { FRAME } from '../../core/text/pane/frame-texts';
import { useSay } from '../hooks/language';
import type { Busy } from '../hooks/use-workspace-state';
import type { Notice } from '../hooks/workspace-context';
import { Wait } from './Wait';

const useStyles = makeStyles({
  root: { flexShrink: 0, boxShadow: tokens.shadow4, backgroundColor: tokens.colorNeutralBackground1 },
  detail: { wordBreak: 'break-all', fontFamily: tokens.fontFamilyMonospace },
});

export function Notices({ busy, notice, onDismiss }: { readonly busy: Busy | null; readonly notice: Notice | null; readonly onDismiss: () => void }): React.JSX.Element | null {
  const styles = useStyles();
  const say = useSay();
  if (busy === null && notice === null) return null;
  return (
    <section className={styles.root} aria-label={say(FRAME.messages)}>
      {busy === null ? null : <Wait text={busy.text} code={busy.code} done={busy.done} total={busy.total} onCancel={busy.cancel} />}
      {busy !== null || notice === null ? null : <Message key={notice.title} notice={notice} onDismiss={onDismiss} />}
    </section>
  );
}

function Message({ notice: { intent, title, body, detail }, onDismiss }: { readonly notice: Notice; readonly onDismiss: () => void }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <MessageBar intent={intent} layout="multiline" shape="square" politeness={intent === 'error' ? 'assertive' : 'polite'}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {body}
        {detail === '' ? null : <> <Link as="button" inline aria-expanded={open} onClick={() => setOpen(!open)}>{say(FRAME.details)}</Link></>}
        {open ? <Text block size={200} className={styles.detail}>{detail}</Text> : null}
      </MessageBarBody>
      <MessageBarActions containerAction={<Button appearance="transparent" icon={<Dismiss20Regular />} aria-label={say(FRAME.dismiss)} onClick={onDismiss} />} />
    </MessageBar>
  );
}
