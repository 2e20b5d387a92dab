/**
 * What a finding holds on to, wherever rows and columns go: the field of a form, or a column of the row with this key. The cell as it
 * was when the anchor was laid tells a moved row from a finding that somebody points elsewhere by hand.
 */
export interface Anchor {
  /** Key of the form or raw-data sheet. */
  readonly owner: string;
  /** Key of the field, or of the column. */
  readonly field: string;
  /** The row: its key, or its first words in a form; '' for a field that stands alone. */
  readonly row: string;
  /** Which of several rows that have this key: 0 for the first. */
  readonly nth: number;
  readonly sheet: string;
  readonly cell: string;
}

/** One line of text, as it stands in the sheet. */
export function anchorText({ owner, field, row, nth, sheet, cell }: Anchor): string {
  return JSON.stringify([owner, field, row, nth, sheet, cell]);
}

/** Null for what is no anchor. */
export function readAnchor(text: string): Anchor | null {
  if (!text.startsWith('[')) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 6) return null;
  const [owner, field, row, nth, sheet, cell]: readonly unknown[] = parts;
  if (typeof owner !== 'string' || typeof field !== 'string' || typeof row !== 'string' || typeof sheet !== 'string' || typeof cell !== 'string') return null;
  return typeof nth === 'number' && Number.isSafeInteger(nth) && nth >= 0 ? { owner, field, row, nth, sheet, cell } : null;
}

/** Somebody pointed the finding at another cell since. */
export function isRepointed(anchor: Anchor, { sheet, cell }: { readonly sheet: string; readonly cell: string }): boolean {
  return anchor.sheet !== sheet.trim() || anchor.cell !== plainCell(cell);
}

/** `$c$12` as `C12`; of an area its first cell; '' for what is no address. */
export function plainCell(text: string): string {
  return /^\s*\$?([A-Z]{1,3})\$?([1-9]\d{0,6})\s*(?:[:：].*)?$/iu.exec(text)?.slice(1, 3).join('').toUpperCase() ?? '';
}
