/** The rows of each group of a rule. Most groups have one row: it is kept as a number, not as a list. */
export class RowGroups {
  readonly #rows = new Map<string, number | number[]>();

  add(key: string, row: number): void {
    const known = this.#rows.get(key);
    if (known === undefined) this.#rows.set(key, row);
    else if (typeof known === 'number') this.#rows.set(key, known < row ? [known, row] : [row, known]);
    else known.splice(placeIn(known, row), 0, row);
  }

  remove(key: string, row: number): void {
    const known = this.#rows.get(key);
    if (known === row) this.#rows.delete(key);
    if (!Array.isArray(known)) return;
    const at = known.indexOf(row);
    if (at < 0) return;
    known.splice(at, 1);
    const [only] = known;
    if (known.length === 1 && only !== undefined) this.#rows.set(key, only);
  }

  /** From the top. */
  rowsOf(key: string): readonly number[] {
    const known = this.#rows.get(key);
    return known === undefined ? [] : typeof known === 'number' ? [known] : known;
  }

  /** Groups of two rows and more. */
  *crowded(): Iterable<readonly number[]> {
    for (const rows of this.#rows.values()) if (typeof rows !== 'number') yield rows;
  }
}

/** Rows come from the top as a rule: looked for from the end. */
function placeIn(rows: readonly number[], row: number): number {
  let at = rows.length;
  while (at > 0 && (rows[at - 1] ?? 0) > row) at--;
  return at;
}
