/** A slice of the fuzz run over everything but workbook files, with a seed that stays: `npm run fuzz` takes others, and many more. */
import { join } from 'node:path';
import { runMany, type Finding } from '../support/fuzz/run-many';

const ROOT = join(__dirname, '../..');

async function slice(cases: number, only: readonly string[]): Promise<{ readonly findings: readonly Finding[]; readonly counts: ReadonlyMap<string, number> }> {
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  await runMany({ root: ROOT, run: 4918, from: 0, to: cases, step: 1, only }, () => undefined, (report) => {
    findings.push(...report.findings);
    for (const [what, many] of Object.entries(report.counts)) counts.set(what, (counts.get(what) ?? 0) + many);
  });
  return { findings, counts };
}

/** Changes that only ever break an input, or never do, would prove nothing. */
const some = (counts: ReadonlyMap<string, number>, ...names: readonly string[]): void => {
  for (const name of names) expect([name, (counts.get(name) ?? 0) > 0]).toEqual([name, true]);
};

it('imports, maps, profiles and lists of names: an error with words or what is right', async () => {
  const { findings, counts } = await slice(1500, ['csv', 'map', 'profile', 'pseudonym list']);
  expect(findings).toEqual([]);
  some(counts, 'csv right', 'csv refused map', 'csv refused table', 'csv refused csv/bad-quote', 'map right', 'map refused import/map-unknown-key', 'profile right', 'profile refused profile/unknown-key', 'pseudonym list right');
}, 120_000);

it.each([['record', 24], ['workbook', 4], ['plan', 4], ['merge', 4]])('%s of a workbook that people changed: read, checked, planned, merged', async (name, cases) => {
  const { findings, counts } = await slice(cases, [name]);
  expect(findings).toEqual([]);
  some(counts, `${name} right`);
}, 120_000);
