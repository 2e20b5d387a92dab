/** Running figures of one aggregate: constant memory, no cancellation. Live resources. */

export abstract class Running {
  abstract readonly value: number;
  abstract add(value: number): void;

  /** Adds the values of `rows[from]` to `rows[to - 1]` where `meets` is 1, in that order. */
  take(values: Float64Array, meets: Uint8Array, rows: Int32Array, from: number, to: number): void {
    for (let k = from; k < to; k++) {
      const row = rows[k] ?? 0;
      if (meets[row] === 1) this.add(values[row] ?? 0);
    }
  }
}

/** How many there were. */
export class RunningCount extends Running {
  value = 0;

  add(): void {
    this.value++;
  }

  override take(_: Float64Array, meets: Uint8Array, rows: Int32Array, from: number, to: number): void {
    let n = 0;
    for (let k = from; k < to; k++) n += meets[rows[k] ?? 0] ?? 0;
    this.value += n;
  }
}

/** Neumaier's compensated sum. */
export class RunningSum extends Running {
  #sum = 0;
  #lost = 0;

  add(value: number): void {
    const next = this.#sum + value;
    this.#lost += lostIn(this.#sum, value, next);
    this.#sum = next;
  }

  override take(values: Float64Array, meets: Uint8Array, rows: Int32Array, from: number, to: number): void {
    let [sum, lost] = [this.#sum, this.#lost];
    for (let k = from; k < to; k++) {
      const row = rows[k] ?? 0;
      if (meets[row] !== 1) continue;
      const value = values[row] ?? 0;
      const next = sum + value;
      lost += lostIn(sum, value, next);
      sum = next;
    }
    [this.#sum, this.#lost] = [sum, lost];
  }

  get value(): number {
    return this.#sum + this.#lost;
  }
}

/** The digits of the smaller that `next`, the rounded sum of the two, has lost. */
function lostIn(a: number, b: number, next: number): number {
  return Math.abs(a) >= Math.abs(b) ? a - next + b : b - next + a;
}

/** Sample variance by Welford's recurrence on the distance from the first value, so that a large mean costs no digits. */
export class RunningVariance extends Running {
  #first = 0;
  #n = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    if (this.#n === 0) this.#first = value;
    const x = value - this.#first;
    this.#n++;
    const delta = x - this.#mean;
    this.#mean += delta / this.#n;
    this.#squares += delta * (x - this.#mean);
  }

  get n(): number {
    return this.#n;
  }

  get mean(): number {
    return this.#first + this.#mean;
  }

  /** 0 for fewer than two values. */
  get value(): number {
    return this.#n < 2 ? 0 : this.#squares / (this.#n - 1);
  }
}

/** Stands for "no value" in `min` and `max`, in the program and in the sheet. */
export const NO_VALUE = 9e99;

export class RunningExtreme extends Running {
  readonly #sign: 1 | -1;
  #best = NO_VALUE;

  constructor(kind: 'min' | 'max') {
    super();
    this.#sign = kind === 'min' ? 1 : -1;
  }

  add(value: number): void {
    if (value * this.#sign < this.#best) this.#best = value * this.#sign;
  }

  get value(): number {
    return this.#best * this.#sign;
  }
}
