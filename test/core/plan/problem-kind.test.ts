/** Kinds of problems: by metric, clause, words, in this order; and the table itself. */
import { kindOf, type ProblemFacts } from '../../../src/core/plan/problem-kind';
import { METRICS } from '../../../src/core/metric/metrics';
import { causeMeasures, generalTools, problemKinds } from '../../../src/core/reference/problem-kinds';
import { qualityTools } from '../../../src/core/reference/quality-tools';

const NOTHING: ProblemFacts = { problem: '', cause: '', metric: null, clause: '' };
const found = (facts: Partial<ProblemFacts>): string | null => {
  const kind = kindOf({ ...NOTHING, ...facts }, problemKinds);
  return kind === null ? null : `${kind.kind.key} ${kind.by}`;
};

test.each([
  [{ metric: 'schedule-attainment-rate', clause: 'A.1 5.3', problem: '供方到货晚' }, 'delivery metric'],
  [{ clause: 'A.1 5.3', problem: '插单多' }, 'suppliers clause'],
  [{ clause: '6.9' }, 'closure clause'],
  [{ clause: '7.6 c)' }, 'process-quality clause'],
  [{ clause: 'GB/T 19001 8.4、6.8' }, 'service clause'],
  [{ clause: 'GB/T 19001 8.4', problem: '关键工序返工多' }, 'process-quality words'],
  [{ problem: '量具到期未校准' }, 'measuring words'],
  [{ problem: '说不清楚', cause: '设备点检没有落实' }, 'equipment words'],
  [{ problem: '无从归类' }, null],
] as const)('%j', (facts, expected) => expect(found(facts)).toBe(expected));

test('tools are those of the list, metrics those that are computed, and each metric has one kind', () => {
  const tools = [...generalTools, ...problemKinds.flatMap((kind) => kind.tools)].map(({ tool }) => tool);
  expect(tools.filter((tool) => !qualityTools.includes(tool))).toEqual([]);
  const metrics = problemKinds.flatMap((kind) => kind.metrics);
  expect([...metrics].sort()).toEqual(METRICS.map(({ key }) => key).sort());
  const items = problemKinds.flatMap((kind) => kind.items);
  expect(items.filter((item, i) => items.indexOf(item) !== i)).toEqual([]);
  expect(causeMeasures.every(({ words }) => words.length > 0)).toBe(true);
});
