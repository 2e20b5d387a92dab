/** What drafted texts say of the raw data: products, how many sheets and rows there are, which sheets a metric rests on. */
import { cleanText } from '../core/codec/clean';
import { METRICS } from '../core/metric/metrics';
import type { WorkbookContent } from '../core/model/content';
import type { RawContents } from '../core/plan/plan-input';
import type { Standard } from './standard';

const PRODUCTS = 'productRevenue';
/** Names that a sentence can hold. */
const MOST_PRODUCTS = 4;
const MAIN = '是';

export function rawContents({ chosen, rows }: Pick<WorkbookContent, 'chosen' | 'rows'>, { rawSheets }: Pick<Standard, 'rawSheets'>): RawContents {
  const names = new Map(rawSheets.map(({ key, sheet }) => [key, sheet]));
  const filled = chosen.filter((key) => names.has(key)).map((key) => (rows[key] ?? []).reduce((sum, { length }) => sum + length, 0)).filter((length) => length > 0);
  return {
    products: productsOf(rows),
    sheets: filled.length,
    rows: filled.reduce((sum, length) => sum + length, 0),
    sources: new Map(METRICS.map(({ key, populations }) => [key, [...new Set(populations.flatMap(({ sheet }) => names.get(sheet) ?? []))].join('、')])),
  };
}

/** In the order in which they come, main products first. */
function productsOf(rows: WorkbookContent['rows']): readonly string[] {
  const seen = new Map<string, boolean>();
  for (const { columns, length } of rows[PRODUCTS] ?? []) {
    for (let i = 0; i < length; i++) {
      const [name, main] = [cleanText(columns['product']?.text[i] ?? ''), columns['main']?.text[i] ?? ''];
      if (name !== '') seen.set(name, (seen.get(name) ?? false) || main === MAIN);
    }
  }
  return [...seen].sort(([, a], [, b]) => Number(b) - Number(a)).map(([name]) => name).slice(0, MOST_PRODUCTS);
}
