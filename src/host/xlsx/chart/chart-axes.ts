/** Axes of a chart (CT_CatAx, CT_ValAx: ISO/IEC 29500-1, 21.2.2.25 and 21.2.2.226). */
import type { ChartAxis } from '../../../core/model/chart-spec';
import { escapeAttribute } from '../write/text';
import { element, GREY, GRID, INK, NO_LINE, RULE, rule, textProperties, title } from './chart-text';

const LABEL_POINTS = 9;
const QUARTER_TURN = -5_400_000;

export interface AxisPair {
  readonly category: number;
  readonly value: number;
}

export const PRIMARY: AxisPair = { category: 500_001, value: 500_002 };
export const SECONDARY: AxisPair = { category: 500_003, value: 500_004 };

/** CT_Scaling wants the largest value before the smallest. */
function scaling({ min, max }: ChartAxis): string {
  return `<c:scaling>${element('orientation', 'minMax')}${max === undefined ? '' : element('max', max)}${min === undefined ? '' : element('min', min)}</c:scaling>`;
}

function numberFormat({ format }: ChartAxis): string {
  return `<c:numFmt formatCode="${escapeAttribute(format ?? 'General')}" sourceLinked="${format === undefined ? 1 : 0}"/>`;
}

const ticks = `${element('majorTickMark', 'none')}${element('minorTickMark', 'none')}`;

/** A hidden one carries the series of the secondary value axis. `low`: labels stay at the edge where values are negative. Months make a date axis (CT_DateAx). */
export function categoryAxis(axis: ChartAxis, ids: AxisPair, hidden: boolean): string {
  const name = axis.title === undefined || hidden ? '' : title(axis.title, LABEL_POINTS, GREY, false);
  const shared = `${element('axId', ids.category)}${scaling({})}${element('delete', hidden ? 1 : 0)}${element('axPos', 'b')}${name}${numberFormat(axis)}${ticks}`
    + `${element('tickLblPos', 'low')}${rule(RULE)}${textProperties(LABEL_POINTS, GREY)}${element('crossAx', ids.value)}${element('crosses', 'autoZero')}${element('auto', 0)}`;
  if (axis.months === true) {
    const every = axis.every === undefined ? '' : `${element('majorUnit', axis.every)}${element('majorTimeUnit', 'months')}`;
    return `<c:dateAx>${shared}${element('lblOffset', 100)}${element('baseTimeUnit', 'months')}${every}</c:dateAx>`;
  }
  // Text, whatever the cells' format: categories stand at equal distances, and none that is missing is made up.
  return `<c:catAx>${shared}${element('lblAlgn', 'ctr')}${element('lblOffset', 100)}${axis.every === undefined ? '' : element('tickLblSkip', axis.every)}${element('noMultiLvlLbl', 1)}</c:catAx>`;
}

/** A hidden one is there without labels: taken away, it would leave its series to the scale of the first one. */
export function valueAxis(axis: ChartAxis, ids: AxisPair, secondary: boolean, hidden = false): string {
  const grid = secondary ? '' : `<c:majorGridlines>${rule(GRID)}</c:majorGridlines>`;
  const name = axis.title === undefined ? '' : title(axis.title, LABEL_POINTS, GREY, false, QUARTER_TURN);
  return `<c:valAx>${element('axId', ids.value)}${scaling(axis)}${element('delete', 0)}${element('axPos', secondary ? 'r' : 'l')}${grid}${name}${numberFormat(axis)}${ticks}`
    + `${element('tickLblPos', hidden ? 'none' : 'nextTo')}<c:spPr>${NO_LINE}</c:spPr>${textProperties(LABEL_POINTS, GREY)}${element('crossAx', ids.category)}`
    + `${element('crosses', secondary ? 'max' : 'autoZero')}${element('crossBetween', 'between')}</c:valAx>`;
}

export function legend(): string {
  return `<c:legend>${element('legendPos', 'b')}${element('overlay', 0)}${textProperties(LABEL_POINTS, INK)}</c:legend>`;
}
