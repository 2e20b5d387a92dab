/** What the rules over the sheet itself look at, for one generated sheet of a file. */
import type { FieldFact, RawFact, SheetFacts } from '../core/check/tamper/tamper-rule';
import { BLANK } from '../core/model/block';
import type { Block } from '../core/model/block';
import { MAX_COLUMN, MAX_ROW } from '../core/model/address';
import type { Area } from '../core/model/area';
import { HEADER_ROW, type RawSheetDef } from '../core/model/raw-sheet';
import type { SheetSpec } from '../core/model/sheet-spec';
import { namePlace } from './name-place';
import type { ReadableWorkbook } from './ports';
import type { ContentReading } from './read-content';
import type { Standard } from './standard';

interface Source {
  readonly workbook: ReadableWorkbook;
  readonly reading: ContentReading;
  readonly standard: Standard;
}

type Given = Pick<SheetFacts, 'grid' | 'structure' | 'moves'> & { readonly sheet: SheetSpec };

export function sheetFacts({ sheet, ...given }: Given, source: Source): { readonly facts: SheetFacts; readonly clause: string } {
  const { standard } = source;
  const def = standard.rawSheets.find((one) => one.sheet === sheet.name);
  const form = standard.library.forms.find((one) => one.sheet === sheet.name);
  const raw = def === undefined ? null : rawFact(def, source.reading);
  const moves = given.moves.get(sheet.name);
  const moved = ({ top, left, bottom, right }: Area): Area => (moves === undefined ? { top, left, bottom, right } : {
    top: moves.row(top), left: moves.column(left), bottom: bottom === MAX_ROW ? MAX_ROW : moves.row(bottom), right: right === MAX_COLUMN ? MAX_COLUMN : moves.column(right),
  });
  return {
    facts: {
      spec: sheet, ...given, raw, fields: form === undefined ? [] : fieldFacts(form.key, source),
      place: def === undefined || raw === null ? moved : (area) => rawPlace(area, def, raw, moved),
    },
    clause: def?.feeds ?? form?.clause ?? '',
  };
}

/** Columns of the rows are where their headers are; what stands above and beside them, where its words are. */
function rawPlace(area: Area, def: RawSheetDef, { columns, headerRow }: RawFact, moved: (area: Area) => Area): Area | null {
  const inRows = area.top > HEADER_ROW && area.left === area.right && area.left <= def.columns.length;
  if (!inRows) return moved(area);
  const column = columns[area.left - 1]?.column ?? null;
  const down = headerRow - HEADER_ROW;
  return column === null ? null : { top: area.top + down, bottom: Math.min(MAX_ROW, area.bottom + down), left: column, right: column };
}

function rawFact(def: RawSheetDef, { content, places, headerRows }: ContentReading): RawFact {
  const blocks = content.rows[def.key] ?? [];
  const at = places[def.key] ?? {};
  return {
    headerRow: headerRows[def.key] ?? HEADER_ROW,
    columns: def.columns.map(({ key, header, kind }) => ({ header, kind, column: at[key] ?? null, filled: blocks.some(({ columns }) => columns[key]?.kind.some((one) => one !== BLANK) === true) })),
    rows: filledRows(blocks),
  };
}

function filledRows(blocks: readonly Block[]): readonly number[] {
  const rows: number[] = [];
  for (const { firstRow, length, columns } of blocks) {
    const all = Object.values(columns);
    for (let i = 0; i < length; i++) if (all.some(({ kind }) => (kind[i] ?? BLANK) !== BLANK)) rows.push(firstRow + i);
  }
  return rows;
}

/** Fields with a name are where it leads, the others where the layout put them: as they are read. */
function fieldFacts(form: string, { workbook, reading, standard }: Source): readonly FieldFact[] {
  const entries = reading.content.entries[form] ?? {};
  return (standard.fields[form] ?? []).map(({ key, sheet, row, column, label, kind, name }): FieldFact => {
    const named = name === undefined ? null : namePlace(workbook, name);
    const at = named !== null && named.sheet === sheet ? named : { row, column };
    return { row: at.row, column: at.column, label, kind, filled: (entries[key] ?? null) !== null };
  });
}
