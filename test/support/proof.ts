/**
 * The long proof: random workbooks through the calculator and through LibreOffice. One process of `scripts/proof.mjs`
 * takes every other batch of the same sequence, so that a seed and an index name a workbook.
 */
import { sample } from 'fast-check';
import { BlockBuilder, cellOf } from '../../src/core/model/block-builder';
import type { Block } from '../../src/core/model/block';
import type { WorkbookContent } from '../../src/core/model/content';
import { MONTH_SHEET } from '../../src/core/metric/sheet/month-sheet';
import { FIRST_DATA_ROW } from '../../src/core/model/raw-sheet';
import { writeWorkbook } from '../../src/host/xlsx/write/workbook';
import { recalculateAll } from './libreoffice';
import { sheetDef } from './metric-case';
import { disagreements, metricWorkbook } from './metric-workbook';
import { randomContent } from './random-content';

export interface ProofRequest {
  readonly seed: number;
  readonly total: number;
  readonly batch: number;
  /** Which of how many processes this is. */
  readonly process: number;
  readonly processes: number;
  /** Prove this workbook alone, and make it smaller when it fails. */
  readonly only: number | null;
}

/** What a batch gave, one line of JSON each. */
export interface ProofReport {
  readonly done: number;
  readonly failures: readonly { readonly index: number; readonly said: readonly string[] }[];
  /** Rows left by sheet, after making a failing workbook smaller. */
  readonly smallest?: Readonly<Record<string, number>>;
}

/** Every so manieth workbook is proven with its months, the dearest sheet to recalculate. */
const MONTHS_EVERY = 3;
/** Most rounds and candidates per round when a failing workbook is made smaller. */
const ROUNDS = 8;
const CANDIDATES = 16;

/** What disagrees in each workbook, in words. */
export async function prove(contents: readonly WorkbookContent[], withMonths: (index: number) => boolean = () => true): Promise<readonly (readonly string[])[]> {
  const specs = contents.map((content, i) => {
    const spec = metricWorkbook(content);
    return withMonths(i) ? spec : { ...spec, sheets: spec.sheets.filter(({ name }) => name !== MONTH_SHEET) };
  });
  const files: Uint8Array[] = [];
  for (const spec of specs) files.push(await writeWorkbook(spec));
  const grids = await recalculateAll(files);
  return specs.map((spec, i) => disagreements(spec, grids[i] ?? new Map()).map(({ said }) => said));
}

export async function runProof({ seed, total, batch, process: own, processes, only }: ProofRequest, report: (report: ProofReport) => void): Promise<void> {
  const contents = sample(randomContent(), { seed, numRuns: Math.max(total, (only ?? 0) + 1) });
  if (only !== null) {
    const content = contents[only];
    if (content === undefined) throw new RangeError(`no workbook ${only}`);
    const [said = []] = await prove([content]);
    report({ done: 1, failures: said.length === 0 ? [] : [{ index: only, said }], ...(said.length === 0 ? {} : await shrunk(content)) });
    return;
  }
  for (let start = own * batch; start < total; start += processes * batch) {
    const part = contents.slice(start, Math.min(start + batch, total));
    const said = await prove(part, (i) => (start + i) % MONTHS_EVERY === 0);
    report({ done: part.length, failures: said.flatMap((each, i) => (each.length === 0 ? [] : [{ index: start + i, said: each }])) });
  }
}

async function shrunk(content: WorkbookContent): Promise<Pick<ProofReport, 'failures' | 'smallest'>> {
  let best = content;
  for (let round = 0; round < ROUNDS; round++) {
    const candidates = smaller(best).slice(0, CANDIDATES);
    const said = await prove(candidates);
    const next = candidates.filter((_, i) => (said[i] ?? []).length > 0).sort((a, b) => sizeOf(a) - sizeOf(b))[0];
    if (next === undefined) break;
    best = next;
  }
  const [said = []] = await prove([best]);
  const kept = Object.entries(best.rows).map(([key, blocks]) => [key, rowsIn(blocks)] as const).filter(([, rows]) => rows > 0);
  return { failures: [{ index: -1, said }], smallest: Object.fromEntries(kept) };
}

const rowsIn = (blocks: readonly Block[]): number => blocks.reduce((sum, { length }) => sum + length, 0);
const sizeOf = ({ rows }: WorkbookContent): number => Object.values(rows).reduce((sum, blocks) => sum + rowsIn(blocks), 0);

/** Each sheet alone, each of two halves of the sheets, then without one half of the rows of each sheet that has rows. */
function smaller(content: WorkbookContent): readonly WorkbookContent[] {
  const filled = Object.keys(content.rows).filter((key) => rowsIn(content.rows[key] ?? []) > 0);
  const only = (keys: readonly string[]): WorkbookContent => ({ ...content, rows: Object.fromEntries(Object.entries(content.rows).map(([key, blocks]) => [key, keys.includes(key) ? blocks : []])) });
  const middle = Math.ceil(filled.length / 2);
  if (filled.length > 4) return [only(filled.slice(0, middle)), only(filled.slice(middle)), ...filled.map((key) => only([key]))];
  const without = filled.length > 1 ? filled.map((key) => only(filled.filter((other) => other !== key))) : [];
  return [...without, ...filled.flatMap((key) => {
    const half = Math.ceil(rowsIn(content.rows[key] ?? []) / 2);
    return [[0, half], [half, Infinity]].map(([from = 0, to = 0]) => ({ ...content, rows: { ...content.rows, [key]: rowsBetween(key, content.rows[key] ?? [], from, to) } }));
  })].filter((candidate) => sizeOf(candidate) < sizeOf(content));
}

function rowsBetween(key: string, blocks: readonly Block[], from: number, to: number): readonly Block[] {
  const keys = sheetDef(key).columns.map((column) => column.key);
  const builder = new BlockBuilder(keys);
  let index = 0;
  let row = FIRST_DATA_ROW;
  for (const block of blocks) {
    for (let i = 0; i < block.length; i++, index++) if (index >= from && index < to) builder.add(row++, keys.map((name) => cellOf(block, name, i)));
  }
  return builder.blocks();
}
