/** What the charts of an .xlsx file say, read from their parts without the product's own code. */
import { strFromU8, unzipSync } from 'fflate';
import { decode } from './plain-xlsx';

export interface ChartSaid {
  /** The cell that holds the title, or the title itself. */
  readonly title: string;
  readonly legend: boolean;
  /** First and last cell that it covers, as column and row (1-based). */
  readonly place: readonly number[];
  readonly valueAxis: AxisSaid;
  readonly series: readonly SeriesSaid[];
}

export interface AxisSaid {
  readonly format: string;
  readonly min: number | null;
  readonly max: number | null;
}

export interface SeriesSaid {
  readonly kind: 'bar' | 'line';
  readonly name: string;
  readonly categories: string;
  readonly values: string;
  readonly secondary: boolean;
  readonly colour: string;
  /** Colours of single points by their index. */
  readonly points: Readonly<Record<string, string>>;
  readonly markers: boolean;
  readonly labels: 'none' | 'all' | 'last';
}

/** One spelling of a reference. */
export const plainRef = (ref: string): string => ref.replace(/^=/, '').replaceAll('$', '').replace(/^'((?:[^']|'')*)'!/, (_, sheet: string) => `${sheet.replaceAll("''", "'")}!`);

const inner = (xml: string, name: string): string => new RegExp(`<c:${name}>(.*?)</c:${name}>`, 's').exec(xml)?.[1] ?? '';
const each = (xml: string, name: string): readonly string[] => [...xml.matchAll(new RegExp(`<c:${name}>(.*?)</c:${name}>`, 'gs'))].map(([, found = '']) => found);
const val = (xml: string, name: string): string | undefined => new RegExp(`<c:${name} val="([^"]*)"`).exec(xml)?.[1];
const colourIn = (xml: string): string => /srgbClr val="([0-9A-F]{6})"/.exec(xml)?.[1] ?? '';
const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

function seriesSaid(xml: string, kind: SeriesSaid['kind'], secondary: boolean): { readonly at: number; readonly said: SeriesSaid } {
  const points = Object.fromEntries(each(xml, 'dPt').map((point) => [val(point, 'idx') ?? '', colourIn(point)]));
  const [bare, labels] = [xml.replaceAll(/<c:dPt>.*?<\/c:dPt>/gs, ''), inner(xml, 'dLbls')];
  const said: SeriesSaid = {
    kind, secondary, points, name: decode(/<c:v>([^<]*)</.exec(inner(xml, 'tx'))?.[1] ?? ''),
    categories: plainRef(decode(inner(inner(xml, 'cat'), 'f'))), values: plainRef(decode(inner(inner(xml, 'val'), 'f'))),
    colour: colourIn(inner(bare, 'spPr')) || colourIn(inner(bare, 'marker')), markers: val(xml, 'symbol') === 'circle',
    labels: labels === '' ? 'none' : labels.includes('<c:dLbl>') ? 'last' : 'all',
  };
  return { at: Number(val(xml, 'idx')), said };
}

function chartSaid(xml: string, place: readonly number[]): ChartSaid {
  const [head = ''] = xml.split('<c:plotArea>');
  const [axis = ''] = each(xml, 'valAx');
  const primary = val(axis, 'axId');
  const series = (['bar', 'line'] as const).flatMap((kind) => each(xml, `${kind}Chart`).flatMap((group) => each(group, 'ser').map((one) => seriesSaid(one, kind, !group.includes(`<c:axId val="${primary}"`)))));
  return {
    title: head.includes('<c:f>') ? plainRef(decode(inner(head, 'f'))) : [...head.matchAll(/<a:t>([^<]*)</g)].map(([, text = '']) => decode(text)).join(''),
    legend: xml.includes('<c:legend>'), place,
    valueAxis: { format: decode(/<c:numFmt formatCode="([^"]*)"/.exec(axis)?.[1] ?? ''), min: number(val(axis, 'min')), max: number(val(axis, 'max')) },
    series: [...series].sort((a, b) => a.at - b.at).map(({ said }) => said),
  };
}

/** By the name of the drawing object. Throws where two have one name. */
export function fileCharts(bytes: Uint8Array): ReadonlyMap<string, ChartSaid> {
  const parts = unzipSync(bytes);
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const found = new Map<string, ChartSaid>();
  for (const path of Object.keys(parts).filter((name) => /^xl\/drawings\/drawing\d+\.xml$/.test(name))) {
    const links = new Map([...text(path.replace('drawings/', 'drawings/_rels/').concat('.rels')).matchAll(/<Relationship [^>]*>/g)].map(([link]) => [/Id="([^"]*)"/.exec(link)?.[1] ?? '', /Target="([^"]*)"/.exec(link)?.[1] ?? '']));
    for (const [anchor] of text(path).matchAll(/<xdr:twoCellAnchor.*?<\/xdr:twoCellAnchor>/gs)) {
      const name = decode(/<xdr:cNvPr [^>]*name="([^"]*)"/.exec(anchor)?.[1] ?? '');
      const chart = links.get(/<c:chart [^>]*r:id="([^"]*)"/.exec(anchor)?.[1] ?? '') ?? '';
      const [left = 0, right = 0] = [...anchor.matchAll(/<xdr:col>(\d+)</g)].map(([, at]) => Number(at));
      const [top = 0, bottom = 0] = [...anchor.matchAll(/<xdr:row>(\d+)</g)].map(([, at]) => Number(at));
      if (found.has(name)) throw new Error(`two charts ${name}`);
      found.set(name, chartSaid(text(`xl/charts/${chart.split('/').at(-1)}`), [left + 1, top + 1, right, bottom]));
    }
  }
  return found;
}
