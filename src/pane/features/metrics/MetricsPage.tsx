/** 指标: a card per metric with both figures and the verdict; opened, everything behind the number. */
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { MetricReport } from '../../../app/desk/metric-reports';
import { isoOf } from '../../../core/codec/date';
import type { Period } from '../../../core/model/period';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { METRIC } from '../../../core/text/pane/metrics-texts';
import { Asked } from '../../components/Asked';
import { Page } from '../../components/Page';
import { useDeskQuery } from '../../hooks/desk-query';
import { useLanguage, useSay } from '../../hooks/language';
import { useReach } from '../../hooks/reach';
import { useWorkspace } from '../../hooks/workspace-context';
import { MetricCard } from './MetricCard';
import { MetricDetail } from './MetricDetail';

const useStyles = makeStyles({
  accordion: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`, marginRight: `calc(-1 * ${tokens.spacingHorizontalM})` },
  list: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))', gap: tokens.spacingHorizontalS, margin: 0, padding: 0, listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground3 },
  silent: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

export function MetricsPage(): React.JSX.Element {
  const say = useSay();
  const query = useDeskQuery('measure', (desk, call) => desk.measure(null, call));
  return <Page title={say(FRAME.metrics)}><Asked query={query}>{(reports) => <Reports reports={reports} />}</Asked></Page>;
}

const iso = ({ start, end }: Period): string => `${isoOf(start)} – ${isoOf(end)}`;

function Reports({ reports }: { readonly reports: readonly MetricReport[] }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const reach = useReach();
  const { state } = useWorkspace();
  const [key, setKey] = useState<string | null>(null);
  const periods = state?.periods ?? null;
  if (periods === null) {
    const home = state?.forms.find((form) => form.key === 'home')?.sheet ?? '';
    return (
      <>
        <Text>{say(METRIC.noPeriods)}</Text>
        <div><Button appearance="primary" onClick={() => reach({ sheet: home, cell: '' })}>{say(METRIC.noPeriodsDo)}</Button></div>
      </>
    );
  }
  const open = reports.find((report) => report.key === key);
  if (open !== undefined) return <MetricDetail report={open} onClose={() => setKey(null)} />;
  const silent = reports.filter(isSilent);
  return (
    <>
      <Text size={200} className={styles.quiet}>{say(METRIC.periods, { before: iso(periods.baseline), after: iso(periods.current), asOf: isoOf(periods.asOf) })}</Text>
      <ul className={styles.list} aria-label={say(METRIC.withData)}>
        {reports.filter((report) => !isSilent(report)).map((report) => <li key={report.key}><MetricCard report={report} onOpen={() => setKey(report.key)} /></li>)}
      </ul>
      {silent.length === 0 ? null : (
        <Accordion className={styles.accordion} collapsible>
          <AccordionItem value="silent">
            <AccordionHeader expandIconPosition="end">{say(METRIC.withoutData, { count: silent.length })}</AccordionHeader>
            <AccordionPanel>
              <ul className={styles.silent}>{silent.map(({ key: silentKey, item, name, nameEn }) => <li key={silentKey}><Text size={200}>{item} {language === 'zh' ? name : nameEn}</Text></li>)}</ul>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </>
  );
}

function isSilent({ baseline, current }: MetricReport): boolean {
  return [baseline, current].every((result) => result === null || result.status === 'no-data');
}
