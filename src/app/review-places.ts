/** Cells of a workbook and what stands there: an anchor for a finding, and back to the cell, after rows and columns went elsewhere. */
import { SIDE, rowsOfBlocks, valueKey, type RowValues, type TableDef } from '../core/compare/table';
import { rawTable } from '../core/compare/content-tables';
import { formTables, repeatedKey, tableRows } from '../core/compare/form-tables';
import { address, columnNumber } from '../core/model/address';
import type { FieldPlace } from '../core/model/form';
import { isRepointed, plainCell, type Anchor } from '../core/review/anchor';
import type { Finding } from '../core/review/finding';
import { changeFinding, readFindings } from '../core/review/findings';
import type { Entries } from '../core/compare/form-tables';
import type { ReadableWorkbook } from './ports';
import type { ContentReading } from './read-content';
import { fieldPlace } from './read-entries';
import type { Standard } from './standard';

type Reading = Pick<ContentReading, 'content' | 'places' | 'formMoves'>;

export interface ReviewPlaces {
  /** Null where the cell holds nothing that people fill in, or the sheet is not one of ours. `layout`: the cell is where the form was generated. */
  anchorAt(sheet: string, cell: string, layout?: boolean): Anchor | null;
  /** Where it is now; null where it is gone. */
  cellOf(anchor: Anchor): { readonly sheet: string; readonly cell: string } | null;
}

interface PlacedRow {
  readonly at: number;
  readonly values: RowValues;
}

export function reviewPlaces(workbook: Pick<ReadableWorkbook, 'names'> & ReadableWorkbook, { content, places, formMoves }: Reading, standard: Standard): ReviewPlaces {
  const rowsOf = memo((key: string): ReadonlyMap<string, readonly PlacedRow[]> => {
    const def = standard.rawSheets.find((one) => one.key === key);
    if (def === undefined) return new Map();
    const table = rawTable(def);
    return grouped(table, rowsOfBlocks(table.columns, content.rows[key] ?? []));
  });
  const listOf = (owner: string, list: string): ReadonlyMap<string, readonly PlacedRow[]> => {
    const table = formTables(owner, standard.fields[owner] ?? []).get(list);
    return table === undefined ? new Map() : grouped(table, tableRows(table, content.entries[owner] ?? {}));
  };
  const cellOfField = (owner: string, key: string): { readonly sheet: string; readonly cell: string } | null => {
    const place = (standard.fields[owner] ?? []).find((field) => field.key === key);
    if (place === undefined || !content.chosen.includes(owner)) return null;
    const { row, column } = fieldPlace(workbook, place, formMoves[owner] ?? null);
    return { sheet: place.sheet, cell: address(row, column) };
  };

  function anchorAt(sheet: string, text: string, layout = false): Anchor | null {
    const cell = plainCell(text);
    if (cell === '') return null;
    const raw = standard.rawSheets.find((def) => def.sheet === sheet && content.chosen.includes(def.key));
    if (raw !== undefined) return rowAnchor(raw.key, sheet, cell);
    const owner = standard.library.forms.find((form) => form.sheet === sheet && content.chosen.includes(form.key))?.key;
    if (owner === undefined) return null;
    const field = (standard.fields[owner] ?? []).find((place) => (layout ? address(place.row, place.column) : cellOfField(owner, place.key)?.cell) === cell);
    if (field === undefined) return null;
    const stands = layout ? cellOfField(owner, field.key)?.cell ?? cell : cell;
    return { owner, field: field.key, ...rowOfField(owner, field), sheet, cell: stands };
  }

  function rowAnchor(owner: string, sheet: string, cell: string): Anchor | null {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    const field = Object.entries(places[owner] ?? {}).find(([, column]) => column === columnNumber(letters))?.[0];
    if (field === undefined) return null;
    for (const [key, rows] of rowsOf(owner)) {
      const nth = rows.findIndex(({ at }) => at === Number(row));
      if (nth >= 0) return { owner, field, row: key, nth, sheet, cell };
    }
    return null;
  }

  /** Rows that are repeated are known by their words; a row without any by its number alone. */
  function rowOfField(owner: string, { key }: Pick<FieldPlace, 'key'>): Pick<Anchor, 'row' | 'nth'> {
    const repeated = repeatedKey(key);
    if (repeated === null) return { row: '', nth: 0 };
    for (const [row, rows] of listOf(owner, repeated.list)) {
      const nth = rows.findIndex(({ at }) => at === repeated.index);
      if (nth >= 0) return { row, nth };
    }
    return { row: '', nth: 0 };
  }

  function cellOf(anchor: Anchor): { readonly sheet: string; readonly cell: string } | null {
    const { owner, field, row, nth } = anchor;
    const raw = standard.rawSheets.find(({ key }) => key === owner);
    if (raw !== undefined) {
      const [found, column] = [rowsOf(owner).get(row)?.[nth], places[owner]?.[field]];
      return found === undefined || column === undefined || !content.chosen.includes(owner) ? null : { sheet: raw.sheet, cell: address(found.at, column) };
    }
    const repeated = repeatedKey(field);
    if (repeated === null || row === '') return cellOfField(owner, field);
    const found = listOf(owner, repeated.list).get(row)?.[nth];
    // Its words were changed, which is what findings lead to: then it is where it was.
    return cellOfField(owner, `${repeated.list}[${found?.at ?? repeated.index}].${repeated.column}`);
  }

  return { anchorAt, cellOf };
}

/** Rows by what identifies them: their key, else the value of their first filled column. */
function grouped(table: TableDef, rows: readonly PlacedRow[]): ReadonlyMap<string, readonly PlacedRow[]> {
  const groups = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const key = table.keyOf(row.values) ?? firstValue(table, row.values);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return groups;
}

function firstValue({ columns, list }: TableDef, values: RowValues): string {
  if (list === SIDE) return '';
  const first = columns.find(({ key }) => valueKey(values[key]) !== '');
  return first === undefined ? '' : valueKey(values[first.key]);
}

function memo<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

export interface FindingPlace {
  readonly sheet: string;
  readonly cell: string;
  /** found: where the sheet says; moved: rows or columns went, this is where it is now; gone: what it held on to is not there any more; loose: it holds on to nothing. */
  readonly state: 'found' | 'moved' | 'gone' | 'loose';
}

export function placeOfFinding({ sheet, cell, anchor }: Pick<Finding, 'sheet' | 'cell' | 'anchor'>, places: ReviewPlaces): FindingPlace {
  if (anchor === null || isRepointed(anchor, { sheet, cell })) {
    return { sheet: sheet.trim(), cell: plainCell(cell), state: places.anchorAt(sheet.trim(), cell) === null ? 'loose' : 'found' };
  }
  const now = places.cellOf(anchor);
  if (now === null) return { sheet: anchor.sheet, cell: '', state: 'gone' };
  return { ...now, state: now.cell === anchor.cell && now.sheet === anchor.sheet ? 'found' : 'moved' };
}

/** Every finding anchored that can be, and its cell written as it is now. Cells whose row is gone stay as they were. */
export function anchored(entries: Entries, places: ReviewPlaces): Entries {
  let written = entries;
  for (const { number, sheet, cell, anchor } of readFindings(entries)) {
    if (anchor !== null && !isRepointed(anchor, { sheet, cell })) continue;
    const laid = places.anchorAt(sheet.trim(), cell);
    if (laid !== null || anchor !== null) written = changeFinding(written, number, { anchor: laid });
  }
  return movedTo(written, places);
}

/** Findings that hold on to something, with their cells as they are in these places; those whose row is not there stay as they were. */
export function movedTo(entries: Entries, places: ReviewPlaces): Entries {
  let written = entries;
  for (const { number, sheet, cell, anchor } of readFindings(entries)) {
    if (anchor === null || isRepointed(anchor, { sheet, cell })) continue;
    const now = places.cellOf(anchor);
    if (now !== null && (now.cell !== anchor.cell || now.sheet !== anchor.sheet)) written = changeFinding(written, number, { cell: now.cell, anchor: { ...anchor, ...now } });
  }
  return written;
}
