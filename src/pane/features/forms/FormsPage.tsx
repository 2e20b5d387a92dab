/** 表单: a form of the workbook, filled in here instead of in the sheet. */
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { FORMS } from '../../../core/text/pane/forms-texts';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { Asked } from '../../components/Asked';
import { Page } from '../../components/Page';
import { useDeskQuery } from '../../hooks/desk-query';
import { useSay } from '../../hooks/language';
import { useWorkspace } from '../../hooks/workspace-context';
import { FormFields } from './FormFields';

const useStyles = makeStyles({
  choice: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  grow: { flexGrow: 1, minWidth: 0 },
});

export function FormsPage(): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const { state, place, go, show } = useWorkspace();
  const forms = state?.forms ?? [];
  const wanted = forms.find(({ sheet }) => sheet === place?.sheet) ?? forms[0];
  const [chosen, setChosen] = useState(wanted?.key ?? null);
  const form = forms.find(({ key }) => key === chosen) ?? wanted;
  const query = useDeskQuery(form === undefined ? null : `form ${form.key}`, (desk, call) => desk.form({ key: form?.key ?? '' }, call));
  if (form === undefined) return <Page title={say(FRAME.forms)}>{null}</Page>;
  return (
    <Page title={say(FRAME.forms)}>
      <div className={styles.choice}>
        <Field className={styles.grow} label={say(FORMS.choose)}>
          <Select value={form.key} onChange={(_, { value }) => { setChosen(value); go('forms'); }}>
            {forms.map(({ key, sheet }) => <option key={key} value={key}>{sheet}</option>)}
          </Select>
        </Field>
        <Button onClick={() => show({ sheet: form.sheet, cell: '' })}>{say(FORMS.look)}</Button>
      </div>
      <Asked query={query}>{(view) => <FormFields key={view.key} view={view} cell={place?.sheet === view.sheet ? place.cell : ''} />}</Asked>
    </Page>
  );
}
