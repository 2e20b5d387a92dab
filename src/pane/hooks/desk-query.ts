/** Asks the desk something that holds for a revision, once; asking again after a change shows the old answer meanwhile. */
import { useEffect, useState } from 'react';
import type { Desk } from '../../app/desk/desk';
import type { Call } from '../../app/ports';
import { usePorts } from './ports-context';
import { useWorkspace } from './workspace-context';

export interface QueryProgress {
  readonly code: string;
  readonly done: number;
  readonly total: number;
}

export interface Query<T> {
  readonly data: T | null;
  /** The data are of this revision. */
  readonly fresh: boolean;
  readonly progress: QueryProgress | null;
  readonly error: unknown;
}

/** `name` tells one question from another, its parameters included. Null asks nothing. */
export function useDeskQuery<T>(name: string | null, ask: (desk: Desk, call: Call) => Promise<T>): Query<T> {
  const { desk } = usePorts();
  const { state, answers } = useWorkspace();
  const key = name === null || state === null ? null : `${state.revision} ${name}`;
  const [known, setKnown] = useState<{ readonly name: string | null; readonly key: string | null; readonly data: T | null; readonly error: unknown }>({ name, key: null, data: null, error: null });
  const [progress, setProgress] = useState<(QueryProgress & { readonly key: string }) | null>(null);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key says what was asked, hence what was answered
  const answer = key !== null && answers.has(key) ? (answers.get(key) as T) : null;
  // Where somebody else asked, it is kept all the same: shown while the next revision is asked for, lists keep what was typed into their filters.
  if (answer !== null && known.key !== key) setKnown({ name, key, data: answer, error: null });

  useEffect(() => {
    if (key === null || answers.has(key)) return undefined;
    const abort = new AbortController();
    ask(desk, { signal: abort.signal, progress: { report: (code, done, total) => setProgress({ key, code, done, total }) } }).then(
      (data) => {
        // Answers of revisions that are gone are of no use.
        for (const old of answers.keys()) if (old.split(' ')[0] !== key.split(' ')[0]) answers.delete(old);
        answers.set(key, data);
        if (!abort.signal.aborted) setKnown({ name, key, data, error: null });
        return undefined;
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setKnown({ name, key, data: null, error });
      },
    );
    return () => abort.abort();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps -- `ask` is made anew at every render; the key says what it asks
  }, [key, desk, answers]);

  if (answer !== null) return { data: answer, fresh: true, progress: null, error: null };
  const mine = known.name === name;
  return { data: mine ? known.data : null, fresh: false, progress: progress?.key === key ? progress : null, error: mine && known.key === key ? known.error : null };
}
