/** 方案: the plan line by line, proposals marked with their reasons, and assembling it anew from diagnosis, metrics and work plan. */
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PlanReport } from '../../../app/desk/plan-data';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { PLAN } from '../../../core/text/pane/plan-page-texts';
import { planNoteText } from '../../../core/text/plan-texts';
import { Asked } from '../../components/Asked';
import { Page } from '../../components/Page';
import { useDeskQuery } from '../../hooks/desk-query';
import { useLanguage, useSay } from '../../hooks/language';
import { useReach } from '../../hooks/reach';
import { PlanField } from './PlanField';
import { PlanLine, withCount } from './PlanLine';
import { usePlanActs, type PlanActs } from './use-plan-acts';
import { pageText, reasonsOnce } from './words';

const useStyles = makeStyles({
  top: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground3 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  notes: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  texts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, paddingBottom: tokens.spacingVerticalM },
  offer: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXS} 0` },
  accordion: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`, marginRight: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** The form that the page is about. */
const FORM = 'E';

export function PlanPage(): React.JSX.Element {
  const say = useSay();
  const query = useDeskQuery('plan', (desk, call) => desk.plan(null, call));
  return <Page title={say(FRAME.plan)}><Asked query={query}>{(report) => <Plan report={report} />}</Asked></Page>;
}

function Plan({ report }: { readonly report: PlanReport }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const acts = usePlanActs(FORM);
  const { lines, page, proposals, pending: { proposed, updated } } = report;
  const open = [...page, ...lines.flatMap(({ fields }) => Object.values(fields))].filter((field) => field.proposed);
  return (
    <>
      <div className={styles.top}>
        {lines.length === 0 ? <Text>{say(PLAN.noLines)}</Text> : null}
        {proposed + updated === 0 ? <Text className={styles.quiet}>{say(PLAN.upToDate)}</Text> : (
          <>
            <Text>{say(PLAN.pending, { proposed, updated })}</Text>
            <Button appearance="primary" onClick={() => acts.assemble([])}>{say(PLAN.assemble)}</Button>
          </>
        )}
        {proposals === 0 ? null : (
          <div className={styles.line}>
            <Text>{say(PLAN.proposals, { count: proposals })}</Text>
            <Button size="small" onClick={() => acts.accept(open.map(({ key }) => key))}>{say(PLAN.acceptAll)}</Button>
          </div>
        )}
      </div>
      <Notes report={report} />
      <Offers report={report} acts={acts} />
      {lines.length === 0 ? null : (
        <section className={styles.part} aria-label={say(PLAN.lines)}>
          <Text as="h3" weight="semibold">{say(PLAN.lines)}</Text>
          <ul className={styles.list}>{lines.map((line) => <PlanLine key={line.number} line={line} acts={acts} />)}</ul>
        </section>
      )}
      <Accordion collapsible className={styles.accordion}>
        <AccordionItem value="page">
          <AccordionHeader expandIconPosition="end">{withCount(say(PLAN.page), page, say)}</AccordionHeader>
          <AccordionPanel>
            <div className={styles.texts}>
              {reasonsOnce(page).map(({ reason, ...field }) => <PlanField key={field.key} wide field={field} label={pageText(field.key)} number="" reason={reason} acts={acts} />)}
            </div>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </>
  );
}

function Notes({ report: { pending: { notes } } }: { readonly report: PlanReport }): React.JSX.Element | null {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const reach = useReach();
  if (notes.length === 0) return null;
  return (
    <Accordion collapsible className={styles.accordion}>
      <AccordionItem value="notes">
        <AccordionHeader expandIconPosition="end">{say(PLAN.notes, { count: notes.length })}</AccordionHeader>
        <AccordionPanel>
          <ul className={styles.notes}>
            {notes.map(({ code, at, params }) => (
              <li key={`${code} ${JSON.stringify(params)} ${at?.cell ?? ''}`}>
                <Text size={200}>{planNoteText(code, params, language)}</Text>{' '}
                {at === null ? null : <Link as="button" onClick={() => reach(at)}><Text size={200}>{at.sheet} {at.cell}</Text></Link>}
              </li>
            ))}
          </ul>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

function Offers({ report: { pending: { offers } }, acts }: { readonly report: PlanReport; readonly acts: PlanActs }): React.JSX.Element | null {
  const styles = useStyles();
  const say = useSay();
  if (offers.length === 0) return null;
  return (
    <section className={styles.part} aria-label={say(PLAN.offers)}>
      <Text as="h3" weight="semibold">{say(PLAN.offers)}</Text>
      <Text size={200} className={styles.quiet}>{say(PLAN.offersNote)}</Text>
      <ul className={styles.list}>
        {offers.map(({ metric, name, problem }) => (
          <li key={metric} className={styles.offer}>
            <Text>{problem}</Text>
            <Button size="small" aria-label={say(PLAN.takeUpOf, { name })} onClick={() => acts.assemble([metric])}>{say(PLAN.takeUp)}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
