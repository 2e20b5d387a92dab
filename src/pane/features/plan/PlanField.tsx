/** One field of the plan: its text; where it is a proposal, the mark, the reason, and accept, change, dismiss. */
import { Badge, Button, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components';
import { Checkmark16Regular, Dismiss16Regular, Edit16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { PlanText } from '../../../app/desk/plan-data';
import { PLAN } from '../../../core/text/pane/plan-page-texts';
import type { PaneText } from '../../../core/text/pane/pane-text';
import { useSay } from '../../hooks/language';
import { FieldEditor } from './FieldEditor';
import type { PlanActs } from './use-plan-acts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: '52px minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalS, alignItems: 'start' },
  wide: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  label: { color: tokens.colorNeutralForeground3, paddingTop: '2px' },
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere', paddingTop: '2px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  acts: { display: 'flex' },
  act: { minWidth: '24px', width: '24px', padding: 0 },
  badge: { marginLeft: tokens.spacingHorizontalXS, verticalAlign: 'middle' },
  whole: { gridColumn: '1 / -1' },
});

export interface PlanFieldProps {
  readonly field: PlanText;
  readonly label: PaneText;
  /** Of the problem; '' on the page as a whole. */
  readonly number: string;
  /** The reason, where it is to be said here. */
  readonly reason: string;
  /** What stands behind the text: the figure before. */
  readonly note?: string;
  /** The label above the text, which is long. */
  readonly wide?: boolean;
  readonly acts: PlanActs;
}

export function PlanField({ field, label, number, reason, note = '', wide = false, acts }: PlanFieldProps): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const [editing, setEditing] = useState(false);
  const nameOf = (act: PaneText): string => (number === '' ? say(PLAN.ofPage, { act: say(act), label: say(label) }) : say(PLAN.of, { act: say(act), number, label: say(label) }));
  if (editing) {
    return (
      <div>
        <FieldEditor field={field} label={say(label)} onCancel={() => setEditing(false)} onWrite={async (text) => {
          const problem = await acts.write(field.key, text);
          if (problem === null) setEditing(false);
          return problem;
        }} />
      </div>
    );
  }
  const buttons = (
    <span className={styles.acts}>
      {field.proposed ? <Act name={nameOf(PLAN.accept)} icon={<Checkmark16Regular />} onClick={() => acts.accept([field.key])} /> : null}
      <Act name={nameOf(PLAN.change)} icon={<Edit16Regular />} onClick={() => setEditing(true)} />
      {field.proposed ? <Act name={nameOf(PLAN.reject)} icon={<Dismiss16Regular />} onClick={() => acts.dismiss([field.key])} /> : null}
    </span>
  );
  const value = (
    <span className={styles.text}>
      {field.shown === '' ? <Text className={styles.quiet}>{say(PLAN.blank)}</Text> : <Text>{field.shown}</Text>}
      {note === '' ? null : <Text size={200} className={styles.quiet}> {note}</Text>}
      {field.proposed ? <Badge className={styles.badge} size="small" appearance="tint" color="brand">{say(PLAN.proposal)}</Badge> : null}
      {reason === '' ? null : <Text block size={200} className={styles.quiet}>{say(PLAN.why, { why: reason })}</Text>}
    </span>
  );
  if (wide) return <div className={`${styles.root} ${styles.wide}`}><Text className={styles.label}>{say(label)}</Text>{buttons}<span className={styles.whole}>{value}</span></div>;
  return <div className={styles.root}><Text className={styles.label}>{say(label)}</Text>{value}{buttons}</div>;
}

function Act({ name, icon, onClick }: { readonly name: string; readonly icon: React.JSX.Element; readonly onClick: () => void }): React.JSX.Element {
  const styles = useStyles();
  return <Tooltip relationship="label" content={name}><Button className={styles.act} size="small" appearance="subtle" icon={icon} onClick={onClick} /></Tooltip>;
}
