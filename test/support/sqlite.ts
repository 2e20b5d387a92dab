/**
 * SQL as an independent judge of figures: Python's sqlite3 over rows given as JSON or read by Python from a CSV file.
 * Tables have no column types, so that a number stays a number and a text a text; an error value is a blob.
 */
import { isCellError, type CellValue } from '../../src/core/model/cell';
import { describeWith, findProgram, run } from './tools';

export interface SqlTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

export interface SqlInput {
  readonly tables?: Readonly<Record<string, SqlTable>>;
  /** Table name -> path of a CSV file with a header; all its cells are texts. */
  readonly csv?: Readonly<Record<string, string>>;
  readonly queries: readonly string[];
}

const SCRIPT = `
import csv, json, sqlite3, sys
given = json.load(sys.stdin)
db = sqlite3.connect(':memory:')
def load(name, columns, rows):
    db.execute('create table %s (%s)' % (name, ', '.join('"%s"' % c for c in columns)))
    db.executemany('insert into %s values (%s)' % (name, ', '.join('?' * len(columns))), rows)
def value(cell):
    return bytes(cell['error'], 'utf8') if isinstance(cell, dict) else cell
for name, table in given.get('tables', {}).items():
    load(name, table['columns'], [[value(cell) for cell in row] for row in table['rows']])
for name, path in given.get('csv', {}).items():
    with open(path, newline='', encoding='utf-8-sig') as file:
        header, *rows = csv.reader(file)
    load(name, header, rows)
json.dump([db.execute(query).fetchall() for query in given['queries']], sys.stdout)
`;

let python: string | null | undefined;

function findPython(): string | null {
  python ??= findProgram(['python3', 'python'], ['-c', 'import sqlite3']);
  return python;
}

export function describeWithSql(name: string, body: () => void): void {
  describeWith('Python with sqlite3', findPython() !== null, name, body);
}

/** The rows of each query. */
export async function querySql(input: SqlInput): Promise<readonly (readonly (readonly (number | string | null)[])[])[]> {
  const path = findPython();
  if (path === null) throw new Error('Python is not installed');
  const tables = Object.fromEntries(Object.entries(input.tables ?? {}).map(([name, { columns, rows }]) =>
    [name, { columns, rows: rows.map((row) => row.map((cell) => (isCellError(cell) ? { error: cell.error } : typeof cell === 'boolean' ? { error: 'boolean' } : cell))) }]));
  const { stdout } = await run(path, ['-c', SCRIPT], { input: JSON.stringify({ ...input, tables }) });
  return JSON.parse(stdout.toString('utf8'));
}
