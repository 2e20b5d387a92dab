/** The records that 记录目录 lists (7.8.2), each with the files of the package that its place of keeping names. */
import { isoOf } from '../../core/codec/date';
import { shown } from '../../core/codec/codec';
import type { WorkbookContent } from '../../core/model/content';
import type { Standard } from '../standard';

export interface ArchivedRecord {
  readonly name: string;
  readonly clause: string;
  readonly who: string;
  /** ISO date, or what was typed. */
  readonly when: string;
  readonly where: string;
  readonly state: string;
  /** Paths in the package. */
  readonly files: readonly string[];
}

const FORM = 'records';
const KEY = /^records(?:\.(.+)|\[(\d+)\])\.([^.[\]]+)$/u;
/** Names that say nothing: a single letter would be found anywhere. */
const SHORTEST_NAME = 3;

/** In the order of the form; rows without a name and a state are left out. */
export function archivedRecords({ entries }: Pick<WorkbookContent, 'entries'>, files: readonly string[], { fields, library }: Standard): readonly ArchivedRecord[] {
  const typed = entries[FORM] ?? {};
  const rows = new Map<string, Record<string, string>>();
  for (const { key } of fields[FORM] ?? []) {
    const [, item, index, column = ''] = KEY.exec(key) ?? [];
    const row = item ?? index;
    if (row === undefined) continue;
    const value = typed[key] ?? null;
    rows.set(row, { ...rows.get(row), [column]: typeof value === 'number' && column === 'when' ? isoOf(Math.floor(value)) : shown(value).trim() });
  }
  const printed = printedNames(library);
  return [...rows].flatMap(([row, values]): readonly ArchivedRecord[] => {
    const text = (column: string): string => values[column] ?? '';
    const [name, clause] = [text('name') || printed.get(row)?.name || '', text('clause') || printed.get(row)?.clause || ''];
    if (name === '' || (text('state') === '' && text('where') === '' && text('who') === '')) return [];
    return [{ name, clause, who: text('who'), when: text('when'), where: text('where'), state: text('state'), files: files.filter((path) => names(text('where'), path)) }];
  });
}

function names(where: string, path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  return name.length >= SHORTEST_NAME && where.toLowerCase().includes(name.toLowerCase());
}

/** Item -> what the form prints for it. */
function printedNames({ forms }: Standard['library']): ReadonlyMap<string, { readonly name: string; readonly clause: string }> {
  const sections = forms.find(({ key }) => key === FORM)?.sections ?? [];
  return new Map(sections.flatMap((section) => (section.type === 'rows' ? (section.items ?? []).map(({ key, texts }) => [key, { name: texts['name'] ?? '', clause: texts['clause'] ?? '' }] as const) : [])));
}
