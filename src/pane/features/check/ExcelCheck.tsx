/** In Excel: what is checked along and what on demand; problems coloured in the sheets, and the colour taken away. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ExcelPorts } from '../../../app/pane-ports';
import type { Issue } from '../../../core/issue/issue';
import { EXCEL } from '../../../core/text/pane/excel-texts';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { useSay } from '../../hooks/language';
import { useWorkspace } from '../../hooks/workspace-context';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function ExcelCheck({ excel, issues }: { readonly excel: ExcelPorts; readonly issues: readonly Issue[] }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const { adopt, run, notify } = useWorkspace();
  const done = (title: string): void => notify({ intent: 'success', title, body: '', detail: '' });
  const reread = async (): Promise<void> => {
    const read = await run(FRAME.busyCheck, async (call) => ({ state: await excel.reread(call) }));
    if (read === null || read.state === null) return;
    adopt(read.state);
    done(say(EXCEL.rereadDone));
  };
  const mark = async (): Promise<void> => {
    const count = await run(FRAME.busyWork, () => excel.mark(issues.filter(({ cell }) => cell !== '')));
    if (count !== null) done(count === 0 ? say(EXCEL.markNone) : say(EXCEL.marked, { count }));
  };
  const unmark = async (): Promise<void> => {
    if (await run(FRAME.busyWork, async () => ({ count: await excel.mark([]) })) !== null) done(say(EXCEL.unmarked));
  };
  return (
    <>
      <div className={styles.root}>
        <Button size="small" title={say(EXCEL.rereadWhat)} onClick={() => void reread()}>{say(EXCEL.reread)}</Button>
        <Button size="small" appearance="subtle" onClick={() => void mark()}>{say(EXCEL.mark)}</Button>
        <Button size="small" appearance="subtle" onClick={() => void unmark()}>{say(EXCEL.unmark)}</Button>
      </div>
      <Text size={200} className={styles.quiet}>{say(EXCEL.along)}</Text>
    </>
  );
}
