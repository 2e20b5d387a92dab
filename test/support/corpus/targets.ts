/** Where a workbook can be edited so that every reader agrees on what must stay: plain cells, a list to append to. */
import { columnNumber } from '../../../src/core/model/address';
import { relationshipsFrom, workbookPath, type PackageView } from './package-view';
import { childNode, childNodes, localAttribute, nodes, type XmlNode } from './xml-tree';

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly formula: boolean;
  /** Text, number as written, or error; shared texts resolved. Null where the cell holds nothing. */
  readonly value: string | null;
  /** Has runs, or values that other parts explain. */
  readonly rich: boolean;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetView {
  readonly name: string;
  readonly path: string;
  readonly cells: readonly Cell[];
  /** Merged cells, array formulas, data tables. */
  readonly tied: readonly Area[];
  readonly tables: readonly { readonly path: string; readonly area: Area; readonly totals: boolean; readonly header: boolean }[];
}

export interface ListTarget {
  readonly sheet: SheetView;
  readonly table: string | null;
  readonly headerRow: number;
  readonly columns: readonly number[];
  readonly firstRow: number;
}

const LAST_ROW = 1_048_576;

export function readArea(ref: string): Area {
  const [, a = 'A', top = '1', b = a, bottom = top] = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(ref) ?? [];
  return { top: Number(top), left: columnNumber(a), bottom: Number(bottom), right: columnNumber(b) };
}

const within = (area: Area, row: number, column: number): boolean => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

function textOf(node: XmlNode | undefined): string {
  // Furigana is not part of the text.
  return node === undefined ? '' : node.children.map((each) => (each.local === 't' ? each.text : each.local === 'r' ? textOf(each) : '')).join('');
}

function sharedTexts(view: PackageView): readonly XmlNode[] {
  const path = [...view.kinds].find(([, kind]) => kind === 'sharedStrings')?.[0];
  return path === undefined ? [] : childNodes(view.tree(path), 'si');
}

function readCells(root: XmlNode, texts: readonly XmlNode[]): readonly Cell[] {
  const cells: Cell[] = [];
  let row = 0;
  for (const each of childNodes(childNode(root, 'sheetData'), 'row')) {
    row = Number(each.attributes.get('r') ?? row + 1);
    let column = 0;
    for (const c of childNodes(each, 'c')) {
      const ref = c.attributes.get('r');
      column = ref === undefined ? column + 1 : readArea(ref).left;
      const type = c.attributes.get('t') ?? 'n';
      const written = childNode(c, 'v')?.text ?? null;
      const shared = type === 's' ? texts[Number(written)] : childNode(c, 'is');
      const rich = childNodes(shared, 'r').length > 0 || c.attributes.has('vm') || c.attributes.has('cm');
      cells.push({ row, column, type: type === 'inlineStr' ? 's' : type, formula: childNode(c, 'f') !== undefined, rich, value: shared === undefined ? written : textOf(shared) });
    }
  }
  return cells;
}

export function readSheets(view: PackageView): readonly SheetView[] {
  const workbook = workbookPath(view);
  const [links, texts] = [relationshipsFrom(view, workbook), sharedTexts(view)];
  return childNodes(childNode(view.tree(workbook), 'sheets'), 'sheet').flatMap((sheet): readonly SheetView[] => {
    const link = links.find(({ id }) => id === localAttribute(sheet, 'id'));
    const path = view.find(link?.target ?? '');
    if (link?.type !== 'worksheet' || path === undefined) return [];
    const root = view.tree(path);
    const tied = [...nodes(root)].flatMap(({ local, attributes }) => (local === 'mergeCell' || (local === 'f' && attributes.has('ref') && attributes.get('t') !== 'shared') ? [readArea(attributes.get('ref') ?? 'A1')] : []));
    const tables = relationshipsFrom(view, path).filter(({ type }) => type === 'table').map(({ target }) => {
      const { attributes } = view.tree(target);
      return { path: view.find(target) ?? target, area: readArea(attributes.get('ref') ?? 'A1'), totals: Number(attributes.get('totalsRowCount') ?? 0) > 0, header: attributes.get('headerRowCount') !== '0' };
    });
    return [{ name: sheet.attributes.get('name') ?? '', path, cells: readCells(root, texts), tied, tables }];
  });
}

/** A cell with a constant that stands in no header of a table and under no merge; else one beside the used cells. */
export function plainCell(sheet: SheetView, type: 'n' | 's'): { readonly row: number; readonly column: number } {
  const free = sheet.cells.find((cell) => cell.type === type && cell.value !== null && !cell.formula && !cell.rich
    && !sheet.tied.some((area) => within(area, cell.row, cell.column)) && !sheet.tables.some(({ area, totals }) => cell.row === area.top || (totals && cell.row === area.bottom)));
  return free ?? { row: sheet.cells[0]?.row ?? 2, column: Math.max(0, ...sheet.cells.map(({ column }) => column), ...sheet.tied.map(({ right }) => right)) % 16_300 + (type === 'n' ? 2 : 3) };
}

function freeBelow(sheet: SheetView, rows: Area): boolean {
  return !sheet.tied.some((area) => area.bottom >= rows.top && area.top <= rows.bottom && area.left <= rows.right && area.right >= rows.left)
    && !sheet.cells.some(({ row, column, value, formula }) => (value !== null || formula) && row >= rows.top && column >= rows.left && column <= rows.right);
}

/** A table without totals and with room, else the block of cells that begins with the first row that holds a text. */
export function listTarget(sheets: readonly SheetView[], rows: number): ListTarget | null {
  for (const sheet of sheets) {
    for (const { path, area, totals, header } of sheet.tables) {
      const columns = Array.from({ length: area.right - area.left + 1 }, (_, i) => area.left + i);
      if (header && !totals && freeBelow(sheet, { ...area, top: area.bottom + 1, bottom: area.bottom + rows })) return { sheet, table: path, headerRow: area.top, columns, firstRow: area.bottom + 1 };
    }
  }
  for (const sheet of sheets) {
    const [head] = sheet.cells.filter(({ type, value, formula, row }) => type === 's' && value !== null && value !== '' && !formula && !sheet.tables.some(({ area }) => row <= area.bottom && row >= area.top));
    if (head === undefined) continue;
    const columns = [head.column];
    while (sheet.cells.some(({ row, column, value }) => row === head.row && column === (columns.at(-1) ?? 0) + 1 && value !== null)) columns.push((columns.at(-1) ?? 0) + 1);
    const beside = (left: number, right: number): boolean => right >= head.column && left <= (columns.at(-1) ?? 0);
    const last = Math.max(head.row, ...sheet.cells.filter(({ column, value, formula }) => (value !== null || formula) && beside(column, column)).map(({ row }) => row), ...sheet.tied.filter(({ left, right }) => beside(left, right)).map(({ bottom }) => bottom), ...sheet.tables.filter(({ area }) => beside(area.left, area.right)).map(({ area }) => area.bottom));
    if (last + rows <= LAST_ROW) return { sheet, table: null, headerRow: head.row, columns, firstRow: last + 1 };
  }
  return null;
}
