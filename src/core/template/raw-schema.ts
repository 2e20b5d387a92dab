/** Shape of `templates/raw/*.json`, and what a shape cannot say: unique keys and headers, choices that fit the kind. */
import { z } from 'zod';
import { headerText, type RawColumnDef, type RawSheetDef } from '../model/raw-sheet';
import { normaliseHeader } from './raw-header';

const KINDS = ['text', 'code', 'number', 'count', 'money', 'date', 'datetime', 'month', 'choice', 'uscc', 'industry'] as const;
const NUMERIC: readonly string[] = ['number', 'count', 'money'];
const key = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const words = z.string().trim().min(1);

const column = z
  .strictObject({
    key,
    header: words,
    kind: z.enum(KINDS),
    required: z.boolean(),
    width: z.number().positive().max(60),
    choices: z.array(words).min(2).readonly().exactOptional(),
    open: z.boolean().exactOptional(),
    unit: words.exactOptional(),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
    synonyms: z.array(words).readonly(),
    fallbacks: z.array(words).readonly().exactOptional(),
    prompt: words,
    example: words,
  })
  .check(({ value, issues }) => {
    const fault = (path: string, message: string) => issues.push({ code: 'custom', input: value, path: [path], message });
    if ((value.kind === 'choice') !== (value.choices !== undefined)) fault('choices', 'choices belong to the kind choice, which needs them');
    if (value.open !== undefined && value.kind !== 'choice') fault('open', 'only a choice can be open');
    if (value.min !== undefined && !NUMERIC.includes(value.kind)) fault('min', 'bounds belong to numbers');
    if (value.max !== undefined && !NUMERIC.includes(value.kind)) fault('max', 'bounds belong to numbers');
    if (value.min !== undefined && value.max !== undefined && value.min > value.max) fault('max', 'below min');
    if (value.width < textWidth(headerText(value))) fault('width', `narrower than its heading (${textWidth(headerText(value))})`);
  });

const columns = z.array(column).min(1).readonly().check(({ value, issues }) => {
  const seen = new Map<string, string>();
  value.forEach((one, i) => {
    if (value.findIndex((other) => other.key === one.key) !== i) issues.push({ code: 'custom', input: one.key, path: [i, 'key'], message: `key ${one.key} twice` });
    for (const name of knownHeaders(one)) {
      const bare = normaliseHeader(name);
      const other = seen.get(bare);
      if (other !== undefined) issues.push({ code: 'custom', input: name, path: [i, 'synonyms'], message: `${name} means ${other} as well` });
      seen.set(bare, one.key);
    }
  });
});

export const rawSheetSchema: z.ZodType<RawSheetDef> = z
  .strictObject({
    key,
    sheet: z.string().regex(/^数据_\p{L}+$/u).max(31),
    feeds: words,
    howTo: words,
    columns,
    unique: z.array(key).min(1).readonly().exactOptional(),
    side: z.strictObject({ key, title: words, columns, rows: z.number().int().positive().max(200) }).exactOptional(),
    starter: z.boolean(),
  })
  .check(({ value, issues }) => {
    value.unique?.forEach((name, i) => {
      if (!value.columns.some((one) => one.key === name)) issues.push({ code: 'custom', input: name, path: ['unique', i], message: `no column ${name}` });
    });
  });

/** Header, synonyms and fallbacks of a column. */
export function knownHeaders(def: RawColumnDef): readonly string[] {
  return [def.header, ...def.synonyms, ...(def.fallbacks ?? [])];
}

/** Width in the unit of column widths: a Chinese character counts two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115f\u2e80-\uffe6]/u.test(character) ? 2 : 1;
  return width;
}
