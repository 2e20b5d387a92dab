/** Charts as Excel's own, through its API: bars and lines linked to cells, as those in the file. */
import { columnLetters } from '../../../core/model/address';
import { areaOf } from '../../../core/model/area';
import type { ChartAxis, ChartSeries, ChartSpec } from '../../../core/model/chart-spec';
import type { ChartApi, ChartAxisApi, ChartSeriesApi, Context, RangeApi } from '../api';
import { RANGE_BYTES, type Step } from './step';

const CHART_BYTES = 6000;
const POINT_BYTES = 1200;
/** As in the file. */
const [GAP, LINE_WIDTH, LIMIT_WIDTH, MARKER_SIZE, LARGE_MARKER_SIZE] = [60, 2.25, 1.25, 6, 9];

/** The range that a reference with its sheet's name means. */
function rangeOf({ workbook }: Context, ref: string): RangeApi {
  const at = ref.lastIndexOf('!');
  const sheet = ref.slice(0, at).replace(/^'(.*)'$/s, '$1').replaceAll("''", "'");
  return workbook.worksheets.getItem(sheet).getRange(ref.slice(at + 1).replaceAll('$', ''));
}

function setAxis(target: ChartAxisApi, axis: ChartAxis | undefined): void {
  if (axis === undefined) return;
  if (axis.title !== undefined) target.title.text = axis.title;
  if (axis.min !== undefined) target.minimum = axis.min;
  if (axis.max !== undefined) target.maximum = axis.max;
  if (axis.format !== undefined) target.numberFormat = axis.format;
  if (axis.months !== true) {
    if (axis.every !== undefined) target.tickLabelSpacing = axis.every;
    return;
  }
  target.categoryType = 'DateAxis';
  target.baseTimeUnit = 'Months';
  if (axis.every === undefined) return;
  target.majorTimeUnitScale = 'Months';
  target.majorUnit = axis.every;
}

function setBars(target: ChartSeriesApi, { kind, colour, dashed, pointColours = [], values }: ChartSeries, beside: number): void {
  if (dashed === true) {
    target.format.fill.clear();
    target.format.line.color = `#${colour}`;
    target.format.line.lineStyle = 'Dash';
    target.format.line.weight = LIMIT_WIDTH;
  } else target.format.fill.setSolidColor(`#${colour}`);
  target.gapWidth = kind === 'band' ? 0 : GAP;
  target.overlap = kind === 'band' ? 100 : beside > 1 ? -5 : 0;
  pointColours.slice(0, values.values.length).forEach((own, i) => {
    if (own !== null) target.points.getItemAt(i).format.fill.setSolidColor(`#${own}`);
  });
}

const hasDots = ({ markers, pointsOnly }: ChartSeries): boolean => markers === true || pointsOnly === true;

function setLine(target: ChartSeriesApi, series: ChartSeries): void {
  const { colour, dashed, pointsOnly } = series;
  const dots = hasDots(series);
  target.format.line.color = `#${colour}`;
  target.format.line.weight = dashed === true ? LIMIT_WIDTH : LINE_WIDTH;
  target.format.line.lineStyle = pointsOnly === true ? 'None' : dashed === true ? 'Dash' : 'Continuous';
  target.markerStyle = dots ? 'Circle' : 'None';
  if (!dots) return;
  target.markerSize = pointsOnly === true ? LARGE_MARKER_SIZE : MARKER_SIZE;
  target.markerBackgroundColor = `#${colour}`;
  target.markerForegroundColor = '#FFFFFF';
}

/** `format`: that of the axis. */
function setLabels(target: ChartSeriesApi, { kind, labels, labelFormat, values: { values } }: ChartSeries, format: string | undefined): void {
  if (labels === 'all') {
    target.hasDataLabels = true;
    target.dataLabels.position = kind === 'bar' ? 'OutsideEnd' : 'Top';
    const own = labelFormat ?? format;
    if (own !== undefined) target.dataLabels.numberFormat = own;
  } else if (labels === 'last') {
    const last = values.reduce<number>((found, value, i) => (typeof value === 'number' ? i : found), -1);
    if (last < 0) return;
    const point = target.points.getItemAt(last);
    point.hasDataLabel = true;
    point.dataLabel.showSeriesName = true;
    point.dataLabel.showValue = false;
    point.dataLabel.position = kind === 'bar' ? 'OutsideEnd' : 'Right';
  }
}

function setSeries(context: Context, target: ChartSeriesApi, series: ChartSeries, { series: all, valueAxis, secondaryAxis }: ChartSpec): void {
  target.name = series.name;
  target.setValues(rangeOf(context, series.values.ref));
  target.setXAxisValues(rangeOf(context, series.categories.ref));
  const secondary = series.secondary === true || series.kind === 'band';
  target.chartType = series.kind !== 'line' ? 'ColumnClustered' : hasDots(series) ? 'LineMarkers' : 'Line';
  // Gaps belong to the bars of an axis: the axis comes first.
  if (secondary) target.axisGroup = 'Secondary';
  if (series.kind === 'line') setLine(target, series);
  else setBars(target, series, all.filter(({ kind, secondary: other = false }) => kind === 'bar' && other === (series.secondary ?? false)).length);
  setLabels(target, series, (secondary ? secondaryAxis : valueAxis)?.format);
}

function setChart(context: Context, chart: ChartApi, spec: ChartSpec, name: string): void {
  chart.name = name;
  chart.title.text = spec.title;
  if (spec.titleRef !== undefined) chart.title.setFormula(`=${spec.titleRef}`);
  chart.legend.visible = spec.legend === true;
  if (spec.legend === true) chart.legend.position = 'Bottom';
  chart.displayBlanksAs = 'NotPlotted';
  spec.series.forEach((series, i) => setSeries(context, i === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name), series, spec));
  setAxis(chart.axes.categoryAxis, spec.categoryAxis);
  setAxis(chart.axes.valueAxis, spec.valueAxis);
  if (spec.series.some(({ kind }) => kind === 'band')) {
    const axis = chart.axes.getItem('Value', 'Secondary');
    setAxis(axis, { min: 0, max: 1 });
    // An axis that is taken away would leave the bands to the scale of the first one.
    axis.tickLabelPosition = 'None';
    axis.majorTickMark = 'None';
  }
  if (spec.secondaryAxis !== undefined) setAxis(chart.axes.getItem('Value', 'Secondary'), spec.secondaryAxis);
  const { top = 1, left = 1, bottom = 1, right = 1 } = areaOf(spec.ref) ?? {};
  chart.setPosition(`${columnLetters(left)}${top}`, `${columnLetters(right)}${bottom}`);
}

const isRow = (ref: string): boolean => { const area = areaOf(ref.slice(ref.lastIndexOf('!') + 1).replaceAll('$', '')); return area !== null && area.top === area.bottom; };

/** `as` is the name that the chart has at first, where another one still has its own. */
export function chartSteps(sheet: string, charts: readonly ChartSpec[], as: (spec: ChartSpec) => string = ({ name }) => name): readonly Step[] {
  return charts.flatMap((spec): readonly Step[] => {
    const first = spec.series[0];
    if (first === undefined) return [];
    return [{
      sheet, bytes: CHART_BYTES + spec.series.reduce((sum, { pointColours = [] }) => sum + RANGE_BYTES * 10 + pointColours.length * POINT_BYTES, 0),
      carryOut(context) {
        // A column or a row of numbers makes one series, which becomes the first.
        setChart(context, context.workbook.worksheets.getItem(sheet).charts.add('ColumnClustered', rangeOf(context, first.values.ref), isRow(first.values.ref) ? 'Rows' : 'Columns'), spec, as(spec));
      },
      undo: [{ what: 'delete-chart', sheet, name: as(spec) }],
    }];
  });
}
