/** Asks before unsaved work is given up. */
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { FRAME } from '../../core/text/pane/frame-texts';
import { useSay } from '../hooks/language';

export function ConfirmClose({ open: asking, name, onAnswer }: { readonly open: boolean; readonly name: string; readonly onAnswer: (close: boolean) => void }): React.JSX.Element {
  const say = useSay();
  return (
    <Dialog open={asking} modalType="alert" onOpenChange={(_, { open }) => (open ? undefined : onAnswer(false))}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say(FRAME.closeUnsaved)}</DialogTitle>
          <DialogContent>{say(FRAME.closeUnsavedBody, { name })}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => onAnswer(false)}>{say(FRAME.cancel)}</Button>
            <Button onClick={() => onAnswer(true)}>{say(FRAME.closeAnyway)}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
