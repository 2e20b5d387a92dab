/** A reader of options that are whole numbers: `fallback` where one is not given; says so and ends where it is no number from `least` on. */
export function wholeNumbers(values) {
  return (name, fallback, least) => {
    const value = values[name] === undefined ? fallback : Number(values[name]);
    if (value !== null && !(Number.isInteger(value) && value >= least)) {
      console.error(`--${name} takes a whole number from ${least} on`);
      process.exit(2);
    }
    return value;
  };
}
