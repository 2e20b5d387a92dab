/** What stands before the rows and matters to them: formats of columns, the range in use. */
import { rangeOf, refOf, type Area } from '../../../../core/model/area';
import { allElements, attributeOf, elementsOf, withAttribute } from './xml-text';

interface ColumnFormat {
  readonly min: number;
  readonly max: number;
  readonly style: number;
}

export function readColumnFormats(head: string): readonly ColumnFormat[] {
  return [...allElements(elementsOf(head))].filter(({ name }) => name === 'col').map(({ start, openEnd }) => {
    const tag = head.slice(start, openEnd);
    return { min: Number(attributeOf(tag, 'min')), max: Number(attributeOf(tag, 'max')), style: Number(attributeOf(tag, 'style') ?? 0) };
  }).filter(({ style }) => style > 0);
}

/** The format that a new cell takes: that of its row, else of its column. */
export function inheritedFormat(columns: readonly ColumnFormat[], row: string | undefined, column: number): number {
  const custom = row === undefined ? undefined : attributeOf(row, 'customFormat');
  if (row !== undefined && (custom === '1' || custom === 'true')) return Number(attributeOf(row, 's') ?? 0);
  return columns.find(({ min, max }) => column >= min && column <= max)?.style ?? 0;
}

/** The head whose `<dimension>` holds the area too. A sheet that has none gets none. */
export function withDimension(head: string, written: Area | null): string {
  const node = [...allElements(elementsOf(head))].find(({ name }) => name === 'dimension');
  if (node === undefined || written === null) return head;
  const tag = head.slice(node.start, node.openEnd);
  const area = rangeOf(attributeOf(tag, 'ref') ?? '');
  if (area === null) return head;
  const ref = refOf({
    top: Math.min(area.top, written.top), left: Math.min(area.left, written.left),
    bottom: Math.max(area.bottom, written.bottom), right: Math.max(area.right, written.right),
  });
  return ref === refOf(area) ? head : head.slice(0, node.start) + withAttribute(tag, 'ref', ref) + head.slice(node.openEnd);
}
