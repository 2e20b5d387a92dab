/** Where what is spoken of stands in a workbook: a field, a row or one of its cells, as people call it and as an address. */
import { sideFirstColumn } from '../core/form/names';
import { SIDE } from '../core/compare/table';
import type { Subject } from '../core/compare/conflict';
import { address } from '../core/model/address';
import type { FieldPlace } from '../core/model/form';
import { HEADER_ROW, type ValueKind } from '../core/model/raw-sheet';
import type { ReadableWorkbook } from './ports';
import type { ContentReading } from './read-content';
import { fieldPlace } from './read-entries';
import type { Standard } from './standard';

export interface Named {
  /** Name of the sheet as it is generated. */
  readonly sheet: string;
  /** What the field or column is called; '' for whole rows. */
  readonly label: string;
  readonly kind: ValueKind;
}

/** The same in every copy. */
export function nameOf({ owner, list, field }: Pick<Subject, 'owner' | 'list' | 'field'>, standard: Standard): Named {
  const def = standard.rawSheets.find(({ key }) => key === owner);
  if (def !== undefined) {
    const column = (list === SIDE ? def.side?.columns ?? [] : def.columns).find(({ key }) => key === field);
    return { sheet: def.sheet, label: column?.header ?? '', kind: column?.kind ?? 'text' };
  }
  const fields = standard.fields[owner] ?? [];
  const place = fields.find(({ key }) => key === keyOf(list, 0, field));
  const sheet = place?.sheet ?? fields[0]?.sheet ?? standard.library.forms.find(({ key }) => key === owner)?.sheet ?? owner;
  return { sheet, label: place?.label ?? '', kind: place?.kind ?? 'text' };
}

/** Address of the cell, or of the row's first cell; '' where it is nowhere in this copy. */
export function cellOfSubject({ owner, list, field }: Pick<Subject, 'owner' | 'list' | 'field'>, at: number | null, workbook: ReadableWorkbook, reading: ContentReading, standard: Standard): string {
  const def = standard.rawSheets.find(({ key }) => key === owner);
  if (def !== undefined) {
    if (at === null) return '';
    if (list === SIDE) return address((reading.headerRows[owner] ?? HEADER_ROW) + 1 + at, sideFirstColumn(def) + Math.max(0, def.side?.columns.findIndex(({ key }) => key === field) ?? 0));
    const columns = reading.places[owner] ?? {};
    const first = Math.min(...Object.values(columns));
    return Number.isFinite(first) ? address(at, columns[field] ?? first) : '';
  }
  if (list !== null && at === null) return '';
  const place = placeIn(standard.fields[owner] ?? [], list, at ?? 0, field);
  if (place === undefined || !reading.content.chosen.includes(owner)) return '';
  const { row, column } = fieldPlace(workbook, place, reading.formMoves[owner] ?? null);
  return address(row, column);
}

function keyOf(list: string | null, at: number, field: string): string {
  return list === null ? field : `${list}[${at}].${field}`;
}

function placeIn(fields: readonly FieldPlace[], list: string | null, at: number, field: string): FieldPlace | undefined {
  return field === '' ? fields.find(({ key }) => key.startsWith(`${list ?? ''}[${at}].`)) : fields.find(({ key }) => key === keyOf(list, at, field));
}
