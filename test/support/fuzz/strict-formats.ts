/** Which cell formats are dates or times, from the style part's tree. */
import { doubt, inMain, inOrder, whole } from './strict-schema';
import { elements, type XmlElement } from './strict-xml';

export type Kind = 'date' | 'time' | null;

const DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

/** Codes whose kind is beyond doubt; null for others that have no letter of a date at all. */
const KNOWN: Readonly<Record<string, Kind>> = {
  'yyyy-mm-dd': 'date', 'yyyy/m/d h:mm': 'date', 'yyyy"年"m"月"d"日"': 'date', 'm/d/yy': 'date', 'mmm-yy': 'date', 'h:mm': 'time', '[h]:mm:ss': 'time', '[h]:mm': 'time', '[hh]:mm:ss': 'time', '[HH]:MM': 'time', '[h]:mm:ss;@': 'time', 'mm:ss.0': 'time',
  General: null, '0.00': null, '@': null, '#,##0.00;[Red]-#,##0.00': null, '0%': null, '"day" 0': null, '0" days"': null, '#,##0.00_);[RED]\\(#,##0.00\\)': null, 'yyyy\\年m\\月d\\日': 'date', '[$-F800]dddd, mmmm dd, yyyy': 'date',
};

function kindOf(written: string): Kind {
  // An escaped sign between the letters of a date is the sign.
  const code = written.replace(/\\([-/: ])/g, '$1');
  if (Object.hasOwn(KNOWN, code)) return KNOWN[code] ?? null;
  if (/^(?:[ymdhs]+[-/:. ]?)+$/.test(code)) return /[yd]/.test(code) ? 'date' : /[hs]/.test(code) ? 'time' : 'date';
  return /^[0#?.,%\s]*$/.test(code) ? null : doubt(`format ${code}`);
}

/** By index of a cell's style. */
export function readStrictFormats(root: XmlElement): readonly Kind[] {
  const group = (name: string): XmlElement | undefined => {
    const found = elements(root).filter((child) => inMain(child, name));
    return found.length > 1 ? doubt(`two ${name}`) : found[0];
  };
  const own = new Map<number, Kind>();
  const [numFmts, cellXfs] = [group('numFmts'), group('cellXfs')];
  for (const format of numFmts === undefined ? [] : inOrder(numFmts, ['numFmt'], true)) {
    const id = whole(format.attributes.get('numFmtId'), 2 ** 31);
    if (own.has(id)) doubt('format twice');
    own.set(id, kindOf(format.attributes.get('formatCode') ?? doubt('no code')));
  }
  return (cellXfs === undefined ? [] : inOrder(cellXfs, ['xf'], true)).map((xf) => {
    inOrder(xf, ['alignment', 'protection', 'extLst']);
    const id = whole(xf.attributes.get('numFmtId') ?? '0', 2 ** 31);
    const applied = own.get(id);
    if (applied !== undefined) return applied;
    return DATES.has(id) ? 'date' : TIMES.has(id) ? 'time' : null;
  });
}
