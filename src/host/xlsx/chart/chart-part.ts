/**
 * A chart's part from its spec: bars, lines and bands over one category axis, a second value axis where a series asks for it
 * (CT_ChartSpace, ISO/IEC 29500-1, 21.2.2.29). Written in transitional form.
 */
import { areaOf } from '../../../core/model/area';
import type { ChartAxis, ChartSeries, ChartSpec } from '../../../core/model/chart-spec';
import { categoryAxis, legend, PRIMARY, SECONDARY, valueAxis, type AxisPair } from './chart-axes';
import { barSeries, countedFrom, lineSeries, type SeriesFormats } from './chart-series';
import { fileFormula } from '../write/future-functions';
import { element, fill, GREY, INK, linkedTitle, RULE, textProperties, title } from './chart-text';

const TITLE_POINTS = 12;
const TEXT_POINTS = 9;
/** Characters of the title over a column of the sheet. */
const TITLE_CHARACTERS = 4;
const GAP = 60;
/** Bands are there (1) or not (0). */
const BAND_AXIS: ChartAxis = { min: 0, max: 1 };

interface Numbered {
  readonly series: ChartSeries;
  readonly index: number;
}

/** `GAP` between the bars of categories; bands leave none and stand on each other. */
function barChart(some: readonly Numbered[], ids: AxisPair, formats: SeriesFormats, band = false): string {
  if (some.length === 0) return '';
  const series = some.map((one) => barSeries(one.series, one.index, formats)).join('');
  return `<c:barChart>${element('barDir', 'col')}${element('grouping', 'clustered')}${element('varyColors', 0)}${series}${element('gapWidth', band ? 0 : GAP)}`
    + `${element('overlap', band ? 100 : some.length > 1 ? -5 : 0)}${element('axId', ids.category)}${element('axId', ids.value)}</c:barChart>`;
}

function lineChart(some: readonly Numbered[], ids: AxisPair, formats: SeriesFormats): string {
  if (some.length === 0) return '';
  const series = some.map((one) => lineSeries(one.series, one.index, formats)).join('');
  return `<c:lineChart>${element('grouping', 'standard')}${element('varyColors', 0)}${series}${element('marker', 1)}${element('axId', ids.category)}${element('axId', ids.value)}</c:lineChart>`;
}

/** Programs leave no room for names at the last points by themselves: the plot ends before the chart does. */
function layout({ series, title: heading, secondaryAxis, legend: hasLegend, categoryAxis: axis, ref }: ChartSpec): string {
  const named = series.some(({ kind, labels }) => kind === 'line' && labels === 'last');
  if (!named) return '<c:layout/>';
  const longest = Math.max(...series.filter(({ labels }) => labels === 'last').map(({ name }) => name.length));
  const right = Math.min(0.3, 0.05 + longest * 0.022) + (secondaryAxis === undefined ? 0 : 0.06);
  const { left = 1, right: last = 8 } = areaOf(ref) ?? {};
  const lines = Math.max(1, Math.ceil(heading.length / ((last - left + 1) * TITLE_CHARACTERS)));
  const top = 0.1 + lines * 0.06;
  const bottom = 0.12 + (hasLegend === true ? 0.1 : 0) + (axis?.title === undefined ? 0 : 0.07);
  const share = (name: string, value: number): string => element(name, Number(value.toFixed(3)));
  return `<c:layout><c:manualLayout>${element('layoutTarget', 'inner')}${element('xMode', 'edge')}${element('yMode', 'edge')}`
    + `${share('x', 0.1)}${share('y', top)}${share('w', 0.9 - right)}${share('h', 1 - top - bottom)}</c:manualLayout></c:layout>`;
}

/** Its bounds are dates where its labels are. */
function axisIn(axis: ChartAxis, date1904: boolean): ChartAxis {
  const { min, max, format } = axis;
  return { ...axis, ...(min === undefined ? {} : { min: countedFrom(min, format, date1904) }), ...(max === undefined ? {} : { max: countedFrom(max, format, date1904) }) };
}

/** `date1904`: the workbook's dates count from 1904. Throws RangeError for a chart without series. */
export function chartPart(spec: ChartSpec, date1904 = false): string {
  const all = spec.series.map((series, index) => ({ series, index }));
  if (all.length === 0) throw new RangeError(`chart ${spec.name} has no series`);
  const bands = all.filter(({ series }) => series.kind === 'band');
  if (bands.length > 0 && all.some(({ series }) => series.secondary === true)) throw new RangeError(`chart ${spec.name} has bands and a second axis`);
  // A second axis needs a first one to stand beside.
  const second = all.some(({ series }) => series.secondary !== true);
  const of = (kind: ChartSeries['kind'], secondary: boolean): readonly Numbered[] =>
    all.filter(({ series }) => series.kind === kind && (second && series.secondary === true) === secondary);
  const onSecond = of('bar', true).length + of('line', true).length + bands.length > 0;
  const [x, y, y2] = [spec.categoryAxis ?? {}, axisIn(spec.valueAxis ?? {}, date1904), axisIn(bands.length > 0 ? BAND_AXIS : spec.secondaryAxis ?? {}, date1904)];
  const formats = { category: x.format ?? 'General', value: y.format ?? 'General', date1904 };
  const formats2 = { ...formats, value: y2.format ?? 'General' };
  const plot = layout(spec)
    + barChart(of('bar', false), PRIMARY, formats) + barChart(of('bar', true), SECONDARY, formats2) + barChart(bands, SECONDARY, formats2, true)
    + lineChart(of('line', false), PRIMARY, formats) + lineChart(of('line', true), SECONDARY, formats2)
    + categoryAxis(x, PRIMARY, false) + valueAxis(y, PRIMARY, false)
    + (onSecond ? categoryAxis(x, SECONDARY, true) + valueAxis(y2, SECONDARY, true, bands.length > 0) : '')
    + '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
  const chart = `${spec.titleRef === undefined ? title(spec.title, TITLE_POINTS, INK, true) : linkedTitle(fileFormula(spec.titleRef), spec.title, TITLE_POINTS, INK)}${element('autoTitleDeleted', 0)}<c:plotArea>${plot}</c:plotArea>`
    + `${spec.legend === true ? legend() : ''}${element('plotVisOnly', 1)}${element('dispBlanksAs', 'gap')}`;
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    + `${element('date1904', date1904 ? 1 : 0)}${element('lang', 'zh-CN')}${element('roundedCorners', 0)}<c:chart>${chart}</c:chart>`
    + `<c:spPr>${fill('FFFFFF')}<a:ln w="9525">${fill(RULE)}</a:ln></c:spPr>${textProperties(TEXT_POINTS, GREY)}`
    + '<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings></c:chartSpace>';
}
