/** A line of the plan as one readable block: problem, cause, method, target, owner and time; the rest folded. */
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PlanLineReport, PlanText } from '../../../app/desk/plan-data';
import type { ProgressState } from '../../../core/model/progress-state';
import { PLAN } from '../../../core/text/pane/plan-page-texts';
import { useSay } from '../../hooks/language';
import { useWorkspace } from '../../hooks/workspace-context';
import { PlanField } from './PlanField';
import type { PlanActs } from './use-plan-acts';
import { FIELD_TEXTS, MAIN_FIELDS, MORE_FIELDS, reasonsOnce, STATE_TEXTS, type Field } from './words';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalM} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  state: { flexShrink: 0, whiteSpace: 'nowrap' },
  grow: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  more: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  accordion: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`, marginRight: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

const COLOURS: Readonly<Record<ProgressState, 'informative' | 'success' | 'warning' | 'danger' | 'brand'>> = {
  unplanned: 'informative', waiting: 'informative', running: 'brand', inTime: 'success', done: 'success', late: 'warning', overdue: 'danger',
};

export function PlanLine({ line, acts }: { readonly line: PlanLineReport; readonly acts: PlanActs }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const { show } = useWorkspace();
  const { number, fields, baseline, state } = line;
  const proposed = Object.values(fields).filter((field) => field.proposed);
  const shown = (names: readonly Field[]): React.JSX.Element[] => reasonsOnce(names.map((name) => ({ ...fields[name], name }))).map(({ name, reason, ...field }) => (
    <PlanField key={name} field={field} label={FIELD_TEXTS[name]} number={number} reason={reason} acts={acts} note={name === 'target' && baseline !== '' ? say(PLAN.baseline, { baseline }) : ''} />
  ));
  return (
    <li className={styles.root}>
      <div className={styles.head}>
        <Text as="h4" weight="semibold" className={styles.grow}>{number} {fields.problem.shown === '' ? say(PLAN.blank) : fields.problem.shown}</Text>
        {state === null ? null : <Badge className={styles.state} appearance="tint" color={COLOURS[state]}>{say(STATE_TEXTS[state])}</Badge>}
      </div>
      {shown(MAIN_FIELDS)}
      <Accordion collapsible className={styles.accordion}>
        <AccordionItem value="more">
          <AccordionHeader size="small" expandIconPosition="end">{withCount(say(PLAN.more), MORE_FIELDS.map((name) => fields[name]), say)}</AccordionHeader>
          <AccordionPanel><div className={styles.more}>{shown(MORE_FIELDS)}</div></AccordionPanel>
        </AccordionItem>
      </Accordion>
      <div className={styles.foot}>
        {proposed.length === 0 ? null : <Button size="small" aria-label={say(PLAN.acceptLineOf, { number, count: proposed.length })} onClick={() => acts.accept(proposed.map(({ key }) => key))}>{say(PLAN.acceptLine, { count: proposed.length })}</Button>}
        <Button size="small" appearance="subtle" aria-label={say(PLAN.lookAt, { number })} onClick={() => show(fields.problem.at)}>{say(PLAN.look)}</Button>
      </div>
    </li>
  );
}

export function withCount(text: string, fields: readonly PlanText[], say: ReturnType<typeof useSay>): string {
  const count = fields.filter(({ proposed }) => proposed).length;
  return count === 0 ? text : say(PLAN.withProposals, { text, count });
}
