/** Root causes: from the chain of questions to the root cause, to the diagnosis, to the plan; people's words stay at every step. */
import { planWords } from '../../../src/app/plan-words';
import { metricLabels } from '../../../src/app/metric-labels';
import type { CellValue } from '../../../src/core/model/cell';
import type { WorkbookContent } from '../../../src/core/model/content';
import { assemblePlan, type Assembly } from '../../../src/core/plan/assemble';
import { FIELDS, RAW, RESULTS, typedContent } from '../check/consistency/base-content';

const TYPED = typedContent();
type Entries = WorkbookContent['entries'];

const assemble = (entries: Entries): Assembly => assemblePlan({ content: { ...TYPED, entries }, fields: FIELDS, metrics: metricLabels, results: RESULTS, changes: [], raw: RAW, words: planWords });

function edited(entries: Entries, form: string, changes: Readonly<Record<string, CellValue>>): Entries {
  return { ...entries, [form]: Object.fromEntries(Object.entries({ ...entries[form], ...changes }).filter(([, value]) => value !== null)) };
}

const FIRST = assemble(TYPED.entries);
const of = ({ entries }: Pick<Assembly, 'entries'>, form: string, key: string): CellValue => entries[form]?.[key] ?? null;

test('the deepest answer is the root cause, the root cause the cause of the diagnosis and of the plan', () => {
  expect(of(FIRST, 'causes', 'blocks[2].root')).toBe('供方单一，没有业绩评价和预警');
  expect(of(FIRST, 'D', 'problems[2].cause')).toBe('供方单一，没有业绩评价和预警');
  expect(Object.values(FIRST.entries['E'] ?? {})).toContain('供方单一，没有业绩评价和预警');
});

test('it follows a chain that is asked further', () => {
  const after = assemble(edited(FIRST.entries, 'causes', { 'blocks[3].why4': '问题处置没有写进管理制度' }));
  expect([of(after, 'causes', 'blocks[3].root'), of(after, 'D', 'problems[3].cause')]).toEqual(['问题处置没有写进管理制度', '问题处置没有写进管理制度']);
  expect(after.cells.filter(({ act, form }) => act === 'updated' && form !== 'E').map(({ form, key }) => `${form} ${key}`)).toEqual(['causes blocks[3].root', 'D problems[3].cause']);
  expect(assemble(after.entries).entries).toEqual(after.entries);
});

test('what people wrote stays: a root cause of their own, a cause of their own, a number that they blanked', () => {
  const root = assemble(edited(FIRST.entries, 'causes', { 'blocks[3].root': '没有问题台账' }));
  expect([of(root, 'causes', 'blocks[3].root'), of(root, 'D', 'problems[3].cause')]).toEqual(['没有问题台账', '没有问题台账']);
  const cause = assemble(edited(FIRST.entries, 'D', { 'problems[3].cause': '例会不管质量问题' }));
  expect([of(cause, 'causes', 'blocks[3].root'), of(cause, 'D', 'problems[3].cause')]).toEqual(['责任和期限不清，没有跟踪', '例会不管质量问题']);
  const bare = assemble(edited(TYPED.entries, 'causes', Object.fromEntries(Object.keys(TYPED.entries['causes'] ?? {}).map((key) => [key, null]))));
  expect(['0', '1', '2', '3'].map((i) => of(bare, 'causes', `blocks[${i}].number`))).toEqual(['W1', 'W2', 'W3', 'W4']);
  expect(of(assemble(edited(bare.entries, 'causes', { 'blocks[1].number': null })), 'causes', 'blocks[1].number')).toBeNull();
});

test('a broken chain, or one of two answers, gives no root cause', () => {
  const changes = { 'blocks[3].root': null, 'blocks[3].why2': null };
  const bare = edited(edited(TYPED.entries, 'causes', changes), 'D', { 'problems[3].cause': null });
  expect([of(assemble(bare), 'causes', 'blocks[3].root'), of(assemble(bare), 'D', 'problems[3].cause')]).toEqual([null, null]);
  const two = edited(edited(TYPED.entries, 'causes', { 'blocks[3].why3': null }), 'D', { 'problems[3].cause': null });
  expect(of(assemble(two), 'causes', 'blocks[3].root')).toBeNull();
});

test('an analysis follows its number to another block', () => {
  const fields = Object.keys(FIRST.entries['causes'] ?? {}).filter((key) => key.startsWith('blocks[3].')).map((key) => key.slice('blocks[3].'.length));
  const moved = edited(FIRST.entries, 'causes', Object.fromEntries(fields.flatMap((field) => [[`blocks[7].${field}`, of(FIRST, 'causes', `blocks[3].${field}`)], [`blocks[3].${field}`, null]])));
  const after = assemble(moved);
  expect(after.cells.filter(({ act }) => act === 'proposed' || act === 'updated')).toEqual([]);
  expect(of(assemble(edited(moved, 'causes', { 'blocks[7].why3': '责任没有落到人' })), 'causes', 'blocks[7].root')).toBe('责任没有落到人');
});
