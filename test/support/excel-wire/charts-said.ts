/** What the charts of the model of a workbook say, in the words of a file's. */
import { areaOf } from '../../../src/core/model/area';
import { plainRef, type ChartSaid, type SeriesSaid } from '../file-charts';
import type { Book, Chart } from './model';

const colour = (value: unknown): string => (typeof value === 'string' ? value.replace('#', '') : '');
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function seriesSaid({ values }: Chart['series'][number]): SeriesSaid {
  const entries = [...values];
  const [type, fill] = [String(values.get('chartType')), values.get('fill')];
  const kind = type.startsWith('Line') ? 'line' : 'bar';
  return {
    kind, name: String(values.get('name')), categories: plainRef(String(values.get('categories'))), values: plainRef(String(values.get('values'))),
    secondary: values.get('axisGroup') === 'Secondary', colour: colour(kind === 'bar' && fill !== 'none' ? fill : values.get('line.color')),
    points: Object.fromEntries(entries.flatMap(([key, value]) => { const at = /^point(\d+)\.fill$/.exec(key)?.[1]; return at === undefined ? [] : [[at, colour(value)]]; })),
    markers: values.get('markerStyle') === 'Circle',
    labels: values.get('hasDataLabels') === true ? 'all' : entries.some(([key]) => key.endsWith('.hasDataLabel')) ? 'last' : 'none',
  };
}

/** By name. */
export function bookCharts({ sheets }: Book): ReadonlyMap<string, ChartSaid> {
  return new Map(sheets.flatMap(({ charts }) => charts).map(({ values, series }): [string, ChartSaid] => {
    const { left = 0, top = 0, right = 0, bottom = 0 } = areaOf(String(values.get('position'))) ?? {};
    return [String(values.get('name')), {
      title: plainRef(text(values.get('title.formula')) || text(values.get('title.text'))), legend: values.get('legend.visible') === true, place: [left, top, right, bottom],
      valueAxis: { format: text(values.get('valueAxis.numberFormat')) || 'General', min: number(values.get('valueAxis.minimum')), max: number(values.get('valueAxis.maximum')) },
      series: series.map(seriesSaid),
    }];
  }));
}
