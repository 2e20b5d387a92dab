/** Sorts rows of a block by the month of their due date, so that each month takes its rows in one go. A live resource. */

export class RowsByMonth {
  readonly #firstDay: number;
  /** Month by day from the first one on, from 1; 0 for days of none. */
  readonly #months: Uint8Array;
  readonly #ends: Int32Array;
  /** Row numbers, month after month; those of month `m` (from 0) are `rows[start(m)]` to `rows[end(m) - 1]`. */
  rows = new Int32Array(0);

  /** Consecutive months, at most 255. */
  constructor(months: readonly { readonly low: number; readonly high: number }[]) {
    this.#firstDay = months[0]?.low ?? 0;
    this.#months = new Uint8Array((months.at(-1)?.high ?? -1) - this.#firstDay + 1);
    months.forEach(({ low, high }, m) => this.#months.fill(m + 1, low - this.#firstDay, high - this.#firstDay + 1));
    this.#ends = new Int32Array(months.length + 2);
  }

  start(month: number): number {
    return month === 0 ? 0 : this.end(month - 1);
  }

  end(month: number): number {
    return this.#ends[month + 1] ?? 0;
  }

  /** Takes the first `count` of `rows`; their order within a month stays. */
  sort(rows: Int32Array, count: number, dues: Float64Array): void {
    if (this.rows.length < count) this.rows = new Int32Array(rows.length);
    const [ends, sorted] = [this.#ends, this.rows];
    ends.fill(0);
    for (let k = 0; k < count; k++) {
      const month = this.#monthOf(dues[rows[k] ?? 0] ?? 0);
      if (month > 0) ends[month + 1] = (ends[month + 1] ?? 0) + 1;
    }
    // Where each month begins, moved on to where it ends as its rows are put there.
    for (let m = 2; m < ends.length; m++) ends[m] = (ends[m] ?? 0) + (ends[m - 1] ?? 0);
    for (let k = 0; k < count; k++) {
      const row = rows[k] ?? 0;
      const month = this.#monthOf(dues[row] ?? 0);
      if (month === 0) continue;
      const at = ends[month] ?? 0;
      sorted[at] = row;
      ends[month] = at + 1;
    }
  }

  #monthOf(due: number): number {
    return this.#months[Math.floor(due) - this.#firstDay] ?? 0;
  }
}
