/** A line of the journal, or of another machine, as facts: they come through other hands and are validated where they enter. */
import { z } from 'zod';
import { FACTS_VERSION, type Facts } from '../../core/rollup/facts';

const params = z.record(z.string(), z.union([z.string(), z.number()]));
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.number().int().nonnegative();
const figure = z.object({ status: z.enum(['ok', 'not-applicable', 'no-data']), basis: z.enum(['rows', 'summary']), numerator: z.number().nullable(), denominator: z.number().nullable(), value: z.number().nullable() });
const metric = z.object({
  key: z.string(), version: z.number(), written: z.number().nullable(), unit: z.enum(['ratio', 'hours', 'score', 'count', 'money']),
  baseline: figure.nullable(), current: figure, difference: z.number().nullable(), verdict: z.enum(['improved', 'worsened', 'no-evidence', 'not-comparable']),
});
const line = { facts: z.literal(FACTS_VERSION), file: z.string(), version: z.string() };
const stage = z.object({ key: z.string(), state: z.enum(['done', 'open', 'blocked', 'absent']), total: count, done: count });

const FACTS = z.discriminatedUnion('kind', [
  z.object({ ...line, kind: z.literal('aside'), code: z.string(), params }),
  z.object({
    ...line, kind: z.literal('book'),
    workbook: z.string(), enterprise: z.string(), uscc: z.string(), usccRight: z.boolean(), division: z.string(), city: z.string(), size: z.string(), agency: z.string(),
    baseline: z.tuple([day, day]).nullable(), current: z.tuple([day, day]).nullable(), asOf: day.nullable(),
    stages: z.array(stage), errors: count, warnings: count,
    requirements: z.object({ met: count, notMet: count, open: count }), records: z.object({ formed: count, listed: count, named: count }),
    signed: z.object({ agency: z.string().exactOptional(), enterprise: z.string().exactOptional() }),
    editedSteps: z.array(z.string()), openFindings: count, seal: z.object({ state: z.enum(['none', 'holds', 'changed', 'broken']), at: z.string(), changes: count }),
    case: z.object({ length: count, parts: z.record(z.string(), z.object({ exact: z.string(), gist: z.string() })) }),
    metrics: z.array(metric),
  }),
]);

/** Null for anything else than facts of this version of the program. */
export function readFacts(text: string): Facts | null {
  const read = FACTS.safeParse(jsonOf(text));
  return read.success ? read.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
