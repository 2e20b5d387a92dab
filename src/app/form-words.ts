/**
 * What is printed on the forms, and by it where their rows and columns are in a file: people insert and delete some, and the entries of
 * cells without a name of their own move with them.
 */
import { movesOf, type Moves } from '../core/merge/moves';
import type { SheetGrid } from '../core/merge/sheet-grid';
import type { CellSpec } from '../core/model/sheet-spec';
import { buildWorkbook } from './build-workbook';
import { makeContent } from './make-content';
import { measure } from './measure';
import type { Standard } from './standard';

const words = new WeakMap<Standard, ReadonlyMap<string, readonly CellSpec[]>>();

/** Null where nothing moved, and for sheets that are no forms. */
export function formMoves(standard: Standard, sheet: string, grid: SheetGrid): Moves | null {
  const cells = printed(standard).get(sheet);
  return cells === undefined ? null : movesOf(cells, grid);
}

/** Cells of the forms of an empty workbook, by sheet. */
function printed(standard: Standard): ReadonlyMap<string, readonly CellSpec[]> {
  const known = words.get(standard);
  if (known !== undefined) return known;
  const content = makeContent({ chosen: standard.library.forms.map(({ key }) => key), entries: {}, rows: {}, side: {} });
  const forms = new Set(standard.library.forms.map(({ sheet }) => sheet));
  const made = new Map(buildWorkbook(content, standard, measure(content)).sheets.flatMap(({ name, cells }) => (forms.has(name) ? [[name, cells] as const] : [])));
  words.set(standard, made);
  return made;
}
