/** The profile of an enterprise, given to `zhisheng new` as JSON: what is validated where it enters. Money in 万元, dates ISO. */
import { z } from 'zod';
import { FIRST_DATE, LAST_DATE, serialOfIso } from '../core/codec/date';
import { InputError } from './input-error';

const words = z.string().trim().min(1).max(200);
const amount = z.number().nonnegative();
const day = z.string().transform((text, context) => {
  const serial = serialOfIso(text);
  // Days that measuring takes for dates: others would be no period in the workbook.
  if (serial !== null && serial >= FIRST_DATE && serial <= LAST_DATE) return serial;
  context.issues.push({ code: 'custom', input: text, message: 'profile/date' });
  return z.NEVER;
});
const period = z.tuple([day, day]).refine(([start, end]) => start <= end, { message: 'profile/period-order' });

const profileSchema = z.strictObject({
  enterprise: z
    .strictObject({
      name: words.optional(),
      uscc: words.optional(),
      industry: z.string().regex(/^\d{2,4}$/).optional(),
      employees: z.number().int().nonnegative().optional(),
      revenue: amount.optional(),
      assets: amount.optional(),
      city: words.optional(),
      head: words.optional(),
    })
    .optional(),
  agency: z.strictObject({ name: words.optional(), personnel: z.array(words).max(20).optional() }).optional(),
  periods: z
    .strictObject({ baseline: period, current: period })
    .refine(({ baseline, current }) => baseline[1] < current[0], { message: 'profile/periods-overlap' })
    .optional(),
  asOf: day.optional(),
});

/** Dates are serial dates. */
export type Profile = z.infer<typeof profileSchema>;

const CODES = ['profile/date', 'profile/period-order', 'profile/periods-overlap'];

/**
 * Throws `InputError`: `profile/not-json`, `profile/unknown-key` (`key`: all of them, joined with 、), `profile/wrong` (`path`), `profile/date` (`path`, `value`),
 * `profile/period-order` and `profile/periods-overlap` (`path`).
 */
export function readProfile(text: string): Profile {
  const json = parseJson(text);
  const result = profileSchema.safeParse(json);
  if (result.success) return result.data;
  const unknown = result.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].map(String).join('.')) : []));
  if (unknown.length > 0) throw new InputError('profile/unknown-key', { key: unknown.join('、') });
  const fault = result.error.issues[0];
  const path = (fault?.path ?? []).map(String).join('.');
  if (fault !== undefined && CODES.includes(fault.message)) throw new InputError(fault.message, { path, value: valueText(json, fault.path) });
  throw new InputError('profile/wrong', { path: path === '' ? '{}' : path, value: valueText(json, fault?.path ?? []) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new InputError('profile/not-json');
  }
}

/** What stands at the place in question, as JSON, cut to a readable length. */
function valueText(json: unknown, path: readonly PropertyKey[]): string {
  let value = json;
  for (const part of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
