/** Of lines that went somewhere, those that kept their order. */
export interface MovedLine {
  readonly line: number;
  readonly to: number;
  /** What speaks for it. */
  readonly votes: number;
}

interface Chain {
  readonly weight: number;
  readonly last: MovedLine | null;
  readonly before: Chain | null;
}

const NONE: Chain = { weight: 0, last: null, before: null };

/** The lines, ascending, of the order for which most votes speak; of two such, the one in which more lines stayed. Each line comes once. */
export function inOrder(lines: readonly MovedLine[]): readonly MovedLine[] {
  const sorted = [...lines];
  sorted.sort((a, b) => a.line - b.line);
  const targets = [...new Set(sorted.map(({ to }) => to))];
  targets.sort((a, b) => a - b);
  const places = new Map(targets.map((to, i) => [to, i + 1]));
  // The heaviest chain that ends at or above a target, kept as a tree of prefixes.
  const best = Array.from({ length: targets.length + 1 }, () => NONE);
  let heaviest = NONE;
  for (const last of sorted) {
    const place = places.get(last.to) ?? 0;
    let before = NONE;
    for (let at = place - 1; at > 0; at -= at & -at) before = heavier(before, best[at]);
    const stayed = last.to === last.line ? 1 / (sorted.length + 1) : 0;
    const chain = { weight: before.weight + last.votes + stayed, last, before };
    heaviest = heavier(heaviest, chain);
    for (let at = place; at < best.length; at += at & -at) best[at] = heavier(best[at] ?? NONE, chain);
  }
  const kept: MovedLine[] = [];
  for (let chain: Chain | null = heaviest; chain !== null; chain = chain.before) if (chain.last !== null) kept.push(chain.last);
  kept.reverse();
  return undoubted(kept, sorted);
}

/** Without moves against which a line that is left out says as much: nobody knows which of the two went. */
function undoubted(kept: readonly MovedLine[], sorted: readonly MovedLine[]): readonly MovedLine[] {
  if (kept.length === sorted.length) return kept;
  const known = new Set(kept);
  const doubted = new Set<MovedLine>();
  for (const one of sorted) {
    if (known.has(one)) continue;
    const against = kept.filter(({ line, to }) => (line < one.line ? to >= one.to : to <= one.to));
    if (against.reduce((sum, { votes }) => sum + votes, 0) <= one.votes) for (const other of against) if (other.to !== other.line) doubted.add(other);
  }
  return doubted.size === 0 ? kept : kept.filter((one) => !doubted.has(one));
}

function heavier(a: Chain, b: Chain = NONE): Chain {
  return b.weight > a.weight ? b : a;
}
