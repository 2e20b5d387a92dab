/** The forms, their lists and their wording, read from their templates. All throw `TemplateError`. */
import { z } from 'zod';
import type { FormDef, FormLibrary, FormWording, ListDef } from '../model/form-def';
import { formSchema, kindSchema } from './form-schema';
import { readTemplate, TemplateError } from './read-template';

export interface FormTemplates {
  readonly forms: readonly FormSource[];
  readonly lists: FormSource;
  readonly wording: FormSource;
}

export interface FormSource {
  readonly file: string;
  readonly json: unknown;
}

const words = z.string().min(1);

const listSchema: z.ZodType<readonly ListDef[]> = z
  .array(
    z.strictObject({
      key: words,
      name: z.string().regex(/^[\p{L}\p{N}_]+$/u),
      clause: words.exactOptional(),
      values: z.array(words).min(1).readonly(),
    }),
  )
  .readonly();

const wordingSchema: z.ZodType<FormWording> = z.strictObject({
  standard: words,
  backHome: words,
  promptTitle: words,
  required: words,
  listPrompt: words,
  listError: words,
  errorTitle: words,
  kinds: z.record(kindSchema, z.strictObject({ prompt: z.string().max(255), error: z.string().max(225) })),
  between: words,
  atLeast: words,
  atMost: words,
  lists: z.strictObject({ sheet: words, title: words, howTo: words, lastRow: words, divisions: words, sizes: words }),
});

/** Lists that are not of the templates but of the workbook's metrics and of the reference data. */
export const OUTSIDE_LISTS: readonly string[] = ['metrics', 'tools', 'sheets'];

/** All forms in the order given; keys and sheet names are unique, every list that a field names exists. */
export function readFormLibrary(templates: FormTemplates): FormLibrary {
  const lists = readTemplate(templates.lists.file, listSchema, templates.lists.json);
  const wording = readTemplate(templates.wording.file, wordingSchema, templates.wording.json);
  const forms: FormDef[] = [];
  const known = new Set([...lists.map((list) => list.key), ...OUTSIDE_LISTS]);
  for (const { file, json } of templates.forms) {
    const form = readTemplate(file, formSchema, json);
    if (forms.some((other) => other.key === form.key)) throw new TemplateError(file, 'key', `${form.key} is another form's key`);
    if (forms.some((other) => other.sheet === form.sheet)) throw new TemplateError(file, 'sheet', `${form.sheet} is another form's sheet`);
    for (const { path, list } of namedLists(form)) {
      if (!known.has(list)) throw new TemplateError(file, path, `there is no list ${list}`);
    }
    forms.push(form);
  }
  return { forms, lists, wording };
}

function namedLists(form: FormDef): readonly { readonly path: string; readonly list: string }[] {
  return form.sections.flatMap((section, s) => {
    const cells =
      section.type === 'grid'
        ? section.rows.flatMap((row, r) => row.cells.map((cell, c) => ({ at: `rows[${r}].cells[${c}]`, field: cell.field })))
        : section.type === 'rows'
          ? section.columns.map((column, c) => ({ at: `columns[${c}]`, field: column.field }))
          : [];
    return cells.flatMap(({ at, field }) => (field?.list === undefined ? [] : [{ path: `sections[${s}].${at}.field.list`, list: field.list }]));
  });
}
