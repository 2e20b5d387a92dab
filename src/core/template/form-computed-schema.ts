/** Shape of the declaration of a computed cell. */
import { z } from 'zod';
import type { ComputedDef } from '../model/form-def';

const words = z.string().min(1);
const fields = z.array(words).min(1).readonly();
const kept = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('lines'), list: words.exactOptional() }), z.strictObject({ in: z.literal('cells'), under: z.string() }), z.strictObject({ in: z.literal('metrics') }),
]);
const listed = { form: words, list: words, field: words, number: words };

export const computedSchema: z.ZodType<ComputedDef> = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('metric'), part: z.enum(['baseline', 'current', 'difference', 'verdict', 'target']) }),
  z.strictObject({ rule: z.literal('metric-of'), metric: words, typed: words, part: z.enum(['baseline', 'current']) }),
  z.strictObject({ rule: z.literal('target-met'), target: words, words: z.strictObject({ met: words, missed: words }) }),
  z.strictObject({ rule: z.literal('length'), fields }),
  z.strictObject({ rule: z.literal('share'), field: words, of: fields }),
  z.strictObject({ rule: z.literal('length-limit'), fields, max: z.number().int().positive(), words: z.strictObject({ within: words, over: words }) }),
  z.strictObject({ rule: z.literal('mirror'), form: words, field: words }),
  z.strictObject({ rule: z.literal('listed'), ...listed }),
  z.strictObject({ rule: z.literal('asked'), of: z.union([words, z.strictObject(listed)]), before: words, after: words, until: words.exactOptional() }),
  z.strictObject({ rule: z.literal('named-metric'), metric: words, part: z.enum(['baseline', 'current', 'verdict']) }),
  z.strictObject({ rule: z.literal('quoted-figures'), metric: words, fields, words: z.strictObject({ both: words, differs: words, none: words }) }),
  z.strictObject({ rule: z.literal('change'), before: words, after: words }),
  z.strictObject({
    rule: z.literal('uscc'),
    words: z.strictObject({ ok: words, number: words, length: words, letters: words, check: words }),
  }),
  z.strictObject({
    rule: z.literal('size-class'),
    words: z.strictObject({ classes: z.tuple([words, words, words, words]).readonly(), unlisted: words, missing: words }),
  }),
  z.strictObject({ rule: z.literal('size-industry') }),
  z.strictObject({ rule: z.literal('industry-name') }),
  z.strictObject({ rule: z.literal('as-of-current') }),
  z.strictObject({ rule: z.literal('as-of-baseline') }),
  z.strictObject({ rule: z.literal('last-check') }),
  z.strictObject({ rule: z.literal('proposal-mark'), fields, labels: fields, prefix: words, kept }),
  z.strictObject({ rule: z.literal('proposal-why'), fields, kept, why: words }),
  z.strictObject({ rule: z.literal('plan-line'), number: words, part: z.enum(['number', 'problem', 'metric', 'target', 'current', 'start', 'end']) }),
  z.strictObject({
    rule: z.literal('progress-state'),
    number: words,
    done: words,
    words: z.strictObject({ unplanned: words, waiting: words, running: words, inTime: words, late: words, overdue: words, done: words }),
  }),
  z.strictObject({
    rule: z.literal('effect-state'),
    number: words,
    words: z.strictObject({ own: words, noTarget: words, noFigure: words, missed: words, worse: words, unproven: words, byProgram: words, proven: words }),
  }),
  z.strictObject({ rule: z.literal('adopted'), number: words, text: words }),
  z.strictObject({ rule: z.literal('signoff') }),
  z.strictObject({
    rule: z.literal('stage'),
    part: z.enum(['filled', 'total', 'share', 'bar', 'state', 'gate']),
    words: z.strictObject({ absent: words, open: words, started: words, done: words }).exactOptional(),
  }),
]);
