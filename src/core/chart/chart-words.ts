/** Sentences of the charts as templates, and other words on their sheets; they come from the text tables. */
import type { SignalRule } from '../stats/signals';

export interface ChartWords {
  /** `{name}` is the metric. */
  readonly noData: string;
  /** `{before}` and `{after}` are figures. */
  readonly notComparable: string;
  readonly noEvidence: string;
  readonly byProgram: string;
  readonly same: string;
  /** Only one of the periods has a figure. */
  readonly oneSided: string;
  /** `{afterWord}`, `{beforeWord}` name the periods; `{difference}` is without sign. */
  readonly rose: string;
  readonly fell: string;
  /** A metric that is itself a comparison: `{after}`. */
  readonly is: string;
  readonly points: string;
  /** Run charts. */
  readonly noLimits: string;
  readonly noSignals: string;
  /** `{count}`, `{months}`. */
  readonly signals: string;
  /** Goes behind. */
  readonly restarted: string;
  readonly more: string;
  /** Pareto: `{name}`, `{period}`, `{first}`, `{share}`, `{count}`, `{together}`. */
  readonly pareto: string;
  readonly paretoOne: string;
  readonly paretoMixed: string;
  readonly rest: string;
  readonly together: string;
  readonly signal: string;
  readonly center: string;
  readonly lower: string;
  readonly upper: string;
  readonly value: string;
  readonly before: string;
  readonly after: string;
  readonly target: string;
  readonly year: string;
  /** What each rule looks for. */
  readonly rules: Readonly<Record<SignalRule, string>>;
  /** For people who cannot see the chart. */
  changeDescription(name: string): string;
  runDescription(name: string): string;
  paretoDescription(name: string): string;
}
