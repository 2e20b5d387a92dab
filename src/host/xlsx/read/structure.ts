/** The structure of a sheet in one pass: what stands before and behind its rows, and of each row what is hidden and which formats its cells have. */
import { HostError } from '../../../app/ports';
import { columnNumber } from '../../../core/model/address';
import type { FormatRun, Lines, SheetStructure } from '../../../core/model/sheet-structure';
import { readSheet } from '../patch/sheet/sheet-stream';
import { allElements, attributeOf, elementsOf, nameEnds, tagEnd } from '../patch/sheet/xml-text';
import { relationshipsOf } from '../package/parts';
import { scanXml } from '../package/xml';
import type { Limits, Zip } from '../package/zip';
import { readTailRules } from './structure-rules';

/** Runs of formats that are told apart in one sheet. */
const MAX_RUNS = 20_000;
const TRUE = new Set(['1', 'true', 'on']);
const [SPACE, QUOTE] = [32, 34];

export interface StructureSource {
  readonly zip: Zip;
  /** Of the sheet. */
  readonly part: string;
  readonly limits: Limits;
  readonly date1904: boolean;
  /** By index of a cell's style. */
  readonly formats: readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly maxRuns?: number;
}

/** Throws HostError `xlsx/damaged`, `xlsx/too-large`, and the signal's reason. */
export async function readStructure({ zip, part, limits, date1904, formats, signal, maxRuns = MAX_RUNS }: StructureSource): Promise<SheetStructure> {
  signal?.throwIfAborted();
  const runs = createRuns(formats, maxRuns);
  const hiddenRows: Lines[] = [];
  let head = '';
  let tail = '';
  let prefix = '';
  for await (const piece of readSheet(zip.pieces(part), part, { limits })) {
    signal?.throwIfAborted();
    if (piece.kind === 'head') {
      head = piece.text;
      ({ prefix } = piece);
    } else if (piece.kind === 'tail') {
      tail += piece.text;
      if (tail.length > limits.maxPartBytes) throw new HostError('xlsx/too-large', { part, size: tail.length, limit: limits.maxPartBytes });
    } else {
      for (const { row, open, content } of piece.rows) {
        if (open.includes('hidden') && TRUE.has(attributeOf(open, 'hidden') ?? '')) extend(hiddenRows, row);
        if (content !== '') runs.addRow(row, content, prefix);
      }
    }
  }
  const rules = readTailRules(tail, date1904);
  const tables = await readTables(zip, part);
  return {
    merges: rules.merges, hiddenRows, ...readColumns(head, formats),
    filtered: rules.filtered || tables.some(({ filtered }) => filtered),
    validations: rules.validations, conditionalFormats: rules.conditionalFormats,
    tables: tables.map(({ name, ref }) => ({ name, ref })),
    cellFormats: runs.all(),
  };
}

function extend(lines: Lines[], line: number): void {
  const last = lines.at(-1);
  if (last !== undefined && last.last === line - 1) lines[lines.length - 1] = { first: last.first, last: line };
  else lines.push({ first: line, last: line });
}

function readColumns(head: string, formats: readonly string[]): Pick<SheetStructure, 'hiddenColumns' | 'columnFormats'> {
  const columns = [...allElements(elementsOf(head))].filter(({ name }) => name === 'col').map(({ start, openEnd }) => {
    const tag = head.slice(start, openEnd);
    return {
      first: Number(attributeOf(tag, 'min')), last: Number(attributeOf(tag, 'max')),
      hidden: TRUE.has(attributeOf(tag, 'hidden') ?? '') || Number(attributeOf(tag, 'width') ?? 1) === 0,
      format: formats[Number(attributeOf(tag, 'style') ?? 0)] ?? 'General',
    };
  });
  return {
    hiddenColumns: columns.filter(({ hidden }) => hidden).map(({ first, last }) => ({ first, last })),
    columnFormats: columns.filter(({ format }) => format !== 'General').map(({ first, last, format }) => ({ first, last, format })),
  };
}

async function readTables(zip: Zip, sheet: string): Promise<readonly { readonly name: string; readonly ref: string; readonly filtered: boolean }[]> {
  const paths = (await relationshipsOf(zip, sheet)).filter(({ type, target }) => type === 'table' && zip.has(target)).map(({ target }) => target);
  return Promise.all(paths.map(async (path) => {
    let [name, ref, filtered] = ['', '', false];
    for (const token of scanXml(await zip.bytes(path), path)) {
      if (token.kind !== 'open') continue;
      if (token.name === 'table') [name, ref] = [token.attributes.get('displayName') ?? token.attributes.get('name') ?? '', token.attributes.get('ref') ?? ''];
      filtered ||= token.name === 'filterColumn';
    }
    return { name, ref, filtered };
  }));
}

interface Run {
  first: number;
  last: number;
  count: number;
  readonly format: string;
}

interface Runs {
  addRow(row: number, content: string, prefix: string): void;
  all(): readonly FormatRun[];
}

/** The formats of cells, gathered downwards; once there are too many runs, by column and format. */
function createRuns(formats: readonly string[], most: number): Runs {
  const columns = new Map<number, Run[]>();
  const gathered = new Map<string, Run>();
  let total = 0;

  function add(row: number, column: number, style: number): void {
    const format = formats[style] ?? 'General';
    const runs = columns.get(column) ?? [];
    const last = runs.at(-1);
    const key = `${column} ${format}`;
    const next = last?.format === format && last.last === row - 1;
    const same = next ? last : total < most ? undefined : gathered.get(key);
    if (same !== undefined) {
      same.last = row;
      same.count++;
      return;
    }
    const run = { first: row, last: row, count: 1, format };
    if (total++ >= most) gathered.set(key, run);
    if (runs.push(run) === 1) columns.set(column, runs);
  }

  return {
    addRow(row, content, prefix) {
      const name = `<${prefix}c`;
      let column = 0;
      for (let at = content.indexOf(name); at >= 0; at = content.indexOf(name, at + 1)) {
        const start = at + name.length;
        if (!nameEnds(content.charCodeAt(start))) continue;
        const cell = usualCell(content, start) ?? otherCell(content, at);
        column = cell.column > 0 ? cell.column : column + 1;
        add(row, column, cell.style);
      }
    },
    all: () => [...columns].sort(([a], [b]) => a - b).flatMap(([column, runs]) => runs.map((run): FormatRun => ({ column, ...run }))),
  };
}

/** A cell as most programs write it, from behind its name: ` r="B4" s="7"`. */
function usualCell(text: string, from: number): { readonly column: number; readonly style: number } | undefined {
  if (!text.startsWith(' r="', from)) return undefined;
  let column = 0;
  let at = from + 4;
  let code = text.charCodeAt(at);
  for (; code >= 65 && code <= 90; code = text.charCodeAt(++at)) column = column * 26 + code - 64;
  while (code >= 48 && code <= 57) code = text.charCodeAt(++at);
  if (code !== QUOTE) return undefined;
  code = text.charCodeAt(++at);
  // Without a style where the tag ends here.
  if (code !== SPACE) return { column, style: 0 };
  if (!text.startsWith(' s="', at)) return undefined;
  let style = 0;
  at += 4;
  for (code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(++at)) style = style * 10 + code - 48;
  return code === QUOTE ? { column, style } : undefined;
}

/** Column 0 where the cell does not say its place. */
function otherCell(text: string, from: number): { readonly column: number; readonly style: number } {
  const tag = text.slice(from, tagEnd(text, from) + 1);
  const letters = /^[A-Z]{1,3}/.exec(attributeOf(tag, 'r') ?? '')?.[0];
  return { column: letters === undefined ? 0 : columnNumber(letters), style: Number(attributeOf(tag, 's') ?? 0) };
}
