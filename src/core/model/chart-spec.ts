/**
 * A chart as data: bars and lines over one category axis, linked to cells. Every reference carries the values that it has
 * now, so that viewers without a calculator draw the chart too. References are A1 with the sheet's name and `$` signs.
 */
export interface ChartPoints {
  readonly ref: string;
  /** The cells' values in order; null where a cell is blank or holds an error: the line has a gap there. */
  readonly values: readonly (string | number | null)[];
}

export interface ChartSeries {
  /** `band`: full-height columns behind the rest where the value is 1, on an axis of its own that is not shown. */
  readonly kind: 'bar' | 'line' | 'band';
  readonly name: string;
  /** The cell that holds the name, when one does. */
  readonly nameRef?: string;
  readonly categories: ChartPoints;
  readonly values: ChartPoints;
  /** RRGGBB. */
  readonly colour: string;
  /** Bars only: the colour of each point in place of the series' own; null keeps it. */
  readonly pointColours?: readonly (string | null)[];
  readonly dashed?: boolean;
  /** Dots on a line's points. */
  readonly markers?: boolean;
  /** Dots alone, larger than others, and no line between them. */
  readonly pointsOnly?: boolean;
  /** `all` writes each value at its point, `last` the series' name at the last one, in place of a legend. */
  readonly labels?: 'all' | 'last';
  /** Number format of the values at the points; that of the axis without it. */
  readonly labelFormat?: string;
  /** Against the axis on the right. */
  readonly secondary?: boolean;
}

export interface ChartAxis {
  readonly title?: string;
  /** Number format of the labels, e.g. `0.0%`. */
  readonly format?: string;
  readonly min?: number;
  readonly max?: number;
  /** Categories are days of months in order: they stand where the calendar puts them, equal ones on each other. */
  readonly months?: true;
  /** Categories: every so manieth is named. */
  readonly every?: number;
}

export interface ChartSpec {
  /** Name of the drawing object, unique in the sheet: adding a chart of the same name replaces it. */
  readonly name: string;
  /** The sentence that the chart says. */
  readonly title: string;
  /** The cell that holds the sentence, when one does. */
  readonly titleRef?: string;
  /** For people who cannot see it. */
  readonly description: string;
  /** The cells that it covers, e.g. `J3:Q20`. */
  readonly ref: string;
  readonly series: readonly ChartSeries[];
  readonly categoryAxis?: ChartAxis;
  readonly valueAxis?: ChartAxis;
  readonly secondaryAxis?: ChartAxis;
  readonly legend?: boolean;
}
