/** Fields of a form in parts: repeated rows one by one, of which only those that are begun and the next one are shown. */
import type { FormField } from '../../../app/desk/form-view';

export interface FieldGroup {
  /** '' for fields that are not repeated. */
  readonly key: string;
  /** Name of the list, and the row's number (from 1), where it is one. */
  readonly list: string;
  readonly number: number;
  readonly fields: readonly FormField[];
}

const ROW = /^(.*)\[(\d+)\]$/u;

/** In reading order; what is not repeated gathers with its neighbours. */
export function fieldGroups(fields: readonly FormField[]): readonly FieldGroup[] {
  const groups: { key: string; list: string; number: number; fields: FormField[] }[] = [];
  for (const field of fields) {
    const key = field.group ?? '';
    const last = groups.at(-1);
    if (last !== undefined && last.key === key) last.fields.push(field);
    else {
      const [, list = '', index = ''] = ROW.exec(key) ?? [];
      groups.push({ key, list, number: index === '' ? 0 : Number(index) + 1, fields: [field] });
    }
  }
  return groups;
}

/** Rows that hold something, those asked for by the person (`more` beyond that), and one to begin with. */
export function shownGroups(groups: readonly FieldGroup[], isFilled: (field: FormField) => boolean, more: Readonly<Record<string, number>>): readonly FieldGroup[] {
  const last = new Map<string, number>();
  for (const { list, number, fields } of groups) if (number > 0 && fields.some(isFilled)) last.set(list, number);
  return groups.filter(({ list, number }) => number <= Math.max(1, (last.get(list) ?? 0) + (more[list] ?? 0)));
}
