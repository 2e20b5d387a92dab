/** The saved map held against the sheet: names resolved, contradictions and values that do not fit found. */
import { codecs } from '../codec/codecs';
import { cleanText } from '../codec/clean';
import type { CellValue } from '../model/cell';
import type { RawColumnDef, RawSheetDef } from '../model/raw-sheet';
import type { Issue } from '../issue/issue';
import { normaliseHeader } from '../template/raw-header';
import type { Derivation, ImportMap } from '../template/raw-map';
import { importIssue } from './codes';

/** The map by column keys. */
export interface MapParts {
  readonly columns: ReadonlyMap<string, string | null>;
  readonly constants: ReadonlyMap<string, CellValue>;
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly derive: ReadonlyMap<string, Derivation>;
  readonly issues: readonly Issue[];
}

export function resolveMap(def: RawSheetDef, map: ImportMap): MapParts {
  const issues: Issue[] = [];
  const find = (name: string) => def.columns.find((one) => one.key === name || normaliseHeader(one.header) === normaliseHeader(name));

  function resolve<T, R>(part: string, entries: Readonly<Record<string, T>>, read: (column: RawColumnDef, entry: T) => R | undefined): Map<string, R> {
    const resolved = new Map<string, R>();
    for (const [name, entry] of Object.entries(entries)) {
      const column = find(name);
      if (column === undefined) issues.push(importIssue('import/map-unknown-column', def.sheet, def.feeds, { part, name }));
      else if (resolved.has(column.key)) issues.push(importIssue('import/map-conflict', def.sheet, def.feeds, { column: column.header, parts: `${part}、${part}` }));
      else {
        const value = read(column, entry);
        if (value !== undefined) resolved.set(column.key, value);
      }
    }
    return resolved;
  }

  function fits(column: RawColumnDef, value: string | number | boolean): CellValue | undefined {
    const decoded = codecs[column.kind].decode(typeof value === 'string' ? value : { value }, { ...column, percent: false });
    if ('value' in decoded) return decoded.value;
    issues.push(importIssue('import/map-value', def.sheet, def.feeds, { column: column.header, value: String(value), code: decoded.problem.code }));
    return undefined;
  }

  function derivation(column: RawColumnDef, { copy, when }: Derivation): Derivation | undefined {
    const [from, asked] = [find(copy), when === null ? null : find(when)];
    if (from === undefined) issues.push(importIssue('import/map-unknown-column', def.sheet, def.feeds, { part: 'derive', name: copy }));
    if (asked === undefined) issues.push(importIssue('import/map-unknown-column', def.sheet, def.feeds, { part: 'derive', name: when ?? '' }));
    if (from === undefined || asked === undefined) return undefined;
    if (family(from) === family(column)) return { copy: from.key, when: asked === null ? null : asked.key };
    issues.push(importIssue('import/map-kind', def.sheet, def.feeds, { column: column.header, copy: from.header }));
    return undefined;
  }

  const columns = resolve('columns', map.columns, (_, source) => source);
  const constants = resolve('constants', map.constants, (column, value) => fits(column, value));
  const derive = resolve('derive', map.derive, derivation);
  const choices = resolve('choices', map.choices, (column, entries) => {
    const translated = Object.entries(entries).filter(([, to]) => fits(column, to) !== undefined);
    return new Map(translated.map(([from, to]) => [cleanText(from), to]));
  });
  for (const { key, header } of def.columns) {
    const parts = [...(typeof columns.get(key) === 'string' ? ['columns'] : []), ...(constants.has(key) ? ['constants'] : []), ...(derive.has(key) ? ['derive'] : [])];
    if (parts.length > 1) issues.push(importIssue('import/map-conflict', def.sheet, def.feeds, { column: header, parts: parts.join('、') }));
    if (inCircle(key, derive)) issues.push(importIssue('import/map-circle', def.sheet, def.feeds, { column: header }));
  }
  return { columns, constants, choices, derive, issues };
}

/** Values can be copied within a family: texts, days, numbers of one unit; a list only to itself. */
function family({ kind, unit = '', choices = [] }: RawColumnDef): string {
  if (kind === 'text' || kind === 'code') return 'text';
  if (kind === 'number' || kind === 'count' || kind === 'money') return `number ${unit}`;
  return kind === 'choice' ? `choice ${choices.join(' ')}` : kind;
}

function inCircle(key: string, derive: ReadonlyMap<string, Derivation>): boolean {
  let at = derive.get(key)?.copy;
  for (let steps = 0; at !== undefined && steps <= derive.size; steps++) {
    if (at === key) return true;
    at = derive.get(at)?.copy;
  }
  return false;
}
