/** A closed range of numbers, as the intervals of this folder return it. */
export interface Range {
  readonly low: number;
  readonly high: number;
}
