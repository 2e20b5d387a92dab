/**
 * Workbooks of the same enterprise (统一社会信用代码) and the same 提升后 period: one of them counts, all are listed. The one that
 * counts has the later as-of date, then more steps done, then fewer errors, then the first name.
 */
import type { BookFacts } from './facts';

/** What deciding needs of a workbook. */
export type Candidate = Pick<BookFacts, 'file' | 'uscc' | 'usccRight' | 'current' | 'asOf' | 'errors'> & { readonly stagesDone: number };

/** Null where the workbook cannot be told to be another's double: without a right code or without a period. */
export function doubleKey({ uscc, usccRight, current }: Pick<BookFacts, 'uscc' | 'usccRight' | 'current'>): string | null {
  return usccRight && current !== null ? `${uscc} ${current[0]} ${current[1]}` : null;
}

/** The better of two comes first. */
export function byWorth(a: Candidate, b: Candidate): number {
  return compare(b.asOf ?? '', a.asOf ?? '') || b.stagesDone - a.stagesDone || a.errors - b.errors || compare(a.file, b.file);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Nobody has begun to fill it in: neither name nor code of an enterprise. */
export function isBlank({ enterprise, uscc }: Pick<BookFacts, 'enterprise' | 'uscc'>): boolean {
  return enterprise === '' && uscc === '';
}

export interface Doubles<T extends Candidate> {
  readonly counted: T;
  readonly others: readonly T[];
}

/** Groups of two and more, in the order of the files that count. */
export function findDoubles<T extends Candidate>(books: Iterable<T>): readonly Doubles<T>[] {
  const groups = new Map<string, T[]>();
  for (const book of books) {
    const key = doubleKey(book);
    if (key === null) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [book]);
    else known.push(book);
  }
  const found = [...groups.values()].flatMap((group): readonly Doubles<T>[] => {
    const [counted, ...others] = group.sort(byWorth);
    return counted === undefined || others.length === 0 ? [] : [{ counted, others }];
  });
  return found.sort((a, b) => compare(a.counted.file, b.counted.file));
}
