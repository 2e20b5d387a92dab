/**
 * What was read of an open workbook, brought up to what stands there now where hints say that something changed: rows by
 * rows, forms as a whole (they are small), a sheet anew where rows or columns may have moved.
 */
import { areaOf, type Area } from '../../core/model/area';
import type { Block } from '../../core/model/block';
import type { CellValue } from '../../core/model/cell';
import type { WorkbookContent } from '../../core/model/content';
import { holdsRows, withRows } from '../../core/model/edit-blocks';
import type { RawSheetDef } from '../../core/model/raw-sheet';
import { formMoves } from '../form-words';
import { makeContent } from '../make-content';
import type { ChangeHint, LiveWorkbook } from '../ports';
import type { ContentReading } from '../read-content';
import { readEntries } from '../read-entries';
import { readGrid } from '../read-grid';
import { allBlocks, rawBlocks, readRawPlaces } from '../read-raw-sheet';
import type { Standard } from '../standard';

/** One edit, as whoever checks while people type takes it. */
export type TakenEdit =
  | { readonly kind: 'rows'; readonly sheet: string; readonly block: Block }
  | { readonly kind: 'fields'; readonly form: string; readonly entries: Readonly<Record<string, CellValue>> }
  /** The sheet was read anew. */
  | { readonly kind: 'sheet'; readonly sheet: string };

export interface Taken {
  readonly reading: ContentReading;
  /** What differs from before; none where the hints were about nothing that is read. */
  readonly edits: readonly TakenEdit[];
}

/** Rows of one hint beyond which a sheet is read anew. */
const MOST_ROWS = 50_000;

/** Hints that are about sheets as such are not taken here. Throws what reading throws. */
export async function takeChanges(workbook: LiveWorkbook, reading: ContentReading, hints: readonly ChangeHint[], standard: Standard): Promise<Taken> {
  let now = reading;
  const edits: TakenEdit[] = [];
  const done = new Set<string>();
  for (const { sheet, ref } of hints) {
    const def = standard.rawSheets.find((one) => one.sheet === sheet && reading.content.chosen.includes(one.key));
    const form = standard.library.forms.find((one) => one.sheet === sheet && reading.content.chosen.includes(one.key));
    if (done.has(sheet) || (def === undefined && form === undefined)) continue;
    const area = ref === null ? null : areaOf(ref);
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    const taken = def !== undefined ? await takeRows(workbook, now, def, area) : await takeForm(workbook, now, form?.key ?? '', sheet, standard);
    if (def === undefined || taken.anew) done.add(sheet);
    now = taken.reading;
    edits.push(...taken.edits);
  }
  return { reading: now, edits };
}

type TakenSheet = Taken & { readonly anew?: boolean };

async function takeRows(workbook: LiveWorkbook, reading: ContentReading, def: RawSheetDef, area: Area | null): Promise<TakenSheet> {
  const [columns, headerRow] = [reading.places[def.key] ?? {}, reading.headerRows[def.key] ?? 0];
  const numbers = Object.values(columns);
  const inColumns = (of: Area): boolean => numbers.some((column) => column >= of.left && column <= of.right);
  if (area === null || area.top <= headerRow || area.bottom - area.top >= MOST_ROWS || numbers.length < def.columns.length) return takeSheet(workbook, reading, def);
  if (!inColumns(area)) return def.side === undefined ? { reading, edits: [] } : takeSheet(workbook, reading, def);
  const block = await workbook.part(def.sheet, columns, area.top, area.bottom);
  const blocks = reading.content.rows[def.key] ?? [];
  if (holdsRows(blocks, block)) return { reading, edits: [] };
  const content = { ...reading.content, rows: { ...reading.content.rows, [def.key]: withRows(blocks, block) } };
  return { reading: { ...reading, content }, edits: [{ kind: 'rows', sheet: def.key, block }] };
}

/** The whole of a raw-data sheet: its header, the table beside it, its rows. */
async function takeSheet(workbook: LiveWorkbook, reading: ContentReading, def: RawSheetDef): Promise<TakenSheet> {
  const places = await readRawPlaces(workbook, def);
  const blocks = await allBlocks(rawBlocks(workbook, def, places));
  const { content } = reading;
  const same = JSON.stringify([places.columns, places.headerRow, places.side]) === JSON.stringify([reading.places[def.key], reading.headerRows[def.key], content.side[def.key] ?? []]);
  const known = content.rows[def.key] ?? [];
  if (same && sameRows(known, blocks)) return { reading, edits: [], anew: true };
  const side = Object.fromEntries([...Object.entries(content.side).filter(([key]) => key !== def.key), ...(places.side.length === 0 ? [] : [[def.key, places.side]])]);
  return {
    anew: true,
    reading: {
      ...reading,
      content: makeContent({ ...content, rows: { ...content.rows, [def.key]: blocks }, side }),
      issues: [...reading.issues.filter(({ sheet }) => sheet !== def.sheet), ...places.issues],
      places: { ...reading.places, [def.key]: places.columns },
      headerRows: { ...reading.headerRows, [def.key]: places.headerRow },
    },
    edits: [{ kind: 'sheet', sheet: def.key }],
  };
}

function sameRows(known: readonly Block[], now: readonly Block[]): boolean {
  const last = (blocks: readonly Block[]): number => blocks.reduce((row, { firstRow, length }) => Math.max(row, firstRow + length), 0);
  return last(known) === last(now) && now.every((block) => holdsRows(known, block)) && known.every((block) => holdsRows(now, block));
}

async function takeForm(workbook: LiveWorkbook, reading: ContentReading, form: string, sheet: string, standard: Standard): Promise<TakenSheet> {
  const grid = await readGrid(workbook, sheet, Infinity);
  const moves = formMoves(standard, sheet, grid);
  const before: WorkbookContent['entries'][string] = reading.content.entries[form] ?? {};
  const after = readEntries(workbook, sheet, grid, standard.fields[form] ?? [], moves);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null));
  const { [form]: _moved, ...others } = reading.formMoves;
  const moved = moves === null ? others : { ...others, [form]: moves };
  if (keys.length === 0) return { reading: { ...reading, formMoves: moved }, edits: [] };
  return {
    reading: { ...reading, formMoves: moved, content: makeContent({ ...reading.content, entries: { ...reading.content.entries, [form]: after } }) },
    edits: [{ kind: 'fields', form, entries: Object.fromEntries(keys.map((key) => [key, after[key] ?? null])) }],
  };
}
