/** Text and lines of a chart in DrawingML (ISO/IEC 29500-1, 21.1). Latin and Chinese characters are given the same face. */
import { escapeXml, encodeText } from '../write/text';

const FACE = '等线';
export const INK = '262626';
export const GREY = '595959';
export const RULE = 'BFBFBF';
export const GRID = 'E7E6E6';
/** English Metric Units per point. */
const POINT = 12_700;

export const element = (name: string, value: string | number): string => `<c:${name} val="${value}"/>`;

export function fill(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

/** `dash` is a preset of DrawingML; the ends are round where a line of data turns. */
export function line(colour: string, points: number, dash?: 'dash' | 'sysDash'): string {
  return `<a:ln w="${Math.round(points * POINT)}" cap="rnd">${fill(colour)}${dash === undefined ? '' : `<a:prstDash val="${dash}"/>`}<a:round/></a:ln>`;
}

/** A thin straight rule: axes and grid lines. */
export function rule(colour: string): string {
  return `<c:spPr><a:ln w="9525" cap="flat">${fill(colour)}<a:round/></a:ln></c:spPr>`;
}

export const NO_LINE = '<a:ln><a:noFill/></a:ln>';

function runProperties(name: string, points: number, colour: string, bold: boolean): string {
  const faces = `<a:latin typeface="${FACE}"/><a:ea typeface="${FACE}"/><a:cs typeface="${FACE}"/>`;
  return `<a:${name} lang="zh-CN" altLang="en-US" sz="${points * 100}" b="${bold ? 1 : 0}">${fill(colour)}${faces}</a:${name}>`;
}

/** How text looks that the chart makes itself: labels of axes, legend. */
export function textProperties(points: number, colour: string, bold = false, rotation?: number): string {
  const defaults = runProperties('defRPr', points, colour, bold).replace(' lang="zh-CN" altLang="en-US"', '');
  return `<c:txPr><a:bodyPr${rotation === undefined ? '' : ` rot="${rotation}" vert="horz"`}/><a:lstStyle/><a:p><a:pPr>${defaults}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}

/** A title of the chart or of an axis; `rotation` in sixty-thousandths of a degree. */
export function title(text: string, points: number, colour: string, bold: boolean, rotation?: number): string {
  const body = `<a:bodyPr${rotation === undefined ? '' : ` rot="${rotation}" vert="horz"`}/>`;
  const defaults = runProperties('defRPr', points, colour, bold).replace(' lang="zh-CN" altLang="en-US"', '');
  const run = `<a:r>${runProperties('rPr', points, colour, bold)}<a:t>${escapeXml(encodeText(text))}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich>${body}<a:lstStyle/><a:p><a:pPr>${defaults}</a:pPr>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** The title of a chart out of a cell; `cell` is the formula as the file writes it, `text` what the cell holds now. */
export function linkedTitle(cell: string, text: string, points: number, colour: string): string {
  const cached = `<c:strCache>${element('ptCount', 1)}<c:pt idx="0"><c:v>${escapeXml(encodeText(text))}</c:v></c:pt></c:strCache>`;
  return `<c:title><c:tx><c:strRef><c:f>${escapeXml(cell)}</c:f>${cached}</c:strRef></c:tx><c:overlay val="0"/>${textProperties(points, colour, true)}</c:title>`;
}
