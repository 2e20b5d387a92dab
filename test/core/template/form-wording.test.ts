/** Every wording that the forms quote, against the standard's text (whitespace folded: the text breaks lines inside words). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormDef, GridSection, RowsSection } from '../../../src/core/model/form-def';
import { library } from '../form/standard-library';

const fold = (text: string): string => text.replaceAll(/\s/g, '');
const text = fold(readFileSync(join(__dirname, '../../fixtures/standard.txt'), 'utf8'));

function form(key: string): FormDef {
  const found = library.forms.find((f) => f.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}

const rowsOf = (key: string, section: string): RowsSection => {
  const found = form(key).sections.find((s): s is RowsSection => s.type === 'rows' && s.key === section);
  if (found === undefined) throw new Error(`${key} ${section}`);
  return found;
};
const itemTexts = (section: RowsSection, column: string): readonly string[] => (section.items ?? []).map((item) => item.texts[column] ?? '');
const lines = (key: string): readonly string[] => form(key).sections.flatMap((s) => (s.type === 'text' ? s.lines : []));
/** What is printed: cells beside the print area are ours. */
const grids = (key: string): readonly GridSection[] =>
  form(key).sections.flatMap((s) => (s.type === 'grid' ? [{ ...s, rows: s.rows.map((row) => ({ ...row, cells: row.cells.filter(({ column }) => column <= form(key).printColumns) })) }] : []));
const printed = (section: GridSection | undefined): readonly string[] => (section?.rows ?? []).flatMap((row) => row.cells.flatMap((cell) => (cell.text === undefined || cell.text === '' ? [] : [cell.text])));
const prompts = (section: GridSection | undefined): readonly string[] => (section?.rows ?? []).flatMap((row) => row.cells.flatMap((cell) => (cell.field?.prompt === undefined ? [] : [cell.field.prompt])));

/** Those that the standard does not say; also when there is nothing to compare. */
function unquoted(quotes: readonly string[]): readonly string[] {
  return quotes.length === 0 ? ['nothing to compare'] : quotes.filter((quote) => !text.includes(fold(quote)));
}

describe('附录 A', () => {
  const items = rowsOf('A', 'content').items ?? [];
  const names = [...new Set(items.map((item) => item.texts['item'] ?? ''))];

  it('has 9 items, 51 contents and 2 notes', () => {
    expect(names).toHaveLength(9);
    expect(items).toHaveLength(51);
    expect(lines('A')).toHaveLength(2);
  });

  it('quotes the contents of each item, whole and in order', () => {
    const blocks = names.map((name) => items.filter((item) => item.texts['item'] === name).map((item) => item.texts['content']).join('；'));
    expect(unquoted(blocks)).toEqual([]);
    // Whole: what follows the last content of an item is the first of the next, never a further content.
    for (const block of blocks) expect(text.slice(text.indexOf(fold(block)) + fold(block).length)).not.toMatch(/^；?\d+）(?!经营资质|识别|员工|产品性能|采购管理|人员作业|顾客满意|改进与创新|技能)/);
  });

  it('names the items as 7.2.4 lists them, in that order', () => {
    expect(unquoted(names.map((name, i) => `${'abcdefghi'[i] ?? ''}） ${name}`))).toEqual([]);
    expect(library.lists.find((list) => list.key === 'items')?.values).toEqual(names);
  });

  it('quotes title, headings and notes', () => {
    expect(unquoted([form('A').title, '调研项目 需求调研内容', ...lines('A')])).toEqual([]);
  });
});

describe('printed tables B to E', () => {
  it.each(['B', 'C', 'D', 'E'])('%s: title, labels and prompts', (key) => {
    expect(unquoted([form(key).title, ...printed(grids(key)[0])])).toEqual([]);
  });

  it('D: the columns of problems', () => {
    expect(unquoted(rowsOf('D', 'problems').columns.filter((column) => column.column <= form('D').printColumns).map((column) => column.header))).toEqual([]);
  });

  it('prompts shown on selection are those printed', () => {
    expect(unquoted(prompts(grids('B')[0]))).toEqual([]);
    expect(unquoted(prompts(grids('D')[0]))).toEqual([]);
    expect(unquoted(prompts(grids('E')[0]).filter((prompt) => !prompt.startsWith('确认人签字')))).toEqual([]);
  });

  it('E quotes 7.4 a) to f)', () => {
    expect(lines('E')).toHaveLength(6);
    expect(unquoted(lines('E'))).toEqual([]);
  });
});

describe('附录 F', () => {
  const own = new Set(['字数', '占比（约 5%）', '占比（约 10%）', '占比（约 30%）', '占比（约 50%）', '正文合计字数', '字数核对', '标题']);

  it('quotes headings, parts and notes', () => {
    const parts = grids('F').flatMap((grid) => printed(grid)).filter((t) => !own.has(t));
    expect(unquoted([...parts.flatMap((part) => part.split('\n')), ...lines('F')])).toEqual([]);
    expect(parts.filter((part) => /^[a-f]） /.test(part))).toHaveLength(6);
  });

  it('shows on selection what it prints', () => {
    expect(unquoted(grids('F').flatMap((grid) => prompts(grid)))).toEqual([]);
  });
});

describe('lists of clauses', () => {
  it.each([
    ['enterprise', 3],
    ['agency', 4],
    ['personnel', 6],
  ])('5.x %s has %i requirements', (key, count) => {
    const quotes = itemTexts(rowsOf('requirements', key), 'text');
    expect(quotes).toHaveLength(count);
    expect(unquoted(quotes.map((quote) => `——${quote}`))).toEqual([]);
  });

  it('7.1.3 a) to e)', () => {
    const headers = rowsOf('workPlan', 'plan').columns.map((column) => column.header);
    expect(unquoted([...headers.filter((header) => /^[abce]） /.test(header)), ...lines('workPlan')])).toEqual([]);
  });

  it('7.1 to 7.8 are the stages', () => {
    const stages = rowsOf('home', 'stages').items ?? [];
    expect(stages).toHaveLength(8);
    expect(unquoted(stages.map((item) => `${item.texts['clause'] ?? ''} ${item.texts['stage'] ?? ''}`))).toEqual([]);
    expect(library.lists.find((list) => list.key === 'stages')?.values).toEqual(stages.map((item) => item.texts['stage']));
  });

  it.each(['respondents', 'methods', 'trainingForms', 'units', 'stages', 'items'])('list %s', (key) => {
    expect(unquoted(library.lists.find((list) => list.key === key)?.values ?? [])).toEqual([]);
  });

  it('7.5.5 a) to c), 7.6 a) to e), 7.8.2 a) to e)', () => {
    const layered = itemTexts(rowsOf('implementation', 'training'), 'level');
    const kinds = itemTexts(rowsOf('results', 'kinds'), 'name');
    const records = itemTexts(rowsOf('records', 'records'), 'name').filter((name) => /^[a-e]） /.test(name));
    expect([layered.length, kinds.length, records.length]).toEqual([3, 5, 5]);
    expect(unquoted([...layered, ...kinds, ...records, ...lines('records')])).toEqual([]);
  });
});
