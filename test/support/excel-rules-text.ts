/** Texts of cells in a package: shared or in place. */
import type { Package } from './excel-rules-package';
import { all, child, descendants, unescapeText, type XmlElement } from './excel-rules-xml';

const MOST_CELL = 32_767;

/** Space at the ends of a text is lost without `xml:space`. */
export function textFaults(t: XmlElement): readonly string[] {
  const faults: string[] = [];
  if (t.text !== t.text.trim() && /^[ \t\n]|[ \t\n]$/.test(t.text) && t.attributes.get('xml:space') !== 'preserve') faults.push(`space at the ends of ${JSON.stringify(t.text)} is lost`);
  if (unescapeText(t.text).length > MOST_CELL) faults.push(`a text of ${t.text.length} characters`);
  return faults;
}

/** The text that a cell shows, undefined for anything but text. */
export function cellText(cell: XmlElement, { xml }: Package): string | undefined {
  const type = cell.attributes.get('t');
  const from = type === 's' ? all(xml.get('xl/sharedStrings.xml'), 'si')[Number(child(cell, 'v')?.text)] : type === 'inlineStr' ? child(cell, 'is') : undefined;
  return from === undefined ? undefined : unescapeText([...descendants(from)].filter(({ name }) => name === 't').map(({ text }) => text).join(''));
}
