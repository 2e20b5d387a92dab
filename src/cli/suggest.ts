/** The known word nearest to what was typed, for 「是不是要用 …?」. */

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replace, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** Null when nothing is near: more than a third of the letters would have to change. */
export function suggest(typed: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.ceil(typed.length / 3) + 1;
  for (const word of known) {
    const steps = distance(typed.toLowerCase(), word.toLowerCase());
    if (steps < least || (best === null && typed.length > 2 && word.startsWith(typed))) {
      best = word;
      least = Math.min(least, steps);
    }
  }
  return best;
}
