/**
 * Evidence of change for the records of clause 7.8: per sheet a digest (SHA-256, FIPS 180-4) over what stands in its cells, typed values by their
 * value, formulas by themselves; each seal holds the digest of the one before. Looks are no part of it, nor is the program that saved.
 */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { valueKey } from '../compare/table';
import { formulaKey } from '../merge/formula-key';
import type { SheetGrid } from '../merge/sheet-grid';
import { address } from '../model/address';

/** Cell -> what stands in it, as text. */
export type SheetState = Readonly<Record<string, string>>;

export interface Seal {
  readonly number: number;
  readonly at: string;
  readonly by: string;
  /** Digest of the seal before; '' for the first. */
  readonly previous: string;
  /** Sheet -> digest of its state. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Over all of the above. */
  readonly digest: string;
}

export function sheetState(grid: SheetGrid): SheetState {
  const state: Record<string, string> = {};
  for (const [row, cells] of [...grid].sort(([a], [b]) => a - b)) {
    for (const [column, { value, formula }] of [...cells].sort(([a], [b]) => a - b)) {
      // What a formula shows follows from the cells that it reads; some programs do not even save it.
      const key = formula === undefined ? valueKey(value) : `=${formulaKey(formula)}`;
      if (key !== '') state[address(row, column)] = key;
    }
  }
  return state;
}

/** SHA-256 of a text in UTF-8, hexadecimal. */
export const textDigest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

export const stateDigest = (state: SheetState): string => textDigest(JSON.stringify(state));

function sealDigest({ number, at, by, previous, sheets }: Omit<Seal, 'digest'>): string {
  return textDigest(JSON.stringify([number, at, by, previous, Object.entries(sheets)]));
}

export function makeSeal(states: ReadonlyMap<string, SheetState>, last: Seal | undefined, at: string, by: string): Seal {
  const seal = { number: (last?.number ?? 0) + 1, at, by, previous: last?.digest ?? '', sheets: Object.fromEntries([...states].map(([name, state]) => [name, stateDigest(state)])) };
  return { ...seal, digest: sealDigest(seal) };
}

/** Number of the first seal that is not as it was made, or does not follow the one before; null when all hold. */
export function brokenSeal(seals: readonly Seal[]): number | null {
  let previous = '';
  for (const [i, seal] of seals.entries()) {
    if (seal.number !== i + 1 || seal.previous !== previous || seal.digest !== sealDigest(seal)) return i + 1;
    previous = seal.digest;
  }
  return null;
}

export interface SealedChange {
  readonly sheet: string;
  /** '' where the sheet as a whole is meant. */
  readonly cell: string;
  readonly kind: 'sheet-added' | 'sheet-removed' | 'sheet-changed' | 'cell';
  /** What stood there and what stands there now: a value, or a formula with its `=`; '' where nothing does. */
  readonly before: string;
  readonly after: string;
}

/** What changed since the seal; cells are named where their state was kept and is the one that was sealed. */
export function changesSince(seal: Seal, kept: ReadonlyMap<string, SheetState>, now: ReadonlyMap<string, SheetState>): readonly SealedChange[] {
  const whole = (sheet: string, kind: SealedChange['kind']): SealedChange => ({ sheet, cell: '', kind, before: '', after: '' });
  const changed = Object.entries(seal.sheets).flatMap(([sheet, digest]): readonly SealedChange[] => {
    const state = now.get(sheet);
    if (state === undefined) return [whole(sheet, 'sheet-removed')];
    if (stateDigest(state) === digest) return [];
    const was = kept.get(sheet);
    if (was === undefined || stateDigest(was) !== digest) return [whole(sheet, 'sheet-changed')];
    const cells = [...new Set([...Object.keys(was), ...Object.keys(state)])].filter((cell) => was[cell] !== state[cell]);
    return cells.map((cell): SealedChange => ({ sheet, cell, kind: 'cell', before: shownKeyOf(was[cell]), after: shownKeyOf(state[cell]) }));
  });
  return [...changed, ...[...now.keys()].filter((sheet) => !Object.hasOwn(seal.sheets, sheet)).map((sheet) => whole(sheet, 'sheet-added'))];
}

/** The key without the letter of its kind. */
function shownKeyOf(key = ''): string {
  return key.startsWith('=') ? key : key.slice(1);
}
