/** A1 references. Columns and rows are 1-based; the limits are those of .xlsx (16,384 columns, 1,048,576 rows). */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** 1 -> A, 27 -> AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** AA -> 27. */
export function columnNumber(letters: string): number {
  let n = 0;
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64;
  return n;
}

export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

export function absolute(row: number, column: number): string {
  return `$${columnLetters(column)}$${row}`;
}

/** A sheet's name as formulas write it: quoted unless it is plain letters, digits and underscores. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
