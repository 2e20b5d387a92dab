/**
 * Which metric a phrase of running text means. People shorten the names: 采购及时交付率 for 采购产品(服务)及时交付率. The words at
 * the end of the phrase must stand in the name in their order; the name that takes most of them wins, and equals stay open.
 */
import type { MetricResult } from '../../model/metric-result';
import { bareText } from './text-figures';

/** Other names in use, by metric key. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'revenue-growth-rate': ['营业收入增长率', '营业收入同期增长率'],
  'cost-reduction-rate': ['可比产品成本降低率', '产品成本降低率'],
  'customer-return-rate': ['客户退货率', '退货率'],
};

/** Words between the name and its figure. */
const LINKS = /(?:由|从|只有|仅为|仅|达到|达|升至|升到|上升到|降至|降到|降为|下降到|提高到|提高至|提高了?|提升到|提升至|变为|约为|约|同期|为|是|已|分别)$/u;

/** Fewer characters say too little: 产品, 成本. */
const LEAST = 3;

/** Metrics of the results that the phrase may mean; none where it names no metric. */
export function metricsMeant(phrase: string, results: readonly MetricResult[]): readonly MetricResult[] {
  const ends = endings(bareText(phrase));
  let best: MetricResult[] = [];
  let most = LEAST - 1;
  for (const result of results) {
    const names = [result.name, ...(ALIASES[result.key] ?? [])].map(bareText);
    // A full name is worth more than any part of another.
    const taken = Math.max(...names.flatMap((name) => ends.map((end) => (end.endsWith(name) ? name.length + 0.5 : lastWordsIn(end, name)))));
    if (taken > most) [best, most] = [[result], taken];
    else if (taken === most && taken >= LEAST) best.push(result);
  }
  return best;
}

/** The phrase as it is, and without each linking word at its end. */
function endings(phrase: string): readonly string[] {
  const list = [phrase];
  for (let rest = phrase; LINKS.test(rest); ) {
    rest = rest.replace(LINKS, '');
    list.push(rest);
  }
  return list;
}

/** How many characters at the end of the phrase stand in the name, in order. */
function lastWordsIn(phrase: string, name: string): number {
  let at = name.length;
  let count = 0;
  while (count < phrase.length) {
    const found = at === 0 ? -1 : name.lastIndexOf(phrase.charAt(phrase.length - 1 - count), at - 1);
    if (found < 0) break;
    at = found;
    count++;
  }
  return count;
}
