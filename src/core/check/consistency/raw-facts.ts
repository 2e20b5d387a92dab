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
  const columnAt = (def: RawSheetDef, key: string): number => places[def.key]?.[key] ?? def.columns.indexOf(columnOf(def, key)) + 1;
  const late: LateRows[] = [];
  const staff = new Set<string>();
  let mainProduct: CellPlace | null = null;
  let survey: RawFacts['survey'] = null;
  for (const def of defs) {
    const blocks = rows[def.key];
    if (blocks === undefined) continue;
    if (asOf !== null) {
      for (const key of COMPLETIONS[def.key] ?? []) {
        const found = lateRows(blocks, key, asOf);
        if (found !== null) late.push({ at: { sheet: def.sheet, cell: address(found.row, columnAt(def, key)) }, column: columnOf(def, key).header, clause: def.feeds, count: found.count, latest: found.latest });
      }
    }
    if (def.key === STAFF.sheet) addNames(blocks, staff);
    if (def.key === MAIN_PRODUCT.sheet) mainProduct = { sheet: def.sheet, cell: address(HEADER_ROW, columnAt(def, MAIN_PRODUCT.column)) };
    if (def.key === SURVEY.sheet) survey = { scale: { sheet: def.sheet, cell: address(HEADER_ROW, columnAt(def, SURVEY.column)) }, weights: { sheet: def.sheet, cell: address(FIRST_DATA_ROW, def.columns.length + 2) } };
  }
  return { late, staff, mainProduct, survey };
}

function lateRows(blocks: readonly Block[], key: string, asOf: number): { readonly row: number; readonly count: number; readonly latest: number } | null {
  let [row, count, latest] = [0, 0, 0];
  for (const block of blocks) {
    for (let i = 0; i < block.length; i++) {
      const value = numberAt(block, key, i);
      // A number that is no date has its own issue.
      if (value === null || value < asOf + 1 || value >= LAST_DATE + 1) continue;
      if (count++ === 0) row = block.firstRow + i;
      latest = Math.max(latest, Math.floor(value));
    }
  }
  return count === 0 ? null : { row, count, latest };
}

function addNames(blocks: readonly Block[], names: Set<string>): void {
  for (const block of blocks) {
    for (let i = 0; i < block.length; i++) {
      const name = cleanText(textAt(block, STAFF.column, i));
      if (name !== '') names.add(name);
    }
  }
}
