/** The table that a list's rows form, found through the sheet's relationships. */
import { HostError } from '../../../../app/ports';
import { rangeOf, refOf, type Area } from '../../../../core/model/area';
import { address } from '../../../../core/model/address';
import type { ListPatch } from '../../../../core/model/workbook-patch';
import { relationshipsOf } from '../../package/parts';
import { decodeText, unescapeXml } from '../../package/xml';
import { shiftFormula } from '../../read/shift-formula';
import type { PatchContext } from '../context';
import type { ListShape } from './list-rows';
import { rangesAfter } from './list-ranges';
import { allElements, applyChanges, attributeOf, elementsOf, withAttribute } from './xml-text';

export interface CalculatedColumn {
  readonly column: number;
  readonly formula: string;
  readonly array: boolean;
  /** It reads the same in every row: structured and fixed references alone. */
  readonly anywhere: boolean;
}

export interface ListTable {
  readonly path: string;
  readonly xml: string;
  readonly area: Area;
  /** Columns with a formula for each row. */
  readonly calculated: readonly CalculatedColumn[];
}

/** Undefined where no table begins in the header row with these columns. Throws HostError `xlsx/rows-below` where the table ends in a row of totals. */
export async function findTable(context: PatchContext, sheet: string, path: string, list: ListPatch): Promise<ListTable | undefined> {
  const columns = Object.values(list.columns);
  for (const { type, target } of await relationshipsOf(context.parts, path)) {
    if (type !== 'table' || !context.parts.has(target)) continue;
    const xml = await context.parts.text(target);
    const root = elementsOf(xml).find(({ name }) => name === 'table');
    if (root === undefined) continue;
    const tag = xml.slice(root.start, root.openEnd);
    const area = rangeOf(attributeOf(tag, 'ref') ?? '');
    if (area === null || area.top !== list.headerRow || attributeOf(tag, 'headerRowCount') === '0') continue;
    if (columns.length > 0 && !columns.some((column) => column >= area.left && column <= area.right)) continue;
    if (Number(attributeOf(tag, 'totalsRowCount') ?? 0) > 0) throw new HostError('xlsx/rows-below', { sheet, cell: address(area.bottom, area.left) });
    return { path: target, xml, area, calculated: calculatedColumns(xml, area.left) };
  }
  return undefined;
}

function calculatedColumns(xml: string, left: number): readonly CalculatedColumn[] {
  const found: CalculatedColumn[] = [];
  [...allElements(elementsOf(xml))].filter(({ name }) => name === 'tableColumn').forEach(({ children }, i) => {
    const node = children.find(({ name }) => name === 'calculatedColumnFormula');
    if (node === undefined) return;
    const formula = decodeText(unescapeXml(xml.slice(node.openEnd, node.closeStart)));
    const array = attributeOf(xml.slice(node.start, node.openEnd), 'array');
    if (formula !== '') found.push({ column: left + i, formula, array: array === '1' || array === 'true', anywhere: shiftFormula(formula, 1, 0) === formula });
  });
  return found;
}

/** The table's part after the change. */
export function tableAfter({ xml, area }: ListTable, list: ListShape, sheet: string): string {
  const ref = refOf({ ...area, bottom: Math.max(area.top + 1, list.newEnd) });
  const moved = rangesAfter(xml, list, sheet);
  const root = elementsOf(moved).find(({ name }) => name === 'table');
  if (root === undefined) return xml;
  return applyChanges(moved, [root, ...root.children.filter(({ name }) => name === 'autoFilter')].map(({ start, openEnd }) => (
    { start, end: openEnd, text: withAttribute(moved.slice(start, openEnd), 'ref', ref) }
  )));
}
