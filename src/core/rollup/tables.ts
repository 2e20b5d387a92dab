/** What the roll-up gathers from facts that come one after the other: who takes part, every metric by definition, the cuts. */
import { definitionId, definitionOf, isPlain, type Definition } from './definition';
import { SIGNERS, type BookFacts, type MetricFact } from './facts';
import { isKind, type Kind } from './kinds';
import { Spread } from './spread';

/** What enterprises are put together by. */
export const CUTS = ['division', 'city', 'agency', 'size'] as const;
export type Cut = (typeof CUTS)[number];

/** A workbook without the metrics that no list shows. */
export type Book = Omit<BookFacts, 'metrics' | 'facts' | 'version' | 'kind'> & {
  /** False for the doubles of another. */
  readonly counted: boolean;
  readonly kinds: Readonly<Partial<Record<Kind, MetricFact>>>;
};

export interface MetricLine {
  readonly definition: Definition;
  readonly spread: Spread;
}

export interface Group {
  readonly name: string;
  books: number;
  /** Every step of clause 6 that is in the workbook is done. */
  done: number;
  /** Both have signed every step. */
  signed: number;
  /** By the definition of this program; those of 汇总填报 apart. */
  readonly kinds: Readonly<Record<'rows' | 'summary', Map<Kind, Spread>>>;
}

export interface Tables {
  readonly books: readonly Book[];
  readonly lines: readonly MetricLine[];
  readonly cuts: Readonly<Record<Cut, readonly Group[]>>;
  /** Of the workbooks that count: step -> how many have done it, and how many have it. */
  readonly stages: ReadonlyMap<string, { readonly done: number; readonly present: number }>;
}

export function allDone({ stages }: Pick<BookFacts, 'stages'>): boolean {
  const present = stages.filter(({ state }) => state !== 'absent');
  return present.length > 0 && present.every(({ state }) => state === 'done');
}

export function allSigned({ signed }: Pick<BookFacts, 'signed'>): boolean {
  return SIGNERS.every((signer) => signed[signer] !== undefined);
}

export class TableBuilder {
  readonly #books: Book[] = [];
  readonly #lines = new Map<string, MetricLine>();
  readonly #cuts = new Map<Cut, Map<string, Group>>(CUTS.map((cut) => [cut, new Map()]));
  readonly #stages = new Map<string, { done: number; present: number }>();

  /** Each workbook once. What does not count is listed and adds to nothing. */
  add(facts: BookFacts, counted: boolean): void {
    const { metrics, facts: _version, version: _state, kind: _kind, ...rest } = facts;
    const kinds: Partial<Record<Kind, MetricFact>> = {};
    for (const fact of metrics) if (isKind(fact.key)) kinds[fact.key] = fact;
    this.#books.push({ ...rest, counted, kinds });
    if (!counted) return;
    for (const fact of metrics) this.#line(definitionOf(fact)).spread.add(fact);
    for (const { key, state } of facts.stages) {
      const known = this.#stages.get(key) ?? { done: 0, present: 0 };
      this.#stages.set(key, { done: known.done + (state === 'done' ? 1 : 0), present: known.present + (state === 'absent' ? 0 : 1) });
    }
    for (const cut of CUTS) this.#addTo(this.#group(cut, facts[cut]), facts);
  }

  tables(): Tables {
    const groups = (cut: Cut): readonly Group[] => {
      const found = [...(this.#cuts.get(cut)?.values() ?? [])];
      // The unnamed group comes last, the largest first.
      return found.sort((a, b) => Number(a.name === '') - Number(b.name === '') || b.books - a.books || (a.name < b.name ? -1 : 1));
    };
    return {
      books: this.#books, lines: [...this.#lines.values()], stages: this.#stages,
      cuts: { division: groups('division'), city: groups('city'), agency: groups('agency'), size: groups('size') },
    };
  }

  #line(definition: Definition): MetricLine {
    const id = definitionId(definition);
    const known = this.#lines.get(id) ?? { definition, spread: new Spread() };
    this.#lines.set(id, known);
    return known;
  }

  #group(cut: Cut, name: string): Group {
    const groups = this.#cuts.get(cut) ?? new Map<string, Group>();
    const known = groups.get(name) ?? { name, books: 0, done: 0, signed: 0, kinds: { rows: new Map<Kind, Spread>(), summary: new Map<Kind, Spread>() } };
    groups.set(name, known);
    return known;
  }

  #addTo(group: Group, facts: BookFacts): void {
    group.books++;
    if (allDone(facts)) group.done++;
    if (allSigned(facts)) group.signed++;
    for (const fact of facts.metrics) {
      const definition = definitionOf(fact);
      if (!isKind(fact.key) || !isPlain(definition) || definition.basis === 'mixed') continue;
      const of = group.kinds[definition.basis];
      const spread = of.get(fact.key) ?? new Spread();
      of.set(fact.key, spread);
      spread.add(fact);
    }
  }
}
