/** A row's hint at which columns it holds. */
import { attributeOf, withAttribute } from './xml-text';

/** `spans` that holds these columns; one of several parts is left out, it is a hint only. */
export function withSpans(open: string, columns: readonly number[]): string {
  const spans = attributeOf(open, 'spans');
  if (spans === undefined) return open;
  const [, from, to] = /^\s*(\d+):(\d+)\s*$/.exec(spans) ?? [];
  let [min, max] = [Number(from), Number(to)];
  if (from === undefined) return columns.length === 0 ? open : withAttribute(open, 'spans', null);
  for (const column of columns) {
    min = Math.min(min, column);
    max = Math.max(max, column);
  }
  return min === Number(from) && max === Number(to) ? open : withAttribute(open, 'spans', `${min}:${max}`);
}
