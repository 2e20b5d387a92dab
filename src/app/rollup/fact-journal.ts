/**
 * The facts of a roll-up on disk, written as they come: whoever is killed goes on where the journal ends. The latest line of a
 * file counts, and only while the file is as it was.
 */
import { FACTS_VERSION, type Facts } from '../../core/rollup/facts';
import { HostError, type FoundFile, type Journal, type Journals, type LinePlace } from '../ports';
import { readFacts } from './read-facts';

/** Reasons that may have passed by the next time. */
const TRY_AGAIN: ReadonlySet<string> = new Set(['rollup/worker-died', 'rollup/too-slow', 'rollup/fault', 'rollup/other-program', 'file/changed', 'file/unreadable', 'file/missing']);

export interface FactJournal {
  /** There are facts of this state of the file. */
  has(file: FoundFile): boolean;
  keep(facts: Facts): Promise<void>;
  /** The facts of these files, in their order; those without are left out. Throws HostError `rollup/journal-changed`. */
  facts(files: readonly FoundFile[]): AsyncGenerator<Facts>;
  close(): Promise<void>;
}

/** `fresh`: as though there were none. Throws `HostError`. */
export async function openFactJournal(path: string, journals: Journals, fresh: boolean): Promise<FactJournal> {
  const journal = await journals.open(path);
  const known = new Map<string, { readonly version: string; readonly place: LinePlace; readonly final: boolean }>();
  const index = (facts: Facts, place: LinePlace): void => {
    known.set(facts.file, { version: facts.version, place, final: facts.kind === 'book' || !TRY_AGAIN.has(facts.code) });
  };
  if (!fresh) {
    for await (const { text, place } of journal.lines()) {
      const facts = readFacts(text);
      if (facts !== null) index(facts, place);
    }
  }
  return {
    has: ({ path: file, version }) => known.get(file)?.version === version && known.get(file)?.final === true,
    async keep(facts) {
      index(facts, await journal.append(JSON.stringify(facts)));
    },
    facts: (files) => inOrder(files, known, journal, path),
    close: () => journal.close(),
  };
}

async function* inOrder(files: readonly FoundFile[], known: ReadonlyMap<string, { readonly place: LinePlace }>, journal: Journal, path: string): AsyncGenerator<Facts> {
  for (const file of files) {
    const place = known.get(file.path)?.place;
    if (place === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- one line in memory at a time
    const facts = readFacts(await journal.read(place));
    if (facts?.file !== file.path) throw new HostError('rollup/journal-changed', { path, facts: FACTS_VERSION });
    yield facts;
  }
}
