/** Charts as Excel's own, through its API: bars and lines linked to cells, as those in the file. */
import { columnLetters } from '../../../core/model/address';
import { areaOf } from '../../../core/model/area';
import type { ChartAxis, ChartSeries, ChartSpec } from '../../../core/model/chart-spec';
import type { ChartApi, ChartAxisApi, ChartSeriesApi, Context, RangeApi } from '../api';
import { RANGE_BYTES, type Step } from './step';

const CHART_BYTES = 6000;

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
  if (axis.step !== undefined) target.majorUnit = axis.step;
  if (axis.months !== true) return;
  target.categoryType = 'DateAxis';
  target.baseTimeUnit = 'Months';
  if (axis.every === undefined) return;
  target.majorTimeUnitScale = 'Months';
  target.majorUnit = axis.every;
}

function setSeries(context: Context, target: ChartSeriesApi, series: ChartSeries): void {
  target.name = series.name;
  target.setValues(rangeOf(context, series.values.ref));
  target.setXAxisValues(rangeOf(context, series.categories.ref));
  const colour = `#${series.colour}`;
  if (series.kind !== 'line') {
    target.chartType = 'ColumnClustered';
    target.format.fill.setSolidColor(colour);
    if (series.kind === 'band') {
      target.gapWidth = 0;
      target.overlap = 100;
    }
  } else {
    target.chartType = series.markers === true ? 'LineMarkers' : 'Line';
    target.format.line.color = colour;
    target.format.line.lineStyle = series.dashed === true ? 'Dash' : 'Continuous';
    target.markerStyle = series.markers === true ? 'Circle' : 'None';
  }
  if (series.secondary === true || series.kind === 'band') target.axisGroup = 'Secondary';
  if (series.labels === 'all') target.hasDataLabels = true;
  else if (series.labels === 'last') {
    const point = target.points.getItemAt(Math.max(0, series.values.values.length - 1));
    point.hasDataLabel = true;
    point.dataLabel.showSeriesName = true;
    point.dataLabel.showValue = false;
  }
}

function setChart(context: Context, chart: ChartApi, spec: ChartSpec, name: string): void {
  chart.name = name;
  chart.title.text = spec.title;
  if (spec.titleRef !== undefined) chart.title.setFormula(`=${spec.titleRef}`);
  chart.legend.visible = spec.legend === true;
  spec.series.forEach((series, i) => setSeries(context, i === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name), series));
  setAxis(chart.axes.categoryAxis, spec.categoryAxis);
  setAxis(chart.axes.valueAxis, spec.valueAxis);
  if (spec.series.some(({ kind }) => kind === 'band')) {
    const axis = chart.axes.getItem('Value', 'Secondary');
    setAxis(axis, { min: 0, max: 1 });
    axis.visible = false;
  }
  if (spec.secondaryAxis !== undefined) setAxis(chart.axes.getItem('Value', 'Secondary'), spec.secondaryAxis);
  const { top = 1, left = 1, bottom = 1, right = 1 } = areaOf(spec.ref) ?? {};
  chart.setPosition(`${columnLetters(left)}${top}`, `${columnLetters(right)}${bottom}`);
}

/** `as` is the name that the chart has at first, where another one still has its own. */
export function chartSteps(sheet: string, charts: readonly ChartSpec[], as: (spec: ChartSpec) => string = ({ name }) => name): readonly Step[] {
  return charts.flatMap((spec): readonly Step[] => {
    const first = spec.series[0];
    if (first === undefined) return [];
    return [{
      sheet, bytes: CHART_BYTES + spec.series.length * RANGE_BYTES * 6,
      carryOut(context) {
        // One column of numbers makes one series, which becomes the first.
        setChart(context, context.workbook.worksheets.getItem(sheet).charts.add('ColumnClustered', rangeOf(context, first.values.ref), 'Columns'), spec, as(spec));
      },
      undo: [{ what: 'delete-chart', sheet, name: as(spec) }],
    }];
  });
}
