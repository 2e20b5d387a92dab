/** A form to fill: where its entries stand, what they hold now; and typed texts back as entries. */
import { codecs } from '../../core/codec/codecs';
import type { Issue } from '../../core/issue/issue';
import { address } from '../../core/model/address';
import type { CellValue } from '../../core/model/cell';
import type { WorkbookContent } from '../../core/model/content';
import type { FieldPlace } from '../../core/model/form';
import { requiredPlaces } from '../../core/model/required-cells';
import { InputError } from '../input-error';
import { makeContent } from '../make-content';
import type { Standard } from '../standard';
import { storedText } from './stored-text';

export interface FormField extends FieldPlace {
  /** The entry as it would be typed: dates as ISO, numbers plain. */
  readonly text: string;
  /** Asked for now. */
  readonly asked: boolean;
}

export interface FormView {
  readonly key: string;
  readonly sheet: string;
  readonly title: string;
  readonly clause: string;
  readonly howTo: string;
  /** In reading order. */
  readonly fields: readonly FormField[];
}

export interface FormEdit {
  readonly form: string;
  /** Field key -> what was typed; '' blanks it. */
  readonly entries: Readonly<Record<string, string>>;
}

/** Throws `InputError` (`desk/no-form`: `form`). */
export function formView(key: string, content: WorkbookContent, { library, fields }: Standard): FormView {
  const def = library.forms.find((form) => form.key === key);
  const places = fields[key];
  if (def === undefined || places === undefined || !content.chosen.includes(key)) throw new InputError('desk/no-form', { form: key });
  const entries = content.entries[key] ?? {};
  const asked = new Set(requiredPlaces(places, entries).map((place) => place.key));
  const { sheet, title, clause, howTo } = def;
  return { key, sheet, title, clause, howTo, fields: places.map((place) => ({ ...place, text: storedText(place, entries[place.key] ?? null), asked: asked.has(place.key) })) };
}

/** The content with the edits, or what is wrong with them. Throws `InputError` (`desk/no-form`). */
export function editedContent(content: WorkbookContent, { form, entries }: FormEdit, { fields }: Standard): { readonly content: WorkbookContent; readonly problems: readonly Issue[] } {
  const places = fields[form];
  if (places === undefined || !content.chosen.includes(form)) throw new InputError('desk/no-form', { form });
  const problems: Issue[] = [];
  const changed = new Map<string, CellValue>(Object.entries(content.entries[form] ?? {}));
  for (const place of places) {
    const text = entries[place.key];
    if (text === undefined) continue;
    const decoded = codecs[place.kind].decode(text, place);
    if ('problem' in decoded) {
      const { code, params } = decoded.problem;
      problems.push({ code, severity: 'error', sheet: place.sheet, cell: address(place.row, place.column), clause: place.clause, params: { ...params, column: place.label } });
    } else if (decoded.value === null || decoded.value === '') changed.delete(place.key);
    else changed.set(place.key, decoded.value);
  }
  if (problems.length > 0) return { content, problems };
  return { content: makeContent({ ...content, entries: { ...content.entries, [form]: Object.fromEntries(changed) } }), problems };
}
