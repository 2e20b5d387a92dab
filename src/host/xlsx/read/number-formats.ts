/** Which number formats show dates or times (ISO/IEC 29500-1, 18.8.30 numFmt). */
import { readNumberFormats } from './cell-formats';

/** `date` shows a day, month or year; `time` shows hours, minutes or seconds alone. */
export type Temporal = 'date' | 'time' | null;

/** Built-in ids; 27-36 and 50-58 are dates in Chinese, Japanese and Korean versions. */
function builtIn(id: number): Temporal {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) return 'date';
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56 ? 'time' : null;
}

/** Reads a custom format; text in quotes, escapes, colours, conditions and locales do not count. */
export function temporalFormat(code: string): Temporal {
  const letters = code
    .replace(/"[^"]*"?|\\.|[_*]./gs, '')
    .replace(/\[(h+|m+|s+)\]/gi, (_, elapsed: string) => elapsed.toLowerCase().replaceAll('m', 's'))
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|am\/pm|a\/p/gi, '')
    .toLowerCase();
  if (/[yd]|aaa/.test(letters)) return 'date';
  if (/[hs]/.test(letters)) return 'time';
  // m beside hours or seconds is minutes, alone it is the month.
  return letters.includes('m') ? 'date' : null;
}

/** By index of a cell's `s` attribute. */
export function readCellFormats(bytes: Uint8Array, part: string): readonly Temporal[] {
  const known = new Map<string, Temporal>();
  return readNumberFormats(bytes, part).map(({ id, code }) => {
    if (code === undefined) return builtIn(id);
    const temporal = known.get(code) ?? temporalFormat(code);
    known.set(code, temporal);
    return temporal;
  });
}
