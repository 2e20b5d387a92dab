/** Defined names set and removed; all others stay as they are and in their order. */
import { HostError } from '../../../app/ports';
import { fileFormula } from '../write/future-functions';
import { attributes, encodeText, escapeXml } from '../write/text';
import { WORKBOOK_ORDER } from './tabs';
import { appendInside, attributesOf, childOf, childrenOf, insertInOrder, parseXml, splice, withPrefix, type Splice } from './xml-edit';

export interface NameEdit {
  readonly name: string;
  /** A formula without `=`; null removes the name. */
  readonly refersTo: string | null;
  /** The tab that it belongs to; absent: the workbook. */
  readonly localSheetId?: number;
}

const MAX_NAME = 255;
const MAX_FORMULA = 8192;

/** Throws HostError `xlsx/name-invalid` for what Excel takes for a cell, or refuses as a name. */
function assertName(name: string): void {
  const sound = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= MAX_NAME && !/^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(name);
  if (!sound) throw new HostError('xlsx/name-invalid', { name });
}

/** Throws HostError `xlsx/name-invalid`, and RangeError for a formula that no name can hold. */
export function assertNames(edits: readonly NameEdit[], tables: Iterable<string>): void {
  const taken = new Set([...tables].map((name) => name.toLowerCase()));
  for (const { name, refersTo } of edits) {
    if (refersTo === null) continue;
    assertName(name);
    if (taken.has(name.toLowerCase())) throw new HostError('xlsx/name-invalid', { name });
    if (refersTo === '' || refersTo.length > MAX_FORMULA) throw new RangeError(`name ${name}: a formula of ${refersTo.length} characters`);
  }
}

/** Names of workbook scope as the part holds them. */
export function workbookNames(xml: string, part: string): readonly string[] {
  return childrenOf(childOf(parseXml(xml, part), 'definedNames'), 'definedName').map((element) => attributesOf(xml, element))
    .filter((found) => !found.has('localSheetId')).map((found) => found.get('name') ?? '');
}

const keyOf = (name: string, local: string | number | undefined): string => `${local ?? ''} ${name.toLowerCase()}`;

/** The workbook part with the names as they shall be. A name that is set keeps its other attributes and its place. */
export function setNames(xml: string, part: string, wanted: readonly NameEdit[]): string {
  const root = parseXml(xml, part);
  const list = childOf(root, 'definedNames');
  const there = childrenOf(list, 'definedName');
  const waiting = new Map(wanted.map((edit) => [keyOf(edit.name, edit.localSheetId), edit]));
  const edits: Splice[] = [];
  let left = there.length;
  for (const element of there) {
    const found = attributesOf(xml, element);
    const key = keyOf(found.get('name') ?? '', found.get('localSheetId'));
    const edit = waiting.get(key);
    if (edit === undefined) continue;
    waiting.delete(key);
    if (edit.refersTo === null) {
      left--;
      edits.push({ start: element.start, end: element.end, text: '' });
    } else if (element.innerEnd < element.end) edits.push({ start: element.innerStart, end: element.innerEnd, text: formulaXml(edit.refersTo) });
    else edits.push(appendInside(xml, element, formulaXml(edit.refersTo)));
  }
  const added = [...waiting.values()].filter(({ refersTo }) => refersTo !== null).map(({ name, refersTo, localSheetId }) =>
    withPrefix(`<definedName${attributes({ name, localSheetId })}>${formulaXml(refersTo ?? '')}</definedName>`, root.prefix)).join('');
  if (added === '' && edits.length === 0) return xml;
  // Excel repairs an empty list.
  if (list !== undefined && added === '' && left === 0) return splice(xml, [{ start: list.start, end: list.end, text: '' }]);
  if (list === undefined) return splice(xml, [insertInOrder(xml, root, WORKBOOK_ORDER, 'definedNames', `<${root.prefix}definedNames>${added}</${root.prefix}definedNames>`)]);
  return splice(xml, added === '' ? edits : [...edits, appendInside(xml, list, added)]);
}

function formulaXml(refersTo: string): string {
  return escapeXml(encodeText(fileFormula(refersTo)));
}
