/** The number formats of the styles part (ISO/IEC 29500-1, 18.8.10 and 18.8.30): those of cells, not those of differential formats. */
import { scanXml } from '../package/xml';

/** The number format of one cell format: its id, and its code where the workbook gives it one. */
export interface NumberFormat {
  readonly id: number;
  readonly code: string | undefined;
}

/** By index of a cell's `s` attribute. Throws HostError `xlsx/damaged`. */
export function readNumberFormats(bytes: Uint8Array, part: string): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  const open: string[] = [];
  for (const token of scanXml(bytes, part)) {
    if (token.kind === 'text') continue;
    if (token.kind === 'close') {
      open.pop();
      continue;
    }
    open.push(token.name);
    if (open.length !== 3) continue;
    if (open[1] === 'numFmts' && token.name === 'numFmt') codes.set(Number(token.attributes.get('numFmtId')), token.attributes.get('formatCode') ?? '');
    else if (open[1] === 'cellXfs' && token.name === 'xf') ids.push(Number(token.attributes.get('numFmtId') ?? 0));
  }
  return ids.map((id) => ({ id, code: codes.get(id) }));
}
