/** Charts put into a sheet: the chart's part, its frame in the sheet's drawing, and the sheet's word for that drawing. */
import type { ChartSpec } from '../../../core/model/chart-spec';
import { chartPart } from '../chart/chart-part';
import { chartAnchor, EMPTY_DRAWING } from '../chart/drawing-part';
import type { PackageEdit } from '../package/package-edit';
import { SHEET_ORDER } from '../write/sheet-part';
import { idAttribute, relationshipType, type Dialect } from './dialect';
import { addLink, declarePart, linksOf, partsOnlyFrom, removeLinks, removeParts } from './links';
import { rewriteTail } from './sheet-frame';
import { appendInside, attributesOf, insertInOrder, parseXml, relationshipId, splice, withDescendants, type XmlElement } from './xml-edit';

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';

interface Target {
  readonly parts: PackageEdit;
  readonly dialect: Dialect;
  /** Dates of the workbook count from 1904. */
  readonly date1904?: boolean;
}

const find = (element: XmlElement, local: string): XmlElement | undefined => [...withDescendants(element)].find((each) => each.local === local);

/** The sheet's drawing; a new one is made and named in the sheet where there is none. */
async function drawingOf({ parts, dialect }: Target, sheet: string): Promise<string> {
  const link = (await linksOf(parts, sheet)).find(({ type, external, target }) => type === 'drawing' && !external && parts.has(target));
  if (link !== undefined) return link.target;
  const path = parts.freePath('xl/drawings/drawing#.xml');
  parts.set(path, dialect.translate(EMPTY_DRAWING));
  await declarePart(parts, path, DRAWING_TYPE);
  const id = await addLink(parts, sheet, relationshipType(dialect, 'drawing'), path);
  parts.rewrite(sheet, rewriteTail(sheet, (frame) => {
    const root = parseXml(frame, sheet);
    return splice(frame, [insertInOrder(frame, root, SHEET_ORDER, 'drawing', `<${root.prefix}drawing${idAttribute(dialect, frame, root, id)}/>`)]);
  }));
  return path;
}

/** The frame of the chart that is called so: its place, number and relationship. */
function frameOf(xml: string, root: XmlElement, name: string): { readonly anchor: XmlElement; readonly objectId: number; readonly link: string } | undefined {
  for (const anchor of root.children) {
    const [named, chart] = [find(anchor, 'cNvPr'), find(anchor, 'chart')];
    if (named === undefined || chart === undefined || anchor.local === 'AlternateContent') continue;
    const attributes = attributesOf(xml, named);
    if (attributes.get('name') === name) return { anchor, objectId: Number(attributes.get('id')), link: relationshipId(xml, chart) ?? '' };
  }
  return undefined;
}

async function addChart({ parts, dialect, date1904 }: Target, drawing: string, spec: ChartSpec): Promise<void> {
  const xml = await parts.text(drawing);
  const root = parseXml(xml, drawing);
  const content = dialect.translate(chartPart(spec, date1904));
  const old = frameOf(xml, root, spec.name);
  const links = await linksOf(parts, drawing);
  const oldPath = links.find(({ id }) => id === old?.link)?.target;
  if (old !== undefined && oldPath !== undefined && parts.has(oldPath)) {
    // What the old chart leads to (its styles, colours, drawn shapes) goes with it.
    const ids = new Set((await linksOf(parts, oldPath)).map(({ id }) => id));
    const unused = await partsOnlyFrom(parts, oldPath, ids);
    await removeLinks(parts, oldPath, ids);
    await removeParts(parts, unused);
    parts.set(oldPath, content);
    parts.set(drawing, splice(xml, [{ start: old.anchor.start, end: old.anchor.end, text: dialect.translate(chartAnchor(spec, old.objectId, old.link)) }]));
    return;
  }
  const path = parts.freePath('xl/charts/chart#.xml');
  parts.set(path, content);
  await declarePart(parts, path, CHART_TYPE);
  const id = await addLink(parts, drawing, relationshipType(dialect, 'chart'), path);
  const taken = [...withDescendants(root)].filter(({ local }) => local === 'cNvPr').map((element) => Number(attributesOf(xml, element).get('id') ?? 0));
  const objectId = taken.reduce((most, one) => Math.max(most, one), 1) + 1;
  parts.set(drawing, splice(xml, [appendInside(xml, root, dialect.translate(chartAnchor(spec, objectId, id)))]));
}

/** Throws RangeError for a chart that is wrong in itself. */
export async function addCharts(target: Target, sheet: string, charts: readonly ChartSpec[]): Promise<void> {
  if (charts.length === 0) return;
  const drawing = await drawingOf(target, sheet);
  for (const chart of charts) await addChart(target, drawing, chart);
}
