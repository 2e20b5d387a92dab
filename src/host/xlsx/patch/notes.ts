/**
 * Notes of a replaced sheet: those of ours become the spec's, those that people wrote stay. A note is an entry of the
 * comments part and a box in the drawing of boxes (ISO/IEC 29500-4, VML).
 */
import { columnNumber } from '../../../core/model/address';
import { APPLICATION } from '../write/document-properties';
import { placePart } from './add-sheet';
import type { GeneratedSheet } from './generated';
import { linksOf, partsOnlyFrom, removeLinks, removeParts } from './links';
import type { WorkbookEdit } from './workbook-edit';
import { appendInside, attributesOf, childOf, childrenOf, parseXml, relationshipId, setAttribute, splice, textOf, withDescendants, withPrefix, type Splice, type XmlElement } from './xml-edit';

const NAMESPACES = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
/** Numbers of boxes begin here; smaller ones are kept for programs. */
const FIRST_BOX = 1025;

/** Cell of a note, by its box: `row,column`, both from 0. */
const cellKey = (ref: string): string => {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(ref) ?? [];
  return `${Number(row) - 1},${columnNumber(letters) - 1}`;
};

function boxKey(vml: string, shape: XmlElement): string | undefined {
  const data = childOf(shape, 'ClientData');
  const number = (local: string): string => {
    const element = childOf(data, local);
    return element === undefined ? '' : textOf(vml, element).trim();
  };
  return data === undefined || attributesOf(vml, data).get('ObjectType') !== 'Note' ? undefined : `${number('Row')},${number('Column')}`;
}

interface Comments {
  readonly text: string;
  /** Cells whose notes are ours no longer, and those that people hold. */
  readonly removed: ReadonlySet<string>;
  readonly held: ReadonlySet<string>;
  readonly left: number;
}

function mergeComments(old: string, path: string, made: string): Comments {
  const root = parseXml(old, path);
  const [authors, list] = [childOf(root, 'authors'), childOf(root, 'commentList')];
  const names = childrenOf(authors, 'author').map((author) => textOf(old, author));
  const there = childrenOf(list, 'comment').map((element) => {
    const attributes = attributesOf(old, element);
    return { element, key: cellKey(attributes.get('ref') ?? ''), ours: names[Number(attributes.get('authorId'))] === APPLICATION };
  });
  const held = new Set(there.filter(({ ours }) => !ours).map(({ key }) => key));
  const edits: Splice[] = there.filter(({ ours }) => ours).map(({ element }) => ({ start: element.start, end: element.end, text: '' }));
  const author = names.includes(APPLICATION) ? names.indexOf(APPLICATION) : names.length;
  const madeRoot = parseXml(made, path);
  const added = childrenOf(childOf(madeRoot, 'commentList'), 'comment').flatMap((element) => {
    if (held.has(cellKey(attributesOf(made, element).get('ref') ?? ''))) return [];
    const text = made.slice(element.start, element.end);
    return [withPrefix(splice(text, [setAttribute(text, parseXml(text, path), 'authorId', String(author))]), root.prefix)];
  });
  if (added.length > 0 && author === names.length && authors !== undefined) edits.push(appendInside(old, authors, `<${root.prefix}author>${APPLICATION}</${root.prefix}author>`));
  if (added.length > 0 && list !== undefined) edits.push(appendInside(old, list, added.join('')));
  return { text: splice(old, edits), removed: new Set(there.filter(({ ours }) => ours).map(({ key }) => key)), held, left: held.size + added.length };
}

/** Boxes of the new notes under free numbers, behind those that stay. */
function mergeBoxes(old: string, path: string, made: string, { removed, held }: Comments): string {
  const shapes = [...withDescendants(parseXml(old, path))].filter(({ local }) => local === 'shape');
  const left = splice(old, shapes.filter((shape) => removed.has(boxKey(old, shape) ?? '')).map(({ start, end }) => ({ start, end, text: '' })));
  let number = [...left.matchAll(/_x0000_s(\d+)/g)].reduce((most, found) => Math.max(most, Number(found[1])), FIRST_BOX - 1);
  const madeRoot = parseXml(made, path);
  const boxes = childrenOf(madeRoot, 'shape').filter((shape) => !held.has(boxKey(made, shape) ?? ''))
    .map(({ start, end }) => made.slice(start, end).replace(/_x0000_s\d+/g, () => `_x0000_s${++number}`));
  const type = left.includes('_x0000_t202"') ? [] : childrenOf(madeRoot, 'shapetype').map(({ start, end }) => made.slice(start, end));
  // Each declares its namespaces for itself: the part may have other prefixes.
  const added = [...type, ...boxes].map((xml) => xml.replace(/^<(v:\w+)/, `<$1 ${NAMESPACES}`));
  return added.length === 0 ? left : splice(left, [appendInside(left, parseXml(left, path), added.join(''))]);
}

/** The relationship of the drawing of boxes that the sheet shall name; undefined when it has none. */
export async function mergeNotes(edit: WorkbookEdit, path: string, sheet: GeneratedSheet, frame: string): Promise<string | undefined> {
  const { parts } = edit;
  const links = await linksOf(parts, path);
  const legacy = childOf(parseXml(frame, path), 'legacyDrawing');
  const drawing = links.find(({ id }) => legacy !== undefined && id === relationshipId(frame, legacy));
  const comments = links.find(({ type, target }) => type === 'comments' && parts.has(target));
  const made = (type: string): string | undefined => sheet.links.find((link) => link.type === type)?.target;
  const [madeComments, madeBoxes] = [made('comments'), made('vmlDrawing')];
  const place = async (type: string, from: string | undefined): Promise<string | undefined> => (from === undefined ? undefined : placePart(edit, path, sheet, type, from));
  if (comments === undefined && drawing === undefined) {
    await place('comments', madeComments);
    return place('vmlDrawing', madeBoxes);
  }
  const noComments = '<comments><commentList/></comments>';
  const merged = mergeComments(comments === undefined ? noComments : await parts.text(comments.target), comments?.target ?? path, madeComments === undefined ? noComments : await sheet.text(madeComments));
  if (comments === undefined) await place('comments', madeComments);
  else if (merged.left > 0) parts.set(comments.target, merged.text);
  if (drawing === undefined || !parts.has(drawing.target)) return place('vmlDrawing', madeBoxes);
  const boxes = mergeBoxes(await parts.text(drawing.target), drawing.target, madeBoxes === undefined ? '<xml/>' : await sheet.text(madeBoxes), merged);
  parts.set(drawing.target, boxes);
  const gone = new Set<string>();
  if (comments !== undefined && merged.left === 0) gone.add(comments.id);
  // Boxes may be form controls too, which stay.
  if (!/<(?:\w+:)?shape[\s>]/.test(boxes)) gone.add(drawing.id);
  const unused = await partsOnlyFrom(parts, path, gone);
  await removeLinks(parts, path, gone);
  await removeParts(parts, unused);
  return gone.has(drawing.id) ? undefined : drawing.id;
}
