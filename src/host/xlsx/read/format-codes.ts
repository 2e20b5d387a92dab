/** Number formats by the index of a cell's style, as codes that read the same whoever wrote them. */
import { readNumberFormats } from './cell-formats';

/** Built-in formats (ISO/IEC 29500-1, 18.8.30); those of dates vary with the language, one stands for all. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??',
  18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy-mm-dd h:mm', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00',
  45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@',
};

function builtIn(id: number): string {
  const known = BUILT_IN[id];
  if (known !== undefined) return known;
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return 'h:mm';
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 58) ? 'yyyy-mm-dd' : 'General';
}

/** Escapes and quotes say nothing of what a format shows; LibreOffice escapes every blank and dash. */
export function plainFormat(code: string): string {
  const plain = code.replace(/\\(.)/gs, '$1').replaceAll('"', '').replace(/^\[\$-[^\]]*\]/, '');
  return plain.toLowerCase() === 'general' ? 'General' : plain;
}

/** By index of a cell's `s` attribute. */
export function readFormatCodes(bytes: Uint8Array, part: string): readonly string[] {
  return readNumberFormats(bytes, part).map(({ id, code }) => (code === undefined ? builtIn(id) : plainFormat(code)));
}
