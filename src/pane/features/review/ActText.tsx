/** What goes with an act in the writing: an answer, a reason. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { FRAME } from '../../../core/text/pane/frame-texts';
import type { PaneText } from '../../../core/text/pane/pane-text';
import { REVIEW } from '../../../core/text/pane/review-page-texts';
import { useSay } from '../../hooks/language';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  foot: { display: 'flex', gap: tokens.spacingHorizontalS },
});

interface ActTextProps {
  readonly label: PaneText;
  /** It may be left blank. */
  readonly optional: boolean;
  readonly onWrite: (text: string) => void;
  readonly onCancel: () => void;
}

export function ActText({ label, optional, onWrite, onCancel }: ActTextProps): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const [text, setText] = useState('');
  const [blank, setBlank] = useState(false);
  const write = (): void => {
    if (text.trim() === '' && !optional) setBlank(true);
    else onWrite(text);
  };
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); write(); }} onKeyDown={({ key }) => (key === 'Escape' ? onCancel() : undefined)}>
      <Field label={say(label)} {...(blank ? { validationState: 'error' as const, validationMessage: say(REVIEW.needed) } : {})}>
        <Textarea autoFocus resize="vertical" rows={3} value={text} onChange={(_, { value }) => { setText(value); setBlank(false); }} />
      </Field>
      <div className={styles.foot}>
        <Button size="small" appearance="primary" type="submit">{say(REVIEW.write)}</Button>
        <Button size="small" onClick={onCancel}>{say(FRAME.cancel)}</Button>
      </div>
    </form>
  );
}
