/** Nothing is open yet: three sentences, the sample, a workbook of one's own, or a new one. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { KeptWorkbook } from '../../../app/pane-ports';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { useLanguage, useSay } from '../../hooks/language';
import { usePorts } from '../../hooks/ports-context';
import type { NewChoice } from './NewWorkbookDialog';

const NewWorkbookDialog = lazy(async () => ({ default: (await import('./NewWorkbookDialog')).NewWorkbookDialog }));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`, maxWidth: '520px', margin: '0 auto', width: '100%', boxSizing: 'border-box' },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { textWrap: 'balance' },
  quiet: { color: tokens.colorNeutralForeground3 },
  choices: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  drop: { border: `1px dashed ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusLarge, padding: tokens.spacingHorizontalL, textAlign: 'center', color: tokens.colorNeutralForeground3 },
});

export interface StartProps {
  readonly kept: KeptWorkbook | null;
  readonly onRecover: (kept: KeptWorkbook) => void;
  readonly onForget: () => void;
  readonly onSample: () => void;
  readonly onOpen: () => void;
  readonly onCreate: (choice: NewChoice) => void;
}

export function StartPage({ kept, onRecover, onForget, onSample, onOpen, onCreate }: StartProps): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const { files } = usePorts();
  const [making, setMaking] = useState(false);
  // Stays once it was wanted: a dialog gives the page back when it is closed, not when it is gone.
  const [asked, setAsked] = useState(false);
  return (
    <div className={styles.root}>
      {kept === null ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{say(FRAME.recoverTitle)}</MessageBarTitle>
            {say(FRAME.recoverBody, { name: kept.name, at: new Date(kept.at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en') })}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => onRecover(kept)}>{say(FRAME.recover)}</Button>
            <Button onClick={onForget}>{say(FRAME.forget)}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div className={styles.words}>
        <Text as="h1" size={600} weight="semibold" className={styles.title} block>{say(FRAME.welcomeTitle)}</Text>
        <Text>{say(FRAME.welcome1)}</Text>
        <Text>{say(FRAME.welcome2)}</Text>
        <Text>{say(FRAME.welcome3)}</Text>
      </div>
      <div className={styles.choices}>
        {files.sample === null ? null : <Button appearance="primary" size="large" onClick={onSample}>{say(FRAME.openSample)}</Button>}
        <Button size="large" onClick={onOpen}>{say(FRAME.open)}</Button>
        <Button size="large" onClick={() => { setAsked(true); setMaking(true); }}>{say(FRAME.create)}</Button>
      </div>
      <div className={styles.drop}>{say(FRAME.dropHere)}</div>
      {asked ? <Suspense fallback={null}><NewWorkbookDialog open={making} onClose={() => setMaking(false)} onCreate={(choice) => { setMaking(false); onCreate(choice); }} /></Suspense> : null}
    </div>
  );
}
