/** The months of both periods as a small line: the baseline grey, the current in the accent colour. For the eye only. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { MetricReport } from '../../../app/desk/metric-reports';

const useStyles = makeStyles({
  svg: { width: '96px', height: '28px', flexShrink: 0, overflow: 'visible' },
  before: { stroke: tokens.colorNeutralForeground4, fill: 'none', strokeWidth: 1.5 },
  after: { stroke: tokens.colorBrandForeground1, fill: 'none', strokeWidth: 2 },
});

const WIDTH = 96;
const HEIGHT = 28;

type Point = readonly [x: number, y: number];

export function SparkLine({ months }: Pick<MetricReport, 'months'>): React.JSX.Element | null {
  const styles = useStyles();
  const values = (['baseline', 'current'] as const).map((period) => months[period].map(({ numerator, denominator }) => (denominator === 0 ? null : numerator / denominator)));
  const known = values.flat().filter((value) => value !== null);
  if (known.length < 3) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const y = (value: number): number => (high === low ? HEIGHT / 2 : HEIGHT - 2 - ((value - low) / (high - low)) * (HEIGHT - 4));
  const total = values.flat().length;
  const place = (index: number): number => (total < 2 ? 0 : (index / (total - 1)) * WIDTH);
  const line = (list: readonly (number | null)[], offset: number): string => pathOf(list.flatMap((value, i): readonly Point[] => (value === null ? [] : [[place(offset + i), y(value)]])));
  const [before = [], after = []] = values;
  return (
    <svg className={styles.svg} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path className={styles.before} d={line(before, 0)} />
      <path className={styles.after} d={line(after, before.length)} />
    </svg>
  );
}

function pathOf(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}
