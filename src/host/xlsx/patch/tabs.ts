/**
 * The tabs of a workbook: entries put in and taken out, and all that counts tabs by their place moved along (local names,
 * the tab that opens, the first one shown). ISO/IEC 29500-1, 18.2.
 */
import { HostError } from '../../../app/ports';
import type { Link } from './links';
import { appendInside, attributesOf, childOf, childrenOf, parseXml, relationshipId, setAttribute, splice, withPrefix, type Splice, type XmlElement } from './xml-edit';

/** CT_Workbook, 18.2.27. */
export const WORKBOOK_ORDER = [
  'fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups', 'externalReferences', 'definedNames', 'calcPr', 'oleSize',
  'customWorkbookViews', 'pivotCaches', 'smartTagPr', 'smartTagTypes', 'webPublishing', 'fileRecoveryPr', 'webPublishObjects', 'extLst',
];

export interface Tab {
  readonly name: string;
  readonly sheetId: number;
  /** Id of its relationship, and what that says: `worksheet`, `chartsheet` ... */
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly visible: boolean;
}

const sheetElements = (root: XmlElement): readonly XmlElement[] => childrenOf(childOf(root, 'sheets'), 'sheet');
const isVisible = (attributes: ReadonlyMap<string, string>): boolean => (attributes.get('state') ?? 'visible') === 'visible';

/** All tabs in their order. One without a part (modules of old versions) has neither kind nor path. */
export function readTabs(xml: string, part: string, links: readonly Link[]): readonly Tab[] {
  return sheetElements(parseXml(xml, part)).map((element) => {
    const attributes = attributesOf(xml, element);
    const id = relationshipId(xml, element) ?? '';
    const link = links.find((one) => one.id === id && !one.external);
    return { name: attributes.get('name') ?? '', sheetId: Number(attributes.get('sheetId') ?? 0), id, kind: link?.type ?? '', path: link?.target ?? '', visible: isVisible(attributes) };
  });
}

/** Every index of a tab that the workbook part holds, by what each becomes; null takes a local name away. */
function moved(xml: string, root: XmlElement, place: (index: number) => number | null, opening: (index: number) => number, first = opening): readonly Splice[] {
  const edits: Splice[] = [];
  const names = childOf(root, 'definedNames');
  const local = childrenOf(names, 'definedName').flatMap((element) => {
    const index = attributesOf(xml, element).get('localSheetId');
    return index === undefined ? [] : [{ element, index: Number(index), to: place(Number(index)) }];
  });
  const gone = local.filter(({ to }) => to === null);
  if (names !== undefined && gone.length > 0 && gone.length === names.children.length) edits.push({ start: names.start, end: names.end, text: '' });
  else {
    for (const { element, index, to } of local) {
      if (to === null) edits.push({ start: element.start, end: element.end, text: '' });
      else if (to !== index) edits.push(setAttribute(xml, element, 'localSheetId', String(to)));
    }
  }
  for (const view of childrenOf(childOf(root, 'bookViews'), 'workbookView')) {
    for (const name of ['activeTab', 'firstSheet']) {
      const index = Number(attributesOf(xml, view).get(name) ?? 0);
      const to = name === 'activeTab' ? opening(index) : first(index);
      if (to !== index) edits.push(setAttribute(xml, view, name, String(to)));
    }
  }
  return edits;
}

/** `entry` is the tab's element without a prefix, put before the tab at `index`, or last. */
export function insertTab(xml: string, part: string, index: number, entry: string): string {
  const root = parseXml(xml, part);
  const sheets = childOf(root, 'sheets');
  if (sheets === undefined) throw new HostError('xlsx/damaged', { part });
  const next = sheetElements(root)[index];
  const text = withPrefix(entry, root.prefix);
  const shift = (at: number): number => (at >= index ? at + 1 : at);
  // A tab put before the first one shown becomes that one.
  const edits = moved(xml, root, shift, shift, (at) => (at > index ? at + 1 : at));
  return splice(xml, [...edits, next === undefined ? appendInside(xml, sheets, text) : { start: next.start, end: next.start, text }]);
}

/** Takes the tab away with its local names. Where it was the one that opens, the next visible one is. */
export function removeTab(xml: string, part: string, index: number): string {
  const root = parseXml(xml, part);
  const elements = sheetElements(root);
  const element = elements[index];
  if (element === undefined) throw new HostError('xlsx/damaged', { part });
  const left = elements.filter((_, i) => i !== index).map((one) => isVisible(attributesOf(xml, one)));
  const nextVisible = (from: number): number => {
    const after = left.findIndex((visible, i) => visible && i >= from);
    return Math.max(0, after >= 0 ? after : left.lastIndexOf(true));
  };
  const place = (at: number): number | null => (at === index ? null : at > index ? at - 1 : at);
  const edits = moved(xml, root, place, (at) => place(at) ?? nextVisible(index));
  return splice(xml, [...edits, { start: element.start, end: element.end, text: '' }]);
}

/** The part opening with a visible tab: where it would not, the first one is. */
export function openVisible(xml: string, part: string): string {
  const root = parseXml(xml, part);
  const visible = sheetElements(root).map((one) => isVisible(attributesOf(xml, one)));
  const views = childrenOf(childOf(root, 'bookViews'), 'workbookView').filter((view) => visible[Number(attributesOf(xml, view).get('activeTab') ?? 0)] !== true);
  return splice(xml, views.map((view) => setAttribute(xml, view, 'activeTab', String(Math.max(0, visible.indexOf(true))))));
}
