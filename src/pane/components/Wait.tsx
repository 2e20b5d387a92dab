/** Waiting: what is done, how far it is, and a way out. Nothing is shown for the first moment. */
import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { FRAME } from '../../core/text/pane/frame-texts';
import type { PaneText } from '../../core/text/pane/pane-text';
import { useSay } from '../hooks/language';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS, minHeight: '32px' },
});

/** Milliseconds in which most work is done. */
const MOMENT = 400;

const BY_CODE: Readonly<Record<string, PaneText>> = { read: FRAME.busyRead, import: FRAME.busyRead, measure: FRAME.busyMeasure, check: FRAME.busyCheck, write: FRAME.busyWrite };

export interface WaitProps {
  readonly text: PaneText;
  readonly code: string;
  readonly done: number;
  readonly total: number;
  readonly onCancel?: () => void;
}

export function Wait({ text, code, done, total, onCancel }: WaitProps): React.JSX.Element | null {
  const styles = useStyles();
  const say = useSay();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), MOMENT);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  const words = say(BY_CODE[code] ?? text);
  const line = total > 0 ? say(FRAME.percentDone, { text: words, percent: Math.floor((done / total) * 100) }) : words;
  return (
    <div className={styles.root} role="status">
      <div className={styles.line}>
        <Text>{line}</Text>
        {onCancel === undefined ? null : <Button size="small" onClick={onCancel}>{say(FRAME.cancel)}</Button>}
      </div>
      <ProgressBar aria-label={line} {...(total > 0 ? { value: done / total } : {})} />
    </div>
  );
}
