/** Running figures of one aggregate: constant memory, one value at a time, no cancellation. */

/** Neumaier's compensated sum. */
export class RunningSum {
  #sum = 0;
  #lost = 0;

  add(value: number): void {
    const next = this.#sum + value;
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum;
    this.#sum = next;
  }

  get value(): number {
    return this.#sum + this.#lost;
  }
}

/** Sample variance by Welford's recurrence on the distance from the first value, so that a large mean costs no digits. */
export class RunningVariance {
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

export class RunningExtreme {
  readonly #sign: 1 | -1;
  #best: number;

  constructor(kind: 'min' | 'max') {
    this.#sign = kind === 'min' ? 1 : -1;
    this.#best = NO_VALUE;
  }

  add(value: number): void {
    if (value * this.#sign < this.#best) this.#best = value * this.#sign;
  }

  get value(): number {
    return this.#best * this.#sign;
  }
}
