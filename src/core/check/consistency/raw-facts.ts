/** What the rules across sheets need to know of the raw rows, gathered in one pass over each sheet. */
import { cleanText } from '../../codec/clean';
import { LAST_DATE } from '../../codec/date';
import { address } from '../../model/address';
import type { Block } from '../../model/block';
import { FIRST_DATA_ROW, HEADER_ROW, type RawSheetDef } from '../../model/raw-sheet';
import { columnOf, numberAt, textAt } from '../row-rule';
import type { CellPlace } from './cell-place';

/** Rows of one column that were completed after the as-of date. */
export interface LateRows {
  /** The first of them. */
  readonly at: CellPlace;
  readonly column: string;
  readonly clause: string;
  readonly count: number;
  /** The last day among them, serial date. */
  readonly latest: number;
}

export interface RawFacts {
  readonly late: readonly LateRows[];
  /** Names of the staff; empty where the sheet does not give them. */
  readonly staff: ReadonlySet<string>;
  /** Header of the column that marks the main products; null without its sheet. */
  readonly mainProduct: CellPlace | null;
  /** Header of the column with the full scores, and the first weight of an item; null without their sheet. */
  readonly survey: { readonly scale: CellPlace; readonly weights: CellPlace } | null;
}

export const NO_RAW_FACTS: RawFacts = { late: [], staff: new Set(), mainProduct: null, survey: null };

/** Sheet key -> columns with the day on which something was done, which nobody can know before that day. Days that may lie ahead (due, valid to, leaving) are not among them. */
export const COMPLETIONS: Readonly<Record<string, readonly string[]>> = {
  equipment: ['inspectDate'],
  measuring: ['actualDate'],
  purchases: ['arrivalDate', 'inspectDate'],
  supplierIssues: ['foundDate', 'closedDate'],
  workOrders: ['actualDate'],
  processInspection: ['date'],
  finalInspection: ['date'],
  deliveries: ['deliveryDate', 'returnDate'],
  warranty: ['shipDate', 'firstFailureDate'],
  serviceRequests: ['requestedAt', 'respondedAt', 'resolvedAt'],
  qualityIssues: ['foundDate', 'closedDate'],
  satisfaction: ['date'],
  complaints: ['receivedDate', 'closedDate'],
  customers: ['firstDeal', 'lastDeal'],
  compliance: ['rectifiedDate'],
  performanceTests: ['date'],
};

const STAFF = { sheet: 'employees', column: 'name' } as const;
const MAIN_PRODUCT = { sheet: 'productRevenue', column: 'main' } as const;
const SURVEY = { sheet: 'satisfaction', column: 'fullScore' } as const;

type Places = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** `places` as the reader found them: sheet key -> column key -> column. Without an as-of date no row is late. */
export function readRawFacts(defs: readonly RawSheetDef[], rows: Readonly<Record<string, readonly Block[]>>, asOf: number | null, places: Places = {}): RawFacts {
  return rawFactsOf(defs.filter(({ key }) => rows[key] !== undefined).map((def) => {
    const facts = new SheetFactsIndex(def, asOf, places[def.key]);
    for (const block of rows[def.key] ?? []) for (let i = 0; i < block.length; i++) facts.add(block, i);
    return facts;
  }));
}

/** Of several sheets together. */
export function rawFactsOf(sheets: readonly SheetFactsIndex[]): RawFacts {
  const placed = (key: string, column: string): CellPlace | null => sheets.find(({ def }) => def.key === key)?.headerOf(column) ?? null;
  const scale = placed(SURVEY.sheet, SURVEY.column);
  const survey = sheets.find(({ def }) => def.key === SURVEY.sheet)?.def;
  return {
    late: sheets.flatMap((sheet) => sheet.late()),
    staff: new Set(sheets.flatMap((sheet) => [...sheet.names()])),
    mainProduct: placed(MAIN_PRODUCT.sheet, MAIN_PRODUCT.column),
    survey: scale === null || survey === undefined ? null : { scale, weights: { sheet: survey.sheet, cell: address(FIRST_DATA_ROW, survey.columns.length + 2) } },
  };
}

/** The facts of one sheet, kept row by row, so that an edited row can be taken out and put in again. A live resource. */
export class SheetFactsIndex {
  readonly def: RawSheetDef;
  readonly #asOf: number | null;
  readonly #places: Readonly<Record<string, number>>;
  /** Column key -> row -> day after the as-of date. */
  readonly #late: ReadonlyMap<string, Map<number, number>>;
  /** How many rows have the name. */
  readonly #names = new Map<string, number>();

  constructor(def: RawSheetDef, asOf: number | null, places: Readonly<Record<string, number>> = {}) {
    this.def = def;
    this.#asOf = asOf;
    this.#places = places;
    this.#late = new Map((COMPLETIONS[def.key] ?? []).map((key) => [key, new Map()]));
  }

  add(block: Block, index: number): void {
    const row = block.firstRow + index;
    for (const [key, rows] of this.#late) {
      const value = numberAt(block, key, index);
      // A number that is no date has its own issue.
      if (this.#asOf !== null && value !== null && value >= this.#asOf + 1 && value < LAST_DATE + 1) rows.set(row, Math.floor(value));
    }
    const name = this.#nameAt(block, index);
    if (name !== '') this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
  }

  remove(block: Block, index: number): void {
    for (const rows of this.#late.values()) rows.delete(block.firstRow + index);
    const name = this.#nameAt(block, index);
    const others = (this.#names.get(name) ?? 0) - 1;
    if (others > 0) this.#names.set(name, others);
    else this.#names.delete(name);
  }

  late(): readonly LateRows[] {
    return [...this.#late].flatMap(([key, rows]): readonly LateRows[] => {
      let [first, latest] = [Infinity, 0];
      for (const [row, day] of rows) [first, latest] = [Math.min(first, row), Math.max(latest, day)];
      const at = { sheet: this.def.sheet, cell: address(first, this.#columnAt(key)) };
      return rows.size === 0 ? [] : [{ at, column: columnOf(this.def, key).header, clause: this.def.feeds, count: rows.size, latest }];
    });
  }

  names(): Iterable<string> {
    return this.#names.keys();
  }

  headerOf(column: string): CellPlace {
    return { sheet: this.def.sheet, cell: address(HEADER_ROW, this.#columnAt(column)) };
  }

  #nameAt(block: Block, index: number): string {
    return this.def.key === STAFF.sheet ? cleanText(textAt(block, STAFF.column, index)) : '';
  }

  #columnAt(key: string): number {
    return this.#places[key] ?? this.def.columns.indexOf(columnOf(this.def, key)) + 1;
  }
}
