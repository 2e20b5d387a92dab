/** A chart's spec as options of echarts: the look that host/xlsx/chart gives it in a sheet. Sizes in CSS pixels. */
import type { EChartsCoreOption } from 'echarts/core';
import type { PictureSize } from '../../app/ports';
import type { ChartAxis, ChartPoints, ChartSeries, ChartSpec } from '../../core/model/chart-spec';
import { formatted } from './number-format';

/** The first that a machine has is taken. */
const FACES = '等线, DengXian, Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, WenQuanYi Zen Hei, sans-serif';
const INK = '#262626';
const GREY = '#595959';
const RULE = '#BFBFBF';
const GRID = '#E7E6E6';
/** 12 and 9 points. */
const TITLE = 16;
const TEXT = 12;
const LINE_WIDTH = 3;
const LIMIT_WIDTH = 1.67;
const MARKER = 8;
const LARGE_MARKER = 12;
const DASH = [6, 4];
const LEGEND_LINE = 18;
const LEGEND_GAP = 10;
const MARK_WIDTH = 27;

const text = (colour = GREY, size = TEXT): object => ({ color: colour, fontSize: size, fontFamily: FACES });

/** Width of a text of this size: Chinese characters are square, others about half as wide. */
function textWidth(value: string, size: number): number {
  return Array.from(value).reduce((sum, character) => sum + (character > '\u2E7F' ? 1 : 0.56), 0) * size;
}

/** Lines that the title takes. */
function titleLines(title: string, width: number): number {
  return title === '' ? 0 : Math.max(1, Math.ceil(textWidth(title, TITLE) / (width - 32)));
}

/** Lines that the names of the series take, each with its mark before it. */
function legendLines(series: ChartSpec['series'], width: number): number {
  let [lines, used] = [1, 0];
  for (const { name } of series) {
    const wanted = MARK_WIDTH + textWidth(name, TEXT) + LEGEND_GAP;
    if (used > 0 && used + wanted > width - 2 * LEGEND_GAP) [lines, used] = [lines + 1, 0];
    used += wanted;
  }
  return lines;
}

interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

function margins({ title, series, legend }: ChartSpec, { width }: PictureSize): Margins {
  const named = series.filter(({ labels }) => labels === 'last').map(({ name }) => textWidth(name, TEXT));
  const beyond = Math.max(0, ...named);
  return {
    top: (title === '' ? 16 : 26) + titleLines(title, width) * (TITLE + 6),
    right: 16 + (beyond === 0 ? 0 : Math.min(width * 0.3, beyond + 8)),
    bottom: 14 + (legend === true ? 8 + legendLines(series, width) * LEGEND_LINE : 0),
    left: 16,
  };
}

/** `scale`: the axis may begin above 0, where no bars stand on it. */
function valueAxis(axis: ChartAxis, position: 'left' | 'right', scale: boolean): object {
  return {
    type: 'value', position, scale,
    ...(axis.min === undefined ? {} : { min: axis.min }), ...(axis.max === undefined ? {} : { max: axis.max }),
    ...(axis.title === undefined ? {} : { name: axis.title, nameLocation: 'middle', nameGap: 44, nameTextStyle: text() }),
    axisLine: { show: false }, axisTick: { show: false },
    splitLine: { show: position === 'left', lineStyle: { color: GRID, width: 1 } },
    axisLabel: { ...text(), formatter: (value: number) => formatted(value, axis.format) },
  };
}

function categoryAxis(axis: ChartAxis, labels: readonly (string | number | null)[]): object {
  return {
    type: 'category',
    data: labels.map((label) => (typeof label === 'number' ? formatted(label, axis.format) : label ?? '')),
    ...(axis.title === undefined ? {} : { name: axis.title, nameLocation: 'middle', nameGap: 26, nameTextStyle: text() }),
    axisLine: { lineStyle: { color: RULE }, onZero: true }, axisTick: { show: false },
    axisLabel: { ...text(), hideOverlap: true, ...(axis.every === undefined ? {} : { interval: axis.every - 1 }) },
  };
}

/** A gap where there is no number. */
const number = (value: string | number | null): number | '-' => (typeof value === 'number' && Number.isFinite(value) ? value : '-');

function lastPoint({ values: { values } }: ChartSeries): number {
  return values.reduce<number>((last, value, i) => (number(value) === '-' ? last : i), -1);
}

function points(series: ChartSeries): readonly object[] {
  const last = series.labels === 'last' ? lastPoint(series) : -1;
  const name = { show: true, formatter: series.name, position: series.kind === 'bar' ? 'top' : 'right', ...text(`#${series.colour}`), fontWeight: 'bold' };
  return series.values.values.map((value, i) => {
    const colour = series.pointColours?.[i] ?? null;
    return { value: number(value), ...(i === last ? { label: name } : {}), ...(colour === null ? {} : { itemStyle: { color: `#${colour}` } }) };
  });
}

function seriesOption(series: ChartSeries, secondary: boolean, axis: ChartAxis): object {
  const colour = `#${series.colour}`;
  const label = series.labels === 'all'
    ? { show: true, position: 'top', ...text(), formatter: ({ value }: { readonly value: unknown }) => (typeof value === 'number' ? formatted(value, series.labelFormat ?? axis.format) : '') }
    : { show: false };
  const shared = { name: series.name, data: points(series), yAxisIndex: secondary ? 1 : 0, label, color: colour, silent: true };
  if (series.kind === 'band') return { ...shared, type: 'bar', yAxisIndex: 1, itemStyle: { color: colour }, barCategoryGap: '0%', barGap: '-100%', barWidth: '100%', z: 1, label: { show: false } };
  if (series.kind === 'bar') {
    const look = series.dashed === true ? { color: 'transparent', borderColor: colour, borderType: 'dashed', borderWidth: LIMIT_WIDTH } : { color: colour };
    return { ...shared, type: 'bar', itemStyle: look, barCategoryGap: '37.5%', barGap: '5%' };
  }
  const dashed = series.dashed === true;
  const alone = series.pointsOnly === true;
  return {
    ...shared, type: 'line', connectNulls: false, showSymbol: series.markers === true || alone || series.labels !== undefined,
    showAllSymbol: true, symbol: 'circle', symbolSize: alone ? LARGE_MARKER : series.markers === true ? MARKER : 0,
    itemStyle: { color: colour, borderColor: '#FFFFFF', borderWidth: 1 },
    lineStyle: { color: colour, width: alone ? 0 : dashed ? LIMIT_WIDTH : LINE_WIDTH, type: dashed ? DASH : 'solid', cap: 'round', join: 'round' },
  };
}

/** Months once each: rows behind the last one repeat it. */
function withoutRepeats(spec: ChartSpec): ChartSpec {
  const [first] = spec.series;
  if (spec.categoryAxis?.months !== true || first === undefined) return spec;
  const { values: months } = first.categories;
  const kept = (all: ChartPoints): ChartPoints => ({ ...all, values: all.values.filter((_, i) => i === 0 || months[i] !== months[i - 1]) });
  return { ...spec, series: spec.series.map((series) => ({ ...series, categories: kept(series.categories), values: kept(series.values) })) };
}

/** Throws RangeError for a chart without series. */
export function chartOptions(given: ChartSpec, size: PictureSize): EChartsCoreOption {
  const spec = withoutRepeats(given);
  const [first] = spec.series;
  if (first === undefined) throw new RangeError(`chart ${spec.name} has no series`);
  const bands = spec.series.some(({ kind }) => kind === 'band');
  // A second axis needs a first one to stand beside.
  const second = spec.series.some(({ secondary }) => secondary !== true) && spec.series.some(({ secondary }) => secondary === true);
  const [y, y2] = [spec.valueAxis ?? {}, spec.secondaryAxis ?? {}];
  const noBars = spec.series.every(({ kind }) => kind !== 'bar');
  const inBars = [...spec.series.filter(({ kind }) => kind === 'band'), ...spec.series.filter(({ kind }) => kind === 'bar'), ...spec.series.filter(({ kind }) => kind === 'line')];
  return {
    animation: false,
    backgroundColor: '#FFFFFF',
    title: { text: spec.title, left: 'center', top: 14, textStyle: { ...text(INK, TITLE), fontWeight: 'bold', width: size.width - 32, overflow: 'break', lineHeight: TITLE + 6 } },
    grid: { ...margins(spec, size), outerBoundsMode: 'same', outerBoundsContain: 'all' },
    ...(spec.legend === true ? { legend: { bottom: 10, itemWidth: 22, itemHeight: 10, itemGap: LEGEND_GAP, width: size.width - 2 * LEGEND_GAP, textStyle: text(INK), selectedMode: false } } : {}),
    xAxis: categoryAxis(spec.categoryAxis ?? {}, first.categories.values),
    yAxis: [valueAxis(y, 'left', noBars), ...(second ? [valueAxis(y2, 'right', false)] : []), ...(bands ? [{ type: 'value', min: 0, max: 1, show: false }] : [])],
    series: inBars.map((series) => seriesOption(series, second && series.secondary === true, second && series.secondary === true ? y2 : y)),
  };
}
