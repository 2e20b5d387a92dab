/** What a new workbook needs to be told: the enterprise, and which sheets. The rest is filled in later. */
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { useSay } from '../../hooks/language';

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL } });

export interface NewChoice {
  readonly enterprise: string;
  readonly sheets: 'starter' | 'all';
}

export function NewWorkbookDialog({ open, onClose, onCreate }: { readonly open: boolean; readonly onClose: () => void; readonly onCreate: (choice: NewChoice) => void }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const [enterprise, setEnterprise] = useState('');
  const [sheets, setSheets] = useState<NewChoice['sheets']>('starter');
  return (
    <Dialog open={open} onOpenChange={(_, data) => (data.open ? undefined : onClose())}>
      <DialogSurface>
        <form onSubmit={(event) => { event.preventDefault(); onCreate({ enterprise: enterprise.trim(), sheets }); }}>
          <DialogBody>
            <DialogTitle>{say(FRAME.create)}</DialogTitle>
            <DialogContent className={styles.fields}>
              <Field label={say(FRAME.newName)} hint={say(FRAME.newNameHint)}><Input value={enterprise} maxLength={200} onChange={(_, { value }) => setEnterprise(value)} /></Field>
              <Field label={say(FRAME.newSheets)}>
                <RadioGroup value={sheets} onChange={(_, { value }) => setSheets(value === 'all' ? 'all' : 'starter')}>
                  <Radio value="starter" label={say(FRAME.newStarter)} />
                  <Radio value="all" label={say(FRAME.newAll)} />
                </RadioGroup>
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{say(FRAME.cancel)}</Button>
              <Button appearance="primary" type="submit">{say(FRAME.newCreate)}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
