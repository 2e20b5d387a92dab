/** A field of the plan in the writing: people's own text in place of what stands there. */
import { Button, Combobox, Field, makeStyles, Option, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanText } from '../../../app/desk/plan-data';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { PLAN } from '../../../core/text/pane/plan-page-texts';
import { useSay } from '../../hooks/language';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  foot: { display: 'flex', gap: tokens.spacingHorizontalS },
  input: { minWidth: 0, width: '100%' },
});

/** Longer texts get more lines. */
const LONG = 60;

interface EditorProps {
  readonly field: PlanText;
  readonly label: string;
  readonly onCancel: () => void;
  /** What is wrong with it; null when it was written. */
  readonly onWrite: (text: string) => Promise<string | null>;
}

export function FieldEditor({ field: { text: before, choices }, label, onCancel, onWrite }: EditorProps): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);
  const write = (): void => void onWrite(text).then(setProblem);
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); write(); }} onKeyDown={({ key, defaultPrevented }) => (key === 'Escape' && !defaultPrevented ? onCancel() : undefined)}>
      <Field label={label} {...(problem === null ? {} : { validationState: 'error' as const, validationMessage: problem })}>
        {choices.length === 0 ? (
          <Textarea autoFocus resize="vertical" rows={before.length > LONG ? 8 : 2} value={text} onChange={(_, { value }) => setText(value)} />
        ) : (
          <Combobox autoFocus freeform className={styles.input} value={text} selectedOptions={[text]} onChange={({ target }) => setText(target.value)} onOptionSelect={(_, { optionValue = '' }) => setText(optionValue)}>
            {choices.map((choice) => <Option key={choice} value={choice}>{choice}</Option>)}
          </Combobox>
        )}
      </Field>
      <div className={styles.foot}>
        <Button size="small" appearance="primary" type="submit">{say(PLAN.write)}</Button>
        <Button size="small" onClick={onCancel}>{say(FRAME.cancel)}</Button>
      </div>
    </form>
  );
}
