/** Custom document properties (ISO/IEC 29500-1, 22.3): texts set and removed, all others left as they are. */
import type { PackageEdit } from '../package/package-edit';
import { escapeAttribute, escapeXml, encodeText } from '../write/text';
import { relationshipType, type Dialect } from './dialect';
import { addLink, declarePart, linksOf } from './links';
import { appendInside, attributesOf, childrenOf, parseXml, splice, withPrefix, type Splice } from './xml-edit';

const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
/** The set of properties that a user defines; its own rule is that numbers begin at 2. */
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const FIRST_ID = 2;

/** `wanted`: name -> text, null to remove. Names are told apart without case, as Office does. */
export async function setProperties(parts: PackageEdit, dialect: Dialect, wanted: Readonly<Record<string, string | null>>): Promise<void> {
  const link = (await linksOf(parts, '')).find(({ type, external }) => !external && (type === 'custom-properties' || type === 'customProperties'));
  const there = link !== undefined && parts.has(link.target);
  const waiting = new Map(Object.entries(wanted).map(([name, value]) => [name.toLowerCase(), { name, value }]));
  if (!there && [...waiting.values()].every(({ value }) => value === null)) return;
  const path = there ? link.target : parts.has('docProps/custom.xml') ? parts.freePath('docProps/custom#.xml') : 'docProps/custom.xml';
  const xml = there ? await parts.text(path) : dialect.translate(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${NAMESPACE}"/>`);
  const root = parseXml(xml, path);
  const edits: Splice[] = [];
  let nextId = FIRST_ID;
  // The namespace of the values is declared where it is used: the part may have any prefix for it, or none.
  const property = (name: string, id: number, value: string): string =>
    withPrefix(`<property fmtid="${FORMAT_ID}" pid="${id}" name="${escapeAttribute(name)}">`, root.prefix)
    + `${dialect.translate(`<vt:lpwstr xmlns:vt="${TYPES}">`)}${escapeXml(encodeText(value))}</vt:lpwstr></${root.prefix}property>`;
  for (const element of childrenOf(root, 'property')) {
    const attributes = attributesOf(xml, element);
    const id = Number(attributes.get('pid') ?? FIRST_ID);
    nextId = Math.max(nextId, id + 1);
    const name = attributes.get('name') ?? '';
    const found = waiting.get(name.toLowerCase());
    if (found === undefined) continue;
    waiting.delete(name.toLowerCase());
    edits.push({ start: element.start, end: element.end, text: found.value === null ? '' : property(name, id, found.value) });
  }
  const added = [...waiting.values()].flatMap(({ name, value }) => (value === null ? [] : [property(name, nextId++, value)])).join('');
  if (added !== '') edits.push(appendInside(xml, root, added));
  if (edits.length > 0) parts.set(path, splice(xml, edits));
  if (there) return;
  await addLink(parts, '', relationshipType(dialect, 'custom-properties'), path);
  await declarePart(parts, path, CONTENT_TYPE);
}
