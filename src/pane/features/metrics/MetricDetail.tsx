/** Everything behind one metric: the verdict in a sentence, figures with intervals, what was counted, the definition, the rows. */
import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { MetricReport } from '../../../app/desk/metric-reports';
import type { MetricResult } from '../../../core/model/metric-result';
import type { PeriodKey } from '../../../core/model/period';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { METRIC } from '../../../core/text/pane/metrics-texts';
import { figureStyle, rangeFigure } from '../../../core/text/figure-text';
import { plainNumber } from '../../../core/text/format';
import { basisLabel, periodLabel } from '../../../core/text/labels';
import { verdictSentence } from '../../../core/text/verdict-text';
import { useLanguage, useSay } from '../../hooks/language';
import { isSmall, nameOf, valueText } from './figures';
import { MonthChart } from './MonthChart';
import { RowsBehind } from './RowsBehind';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})` },
  both: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))', gap: tokens.spacingHorizontalM },
  figure: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  value: { fontVariantNumeric: 'tabular-nums' },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
});

export function MetricDetail({ report, onClose }: { readonly report: MetricReport; readonly onClose: () => void }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const { baseline, current, change, item, version, definition } = report;
  const periods: readonly PeriodKey[] = baseline === null ? ['current'] : ['baseline', 'current'];
  const [period, setPeriod] = useState<PeriodKey>('current');
  return (
    <>
      <div className={styles.head}>
        <Button autoFocus appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={say(FRAME.back)} onClick={onClose} />
        <Text as="h3" weight="semibold" size={400}>{nameOf(report, language)}</Text>
      </div>
      {change === null ? null : <Text>{verdictSentence(change, baseline, current, nameOf(report, language), language, report.unitText ?? undefined)}</Text>}
      <div className={styles.both}>
        {periods.map((key) => <Figures key={key} report={report} result={key === 'baseline' ? baseline : current} period={key} />)}
      </div>
      <MonthChart report={report} />
      <section className={styles.part}>
        <Text weight="semibold" as="h4">{say(METRIC.definition)}</Text>
        <Text>{definition}</Text>
        <Text size={200} className={styles.quiet}>{say(METRIC.definitionVersion, { item, version })}</Text>
      </section>
      {(current ?? baseline)?.basis === 'summary' ? null : (
        <section className={styles.part}>
          <Text weight="semibold" as="h4">{say(METRIC.rows)}</Text>
          {periods.length < 2 ? null : (
            <TabList size="small" selectedValue={period} onTabSelect={(_, { value }) => setPeriod(value === 'baseline' ? 'baseline' : 'current')}>
              {periods.map((key) => <Tab key={key} value={key}>{periodLabel(key, language)}</Tab>)}
            </TabList>
          )}
          <RowsBehind key={`${report.key} ${period}`} metric={report.key} period={period} />
        </section>
      )}
    </>
  );
}

function Figures({ report, result, period }: { readonly report: MetricReport; readonly result: MetricResult | null; readonly period: PeriodKey }): React.JSX.Element | null {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  if (result === null) return null;
  const { interval, numerator, denominator, value, rows, basis } = result;
  const style = figureStyle(report.unit, [value ?? 0], language, report.unitText ?? undefined);
  const counts = [
    say(METRIC.used, { count: rows.used }),
    ...(rows.notDue > 0 ? [say(METRIC.notDue, { count: rows.notDue })] : []),
    ...(rows.invalid > 0 ? [say(METRIC.invalid, { count: rows.invalid })] : []),
    ...(rows.outside > 0 ? [say(METRIC.outside, { count: rows.outside })] : []),
  ];
  return (
    <div className={styles.figure}>
      <Text size={200} className={styles.quiet}>{periodLabel(period, language)}{isSmall(report, result) ? ` · ${say(METRIC.smallSample)}` : ''}</Text>
      <Text size={result.status === 'ok' ? 500 : 300} weight="semibold" className={styles.value}>{valueText(report, result, language)}</Text>
      {numerator === null || denominator === null ? null : <Text size={200} className={styles.value}>{say(METRIC.figure, { numerator: plainNumber(numerator), denominator: plainNumber(denominator) })}</Text>}
      {interval === null ? null : <Text size={200} className={styles.quiet}>{say(METRIC.interval, { percent: `${Math.round(interval.level * 100)}%`, range: rangeFigure(interval, style) })}{report.unit === 'ratio' && report.unitText === null ? ' %' : ''}</Text>}
      <Text size={200} className={styles.quiet}>{basis === 'summary' ? basisLabel('summary', language) : counts.join(' · ')}</Text>
    </div>
  );
}
