/** Closeness for expectations: `expect(x).toEqual(near(1.96, 1e-9))`. */

interface Matcher {
  readonly $$typeof: symbol;
  asymmetricMatch(actual: unknown): boolean;
  toString(): string;
  toAsymmetricMatcher(): string;
}

function matcher(expected: number, tolerance: number): Matcher {
  const text = `${expected} ± ${tolerance}`;
  return {
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: (actual) => typeof actual === 'number' && Math.abs(actual - expected) <= tolerance,
    toString: () => text,
    toAsymmetricMatcher: () => text,
  };
}

/** Relative closeness, for figures of any size. */
export function near(expected: number, relative: number): Matcher {
  return matcher(expected, relative * Math.abs(expected));
}

/** Absolute closeness, for figures printed with so many places. */
export function within(expected: number, tolerance: number): Matcher {
  return matcher(expected, tolerance);
}
