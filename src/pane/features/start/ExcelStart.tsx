/** The workbook that is open in Excel is none of ours yet: what generating does, and the button. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { EXCEL } from '../../../core/text/pane/excel-texts';
import { useSay } from '../../hooks/language';
import { NewWorkbookDialog, type NewChoice } from './NewWorkbookDialog';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalL}`, boxSizing: 'border-box' },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  choices: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

export function ExcelStart({ onCreate, onLook }: { readonly onCreate: (choice: NewChoice) => void; readonly onLook: () => void }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const [making, setMaking] = useState(false);
  return (
    <div className={styles.root}>
      <div className={styles.words}>
        <Text as="h1" size={500} weight="semibold" block>{say(EXCEL.startTitle)}</Text>
        <Text>{say(EXCEL.start1)}</Text>
        <Text>{say(EXCEL.start2)}</Text>
        <Text>{say(EXCEL.start3)}</Text>
      </div>
      <div className={styles.choices}>
        <Button appearance="primary" onClick={() => setMaking(true)}>{say(EXCEL.generate)}</Button>
        <Button onClick={onLook}>{say(EXCEL.look)}</Button>
      </div>
      <NewWorkbookDialog open={making} onClose={() => setMaking(false)} onCreate={(choice) => { setMaking(false); onCreate(choice); }} />
    </div>
  );
}
