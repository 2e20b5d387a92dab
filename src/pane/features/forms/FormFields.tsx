/** The fields of a form, what was typed but not written yet, and writing all of it at once. */
import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { FormField, FormView } from '../../../app/desk/form-view';
import type { Issue } from '../../../core/issue/issue';
import { address } from '../../../core/model/address';
import { FORMS } from '../../../core/text/pane/forms-texts';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { useSay } from '../../hooks/language';
import { usePorts } from '../../hooks/ports-context';
import { useWorkspace } from '../../hooks/workspace-context';
import { FieldInput } from './FieldInput';
import { fieldGroups, shownGroups } from './form-groups';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { paddingTop: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  foot: { position: 'sticky', bottom: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalS} 0`, backgroundColor: tokens.colorNeutralBackground1, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

export function FormFields({ view, cell }: { readonly view: FormView; readonly cell: string }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const { desk } = usePorts();
  const { adopt, run, notify, typed: all, setTyped } = useWorkspace();
  const typed = all[view.key] ?? {};
  const [problems, setProblems] = useState<readonly Issue[]>([]);
  const [more, setMore] = useState<Readonly<Record<string, number>>>({});
  const [onlyAsked, setOnlyAsked] = useState(false);
  const textOf = (field: FormField): string => typed[field.key] ?? field.text;
  const changed = view.fields.filter(({ key, text }) => typed[key] !== undefined && typed[key] !== text);
  const blank = view.fields.filter(({ asked, text }) => asked && text === '');
  const groups = useMemo(() => fieldGroups(onlyAsked ? blank : view.fields), [onlyAsked, blank, view.fields]);
  const shown = onlyAsked ? groups : shownGroups(groups, (field) => textOf(field) !== '' || address(field.row, field.column) === cell, more);
  const wanted = view.fields.find(({ row, column }) => address(row, column) === cell)?.key ?? null;

  async function write(): Promise<void> {
    const entries = Object.fromEntries(changed.map(({ key }) => [key, typed[key] ?? '']));
    const done = await run(FRAME.busyWrite, (call) => desk.edit({ form: view.key, entries }, call));
    if (done === null) return;
    setProblems(done.problems);
    if (done.problems.length > 0) return;
    setTyped(view.key, {});
    adopt(done.state);
    notify({ intent: 'success', title: say(FORMS.written, { sheet: view.sheet }), body: '', detail: '' });
  }

  return (
    <form noValidate className={styles.group} onSubmit={(event) => { event.preventDefault(); void write(); }}>
      <Text size={200} className={styles.quiet}>{view.howTo}</Text>
      {blank.length === 0 ? null : <Checkbox checked={onlyAsked} onChange={(_, { checked }) => setOnlyAsked(checked === true)} label={say(FORMS.onlyAsked, { count: blank.length })} />}
      {onlyAsked && blank.length === 0 ? <Text>{say(FORMS.nothing)}</Text> : null}
      {shown.map((group, index) => {
        const next = shown[index + 1];
        const closes = !onlyAsked && group.number > 0 && next?.list !== group.list && groups.some(({ list, number }) => list === group.list && number > group.number);
        return (
          <div key={`${group.key} ${group.fields[0]?.key}`} className={styles.group}>
            {group.number === 0 ? null : <Text className={styles.heading} weight="semibold">{say(FORMS.group, { number: group.number })}</Text>}
            {group.fields.map((field) => (
              <FieldInput key={field.key} field={field} value={textOf(field)} focus={field.key === wanted} problem={problems.find((issue) => issue.cell === address(field.row, field.column)) ?? null} onChange={(text) => setTyped(view.key, withText(typed, field, text))} />
            ))}
            {closes ? <div><Button size="small" onClick={() => setMore({ ...more, [group.list]: (more[group.list] ?? 0) + 1 })}>{say(FORMS.moreGroups)}</Button></div> : null}
          </div>
        );
      })}
      {changed.length === 0 ? null : (
        <div className={styles.foot}>
          <Button appearance="primary" type="submit">{say(FORMS.save)}</Button>
          <Button onClick={() => { setTyped(view.key, {}); setProblems([]); }}>{say(FORMS.discard)}</Button>
          <Text size={200} className={styles.quiet}>{say(FORMS.changed, { count: changed.length })}</Text>
        </div>
      )}
    </form>
  );
}

/** What is typed again as the workbook has it waits for nothing. */
function withText(typed: Readonly<Record<string, string>>, { key, text }: FormField, now: string): Readonly<Record<string, string>> {
  const { [key]: _, ...others } = typed;
  return now === text ? others : { ...others, [key]: now };
}
