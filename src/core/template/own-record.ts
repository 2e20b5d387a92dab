/** A JSON object with keys that people chose: all of them, also those that every JavaScript object seems to have (`__proto__`, `constructor`). */
import { z } from 'zod';

/** As `z.record` of text keys, which passes over `__proto__` in silence. The result has its keys as its own, in their order. */
export function ownRecord<T>(value: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> {
  return z.unknown().transform((json, context) => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      context.issues.push({ code: 'invalid_type', expected: 'record', input: json });
      return z.NEVER;
    }
    const entries: [string, T][] = [];
    for (const [key, one] of Object.entries(json)) {
      const read = value.safeParse(one);
      if (read.success) entries.push([key, read.data]);
      else for (const issue of read.error.issues) context.issues.push({ ...issue, path: [key, ...issue.path], input: one });
    }
    return Object.fromEntries(entries);
  });
}
