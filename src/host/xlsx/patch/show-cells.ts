/**
 * What charts keep of the cells that they refer to (CT_StrRef and CT_NumRef: ISO/IEC 29500-1, 21.2.2.201 and 21.2.2.123),
 * for viewers that draw them from it. Whatever else people made of a chart stays as it is.
 */
import { quoteSheet } from '../../../core/model/address';
import type { ShownCells } from '../../../core/model/workbook-patch';
import { countedFrom, points, referenceText } from '../chart/chart-series';
import type { PackageEdit } from '../package/package-edit';
import { linksOf } from './links';
import { appendInside, attributesOf, childOf, childrenOf, parseXml, splice, textOf, withDescendants, withPrefix, type Splice, type XmlElement } from './xml-edit';

interface Target {
  readonly parts: PackageEdit;
  readonly date1904?: boolean;
}

/** One spelling of a reference: programs quote sheets and write signs as they like. */
function refKey(ref: string): string {
  const at = ref.lastIndexOf('!');
  const sheet = ref.slice(0, Math.max(0, at)).replace(/^'(.*)'$/su, '$1').replaceAll("''", "'");
  return `${quoteSheet(sheet)}!${ref.slice(at + 1).replaceAll('$', '')}`.toUpperCase();
}

type Point = string | number | null;

/** The points that are kept there, by their place. */
function keptPoints(xml: string, cache: XmlElement | undefined): ReadonlyMap<number, string> {
  return new Map(childrenOf(cache, 'pt').map((point) => {
    const value = childOf(point, 'v');
    return [Number(attributesOf(xml, point).get('idx')), value === undefined ? '' : textOf(xml, value)];
  }));
}

function isSame(kept: ReadonlyMap<number, string>, values: readonly Point[], numeric: boolean): boolean {
  const shown = values.flatMap((value, i) => (value === null || value === '' ? [] : [[i, value] as const]));
  return kept.size === shown.length && shown.every(([i, value]) => {
    const old = kept.get(i);
    return old !== undefined && (numeric ? Number(old) === Number(value) : old === String(value));
  });
}

/** The edits of one reference with what it keeps. */
function edits(xml: string, reference: XmlElement, formula: XmlElement, { ref, values: given }: ShownCells, date1904: boolean): readonly Splice[] {
  const numeric = reference.local === 'numRef';
  const moved = refKey(textOf(xml, formula)) === refKey(ref) ? [] : [{ start: formula.innerStart, end: formula.innerEnd, text: referenceText(ref) }];
  // Numbers that a program keeps as texts are written as it would show them, which only it knows.
  if (!numeric && given.some((value) => typeof value === 'number')) return moved;
  const cache = childOf(reference, numeric ? 'numCache' : 'strCache');
  const code = childOf(cache, 'formatCode');
  const format = code === undefined ? 'General' : textOf(xml, code);
  const values = given.map((value): Point => (numeric ? (typeof value === 'number' && Number.isFinite(value) ? countedFrom(value, format, date1904) : null) : value));
  const text = withPrefix(points(values).replaceAll(/(<\/?)c:/g, '$1'), reference.prefix);
  if (cache === undefined) {
    const [open, close] = numeric ? ['<numCache><formatCode>General</formatCode>', '</numCache>'] : ['<strCache>', '</strCache>'];
    return [...moved, { start: formula.end, end: formula.end, text: withPrefix(open, reference.prefix) + text + withPrefix(close, reference.prefix) }];
  }
  if (isSame(keptPoints(xml, cache), values, numeric)) return moved;
  const old = cache.children.filter(({ local }) => local === 'ptCount' || local === 'pt');
  const [first, last] = [old[0], old.at(-1)];
  if (first === undefined || last === undefined) return [...moved, appendInside(xml, cache, text)];
  return [...moved, { start: first.start, end: last.end, text }];
}

function shownIn(xml: string, part: string, cells: ReadonlyMap<string, ShownCells>, date1904: boolean): string {
  const found = [...withDescendants(parseXml(xml, part))].flatMap((element) => {
    const formula = element.local === 'strRef' || element.local === 'numRef' ? childOf(element, 'f') : undefined;
    const shown = formula === undefined ? undefined : cells.get(refKey(textOf(xml, formula)));
    return formula === undefined || shown === undefined ? [] : edits(xml, element, formula, shown, date1904);
  });
  return found.length === 0 ? xml : splice(xml, found);
}

/** In every chart of the sheet, people's own too. */
export async function showCells({ parts, date1904 = false }: Target, sheet: string, shown: readonly ShownCells[]): Promise<void> {
  if (shown.length === 0) return;
  const cells = new Map(shown.map((one) => [refKey(one.from), one]));
  const drawings = (await linksOf(parts, sheet)).filter(({ type, external, target }) => type === 'drawing' && !external && parts.has(target));
  const charts = (await Promise.all(drawings.map(async ({ target }) => linksOf(parts, target)))).flat().filter(({ type, external, target }) => type === 'chart' && !external && parts.has(target));
  for (const path of new Set(charts.map(({ target }) => target))) {
    // oxlint-disable-next-line no-await-in-loop -- one chart at a time
    const xml = await parts.text(path);
    const now = shownIn(xml, path, cells, date1904);
    if (now !== xml) parts.set(path, now);
  }
}
