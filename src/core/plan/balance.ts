/** F.2: a drafted case within its length and near the shares of its parts: what can be left out is, from the part that is furthest over its share. */
import { CASE_LIMIT, CASE_PARTS, partLength } from '../check/consistency/case-parts';
import type { CaseParts, RankedSentence } from '../model/draft-facts';

/** Room for what people add. */
const MOST = CASE_LIMIT - 200;
/** A point nearer to the share than the check asks. */
const SLACK = 1;

type Part = (typeof CASE_PARTS)[number][0];

/** Points that the check allows either way. */
export function shareRoom(about: number): number {
  return about <= 10 ? 5 : 10;
}

export function balanced(parts: CaseParts<readonly RankedSentence[]>): CaseParts<string> {
  const kept: Record<Part, RankedSentence[]> = { intro: [...parts.intro], problems: [...parts.problems], results: [...parts.results], highlights: [...parts.highlights], lessons: [...parts.lessons] };
  const textOf = (part: Part): string => kept[part].map(({ text }) => text).join('').trim();
  for (;;) {
    const lengths = CASE_PARTS.map(([part, about]) => ({ part, about, length: partLength(textOf(part)) }));
    const whole = lengths.reduce((sum, { length }) => sum + length, 0);
    const over = lengths.map((one) => ({ ...one, points: (100 * one.length) / Math.max(1, whole) - one.about }));
    const fits = whole <= MOST && over.every(({ about, points }) => Math.abs(points) <= shareRoom(about) - SLACK);
    const [longest] = fits ? [] : over.filter(({ part, points }) => kept[part].some(({ rank }) => rank > 0) && (points > 0 || whole > MOST)).sort((a, b) => b.points / b.about - a.points / a.about);
    if (longest === undefined) break;
    kept[longest.part] = withoutLast(kept[longest.part]);
  }
  return { intro: textOf('intro'), problems: textOf('problems'), results: textOf('results'), highlights: textOf('highlights'), lessons: textOf('lessons') };
}

/** Of equal rank the last goes first. */
function withoutLast(sentences: readonly RankedSentence[]): RankedSentence[] {
  const most = Math.max(...sentences.map(({ rank }) => rank));
  const at = sentences.map(({ rank }) => rank).lastIndexOf(most);
  return sentences.filter((_, i) => i !== at);
}
