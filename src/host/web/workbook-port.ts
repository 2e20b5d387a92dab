/**
 * The workbook that is open in a spreadsheet program, of which only the page knows, as the worker sees it: the page serves,
 * the worker asks. Rows and blocks cross in portions, each asked for when the one before was used, so that nothing piles up.
 */
import type { ApplyOptions, Call, LiveWorkbook, Omission, ReadOptions } from '../../app/ports';
import type { Block } from '../../core/model/block';
import type { SheetRow } from '../../core/model/cell';
import type { SheetStructure } from '../../core/model/sheet-structure';
import type { WorkbookPatch } from '../../core/model/workbook-patch';

type Columns = Readonly<Record<string, number>>;

interface Portion<T> {
  readonly items: readonly T[];
  /** Null when there are no more. */
  readonly next: number | null;
  readonly done: number;
  readonly total: number;
}

interface Question {
  readonly sheet: string;
  readonly fromRow: number | null;
}

/** What the page serves. */
export interface WorkbookService {
  openBook(request: null, call?: Call): Promise<Pick<LiveWorkbook, 'name' | 'sheetNames' | 'names' | 'application'>>;
  rows(request: Question, call?: Call): Promise<Portion<SheetRow>>;
  blocks(request: Question & { readonly columns: Columns }, call?: Call): Promise<Portion<Block>>;
  moreRows(request: number, call?: Call): Promise<Portion<SheetRow>>;
  moreBlocks(request: number, call?: Call): Promise<Portion<Block>>;
  /** The rest of an iteration is not wanted. */
  enough(request: number, call?: Call): Promise<null>;
  part(request: { readonly sheet: string; readonly columns: Columns; readonly first: number; readonly last: number }, call?: Call): Promise<Block>;
  merges(request: string, call?: Call): Promise<readonly string[]>;
  structure(request: string, call?: Call): Promise<SheetStructure>;
  apply(request: WorkbookPatch, call?: Call): Promise<readonly Omission[]>;
}

export const WORKBOOK_METHODS = ['openBook', 'rows', 'blocks', 'moreRows', 'moreBlocks', 'enough', 'part', 'merges', 'structure', 'apply'] as const satisfies readonly (keyof WorkbookService)[];

/** Rows of a portion; blocks go one by one. */
const ROWS = 2000;

class Iterations<T> {
  readonly #open = new Map<number, { readonly iterator: AsyncIterator<T>; readonly seen: { done: number; total: number } }>();
  readonly #portion: number;
  #count = 0;

  constructor(portion: number) {
    this.#portion = portion;
  }

  async begin(of: (options: Pick<ReadOptions, 'progress'>) => AsyncIterable<T>): Promise<Portion<T>> {
    const seen = { done: 0, total: 0 };
    const iterator = of({ progress: (done, total) => Object.assign(seen, { done, total }) })[Symbol.asyncIterator]();
    const id = ++this.#count;
    this.#open.set(id, { iterator, seen });
    return this.more(id);
  }

  /** Throws what the iteration throws, which ends it. */
  async more(id: number): Promise<Portion<T>> {
    const found = this.#open.get(id);
    if (found === undefined) return { items: [], next: null, done: 0, total: 0 };
    const items: T[] = [];
    try {
      while (items.length < this.#portion) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const { value, done } = await found.iterator.next();
        if (done === true) {
          this.#open.delete(id);
          return { items, next: null, ...found.seen };
        }
        items.push(value);
      }
    } catch (error) {
      this.#open.delete(id);
      throw error;
    }
    return { items, next: id, ...found.seen };
  }

  async end(id: number): Promise<void> {
    const found = this.#open.get(id);
    this.#open.delete(id);
    await found?.iterator.return?.();
  }
}

/** `open` is asked each time that the worker opens the workbook: sheets and names are those of that moment. */
export function workbookService(open: () => Promise<LiveWorkbook>): WorkbookService {
  const [rows, blocks] = [new Iterations<SheetRow>(ROWS), new Iterations<Block>(1)];
  let book: LiveWorkbook | null = null;
  const opened = async (): Promise<LiveWorkbook> => (book ??= await open());
  return {
    openBook: async () => {
      book = await open();
      const { name, sheetNames, names, application } = book;
      return { name, sheetNames, names, application };
    },
    rows: async ({ sheet, fromRow }) => {
      const of = await opened();
      return rows.begin((options) => of.rows(sheet, { ...options, ...(fromRow === null ? {} : { fromRow }) }));
    },
    blocks: async ({ sheet, fromRow, columns }) => {
      const of = await opened();
      return blocks.begin((options) => of.blocks(sheet, columns, { ...options, ...(fromRow === null ? {} : { fromRow }) }));
    },
    moreRows: (id) => rows.more(id),
    moreBlocks: (id) => blocks.more(id),
    enough: async (id) => {
      await rows.end(id);
      await blocks.end(id);
      return null;
    },
    part: async ({ sheet, columns, first, last }) => (await opened()).part(sheet, columns, first, last),
    merges: async (sheet) => {
      const of = await opened();
      return of.merges === undefined ? (await of.structure(sheet)).merges : of.merges(sheet);
    },
    structure: async (sheet, { signal } = {}) => (await opened()).structure(sheet, signal === undefined ? {} : { signal }),
    apply: async (patch, { signal, progress } = {}) => (await opened()).apply(patch, {
      ...(signal === undefined ? {} : { signal }),
      ...(progress === undefined ? {} : { progress: (done: number, total: number) => progress.report('write', done, total) }),
    }),
  };
}

async function* portions<T>(first: Promise<Portion<T>>, service: WorkbookService, more: (id: number) => Promise<Portion<T>>, { signal, progress }: ReadOptions): AsyncGenerator<T> {
  let portion = await first;
  try {
    for (;;) {
      for (const item of portion.items) {
        signal?.throwIfAborted();
        yield item;
      }
      progress?.(portion.done, portion.total);
      if (portion.next === null) return;
      portion = await more(portion.next);
    }
  } finally {
    if (portion.next !== null) service.enough(portion.next).catch(() => undefined);
  }
}

/** Opens the workbook of the page for the worker. Throws HostError `excel/...`. */
export async function remoteWorkbook(service: WorkbookService): Promise<LiveWorkbook> {
  const { name, sheetNames, names, application } = await service.openBook(null);
  const calls = ({ signal }: ReadOptions): Call => (signal === undefined ? {} : { signal });
  return {
    name, sheetNames, names, application, calculates: true,
    rows: (sheet, options = {}) => portions(service.rows({ sheet, fromRow: options.fromRow ?? null }, calls(options)), service, (id) => service.moreRows(id, calls(options)), options),
    blocks: (sheet, columns, options = {}) => portions(service.blocks({ sheet, columns, fromRow: options.fromRow ?? null }, calls(options)), service, (id) => service.moreBlocks(id, calls(options)), options),
    part: (sheet, columns, first, last) => service.part({ sheet, columns, first, last }),
    merges: (sheet) => service.merges(sheet),
    structure: (sheet, { signal } = {}) => service.structure(sheet, signal === undefined ? {} : { signal }),
    apply: (patch, { signal, progress }: ApplyOptions = {}) => service.apply(patch, {
      ...(signal === undefined ? {} : { signal }),
      ...(progress === undefined ? {} : { progress: { report: (_code, done, total) => progress(done, total) } }),
    }),
  };
}
