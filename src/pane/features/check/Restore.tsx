/** Rules and formulas that are certain to be put right: says what will change before it does. */
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, DialogTrigger, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Issue } from '../../../core/issue/issue';
import { CHECK } from '../../../core/text/pane/check-texts';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { issuePlace, issueText } from '../../../core/text/issue-text';
import { usePorts } from '../../hooks/ports-context';
import { useDeskQuery } from '../../hooks/desk-query';
import { useLanguage, useSay } from '../../hooks/language';
import { useWorkspace } from '../../hooks/workspace-context';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, maxHeight: '40vh', overflowY: 'auto', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** Nothing is shown where nothing can be put right. */
export function Restore(): React.JSX.Element | null {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const { desk } = usePorts();
  const { adopt, run, notify } = useWorkspace();
  const { data } = useDeskQuery('restore', (asked, call) => asked.previewRestore(null, call));
  const [asking, setAsking] = useState(false);
  const restored: readonly Issue[] = data?.restored ?? [];
  const count = restored.length;
  if (count === 0) return null;

  async function restore(): Promise<void> {
    setAsking(false);
    const state = await run(FRAME.busyWork, (call) => desk.restore(null, call));
    if (state === null) return;
    adopt(state);
    notify({ intent: 'success', title: say(CHECK.fixed, { count }), body: '', detail: '' });
  }

  return (
    <>
      <MessageBar intent="info">
        <MessageBarBody>{say(CHECK.fixAll, { count })}</MessageBarBody>
        <MessageBarActions><Button size="small" onClick={() => setAsking(true)}>{say(CHECK.fix)}</Button></MessageBarActions>
      </MessageBar>
      <Dialog open={asking} onOpenChange={(_, { open }) => setAsking(open)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{say(CHECK.fixTitle)}</DialogTitle>
            <DialogContent>
              <Text block>{say(CHECK.fixBody, { count })}</Text>
              <ul className={styles.list} tabIndex={0} aria-label={say(CHECK.fixTitle)}>
                {restored.map((issue) => <li key={`${issue.code} ${issue.sheet} ${issue.cell} ${JSON.stringify(issue.params)}`}><Text size={200}>{issuePlace(issue, language)}：{issueText(issue, language).message}</Text></li>)}
              </ul>
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement><Button>{say(FRAME.cancel)}</Button></DialogTrigger>
              <Button appearance="primary" onClick={() => void restore()}>{say(CHECK.fixDo)}</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
