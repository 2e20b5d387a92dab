/** One entry: a list, a line or a few lines, by what it holds; what is wrong with it stands beneath. */
import { Combobox, Field, Input, Option, Select, Textarea } from '@fluentui/react-components';
import type { FormField } from '../../../app/desk/form-view';
import type { Issue } from '../../../core/issue/issue';
import { FORMS } from '../../../core/text/pane/forms-texts';
import { issueText } from '../../../core/text/issue-text';
import { useLanguage, useSay } from '../../hooks/language';

/** A clause of the standard's own, `7.4 c`; not the name of a form's annex. */
const CLAUSE = /^[\dA-F]\.\d/u;

export interface FieldInputProps {
  readonly field: FormField;
  readonly value: string;
  /** The field that the person was sent to. */
  readonly focus: boolean;
  readonly problem: Issue | null;
  readonly onChange: (text: string) => void;
}

export function FieldInput({ field, value, focus, problem, onChange }: FieldInputProps): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  const { label, kind, asked, prompt = '', clause } = field;
  const form = kind === 'date' ? say(FORMS.date) : kind === 'month' ? say(FORMS.month) : kind === 'datetime' ? say(FORMS.datetime) : '';
  // The clause that asks for it, where the form as a whole does not say it already.
  const asks = CLAUSE.test(clause) ? say(FORMS.clause, { clause }) : '';
  const hint = [prompt, form, asks].filter((part) => part !== '').join(' ');
  return (
    <Field label={label} required={asked} hint={hint === '' ? null : hint} {...(problem === null ? {} : { validationState: 'error' as const, validationMessage: issueText(problem, language).message })}>
      <Control field={field} value={value} focus={focus} onChange={onChange} />
    </Field>
  );
}

function Control({ field, value, focus, onChange }: Omit<FieldInputProps, 'problem'>): React.JSX.Element {
  const { choices = [], open, kind } = field;
  if (choices.length > 0 && open === true) {
    return (
      <Combobox autoFocus={focus} freeform value={value} selectedOptions={[value]} onChange={({ target }) => onChange(target.value)} onOptionSelect={(_, { optionValue = '' }) => onChange(optionValue)}>
        {choices.map((choice) => <Option key={choice} value={choice}>{choice}</Option>)}
      </Combobox>
    );
  }
  if (choices.length > 0) {
    return (
      <Select autoFocus={focus} value={value} onChange={(_, data) => onChange(data.value)}>
        <option value="">—</option>
        {choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
        {choices.includes(value) || value === '' ? null : <option value={value}>{value}</option>}
      </Select>
    );
  }
  if (kind === 'text') return <Textarea autoFocus={focus} resize="vertical" rows={value.length > 40 ? 4 : 1} value={value} onChange={(_, data) => onChange(data.value)} />;
  return <Input autoFocus={focus} inputMode={kind === 'number' || kind === 'count' || kind === 'money' ? 'decimal' : 'text'} value={value} onChange={(_, data) => onChange(data.value)} />;
}
