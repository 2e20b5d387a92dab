/** A line of the improvement plan (附录E) as it reads: every cell as the text that a person sees. */
export interface LineWords {
  readonly number: string;
  readonly problem: string;
  readonly method: string;
  readonly tools: string;
  readonly metric: string;
  readonly baseline: string;
  readonly forecast: string;
  readonly owner: string;
  /** ISO; '' while open. */
  readonly start: string;
  readonly end: string;
}
