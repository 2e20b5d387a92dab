/**
 * How many rows go over in one answer: found out on the way, so that answers stay under what Excel on the web takes (5 MB)
 * with room to spare, and no answer keeps Excel busy for long.
 */
import type { Matrix } from '../api';

/** Rows of the first answer, where they are short. */
const FIRST_ROWS = 20_000;
const MAX_ROWS = 100_000;
/** Bytes that an answer may have. */
export const MAX_ANSWER = 2_000_000;
/** What is aimed at, since the next rows may be longer. */
const TARGET = 1_300_000;

export class BlockSize {
  #rows: number;
  /** More rows than this did not go over. */
  #most = MAX_ROWS;

  /** `bytesPerRow` is a guess. */
  constructor(bytesPerRow: number) {
    this.#rows = Math.max(1, Math.min(FIRST_ROWS, Math.floor(TARGET / Math.max(1, bytesPerRow))));
  }

  get rows(): number {
    return this.#rows;
  }

  /** An answer of so many rows had so many bytes. */
  took(rows: number, bytes: number): void {
    const fitting = Math.floor((TARGET / Math.max(1, bytes)) * rows);
    this.#rows = Math.max(1, Math.min(this.#most, rows * 2, fitting));
  }

  /** The answer was too large; false where it was a single row. */
  halve(): boolean {
    if (this.#rows === 1) return false;
    this.#rows = Math.max(1, Math.floor(this.#rows / 2));
    this.#most = this.#rows;
    return true;
  }
}

/** Bytes of the values as JSON in UTF-8; quotes and escapes are guessed. */
export function bytesOf(matrix: Matrix): number {
  let bytes = 2;
  for (const row of matrix) {
    bytes += 2;
    for (const raw of row) bytes += typeof raw === 'string' ? textBytes(raw) + 3 : typeof raw === 'number' ? String(raw).length + 1 : 6;
  }
  return bytes;
}

function textBytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7ff) bytes += 2;
    else if (code > 0x7f || code === 34 || code === 92 || code === 10) bytes += 1;
    else if (code < 32) bytes += 5;
  }
  return bytes;
}
