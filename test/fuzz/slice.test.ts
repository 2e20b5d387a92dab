/** A slice of the fuzz run with a seed that stays: `npm run fuzz` takes others, and many more. */
import { join } from 'node:path';
import { runMany, type Finding } from '../support/fuzz/run-many';

const CASES = 3000;

it('thousands of damaged workbooks end in an error with a code or in what is right', async () => {
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  let done = 0;
  await runMany({ root: join(__dirname, '../..'), run: 4918, from: 0, to: CASES, step: 1, only: ['files'] }, () => undefined, (report) => {
    done += report.done;
    findings.push(...report.findings);
    for (const [what, many] of Object.entries(report.counts)) counts.set(what, (counts.get(what) ?? 0) + many);
  });
  expect(findings).toEqual([]);
  expect(done).toBe(CASES);
  // Mutations that only ever break a file, or never do, would prove nothing.
  for (const what of ['zip right', 'zip refused xlsx/damaged', 'parts right', 'parts unjudged', 'parts refused xlsx/damaged', 'with a cell patched']) expect([what, (counts.get(what) ?? 0) > CASES / 50]).toEqual([what, true]);
}, 300_000);
