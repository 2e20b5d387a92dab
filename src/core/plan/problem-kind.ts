/** Of what kind a problem is: by the metric that it is linked to, else its clause, else its words. */
import type { ProblemKind } from '../reference/problem-kinds';

export interface KindFound {
  readonly kind: ProblemKind;
  readonly by: 'metric' | 'clause' | 'words';
}

export interface ProblemFacts {
  readonly problem: string;
  readonly cause: string;
  /** Key of the linked metric; null for none or one of the enterprise's own. */
  readonly metric: string | null;
  readonly clause: string;
}

/** Item of table A.1 or kind of 7.6 in a clause: `A.1 6.2`, `6.9`, `7.6 c)`. Clauses of other standards (GB/T 19001 8.4) are none. */
const ITEM = /(?:^|A\.1\s*|[、，,；;\s])([1-8]\.\d)(?:\s*([a-e])[)）]?)?/giu;
const OTHER_STANDARD = /(?:GB\/T|GB|ISO|DB\d*\/T)\s*\d+(?:[—-]\d+)?\s*[\d.]*/giu;

export function kindOf({ problem, cause, metric, clause }: ProblemFacts, kinds: readonly ProblemKind[]): KindFound | null {
  const byMetric = metric === null ? undefined : kinds.find(({ metrics }) => metrics.includes(metric));
  if (byMetric !== undefined) return { kind: byMetric, by: 'metric' };
  const items = [...clause.replaceAll(OTHER_STANDARD, '').matchAll(ITEM)].flatMap(([, item = '', letter = '']) => [`${item}${letter.toLowerCase()}`, item]);
  const byClause = kinds.find((kind) => items.some((item) => kind.items.includes(item)));
  if (byClause !== undefined) return { kind: byClause, by: 'clause' };
  // The problem itself says more than its cause.
  return mostWords(problem, kinds) ?? mostWords(cause, kinds);
}

/** The kind with most of its words in the text; of equals the first. */
function mostWords(text: string, kinds: readonly ProblemKind[]): KindFound | null {
  let best: KindFound | null = null;
  let most = 0;
  for (const kind of kinds) {
    const count = kind.words.filter((word) => text.includes(word)).length;
    if (count > most) [best, most] = [{ kind, by: 'words' }, count];
  }
  return best;
}
