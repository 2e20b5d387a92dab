/** The review on the desk: read as it is, changed by a person who gives a name. */
import { buildWorkbook } from '../build-workbook';
import { checkWorkbook } from '../check-workbook';
import { lastCheckOf } from '../last-check';
import { measure } from '../measure';
import { changeReview, readReview } from '../review-workbook';
import { withSigned } from '../signed-patch';
import { reviseWorkbook } from '../revise-workbook';
import type { Standard } from '../standard';
import type { Bench } from './bench';
import type { Desk } from './desk';
import type { SourceHost, Version } from './version';

export function createReviews({ identity }: Pick<SourceHost, 'identity'>, standard: Standard, bench: Bench): Pick<Desk, 'review' | 'changeReview'> {
  const read = ({ workbook, reading }: Version): ReturnType<typeof readReview> => readReview({ workbook, ...reading }, standard);
  return {
    review: async () => read(bench.now()),
    changeReview: ({ acts, by }, call = {}) => bench.inTurn(async () => {
      const version = bench.now();
      const { workbook, reading } = version;
      const found = acts.some(({ act }) => act === 'take') ? (await version.check(call)).issues : [];
      const { content, signed, ...change } = changeReview({ workbook, ...reading }, acts, { by, now: identity.now(), issues: () => found }, standard);
      if (change.numbers.length + change.stages.length === 0) return { state: bench.state(), review: read(version), ...change };
      const measurement = measure(content);
      const check = checkWorkbook({ content, readIssues: reading.issues, places: reading.places, sheetNames: workbook.sheetNames, signed, results: measurement.results, changes: measurement.changes }, standard);
      const { patch, left } = await reviseWorkbook(workbook, reading.content, content, [], standard, { base: buildWorkbook(reading.content, standard, version.measurement()), measurement, lastCheck: lastCheckOf(check) });
      const state = await bench.apply(change.numbers.length > 0 ? { code: 'review', params: { count: change.numbers.length } } : { code: 'sign', params: { count: change.stages.length } }, { patch: withSigned(patch, workbook, reading.signed, signed), content: left.length === 0 && change.stages.length === 0 ? content : null, measurement }, call);
      return { state, review: read(bench.now()), ...change };
    }),
  };
}
