/** Checks the entries of one form. */
import type { Issue } from '../issue/issue';
import { address } from '../model/address';
import type { CellValue } from '../model/cell';
import type { FieldPlace } from '../model/form';
import { createCellCheck } from './check-cell';
import { severityOf } from './collector';

/** In the order of the fields. `entries` by field key; a field that is required per row counts once its row is begun. */
export function checkFields(fields: readonly FieldPlace[], entries: Readonly<Record<string, CellValue>>): readonly Issue[] {
  const begun = new Set<string>();
  for (const { key, group } of fields) {
    if (group !== undefined && isFilled(entries[key] ?? null)) begun.add(group);
  }
  return fields.flatMap((field): readonly Issue[] => {
    const required = field.required === 'row' ? field.group !== undefined && begun.has(field.group) : field.required;
    const finding = createCellCheck({ ...field, required })(entries[field.key] ?? null);
    if (finding === null) return [];
    const { code, params } = finding;
    return [{ code, severity: severityOf(code), sheet: field.sheet, cell: address(field.row, field.column), clause: field.clause, params }];
  });
}

function isFilled(value: CellValue): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== null;
}
