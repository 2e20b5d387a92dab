/** One series of a bar or line chart with its cached points (CT_BarSer, CT_LineSer: ISO/IEC 29500-1, 21.2.2.170). */
import type { ChartPoints, ChartSeries } from '../../../core/model/chart-spec';
import { SHIFT_1904 } from '../../../core/model/date-system';
import { temporalFormat } from '../read/number-formats';
import { fileFormula } from '../write/future-functions';
import { encodeText, escapeXml } from '../write/text';
import { element, fill, GREY, line, NO_LINE, textProperties } from './chart-text';

const LABEL_POINTS = 9;
const LINE_WIDTH = 2.25;
const LIMIT_WIDTH = 1.25;
const MARKER_SIZE = 6;
const LARGE_MARKER_SIZE = 9;

const text = (value: string): string => escapeXml(encodeText(value));
export const referenceText = (ref: string): string => text(fileFormula(ref));
const formula = (ref: string): string => `<c:f>${referenceText(ref)}</c:f>`;

/** What is kept of cells: how many there are, and those that hold something. */
export function points(all: ChartPoints['values']): string {
  const cached = all.map((value, i) => (value === null || value === '' ? '' : `<c:pt idx="${i}"><c:v>${text(String(value))}</c:v></c:pt>`));
  return `${element('ptCount', all.length)}${cached.join('')}`;
}

/**
 * A number as the workbook counts it. Specs hold dates that count from 1900; which numbers are dates is known from the
 * axis' format alone, so that those of an axis without one stay as they are until the chart is drawn from its cells.
 */
export function countedFrom<T>(value: T, format: string | undefined, date1904: boolean): T | number {
  return date1904 && typeof value === 'number' && format !== undefined && temporalFormat(format) === 'date' ? value - SHIFT_1904 : value;
}

/** Numbers with their format, texts otherwise: one text makes all of them texts. */
function categories({ ref, values: given }: ChartPoints, format: string, date1904: boolean): string {
  const all = given.map((value) => (typeof value === 'number' && !Number.isFinite(value) ? null : value));
  const numeric = all.some((value) => typeof value === 'number') && all.every((value) => value === null || typeof value === 'number');
  return `<c:cat>${numeric
    ? `<c:numRef>${formula(ref)}<c:numCache><c:formatCode>${text(format)}</c:formatCode>${points(all.map((value) => countedFrom(value, format, date1904)))}</c:numCache></c:numRef>`
    : `<c:strRef>${formula(ref)}<c:strCache>${points(all)}</c:strCache></c:strRef>`}</c:cat>`;
}

function values({ ref, values: all }: ChartPoints, format: string, date1904: boolean): string {
  // A text among the values is no number: the line has a gap there.
  const numbers = all.map((value) => (typeof value === 'number' && Number.isFinite(value) ? countedFrom(value, format, date1904) : null));
  return `<c:val><c:numRef>${formula(ref)}<c:numCache><c:formatCode>${text(format)}</c:formatCode>${points(numbers)}</c:numCache></c:numRef></c:val>`;
}

function seriesName({ name, nameRef }: ChartSeries): string {
  if (nameRef === undefined) return `<c:tx><c:v>${text(name)}</c:v></c:tx>`;
  return `<c:tx><c:strRef>${formula(nameRef)}<c:strCache>${points([name])}</c:strCache></c:strRef></c:tx>`;
}

const SHOWN = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'];
const show = (what: string): string => SHOWN.map((name) => element(`show${name}`, name === what ? 1 : 0)).join('');

/** Labels (CT_DLbls). The name at the last point stands in the series' colour, in place of a legend. */
function labels(series: ChartSeries, format: string): string {
  if (series.labels === undefined) return '';
  const look = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
  if (series.labels === 'all') {
    const position = element('dLblPos', series.kind === 'bar' ? 'outEnd' : 't');
    return `<c:dLbls><c:numFmt formatCode="${text(series.labelFormat ?? format)}" sourceLinked="0"/>${look}${textProperties(LABEL_POINTS, GREY)}${position}${show('Val')}</c:dLbls>`;
  }
  const last = series.values.values.reduce<number>((found, value, i) => (typeof value === 'number' ? i : found), -1);
  if (last < 0) return '';
  const position = element('dLblPos', series.kind === 'bar' ? 'outEnd' : 'r');
  const label = `<c:dLbl>${element('idx', last)}${look}${textProperties(LABEL_POINTS, series.colour, true)}${position}${show('SerName')}</c:dLbl>`;
  return `<c:dLbls>${label}${look}${textProperties(LABEL_POINTS, GREY)}${show('')}</c:dLbls>`;
}

/** Points that differ from their series (CT_DPt). */
function differentPoints({ pointColours = [], values: { values: all } }: ChartSeries): string {
  return pointColours.slice(0, all.length).map((colour, i) => (colour === null ? '' : `<c:dPt>${element('idx', i)}${element('invertIfNegative', 0)}${element('bubble3D', 0)}<c:spPr>${fill(colour)}${NO_LINE}</c:spPr></c:dPt>`)).join('');
}

export interface SeriesFormats {
  readonly category: string;
  readonly value: string;
  /** The workbook's dates count from 1904. */
  readonly date1904: boolean;
}

/** `index` counts all series of the chart. */
export function barSeries(series: ChartSeries, index: number, formats: SeriesFormats): string {
  const look = series.dashed === true ? `<c:spPr><a:noFill/>${line(series.colour, LIMIT_WIDTH, 'dash')}</c:spPr>` : `<c:spPr>${fill(series.colour)}${NO_LINE}</c:spPr>`;
  return `<c:ser>${element('idx', index)}${element('order', index)}${seriesName(series)}${look}${element('invertIfNegative', 0)}${differentPoints(series)}`
    + `${labels(series, formats.value)}${categories(series.categories, formats.category, formats.date1904)}${values(series.values, formats.value, formats.date1904)}</c:ser>`;
}

export function lineSeries(series: ChartSeries, index: number, formats: SeriesFormats): string {
  const alone = series.pointsOnly === true;
  const look = alone ? `<c:spPr>${NO_LINE}</c:spPr>` : `<c:spPr>${line(series.colour, series.dashed === true ? LIMIT_WIDTH : LINE_WIDTH, series.dashed === true ? 'dash' : undefined)}</c:spPr>`;
  const marker = series.markers === true || alone
    ? `<c:marker>${element('symbol', 'circle')}${element('size', alone ? LARGE_MARKER_SIZE : MARKER_SIZE)}<c:spPr>${fill(series.colour)}<a:ln w="9525">${fill('FFFFFF')}</a:ln></c:spPr></c:marker>`
    : `<c:marker>${element('symbol', 'none')}</c:marker>`;
  return `<c:ser>${element('idx', index)}${element('order', index)}${seriesName(series)}${look}${marker}`
    + `${labels(series, formats.value)}${categories(series.categories, formats.category, formats.date1904)}${values(series.values, formats.value, formats.date1904)}${element('smooth', 0)}</c:ser>`;
}
