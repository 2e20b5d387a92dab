/** What the demo enterprise has typed into its forms: `sample/example/entries.json`. Dates there are ISO texts. */
import { z } from 'zod';
import { serialOfIso } from '../core/codec/date';
import type { CellValue } from '../core/model/cell';
import type { WorkbookContent } from '../core/model/content';
import type { Standard } from './standard';

const value = z.union([z.string(), z.number()]);
const schema = z.strictObject({
  entries: z.record(z.string(), z.record(z.string(), value)),
  side: z.record(z.string(), z.array(z.record(z.string(), value))),
});

/** Throws `ZodError`, and `RangeError` for a form or field that does not exist: both are faults of the samples. */
export function readDemoEntries(json: unknown, standard: Standard): Pick<WorkbookContent, 'entries' | 'side'> {
  const { entries, side } = schema.parse(json);
  const typed = Object.entries(entries).map(([form, fields]) => [form, Object.fromEntries(Object.entries(fields).map(([key, entry]) => [key, cellOf(form, key, entry, standard)]))] as const);
  return { entries: Object.fromEntries(typed), side };
}

function cellOf(form: string, key: string, entry: string | number, standard: Standard): CellValue {
  const field = standard.fields[form]?.find((place) => place.key === key);
  if (field === undefined) throw new RangeError(`${form} has no field ${key}`);
  if (field.kind !== 'date' || typeof entry === 'number') return entry;
  const serial = serialOfIso(entry);
  if (serial === null) throw new RangeError(`${form} ${key}: no such date: ${entry}`);
  return serial;
}
