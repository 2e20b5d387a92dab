/** Rectangles of cells, for rules on what may overlap what. */

export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

function number(letters: string): number {
  return Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((n, digit) => n * 26 + digit, 0);
}

/** Null for what is no A1 range within a sheet. */
export function rectangle(ref: string): Rectangle | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(ref);
  if (found === null) return null;
  const [, left = '', top = '', right = left, bottom = top] = found;
  const area = { top: Number(top), left: number(left), bottom: Number(bottom), right: number(right) };
  const legal = area.top >= 1 && area.top <= area.bottom && area.bottom <= MOST_ROWS && area.left <= area.right && area.right <= MOST_COLUMNS;
  return legal ? area : null;
}

export function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** Pairs that overlap, in words. Sorted by row first, so that long lists of small ranges stay cheap. */
export function overlaps(areas: readonly { readonly ref: string; readonly area: Rectangle }[]): readonly string[] {
  const sorted = [...areas].sort((a, b) => a.area.top - b.area.top);
  const faults: string[] = [];
  sorted.forEach((one, i) => {
    for (let j = i + 1; j < sorted.length; j++) {
      const other = sorted[j];
      if (other === undefined || other.area.top > one.area.bottom) break;
      if (overlap(one.area, other.area)) faults.push(`${one.ref} and ${other.ref} overlap`);
    }
  });
  return faults;
}

/** The ranges of a list separated by spaces; those that are none become faults. */
export function areasOf(refs: string, faults: string[]): readonly { readonly ref: string; readonly area: Rectangle }[] {
  return refs.split(' ').flatMap((ref) => {
    const area = rectangle(ref);
    if (area === null) faults.push(`${ref} is no range`);
    return area === null ? [] : [{ ref, area }];
  });
}
