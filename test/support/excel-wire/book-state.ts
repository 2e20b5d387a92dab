/** Everything of a workbook of the model but numbers that are counted on: cells that hold nothing count as none. */
import type { Book } from './model';
import { STANDARD_HEIGHT } from './object-format';

export function bookState(book: Book): unknown {
  return JSON.parse(JSON.stringify({
    names: [...book.names].sort((a, b) => (a.name < b.name ? -1 : 1)), properties: [...book.properties],
    sheets: book.sheets.map(({ name, visibility, cells, merges, validations, conditionals, tables, charts, protection, settings }) => ({
      heights: [...settings].filter(([key, value]) => key.startsWith('height ') && value !== STANDARD_HEIGHT).map(([key, value]) => `${key} ${JSON.stringify(value)}`).sort(),
      name, visibility, merges, protection: protection.on, tables: tables.map(({ name: table, area }) => [table, area]), charts: charts.map(({ values }) => values.get('name')),
      validations: validations.map(({ areas, rule, prompt }) => JSON.stringify([areas, rule, prompt])).sort(),
      conditionals: conditionals.map(({ areas, formula, format }) => JSON.stringify([areas, formula, [...format]])).sort(),
      cells: [...cells].flatMap(([row, columns]) => [...columns].filter(([, { value, formula }]) => value !== '' || formula !== undefined).map(([column, { value, formula, prefixed }]) => `${String(row).padStart(3, '0')} ${column} ${String(value)} ${formula ?? ''} ${prefixed === true}`)).sort(),
    })),
  }));
}
