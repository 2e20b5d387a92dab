/** The months of one metric as a picture of its own, with gaps where there is no data: both periods as lines, signals as dots. A sheet's chart is `runChart`. */
import type { ChartPoints, ChartSeries, ChartSpec } from '../model/chart-spec';
import { AFTER, BEFORE, LIMIT, type Scale, type Texts } from './chart-specs';

const SIGNAL = 'C55A11';
/** More months than this are not all named. */
const EVERY_MONTH = 12;

export interface RunPicturePoints {
  readonly categories: ChartPoints;
  readonly baseline: ChartPoints;
  readonly current: ChartPoints;
  readonly center: ChartPoints;
  readonly lower: ChartPoints;
  readonly upper: ChartPoints;
  readonly signal: ChartPoints;
}

export function runPicture(name: string, texts: Texts, points: RunPicturePoints, scale: Scale): ChartSpec {
  const line = (called: string, values: ChartPoints, more: Partial<ChartSeries>): ChartSeries => ({ kind: 'line', name: called, categories: points.categories, values, colour: LIMIT, ...more });
  const drawn = (values: ChartPoints): boolean => values.values.some((value) => typeof value === 'number');
  const limits = drawn(points.upper);
  return {
    name, ...texts, legend: true,
    ...(points.categories.values.length > EVERY_MONTH ? { categoryAxis: { every: 3 } } : {}),
    series: [
      ...(limits ? [line('中心线', points.center, { colour: 'BFBFBF' }), line('控制下限', points.lower, { dashed: true }), line('控制上限', points.upper, { dashed: true })] : []),
      line('提升前', points.baseline, { colour: BEFORE, markers: true }),
      line('提升后', points.current, { colour: AFTER, markers: true }),
      ...(limits ? [line('异常信号', points.signal, { colour: SIGNAL, pointsOnly: true })] : []),
    ],
    valueAxis: { format: scale.axis, ...(scale.max === undefined ? {} : { max: scale.max }) },
  };
}
