/** The months of a metric with their control limits, as a picture that fits the page; its sentence above it, its numbers for those who cannot see it. */
import { makeStyles, Text } from '@fluentui/react-components';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MetricReport } from '../../../app/desk/metric-reports';
import type { ChartSpec } from '../../../core/model/chart-spec';
import { isoOf } from '../../../core/codec/date';
import { METRIC } from '../../../core/text/pane/metrics-texts';
import { figure, figureStyle } from '../../../core/text/figure-text';
import { useDeskQuery } from '../../hooks/desk-query';
import { useLanguage, useSay } from '../../hooks/language';
import { usePorts } from '../../hooks/ports-context';
import { DarkContext } from '../../hooks/settings';
import { useWorkspace } from '../../hooks/workspace-context';

const useStyles = makeStyles({
  frame: { width: '100%', minWidth: 0 },
  picture: { display: 'block', maxWidth: '100%' },
});

const HEIGHT = 220;
/** Widths are taken in steps: a picture is not drawn anew for every pixel. */
const STEP = 16;

export function MonthChart({ report }: { readonly report: MetricReport }): React.JSX.Element | null {
  const language = useLanguage();
  const { data } = useDeskQuery(`months ${report.key} ${language}`, (desk, call) => desk.monthChart({ metric: report.key, language }, call));
  return data === null ? null : <Picture spec={data} report={report} />;
}

function Picture({ spec, report }: { readonly spec: ChartSpec; readonly report: MetricReport }): React.JSX.Element {
  const styles = useStyles();
  const say = useSay();
  const language = useLanguage();
  const { charts } = usePorts();
  const { fail } = useWorkspace();
  const dark = useContext(DarkContext);
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [drawn, setDrawn] = useState<string | null>(null);
  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null) return undefined;
    const fit = (): void => setWidth(Math.max(STEP, Math.floor(box.clientWidth / STEP) * STEP));
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (width === 0) return undefined;
    let wanted = true;
    charts().then((picture) => (wanted ? setDrawn(picture.svg({ ...spec, title: '' }, { width, height: HEIGHT }, dark ? 'dark' : 'light')) : undefined)).catch(fail);
    return () => {
      wanted = false;
    };
  }, [charts, spec, width, dark, fail]);
  const alt = say(METRIC.monthChart, { name: spec.description, text: monthsText(report, language) });
  return (
    <div ref={frame} className={styles.frame}>
      <Text size={200} block>{spec.title}</Text>
      {drawn === null ? <div style={{ height: HEIGHT }} /> : <img className={styles.picture} alt={alt} width={width} height={HEIGHT} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn)}`} />}
    </div>
  );
}

function monthsText({ months, unit, unitText }: MetricReport, language: 'zh' | 'en'): string {
  const known = [...months.baseline, ...months.current].filter(({ denominator }) => denominator !== 0);
  const style = figureStyle(unit, known.map(({ numerator, denominator }) => numerator / denominator), language, unitText ?? undefined);
  return known.map(({ low, numerator, denominator }) => `${isoOf(low).slice(0, 7)} ${figure(numerator / denominator, style)}`).join(language === 'zh' ? '，' : ', ');
}
