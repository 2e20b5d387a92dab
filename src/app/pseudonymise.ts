/** The names of a workbook and what becomes of them in a copy: cells that are a name as a whole, and all other texts. */
import { NAME_COLUMNS, privateNames } from '../core/copy/private-names';
import { assignPseudonyms, replacer, SHORTEST_INSIDE, type Pseudonym } from '../core/copy/pseudonyms';
import { mapTexts } from '../core/copy/map-texts';
import type { Typed } from '../core/compare/merge-contents';
import { shown } from '../core/codec/codec';
import { BLANK } from '../core/model/block';
import { BlockBuilder, cellOf } from '../core/model/block-builder';
import type { CellEdit, SheetPatch } from '../core/model/workbook-patch';
import { buildWorkbook } from './build-workbook';
import { makeContent } from './make-content';
import { measure } from './measure';
import type { ContentReading } from './read-content';
import type { Standard } from './standard';

export interface Pseudonymisation {
  readonly names: readonly Pseudonym[];
  /** For every text of the file. */
  readonly text: (text: string) => string;
  /** Names of which nothing may be left. */
  readonly mustBeGone: readonly string[];
  /** Names that are words of the forms too: replaced only where a whole cell holds one. */
  readonly kept: readonly string[];
  /** Cells that hold such a name, or one that is a number. */
  readonly cells: readonly SheetPatch[];
  /** The content with pseudonyms. */
  readonly typed: Typed;
}

/** Packed states in cells are no text of people. */
const PACKED = /^:[A-Za-z0-9+/]+=*$/;

export function pseudonymise({ content, places }: ContentReading, known: readonly Pseudonym[], standard: Standard): Pseudonymisation {
  const printed = printedWords(standard);
  // As a word of its own, where it is one of Latin letters: `Al` is not printed in `Also`.
  const isPrinted = (name: string): boolean => printed.includes(name.toLowerCase()) && replacer(new Map([[name, '']]))(printed) !== printed;
  const found = privateNames(content).filter(({ name, free = false }) => !free || !isPrinted(name));
  const names = assignPseudonyms(known, found);
  const whole = new Map(names.map(({ name, pseudonym }) => [name, pseudonym]));
  const inside = names.filter(({ name }) => name.length >= SHORTEST_INSIDE && !isPrinted(name));
  const replace = replacer(new Map(inside.map(({ name, pseudonym }) => [name, pseudonym])));
  const insideNames = new Set(inside.map(({ name }) => name));
  const text = (given: string): string => (PACKED.test(given) ? given : replace(given));
  const cells = wholeCells(content, places, whole, insideNames, standard);
  return {
    names, text, cells,
    mustBeGone: inside.map(({ name }) => name),
    kept: found.filter(({ name }) => !insideNames.has(name)).map(({ name }) => name),
    typed: withWholeCells(mapTexts(content, text), content, whole, insideNames),
  };
}

/** Everything that an empty workbook prints or calculates with, as one text in small letters. */
function printedWords(standard: Standard): string {
  const content = makeContent({ chosen: [...standard.library.forms, ...standard.rawSheets].map(({ key }) => key), entries: {}, rows: {}, side: {} });
  const { sheets, names } = buildWorkbook(content, standard, measure(content));
  const words = new Set<string>();
  for (const { name, cells, validations = [] } of sheets) {
    words.add(name);
    for (const { value, formula } of cells) {
      if (typeof value === 'string') words.add(value);
      if (formula !== undefined) words.add(formula);
    }
    for (const rule of validations) for (const one of [rule.prompt, rule.promptTitle, rule.error, rule.errorTitle]) if (one !== undefined) words.add(one);
  }
  for (const { name } of names) words.add(name);
  return [...words].join('\n').toLowerCase();
}

type Places = ContentReading['places'];

/** Cells of name columns whose names are not replaced inside texts. */
function wholeCells(content: Typed, places: Places, whole: ReadonlyMap<string, string>, inside: ReadonlySet<string>, standard: Standard): readonly SheetPatch[] {
  return standard.rawSheets.flatMap(({ key, sheet }): SheetPatch[] => {
    const cells: CellEdit[] = [];
    for (const column of Object.keys(NAME_COLUMNS[key] ?? {})) {
      const at = places[key]?.[column];
      if (at === undefined) continue;
      for (const block of content.rows[key] ?? []) {
        for (let i = 0; i < block.length; i++) {
          const value = cellOf(block, column, i);
          const name = shown(value).trim();
          const pseudonym = whole.get(name);
          if (pseudonym !== undefined && (typeof value === 'number' || !inside.has(name))) cells.push({ row: block.firstRow + i, column: at, value: pseudonym });
        }
      }
    }
    return cells.length === 0 ? [] : [{ sheet, cells }];
  });
}

/** The same in the content. */
function withWholeCells(mapped: Typed, original: Typed, whole: ReadonlyMap<string, string>, inside: ReadonlySet<string>): Typed {
  const rows = Object.fromEntries(Object.entries(mapped.rows).map(([key, blocks]) => {
    const columns = NAME_COLUMNS[key];
    if (columns === undefined) return [key, blocks];
    return [key, blocks.map((block, b) => {
      const keys = Object.keys(block.columns);
      const builder = new BlockBuilder(keys, block.length);
      for (let i = 0; i < block.length; i++) {
        builder.add(block.firstRow + i, keys.map((column) => {
          const before = original.rows[key]?.[b];
          const value = before === undefined || (before.columns[column]?.kind[i] ?? BLANK) === BLANK ? null : cellOf(before, column, i);
          const name = shown(value).trim();
          return columns[column] !== undefined && (typeof value === 'number' || !inside.has(name)) ? whole.get(name) ?? cellOf(block, column, i) : cellOf(block, column, i);
        }));
      }
      return builder.blocks()[0] ?? block;
    })];
  }));
  return { ...mapped, rows };
}
