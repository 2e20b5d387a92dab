/**
 * The cells of an .xlsx file as LibreOffice writes it: plain prefixes, an `r` on every cell, shared strings. Deliberately
 * small and independent of the product's reader, so that the two can disagree.
 */
import { strFromU8, unzipSync } from 'fflate';
import { columnNumber } from '../../src/core/model/address';
import type { CellValue } from '../../src/core/model/cell';

/** Rows from row 1, cells from column A; what the sheet leaves out is null. */
export type Grid = CellValue[][];

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Character references and escapes of a text in XML resolved. */
export function decode(text: string): string {
  const plain = text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
  return plain.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function texts(xml: string): string {
  return [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((m) => decode(m[1] ?? '')).join('');
}

function value(type: string, content: string, shared: readonly string[]): CellValue {
  if (type === 'inlineStr') return texts(content);
  const raw = /<v[^>]*>([^<]*)<\/v>/.exec(content)?.[1];
  if (raw === undefined) return null;
  if (type === 's') return shared[Number(raw)] ?? null;
  if (type === 'b') return raw === '1';
  if (type === 'e') return { error: decode(raw) };
  return type === 'str' ? decode(raw) : Number(raw);
}

function grid(xml: string, shared: readonly string[]): Grid {
  const rows: Grid = [];
  for (const cell of xml.matchAll(/<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const column = columnNumber(cell[1] ?? 'A');
    const row = Number(cell[2]);
    while (rows.length < row) rows.push([]);
    const line = rows[row - 1] ?? [];
    while (line.length < column) line.push(null);
    line[column - 1] = value(/ t="(\w+)"/.exec(cell[3] ?? '')?.[1] ?? 'n', cell[4] ?? '', shared);
  }
  return rows;
}

/** Sheet name -> cells (cached values where there are formulas). */
export function plainXlsx(bytes: Uint8Array): Map<string, Grid> {
  const parts = unzipSync(bytes);
  const part = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si(?:\/>|>(.*?)<\/si>)/gs)].map((m) => texts(m[1] ?? ''));
  const targets = new Map([...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) =>
    [/ Id="([^"]*)"/.exec(tag)?.[1] ?? '', / Target="\/?(?:xl\/)?([^"]*)"/.exec(tag)?.[1] ?? ''] as const));
  return new Map([...part('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)].map(([tag]) => [
    decode(/ name="([^"]*)"/.exec(tag)?.[1] ?? ''),
    grid(part(`xl/${targets.get(/ r:id="([^"]*)"/.exec(tag)?.[1] ?? '') ?? ''}`), shared),
  ]));
}

/** A cell of a grid by row and column (1-based); null where there is none. */
export function at(cells: Grid | undefined, row: number, column: number): CellValue {
  return cells?.[row - 1]?.[column - 1] ?? null;
}
