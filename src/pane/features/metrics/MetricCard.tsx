/** One metric in a few lines: value before and after, the verdict in a word, a line of the months. */
import { Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MetricReport } from '../../../app/desk/metric-reports';
import { METRIC } from '../../../core/text/pane/metrics-texts';
import { verdictLabel } from '../../../core/text/labels';
import { useLanguage, useSay } from '../../hooks/language';
import { differenceText, isSmall, nameOf, valueText } from './figures';
import { SparkLine } from './SparkLine';

const useStyles = makeStyles({
  card: { height: '100%', padding: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  figures: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  value: { fontVariantNumeric: 'tabular-nums' },
  improved: { color: tokens.colorPaletteGreenForeground1 },
  worsened: { color: tokens.colorPaletteRedForeground1 },
});

export function MetricCard({ report, onOpen }: { readonly report: MetricReport; readonly onOpen: () => void }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const { item, baseline, current, change } = report;
  const verdict = change?.verdict ?? 'not-comparable';
  const tone = verdict === 'improved' ? styles.improved : verdict === 'worsened' ? styles.worsened : styles.quiet;
  const difference = differenceText(report, language);
  const ok = current?.status === 'ok';
  return (
    <Card className={styles.card} size="small" focusMode="off" onClick={onOpen} role="button" tabIndex={0} onKeyDown={(event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onOpen();
    }}>
      <Text><Text className={styles.quiet}>{item}</Text> {nameOf(report, language)}</Text>
      <div className={styles.figures}>
        <Text size={ok ? 500 : 200} weight={ok ? 'semibold' : 'regular'} className={styles.value}>{valueText(report, current, language)}</Text>
        <SparkLine months={report.months} />
      </div>
      {baseline === null ? null : <Text size={200} className={styles.quiet}>{say(METRIC.before)} {valueText(report, baseline, language)}{difference === '' ? '' : `，${difference}`}</Text>}
      <Text size={200} className={tone}>{verdictLabel(verdict, language)}{isSmall(report, current) || isSmall(report, baseline) ? ` · ${say(METRIC.smallSample)}` : ''}</Text>
    </Card>
  );
}
