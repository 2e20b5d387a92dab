/** One list of the styles part (fonts, fills ...): what is there by its key, and what is added behind it. */
import { parseXml, setAttribute, appendInside, insertInOrder, withPrefix, type Splice, type XmlElement } from './xml-edit';

/** CT_Stylesheet, ISO/IEC 29500-1, 18.8.39. */
const STYLE_ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];

export interface StyleCollection {
  /** Index of the piece; put behind the others when none is equal. Written without prefixes. */
  indexOf(piece: string): number;
  /** The piece at an index as it stands, undefined beyond the end. */
  at(index: number): string | undefined;
  readonly size: number;
  /** What makes the additions part of the text. Nothing can be added after this. */
  edits(): readonly Splice[];
}

export function createCollection(
  xml: string, root: XmlElement, local: string, keyOf: (xml: string, element: XmlElement) => string, limit = Infinity, tooMany: () => Error = () => new RangeError(local),
): StyleCollection {
  const element = root.children.find((child) => child.local === local);
  const there = element?.children.filter((child) => child.prefix === root.prefix) ?? [];
  const byKey = new Map<string, number>();
  // The first of equal ones wins.
  there.forEach((child, i) => {
    const key = keyOf(xml, child);
    if (!byKey.has(key)) byKey.set(key, i);
  });
  const added: string[] = [];
  let closed = false;
  return {
    get size() {
      return there.length + added.length;
    },
    at(index) {
      const child = there[index];
      return child === undefined ? added[index - there.length] : xml.slice(child.start, child.end);
    },
    indexOf(piece) {
      const key = keyOf(piece, parseXml(piece, local));
      const found = byKey.get(key);
      if (found !== undefined) return found;
      const index = there.length + added.length;
      if (index >= limit) throw tooMany();
      if (closed) throw new Error(`${local} added after they were written`);
      added.push(withPrefix(piece, root.prefix));
      byKey.set(key, index);
      return index;
    },
    edits() {
      closed = true;
      if (added.length === 0) return [];
      const pieces = added.join('');
      if (element === undefined) return [insertInOrder(xml, root, STYLE_ORDER, local, withPrefix(`<${local} count="${added.length}">`, root.prefix) + pieces + withPrefix(`</${local}>`, root.prefix))];
      return [setAttribute(xml, element, 'count', String(there.length + added.length)), appendInside(xml, element, pieces)];
    },
  };
}
