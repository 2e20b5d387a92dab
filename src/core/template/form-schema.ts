/** Shape of a form's template (`templates/forms/*.json`). Unknown keys are faults. */
import { z } from 'zod';
import type { FieldDef, FormDef } from '../model/form-def';
import { computedSchema } from './form-computed-schema';

const words = z.string().min(1);
const key = z.string().regex(/^[a-z][A-Za-z0-9.-]*$/);
const column = z.number().int().positive();
const span = z.number().int().positive();
const definedName = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u);
const height = z.number().positive().max(409);

export const kindSchema = z.enum(['text', 'code', 'number', 'count', 'money', 'date', 'datetime', 'month', 'choice', 'uscc', 'industry']);

const style = z.enum([
  'title', 'clause', 'howTo', 'header', 'section', 'label', 'labelLeft', 'prompt', 'input', 'inputTop', 'inputUnder', 'inputCentre',
  'inputNumber', 'boneDown', 'boneUp', 'spine', 'arrow', 'computed', 'computedCentre', 'computedNumber', 'text', 'note', 'link', 'blank',
]);

const field: z.ZodType<FieldDef> = z
  .strictObject({
    kind: kindSchema,
    label: words.max(32).exactOptional(),
    required: z.union([z.boolean(), z.literal('row')]).exactOptional(),
    unless: z.strictObject({ field: words, value: words }).exactOptional(),
    clause: words.exactOptional(),
    list: words.exactOptional(),
    open: z.boolean().exactOptional(),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
    name: definedName.exactOptional(),
    prompt: words.max(255).exactOptional(),
    format: words.exactOptional(),
    like: words.exactOptional(),
  })
  .refine((value) => value.kind !== 'choice' || value.list !== undefined, { path: ['list'], message: 'a choice needs a list' })
  .refine((value) => value.unless === undefined || value.required === 'row', { path: ['unless'], message: 'only what a row requires can be waived' });

const gridCell = z
  .strictObject({
    column,
    span: span.exactOptional(),
    rows: span.exactOptional(),
    style: style.exactOptional(),
    text: z.string().exactOptional(),
    key: key.exactOptional(),
    field: field.exactOptional(),
    computed: computedSchema.exactOptional(),
    name: definedName.exactOptional(),
  })
  .refine((cell) => [cell.text, cell.field, cell.computed].filter((part) => part !== undefined).length === 1, {
    message: 'a cell holds either a text, a field or a computed value',
  })
  .refine((cell) => (cell.field === undefined) === (cell.key === undefined), { path: ['key'], message: 'a field needs a key' });

const grid = z.strictObject({
  type: z.literal('grid'),
  key: key.exactOptional(),
  repeat: z.strictObject({ count: z.number().int().positive(), perPage: z.number().int().positive(), heading: words }).exactOptional(),
  rows: z.array(z.strictObject({ height: height.exactOptional(), cells: z.array(gridCell).readonly() })).min(1).readonly(),
});

const rows = z.strictObject({
  type: z.literal('rows'),
  key,
  columns: z
    .array(
      z.strictObject({
        key,
        column,
        span: span.exactOptional(),
        header: words,
        headerStyle: style.exactOptional(),
        style: style.exactOptional(),
        merge: z.boolean().exactOptional(),
        numbered: z.boolean().exactOptional(),
        field: field.exactOptional(),
        computed: computedSchema.exactOptional(),
      }),
    )
    .min(1)
    .readonly(),
  headerHeight: height.exactOptional(),
  rowHeight: height.exactOptional(),
  items: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[A-Za-z0-9.-]+$/),
        texts: z.record(key, words),
        metrics: z.array(words).min(1).readonly().exactOptional(),
        stage: words.exactOptional(),
        prompts: z.record(key, words.max(255)).exactOptional(),
      }),
    )
    .readonly()
    .exactOptional(),
  metricsExcept: z.array(words).readonly().exactOptional(),
  free: z.number().int().nonnegative().exactOptional(),
  repeatHeader: z.boolean().exactOptional(),
});

const section = z.discriminatedUnion('type', [
  grid,
  rows,
  z.strictObject({ type: z.literal('heading'), text: words, breakBefore: z.boolean().exactOptional() }),
  z.strictObject({ type: z.literal('text'), style, lines: z.array(words).min(1).readonly() }),
  z.strictObject({ type: z.literal('contents'), headings: z.strictObject({ forms: words, data: words }) }),
]);

/** Sheet names as Excel takes them: at most 31 characters, none of `\ / ? * [ ] :`. */
const sheetName = z.string().min(1).max(31).regex(/^[^\\/?*[\]:']+$/);

export const formSchema: z.ZodType<FormDef> = z
  .strictObject({
    key: words,
    sheet: sheetName,
    title: words,
    clause: z.string(),
    stage: words.exactOptional(),
    purpose: words,
    howTo: words,
    orientation: z.enum(['portrait', 'landscape']),
    hidden: z.boolean().exactOptional(),
    repeatTitle: z.boolean().exactOptional(),
    columns: z.array(z.number().positive().max(255)).min(1).readonly(),
    printColumns: z.number().int().positive(),
    sections: z.array(section).min(1).readonly(),
  })
  .refine((form) => form.printColumns <= form.columns.length, { path: ['printColumns'], message: 'more columns are printed than there are' });
