/** Charts of a sheet: what is set is kept under its path; names that Excel does not have are refused. */
import { quoteSheet } from '../../../src/core/model/address';
import { refOf } from '../../../src/core/model/area';
import { colour } from './object-format';
import { guardCells, parseArea, rangeArgument } from './object-range';
import { Refusal, type Book, type Chart, type Sheet } from './model';
import { Breach, oneOf, text, whole, type WireObject } from './wire-object';

type Tree = Readonly<Record<string, 'value' | Leaves>>;
type Leaves = Readonly<Record<string, 'value' | Readonly<Record<string, 'value'>>>>;

const AXIS: Leaves = { minimum: 'value', maximum: 'value', numberFormat: 'value', visible: 'value', categoryType: 'value', baseTimeUnit: 'value', majorTimeUnitScale: 'value', majorUnit: 'value', tickLabelSpacing: 'value', tickLabelPosition: 'value', majorTickMark: 'value', title: { text: 'value', visible: 'value' } };

/** An object whose properties are kept in the map under their paths. */
function bag(type: string, values: Map<string, unknown>, tree: Tree | Leaves, path = ''): WireObject {
  const names = Object.entries(tree);
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  return {
    type,
    get: Object.fromEntries(names.filter(([, kind]) => kind === 'value').map(([name]) => [name, () => values.get(at(name)) ?? null])),
    set: Object.fromEntries(names.filter(([, kind]) => kind === 'value').map(([name]) => [name, (value: unknown) => {
      if (typeof value === 'object') throw new Breach('InvalidArgument', `${at(name)}: ${JSON.stringify(value)}`);
      values.set(at(name), value);
    }])),
    to: Object.fromEntries(names.flatMap(([name, kind]) => (kind === 'value' ? [] : [[name, () => bag(name, values, kind, at(name))]]))),
  };
}

const reference = (value: unknown): string => {
  const { sheet, area } = rangeArgument(value);
  return `${quoteSheet(sheet.name)}!${refOf(area)}`;
};

const fillOf = (values: Map<string, unknown>, path: string): WireObject => ({
  type: 'fill', call: { setSolidColor: (value) => void values.set(path, colour(value)), clear: () => void values.set(path, 'none') },
});

function pointObject(values: Map<string, unknown>, path: string): WireObject {
  const base = bag('point', values, { hasDataLabel: 'value', dataLabel: { showSeriesName: 'value', showValue: 'value', position: 'value' } }, path);
  return { ...base, to: { ...base.to, format: () => ({ type: 'point format', to: { fill: () => fillOf(values, `${path}.fill`) } }) } };
}

function seriesObject(chart: Chart, one: Chart['series'][number]): WireObject {
  const base = bag('series', one.values, { name: 'value', chartType: 'value', axisGroup: 'value', hasDataLabels: 'value', markerStyle: 'value', markerSize: 'value', markerBackgroundColor: 'value', markerForegroundColor: 'value', smooth: 'value', gapWidth: 'value', overlap: 'value' });
  return {
    ...base, id: one.id,
    call: {
      setValues: (range) => void one.values.set('values', reference(range)), setXAxisValues: (range) => void one.values.set('categories', reference(range)),
      delete: () => { chart.series = chart.series.filter((each) => each !== one); },
    },
    to: {
      format: () => ({ type: 'series format', to: {
        line: () => bag('line', one.values, { color: 'value', lineStyle: 'value', weight: 'value' }, 'line'),
        fill: () => fillOf(one.values, 'fill'),
      } }),
      dataLabels: () => bag('labels', one.values, { showValue: 'value', showSeriesName: 'value', position: 'value', numberFormat: 'value' }, 'labels'),
      points: () => ({ type: 'points', to: { getItemAt: (index) => pointObject(one.values, `point${whole(index, 'a point')}`) } }),
    },
  };
}

function chartObject(book: Book, sheet: Sheet, chart: Chart): WireObject {
  const base = bag('chart', chart.values, { name: 'value', height: 'value', width: 'value', top: 'value', left: 'value', displayBlanksAs: 'value', title: { text: 'value', visible: 'value' }, legend: { visible: 'value', position: 'value' } });
  const axis = (name: string): WireObject => bag('axis', chart.values, AXIS, name);
  return {
    ...base, id: chart.id,
    get: { ...base.get, id: () => chart.id },
    call: {
      setPosition: (first, last) => void chart.values.set('position', `${refOf(parseArea(first))}:${refOf(parseArea(last))}`),
      delete: () => { guardCells(book, sheet, [], false); sheet.charts = sheet.charts.filter((one) => one !== chart); },
    },
    to: {
      ...base.to,
      title: () => ({ ...bag('title', chart.values, { text: 'value', visible: 'value' }, 'title'), call: { setFormula: (formula) => void chart.values.set('title.formula', text(formula, 'a formula')) } }),
      axes: () => ({ type: 'axes', to: {
        categoryAxis: () => axis('categoryAxis'), valueAxis: () => axis('valueAxis'),
        getItem: (kind, group) => axis(`${oneOf(kind, ['Category', 'Value'], 'an axis')}${oneOf(group, ['Primary', 'Secondary'], 'a group')}`),
      } }),
      series: () => ({
        type: 'series', items: () => chart.series.map((one) => seriesObject(chart, one)), item: (key) => seriesObject(chart, found(chart.series, key)),
        to: {
          getItemAt: (index) => seriesObject(chart, found(chart.series.slice(whole(index, 'a series')), chart.series[whole(index, '')]?.id)),
          add: (name) => {
            const one = { id: `s${book.nextId++}`, values: new Map<string, unknown>([['name', name ?? '']]) };
            chart.series.push(one);
            return seriesObject(chart, one);
          },
        },
      }),
    },
  };
}

function found<T extends { readonly id: string }>(list: readonly T[], key: unknown): T {
  const one = list.find(({ id }) => id === key);
  if (one === undefined) throw new Refusal('ItemNotFound', String(key));
  return one;
}

export function chartsObject(book: Book, sheet: Sheet): WireObject {
  const named = (name: unknown): Chart | undefined => sheet.charts.find(({ id, values }) => id === name || values.get('name') === name);
  const get = (name: unknown): WireObject => {
    const chart = named(name);
    if (chart === undefined) throw new Refusal('ItemNotFound', `a chart ${String(name)}`);
    return chartObject(book, sheet, chart);
  };
  return {
    type: 'charts', items: () => sheet.charts.map((chart) => chartObject(book, sheet, chart)), item: get,
    to: {
      getItem: get,
      getItemOrNullObject: (name) => { const chart = named(name); return chart === undefined ? null : chartObject(book, sheet, chart); },
      add: (kind, range, by) => {
        guardCells(book, sheet, [], false);
        const rows = oneOf(by, ['Columns', 'Rows'], 'a direction') === 'Rows';
        const { area } = rangeArgument(range);
        // Excel makes a series of every column that it is given, or of every row.
        const series = Array.from({ length: rows ? area.bottom - area.top + 1 : area.right - area.left + 1 }, () => ({ id: `s${book.nextId++}`, values: new Map<string, unknown>() }));
        const chart: Chart = { id: `chart${book.nextId++}`, values: new Map<string, unknown>([['chartType', oneOf(kind, ['ColumnClustered', 'Line', 'LineMarkers', 'BarClustered'], 'a chart')], ['name', `图表 ${book.nextId}`]]), series };
        sheet.charts.push(chart);
        return chartObject(book, sheet, chart);
      },
    },
  };
}
