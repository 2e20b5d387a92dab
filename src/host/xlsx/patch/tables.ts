/** Tables of a workbook: their numbers and names are unique in it. */
import { HostError } from '../../../app/ports';
import type { PackageEdit } from '../package/package-edit';
import { partsOfType } from './links';
import { attributesOf, childOf, childrenOf, parseXml, setAttribute, splice } from './xml-edit';

export const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

export interface TableHead {
  readonly path: string;
  readonly id: number;
  readonly name: string;
  readonly ref: string;
  readonly headers: readonly string[];
  /** Rows at its top that hold headings: 1 or 0. */
  readonly headerRows: number;
}

export async function readTable(parts: PackageEdit, path: string): Promise<TableHead> {
  const xml = await parts.text(path);
  const root = parseXml(xml, path);
  const attributes = attributesOf(xml, root);
  return {
    path,
    id: Number(attributes.get('id') ?? 0),
    name: attributes.get('displayName') ?? attributes.get('name') ?? '',
    ref: attributes.get('ref') ?? '',
    headers: childrenOf(childOf(root, 'tableColumns'), 'tableColumn').map((column) => attributesOf(xml, column).get('name') ?? ''),
    headerRows: Number(attributes.get('headerRowCount') ?? 1),
  };
}

export async function readTables(parts: PackageEdit): Promise<readonly TableHead[]> {
  return Promise.all((await partsOfType(parts, TABLE_TYPE)).map(async (path) => readTable(parts, path)));
}

/** A generated table under a number of this workbook. */
export function withTableId(xml: string, path: string, id: number): string {
  return splice(xml, [setAttribute(xml, parseXml(xml, path), 'id', String(id))]);
}

/** A free number; throws HostError `xlsx/name-invalid` where a table or a defined name is called so already. */
export function freeTableId(name: string, tables: readonly TableHead[], definedNames: readonly string[]): number {
  const folded = name.toLowerCase();
  if (tables.some((table) => table.name.toLowerCase() === folded) || definedNames.some((one) => one.toLowerCase() === folded)) throw new HostError('xlsx/name-invalid', { name });
  return Math.max(0, ...tables.map(({ id }) => id)) + 1;
}
