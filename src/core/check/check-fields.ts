/** Checks the entries of one form. */
import type { Issue } from '../issue/issue';
import { address } from '../model/address';
import type { CellValue } from '../model/cell';
import type { FieldPlace } from '../model/form';
import { requiredPlaces } from '../model/required-cells';
import { createCellCheck } from './check-cell';
import { severityOf } from './collector';

/** In the order of the fields. `entries` by field key; a field that is required per row counts once its row is begun. */
export function checkFields(fields: readonly FieldPlace[], entries: Readonly<Record<string, CellValue>>): readonly Issue[] {
  const asked = new Set(requiredPlaces(fields, entries));
  return fields.flatMap((field): readonly Issue[] => {
    if (field.own === true) return [];
    const finding = createCellCheck({ ...field, required: asked.has(field) })(entries[field.key] ?? null);
    if (finding === null) return [];
    const { code, params } = finding;
    return [{ code, severity: severityOf(code), sheet: field.sheet, cell: address(field.row, field.column), clause: field.clause, params }];
  });
}
