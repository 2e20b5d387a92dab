/** A sheet's drawing with charts put into it (ISO/IEC 29500-1, 20.5): what others drew stays as it is. */
import type { ChartSpec } from '../../../core/model/chart-spec';
import { parseRange } from '../write/sheet-elements';
import { escapeAttribute } from '../write/text';

const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const EMPTY_DRAWING = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}"></xdr:wsDr>`;

function corner(name: string, row: number, column: number): string {
  return `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
}

/** The frame of a chart over its cells; declares the namespaces that it uses. `objectId` is unique in the drawing. */
export function chartAnchor(spec: ChartSpec, objectId: number, link: string): string {
  const { top, left, bottom, right } = parseRange(spec.ref);
  const named = `<xdr:cNvPr id="${objectId}" name="${escapeAttribute(spec.name)}" descr="${escapeAttribute(spec.description)}"/>`;
  return `<xdr:twoCellAnchor xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING}" editAs="oneCell">${corner('from', top - 1, left - 1)}${corner('to', bottom, right)}`
    + `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${named}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`
    + '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
    + `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONSHIPS}" r:id="${link}"/></a:graphicData></a:graphic>`
    + '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>';
}
